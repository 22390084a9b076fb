// Rich text (Rich Text Format specification 1.9.1): the text as turns, then notes, comments, headers and
// footers. Streams, but for what stands beside the text.
#include "read/formats/formats.hpp"
#include "read/formats/rtf_text.hpp"
#include "read/turns/document_turns.hpp"

namespace moniker::read {
namespace {

class RtfReader : public Reader {
 public:
  RtfReader(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options)
      : text_(source, tally_, side_), turns_([this] { return text_.next(); }, side_, tally_, options, issues) {}

  std::optional<Utterance> next() override { return turns_.next(); }

 private:
  DocumentTally tally_{};
  std::deque<SideText> side_{};
  RtfText text_;
  DocumentTurns turns_;
};

}  // namespace

bool claims_rtf(const Head& head) { return head.bytes.starts_with("{\\rtf"); }

std::unique_ptr<Reader> open_rtf(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<RtfReader>(source, issues, options);
}

}  // namespace moniker::read
