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

/// The first rows, as long as more are wanted; none where the text is no table.
template <class Wanted>
std::vector<CsvRow> first_rows(std::string_view text, char separator, const Wanted& wanted) {
  std::vector<CsvRow> rows;
  try {
    MemorySource source(text);
    CsvRows reader(source, {}, dialect_of(separator));
    while (wanted(rows)) {
      auto row = reader.next();
      if (!row) break;
      rows.push_back(std::move(*row));
    }
  } catch (const Error&) {  // perhaps the head ends within a row
  }
  return rows;
}

auto at_most(std::size_t count) {
  return [count](const std::vector<CsvRow>& rows) { return rows.size() < count; };
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

constexpr std::size_t most_rows = 200;

/// What the first bytes hold of lines to their ends.
std::string_view whole_lines(std::string_view head) {
  return head.size() < 4096 ? head : head.substr(0, head.find_last_of('\n') + 1);
}

/// The rows that the first bytes hold to their ends, up to one that has not as many cells as the first: then it is no
/// table, and prose, which has commas too, is mostly left there.
std::vector<CsvRow> rows_alike(std::string_view text, char separator) {
  return first_rows(whole_lines(text), separator, [](const std::vector<CsvRow>& rows) {
    return rows.size() < most_rows && (rows.empty() || rows.back().cells.size() == rows.front().cells.size());
  });
}

std::optional<Layout> layout_of(std::string_view text) {
  const std::vector<char> separators = separators_in(text);
  for (const char separator : separators) {
    const auto rows = first_rows(text, separator, at_most(1));
    if (rows.empty()) continue;
    if (const auto columns = talk_columns(texts_of(rows.front()))) return Layout{separator, *columns};
  }
  for (const char separator : separators) {
    if (const auto columns = columns_by_cells(rows_alike(text, separator))) return Layout{separator, *columns, false};
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
    auto rows = first_rows(whole_lines(source_.head()), layout_.separator, at_most(most_rows));
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
    if (are_cells_of_talk(rows_alike(head.text, separator))) return true;
    const auto rows = first_rows(head.text, separator, at_most(3));
    // Prose has commas too, but not as many in each of its lines.
    return rows.size() == 3 && rows[1].cells.size() == rows[0].cells.size() &&
           rows[2].cells.size() == rows[0].cells.size() && is_half_of_talk(texts_of(rows[0]));
  });
}

std::unique_ptr<Reader> open_csv(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<CsvReader>(source, issues, options);
}

}  // namespace moniker::read
