#pragma once
#include <deque>
#include <optional>

#include "moniker/issue.hpp"
#include "read/turns/document_block.hpp"
#include "read/turns/line_reader.hpp"
#include "read/turns/talk_table.hpp"
#include "words/language.hpp"

namespace moniker::read {

/// A document's paragraphs and tables as lines for TurnReader; Line::at has the paragraph's number as its
/// line.
///
/// A table is judged by its first rows (up to 200 or 64 KiB; TalkTable says how). Rows of talk become turns; an empty
/// cell of the speaker goes on with the speaker above, and what stands in further columns follows as matter. Every
/// other table is matter, a line each row, a tab between cells, as is what stands in text boxes. The running numbers of
/// captions pasted into a document are no line.
class DocumentLines {
 public:
  /// `language` outlives it: which words are labels.
  DocumentLines(DocumentBlocks blocks, const words::Language& language)
      : blocks_(std::move(blocks)), language_(language) {}
  std::optional<Line> next();
  const Issue& columns() const { return columns_; }  // that number the rows of talk, so far

 private:
  void fill(std::size_t lines);
  void take(DocumentBlock block);
  void decide();
  void give_row(TableRow row);
  void give_talk(const TalkRow& parted, const TableRow& row);
  void give_matter(const TableRow& row);
  void give_gap();

  DocumentBlocks blocks_;
  const words::Language& language_;
  std::deque<Line> ready_{};
  std::uint32_t table_ = 0;          // whose rows are held or given
  std::optional<TalkTable> talk_{};  // what that is; nothing until it is decided
  std::uint64_t numbers_ = 0;        // its columns that number rows
  Issue columns_{.code = IssueCode::table_columns, .count = 0};
  std::vector<TableRow> held_{};
  std::size_t held_bytes_ = 0;
  bool ended_ = false;
};

/// The lines of one paragraph: a w:br ends one.
std::vector<Line> lines_of(const DocumentParagraph& paragraph);

}  // namespace moniker::read
