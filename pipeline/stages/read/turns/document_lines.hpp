#pragma once
#include <deque>
#include <optional>

#include "read/turns/document_block.hpp"
#include "read/turns/line_reader.hpp"
#include "words/language.hpp"

namespace moniker::read {

/// A document's paragraphs and tables as lines for TurnReader; Line::at has the paragraph's number as its
/// line.
///
/// A table is judged by its first rows (up to 200 or 64 KiB): in one of talk, first cells are labels of which
/// one comes back, or their neighbours are sentences; columns of times or row numbers before them are no
/// words. Its rows become turns; an empty first cell goes on with the speaker above. Every other table is
/// matter, a line each row, a tab between cells, as is what stands in text boxes.
class DocumentLines {
 public:
  /// `language` outlives it: which words are labels.
  DocumentLines(DocumentBlocks blocks, const words::Language& language)
      : blocks_(std::move(blocks)), language_(language) {}
  std::optional<Line> next();

 private:
  enum class Kind { undecided, talk, matter };
  using Row = std::vector<DocumentCell>;

  void take(DocumentBlock block);
  void decide();
  void give_row(Row row);
  void give_talk(Row row);
  void give_matter(const Row& row);
  void give_gap();

  DocumentBlocks blocks_;
  const words::Language& language_;
  std::deque<Line> ready_{};
  std::uint32_t table_ = 0;  // whose rows are held or given
  Kind kind_ = Kind::undecided;
  std::vector<Row> held_{};
  std::size_t held_bytes_ = 0;
  bool ended_ = false;
};

/// The lines of one paragraph: a w:br ends one.
std::vector<Line> lines_of(const DocumentParagraph& paragraph);

}  // namespace moniker::read
