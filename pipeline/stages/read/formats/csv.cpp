// Tables of talk, a row a turn: comma, semicolon or tab between columns, the first row their names; where there is no
// such row, what stands in the columns says what they are.
#include <algorithm>

#include "base/csv.hpp"
#include "read/formats/formats.hpp"
#include "read/formats/talk_cells.hpp"
#include "read/formats/talk_rows.hpp"
#include "read/turns/given_turns.hpp"

namespace moniker::read {
namespace {

std::vector<std::string> texts_of(const CsvRow& row) {
  std::vector<std::string> texts;
  for (const CsvCell& cell : row.cells) texts.push_back(cell.text);
  return texts;
}

CsvDialect dialect_of(char separator) {
  return {.separator = separator, .loose_quotes = separator == '\t', .fault = Fault::input};
}

/// At most so many of the first rows; none where the text is no table.
std::vector<CsvRow> first_rows(std::string_view text, char separator, std::size_t most = 3) {
  std::vector<CsvRow> rows;
  try {
    MemorySource source(text);
    CsvRows reader(source, {}, dialect_of(separator));
    while (rows.size() < most) {
      auto row = reader.next();
      if (!row) break;
      rows.push_back(std::move(*row));
    }
  } catch (const Error&) {  // perhaps the head ends within a row
  }
  return rows;
}

/// Without its separator no row has two cells, and of one alone nothing is told.
std::vector<char> separators_in(std::string_view text) {
  std::vector<char> found;
  for (const char separator : {'\t', ';', ','}) {
    if (text.find(separator) != text.npos) found.push_back(separator);
  }
  return found;
}

/// How a table of talk is to be read, by its first bytes.
struct Layout {
  char separator = ',';
  TalkColumns columns{};
  bool named = true;  // its first row says what the columns are
};

/// The rows that the first bytes hold to their ends.
std::vector<CsvRow> whole_rows(std::string_view text, char separator) {
  constexpr std::size_t most = 200;
  const std::size_t end = text.size() < 4096 ? text.size() : text.find_last_of('\n') + 1;
  return first_rows(text.substr(0, end), separator, most);
}

std::optional<Layout> layout_of(std::string_view text) {
  const std::vector<char> separators = separators_in(text);
  for (const char separator : separators) {
    const auto rows = first_rows(text, separator, 1);
    if (rows.empty()) continue;
    if (const auto columns = talk_columns(texts_of(rows.front()))) return Layout{separator, *columns};
  }
  for (const char separator : separators) {
    if (const auto columns = columns_by_cells(whole_rows(text, separator))) return Layout{separator, *columns, false};
  }
  return std::nullopt;
}

/// Sees the separator before anything is parsed.
class Peeked : public ByteSource {
 public:
  explicit Peeked(ByteSource& source) : source_(source), head_(4096, '\0') { head_.resize(source_.read(head_)); }
  std::string_view head() const { return head_; }
  std::size_t read(std::span<char> into) override {
    if (taken_ == head_.size()) return source_.read(into);
    const std::size_t n = std::min(into.size(), head_.size() - taken_);
    std::copy_n(head_.data() + taken_, n, into.data());
    taken_ += n;
    return n;
  }

 private:
  ByteSource& source_;
  std::string head_;
  std::size_t taken_ = 0;
};

class CsvReader : public Reader {
 public:
  CsvReader(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options)
      : source_(source),
        layout_(layout_of(source_.head()).value()),
        rows_(source_, {}, dialect_of(layout_.separator)),
        turns_(options, issues) {
    auto rows = whole_rows(source_.head(), layout_.separator);
    if (layout_.named && !rows.empty()) rows.erase(rows.begin());
    settle_unit(layout_.columns, rows);
    if (layout_.named)
      take_header(issues);
    else
      talk_.emplace(layout_.columns, turns_);
  }

  std::optional<Utterance> next() override {
    for (;;) {
      if (auto turn = turns_.give()) return turn;
      if (ended_) return std::nullopt;
      if (auto row = rows_.next()) {
        talk_->take(std::move(*row));
      } else {
        ended_ = true;
        turns_.finish();
      }
    }
  }

 private:
  void take_header(const Sink<Issue>& issues) {
    const auto header = rows_.next().value();
    const auto others = other_columns(layout_.columns, header.cells.size());
    if (others > 0) issues({IssueCode::table_columns, {header.line, 1}, others});
    talk_.emplace(layout_.columns, turns_, header.cells.size());
  }

  Peeked source_;
  Layout layout_;
  CsvRows rows_;
  GivenTurns turns_;
  std::optional<TalkRows> talk_{};
  bool ended_ = false;
};

}  // namespace

bool claims_csv(const Head& head) { return layout_of(head.text).has_value(); }

bool is_half_a_table(const Head& head) {
  const std::vector<char> separators = separators_in(head.text);
  return std::any_of(separators.begin(), separators.end(), [&](char separator) {
    if (are_cells_of_talk(whole_rows(head.text, separator))) return true;
    const auto rows = first_rows(head.text, separator);
    // Prose has commas too, but not as many in each of its lines.
    return rows.size() == 3 && rows[1].cells.size() == rows[0].cells.size() &&
           rows[2].cells.size() == rows[0].cells.size() && is_half_of_talk(texts_of(rows[0]));
  });
}

std::unique_ptr<Reader> open_csv(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<CsvReader>(source, issues, options);
}

}  // namespace moniker::read
