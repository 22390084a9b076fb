// Tables of talk, a row a turn: comma, semicolon or tab between columns, the first row their names.
#include <algorithm>
#include <array>

#include "base/csv.hpp"
#include "read/formats/formats.hpp"
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

/// At most the first three rows; none where the text is no table.
std::vector<CsvRow> first_rows(std::string_view text, char separator) {
  std::vector<CsvRow> rows;
  try {
    MemorySource source(text);
    CsvRows reader(source, {}, dialect_of(separator));
    while (rows.size() < 3) {
      auto row = reader.next();
      if (!row) break;
      rows.push_back(std::move(*row));
    }
  } catch (const Error&) {  // perhaps the head ends within a row
  }
  return rows;
}

std::vector<std::string> header_of(std::string_view text, char separator) {
  const auto rows = first_rows(text, separator);
  return rows.empty() ? std::vector<std::string>() : texts_of(rows.front());
}

constexpr auto separators = std::to_array<char>({'\t', ';', ','});

std::optional<char> separator_of(std::string_view text) {
  for (const char separator : separators) {
    if (talk_columns(header_of(text, separator))) return separator;
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
        rows_(source_, {}, dialect_of(separator_of(source_.head()).value_or(','))),
        turns_(options, issues) {
    const auto header = rows_.next().value();
    const auto columns = talk_columns(texts_of(header)).value();
    const auto others = other_columns(columns, header.cells.size());
    if (others > 0) issues({IssueCode::table_columns, {header.line, 1}, others});
    talk_.emplace(columns, turns_, header.cells.size());
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
  Peeked source_;
  CsvRows rows_;
  GivenTurns turns_;
  std::optional<TalkRows> talk_{};
  bool ended_ = false;
};

}  // namespace

bool claims_csv(const Head& head) { return separator_of(head.text).has_value(); }

bool is_half_a_table(const Head& head) {
  return std::any_of(separators.begin(), separators.end(), [&](char separator) {
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
