#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "moniker/utterance.hpp"
#include "read/formats/talk_columns.hpp"
#include "read/turns/document_block.hpp"
#include "read/turns/text_turns.hpp"
#include "words/language.hpp"

namespace moniker::read {

using TableRow = std::vector<DocumentCell>;

/// The words of a cell without the blanks at both ends, and where they stand (paragraph << 32 | byte).
struct CellWords {
  std::string text{};
  std::vector<SourceRun> pieces{};
};
CellWords sourced_words_of(const DocumentCell& cell);
std::string words_of(const DocumentCell& cell);

/// A row of talk: who says what when. Cells by their number, from 0.
struct TalkRow {
  std::optional<std::size_t> speaker{};  // the cell of the label; nothing where the table has none
  std::string label{};                   // empty: goes on with who spoke before
  std::optional<TimeSpan> time{};
  std::vector<std::size_t> talk{}, beside{};  // cells of words; further ones that are no talk
  std::uint64_t numbers = 0;                  // cells that number rows or lines, which say nothing
};

/// What a table of a document is. One whose first rows name columns for who, when and what (talk_columns) is talk by
/// them. Another is talk where first cells are labels, of which one comes back or some say a role or ask, and their
/// neighbours are what people say; columns of times and of row numbers may stand before. A sign or a number alone is
/// no label, and a table that goes on behind what would be the talk is one of data.
class TalkTable {
 public:
  /// `language` outlives it.
  TalkTable(const std::vector<TableRow>& first_rows, const words::Language& language);
  bool is_talk() const { return columns_ || labelled_; }
  bool is_headed() const { return columns_.has_value(); }
  /// Nothing where the row is none of talk: the head, its like further down, a row with too few cells.
  std::optional<TalkRow> part(const TableRow& row) const;

 private:
  std::optional<TalkRow> part_headed(const TableRow& row) const;
  bool says(const std::vector<TableRow>& rows) const;

  const words::Language& language_;
  std::optional<TalkColumns> columns_{};
  std::vector<std::string> head_{};
  bool labelled_ = false;
};

}  // namespace moniker::read
