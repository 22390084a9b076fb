#pragma once
#include <deque>
#include <optional>

#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "read/turns/document_lines.hpp"
#include "read/turns/side_text.hpp"
#include "read/turns/turn_reader.hpp"

namespace moniker::read {

/// A document's blocks as turns, then what stood beside them, then what there is to tell. `side` and `tally`
/// are filled while the blocks are read, and outlive this.
class DocumentTurns {
 public:
  DocumentTurns(DocumentBlocks blocks, std::deque<SideText>& side, const DocumentTally& tally,
                const ReadOptions& options, Sink<Issue> issues);
  std::optional<Utterance> next();

 private:
  Utterance numbered(Utterance utterance);
  void tell();

  DocumentLines lines_;
  TurnReader turns_;
  std::deque<SideText>& side_;
  const DocumentTally& tally_;
  Sink<Issue> issues_;
  std::uint64_t number_ = 0;
  bool talk_ended_ = false, told_ = false;
};

}  // namespace moniker::read
