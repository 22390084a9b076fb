// Numbers of a paragraph, and its sentences.
#include "manuscript/counts.hpp"

#include <algorithm>
#include <cmath>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "words/placed_words.hpp"
#include "words/spoken_number.hpp"

namespace moniker::custodian {
namespace {

bool is_year(double value, int decimals, bool comma) {
  return decimals == 0 && !comma && value >= 1900 && value < 2100;
}

/// A dash between two numbers: "23-67".
bool is_range_sign(std::string_view text, std::size_t at) {
  const char32_t c = code_point_at(text, at).value;
  return c == U'-' || c == 0x2013 || c == 0x2010 || c == 0x2011 || c == U'/' || c == U':';
}

std::size_t take_percent(std::string_view text, std::size_t at, const PaperWords& words) {
  const std::size_t next = skip_blanks(text, at);
  if (text.substr(next).starts_with('%')) return next + 1;
  for (const std::string& said : words.percents) {
    if (text.substr(next).starts_with(said)) return next + said.size();
  }
  return at;
}

/// One number in digits that begins at `at`; its end, and a count where it may be one.
std::size_t read_digits(std::string_view text, std::size_t at, const PaperWords& words, std::vector<Count>& counts) {
  Count count{.bytes = {static_cast<std::uint32_t>(at), 0}};
  std::size_t end = at;
  bool comma = false;
  std::string digits;
  while (end < text.size()) {
    const bool next = end + 1 < text.size() && is_ascii_digit(text[end + 1]);
    if (is_ascii_digit(text[end])) {
      digits += text[end];
      if (count.decimals > 0) ++count.decimals;
    } else if (text[end] == ',' && next && end + 3 < text.size() && is_ascii_digit(text[end + 3]) &&
               count.decimals == 0) {
      comma = true;
    } else if (text[end] == '.' && next && count.decimals == 0) {
      digits += '.';
      count.decimals = 1;
    } else {
      break;
    }
    ++end;
  }
  if (count.decimals > 0) --count.decimals;
  count.value = std::strtod(digits.c_str(), nullptr);
  const std::size_t behind = take_percent(text, end, words);
  count.percent = behind != end;
  const CodePoint before = code_point_before(text, at), after = code_point_at(text, behind);
  const bool joined = is_letter(before.value) || (!count.percent && is_letter(after.value)) || before.value == U'.' ||
                      before.value == U'#';
  const bool range = (at > 0 && is_range_sign(text, at - before.length) && at >= 2) ||
                     (behind < text.size() && is_range_sign(text, behind) && !count.percent &&
                      is_word(code_point_at(text, behind + after.length).value));
  count.bytes.end = static_cast<std::uint32_t>(behind);
  if (!joined && !range && !is_year(count.value, count.decimals, comma) && (count.percent || count.decimals == 0))
    counts.push_back(count);
  return behind;
}

void read_words_between(std::string_view text, std::size_t from, std::size_t to, const PaperWords& paper,
                        std::vector<Count>& counts) {
  for (const words::SpokenNumber& number :
       words::spoken_numbers(words::placed_words(text.substr(from, to - from)), paper.numbers)) {
    if (number.kind != words::SpokenNumber::Kind::cardinal || number.digits > 0 || number.value > 100000) continue;
    Count count{.bytes = {number.bytes.begin + static_cast<std::uint32_t>(from),
                          number.bytes.end + static_cast<std::uint32_t>(from)},
                .value = static_cast<double>(number.value),
                .in_words = true};
    const std::size_t behind = take_percent(text, count.bytes.end, paper);
    count.percent = behind != count.bytes.end;
    count.bytes.end = static_cast<std::uint32_t>(behind);
    const char32_t next = code_point_at(text, behind).value;
    if (next == U'-' && is_letter(code_point_at(text, behind + 1).value)) continue;  // "one-to-one", "two-part"
    counts.push_back(count);
  }
}

/// "two from Company D." ends a sentence, whatever follows: the letter is a name's no initial.
bool is_lettered(std::string_view text, std::size_t letter, const PaperWords& words) {
  if (letter < 2) return false;
  const std::string_view before = text.substr(0, letter - 1);
  const IdPrefix* known = words::find_word(words.prefixes, fold(before.substr(before.find_last_of(" (") + 1)));
  return known && known->word;
}

/// Whether a sentence begins here for sure: behind "Clinic C." the next one, and no surname as behind "J.".
bool begins_plainly(std::string_view text, const PaperWords& words) {
  const std::string_view first = text.substr(0, text.find_first_of(" ,"));
  const std::string folded = fold(first);
  const bool rest_small = !first.empty() && folded.size() == first.size() && folded.substr(1) == first.substr(1);
  return rest_small && is_one_of(folded, words.sentence_begins);
}

}  // namespace

std::vector<Count> counts_in(std::string_view text, const PaperWords& words) {
  std::vector<Count> counts;
  std::size_t words_from = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii_digit(text[at])) {
      read_words_between(text, words_from, at, words, counts);
      at = words_from = read_digits(text, at, words, counts);
    } else if (std::string_view(",;:.()").find(text[at]) != std::string_view::npos) {
      read_words_between(text, words_from, at, words, counts);  // "twenty, nine" are two
      words_from = ++at;
    } else {
      ++at;
    }
  }
  read_words_between(text, words_from, text.size(), words, counts);
  std::sort(counts.begin(), counts.end(), [](const Count& a, const Count& b) { return a.bytes.begin < b.bytes.begin; });
  return counts;
}

std::vector<ByteRange> sentences_of(std::string_view text, const PaperWords& words) {
  std::vector<ByteRange> sentences;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    depth += c == '(' || c == '[' ? 1 : (c == ')' || c == ']') && depth > 0 ? -1 : 0;
    if ((c != '.' && c != '?' && c != '!') || depth > 0) continue;
    std::size_t next = at + 1;
    while (next < text.size() && !is_white(text[next]) && !is_word(code_point_at(text, next).value))
      next += std::max<std::size_t>(1, code_point_at(text, next).length);
    if (next < text.size() && !is_white(text[next])) continue;
    const std::size_t after = skip_blanks(text, next);
    const std::size_t word = text.find_last_of(" (", at) + 1;
    const std::string last = fold(text.substr(word, at - word));
    const bool shortened =
        c == '.' && (is_one_of(last, words.short_forms) ||
                     (last.size() == 1 && is_upper(static_cast<unsigned char>(text[word])) && last != "i"));
    const bool initial =
        shortened && last.size() == 1 &&
        (is_lettered(text, word, words) || begins_plainly(text.substr(std::min(after, text.size())), words));
    if (after < text.size() && ((shortened && !initial) || is_lower(code_point_at(text, after).value))) continue;
    sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(next)});
    begin = after;
    at = after > at ? after - 1 : at;
  }
  if (begin < text.size())
    sentences.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text.size())});
  return sentences;
}

bool holds_total(std::string_view text, const PaperWords& words) {
  const auto said = folded_words(text);
  return std::any_of(said.begin(), said.end(), [&](const std::string& word) { return words.totals.contains(word); });
}

bool is_span(std::string_view between, const PaperWords& words) {
  return between.starts_with(' ') && between.ends_with(' ') && is_one_of(trimmed(between), words.range);
}

bool holds_year(std::string_view text) {
  for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
    const bool century = text.substr(at, 2) == "19" || text.substr(at, 2) == "20";
    if (century && is_ascii_digit(text[at + 2]) && is_ascii_digit(text[at + 3])) return true;
  }
  return false;
}

}  // namespace moniker::custodian
