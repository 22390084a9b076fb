#include "read/turns/line_numbers.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "read/turns/label.hpp"
#include "read/turns/label_words.hpp"

namespace moniker::read {
namespace {

struct LineNumber {
  std::uint64_t value = 0;
  std::size_t length = 0;  // with the blanks behind it; 0 where there is none
};

/// "12 ", "12. ", "[12] ", "L12 ", "#12 ", "0004:12 " (page and line).
LineNumber number_of(std::string_view line) {
  constexpr std::size_t most_digits = 5, page_digits = 3;
  const std::size_t begin = skip_all_blanks(line, 0);
  LineNumber number;
  std::size_t at = begin, digits = 0;
  const bool marked = at + 1 < line.size() && std::string_view("[(L#").find(line[at]) != std::string_view::npos;
  if (marked && is_ascii_digit(line[at + 1])) ++at;
  const auto read = [&] {
    number.value = 0;
    for (digits = 0; at < line.size() && digits < most_digits && is_ascii_digit(line[at]); ++at, ++digits)
      number.value = number.value * 10 + static_cast<std::uint64_t>(line[at] - '0');
  };
  read();
  if (digits == 0) return {};
  const bool page = digits >= page_digits && at + 1 < line.size() && line[at] == ':' && is_ascii_digit(line[at + 1]);
  if (page) ++at, read();
  if (at < line.size() && std::string_view(".):]").find(line[at]) != std::string_view::npos) ++at;
  const std::size_t words = skip_all_blanks(line, at);
  if (words == at && at < line.size()) return {};
  number.length = words;
  return number;
}

bool is_read(const Line& line) { return !line.matter && !line.sealed && !line.continues && !line.speaker; }

}  // namespace

void LineNumbers::survey(const std::deque<Line>& lines, const words::Language& language) {
  for (const std::uint64_t step : {1U, 5U}) {
    step_ = step;
    std::size_t words = 0, numbers = 0, fitting = 0, labels = 0;
    for (const Line& line : lines) {
      if (!is_read(line) || trimmed(line.text).empty()) continue;
      ++words;
      const LineNumber number = number_of(line.text);
      if (number.length == 0) continue;
      ++numbers;
      if (!fits(number.value)) continue;
      last_ = number.value;
      ++fitting;
      const auto label = label_candidate(line.text, language, number.length);
      labels += label && label->shape >= LabelShape::name && label->style != LabelStyle::line;
    }
    last_ = 0;
    const std::size_t least = step == 1 ? 4 : 2;
    const std::size_t share = step == 1 ? 2 : 10;
    numbered_ = fitting >= least && fitting * 10 >= numbers * 8 && fitting * share >= words && labels >= 2;
    if (numbered_) return;
  }
}

void LineNumbers::take_off(Line& line) {
  if (!numbered_ || !is_read(line)) return;
  const LineNumber number = number_of(line.text);
  if (number.length == 0 || !fits(number.value)) return;
  last_ = number.value;
  const auto length = static_cast<std::uint32_t>(number.length);
  line.text.erase(0, number.length);
  line.at.column += length;
  line.emphasis -= std::min(line.emphasis, length);
  if (line.pieces.empty()) {
    line.source += length;
    return;
  }
  const auto kept = std::find_if(line.pieces.begin(), line.pieces.end(),
                                 [length](const SourceRun& piece) { return piece.text > length; });
  line.pieces.erase(line.pieces.begin(), kept == line.pieces.begin() ? kept : kept - 1);
  for (SourceRun& piece : line.pieces) {
    const std::uint32_t cut = std::min(piece.text, length);
    if (piece.text < length) piece.source += length - piece.text;
    piece.text -= cut;
  }
}

}  // namespace moniker::read
