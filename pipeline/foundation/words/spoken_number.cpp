// How English joins the words of a number, once for all who read them: each word alone first, then from the left while
// one belongs to the one before. Readers differ in what they ask of a number (the three readings below): what was meant
// (a date, an age), what would be typed (a telephone, a postcode), or digits among other words. A year is only joined
// behind eighteen, nineteen or twenty. What does not fit stays apart, so that no two numbers become one that nobody
// said. The words come from the language; that tens come before units, and hundreds before both, is English and code.
#include "words/spoken_number.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

namespace moniker::words {
namespace {

using Kind = SpokenNumber::Kind;
using Says = NumberWord::Kind;

constexpr std::uint32_t last_day = 31;  // of a month: the fortieth is none, and no age either
constexpr std::string_view digit_chars = "0123456789";

/// One word, or several that are one number.
struct Part {
  SpokenNumber number{};  // Kind::word where it is no number in this reading
  NumberWord says{};
  std::string typed{};  // 07, LS, 00; the word itself where it stays one
};

/// "14", "1981", "3rd".
std::optional<SpokenNumber> written(const std::string& text, const NumberWords& words) {
  SpokenNumber number{.kind = Kind::cardinal};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.value);
  if (error != std::errc()) return std::nullopt;
  number.digits = static_cast<std::uint32_t>(end - text.data());
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (rest.empty()) return number;
  if (!words.endings.contains(rest)) return std::nullopt;
  number.kind = Kind::ordinal;
  return number;
}

void alone_meant(Part& part, const NumberWords& words) {
  SpokenNumber& number = part.number;
  if (auto as_written = written(number.folded, words)) {
    as_written->bytes = number.bytes;
    number = std::move(*as_written);
    return;
  }
  if (part.says.kind == Says::small || part.says.kind == Says::tens)
    number.kind = Kind::cardinal;
  else if (part.says.kind == Says::ordinal && part.says.value >= 1 && part.says.value <= last_day)
    number.kind = Kind::ordinal;
  if (number.kind != Kind::word) number.value = static_cast<std::uint32_t>(part.says.value);
}

/// "hundred" stands for "00", "thousand" for "000"; nobody reads millions of a number. Beside words of numbers there
/// are digits, one letter or two, and letters and digits written together: "LS six", "BD7 one AB".
void alone_typed(Part& part, const NumberWords&) {
  const std::string& word = part.number.folded;
  const NumberWord& says = part.says;
  if (says.kind == Says::scale) {
    if (says.value <= 1000) part.typed = std::to_string(says.value).substr(1);
  } else if (says.kind == Says::letter_o || says.kind == Says::oh || says.kind == Says::small ||
             says.kind == Says::tens) {
    part.typed = std::to_string(says.value);
  } else {
    const std::size_t letters = std::min(word.find_first_of(digit_chars), word.size());
    if (letters > 2 || word.find_first_not_of(digit_chars, letters) != std::string::npos) return;
    part.typed = word;
    for (std::size_t i = 0; i < letters; ++i) part.typed[i] = static_cast<char>(word[i] - 'a' + 'A');
  }
  if (part.typed.empty()) return;
  part.number.kind = Kind::cardinal;
  part.number.value = part.typed.size() == 1 && part.typed[0] >= '0' && part.typed[0] <= '9'
                          ? static_cast<std::uint32_t>(part.typed[0] - '0')
                          : static_cast<std::uint32_t>(says.value);
}

void alone_digit(Part& part, const NumberWords&) {
  const int digit = digit_of(part.says);
  part.typed = digit >= 0 ? std::to_string(digit) : part.number.folded;
}

/// What is asked of a number that is said.
struct Reading {
  void (*alone)(Part&, const NumberWords&);  // what a word says by itself
  bool tens = false;                         // "forty two" is one number
  bool times = false;                        // "double seven" is two digits; else double is a word
  bool scales = false;                       // "two thousand and four" and "nineteen eighty one" are one number
};
constexpr Reading meant{.alone = alone_meant, .tens = true, .scales = true};
constexpr Reading typed{.alone = alone_typed, .tens = true, .times = true};
constexpr Reading digit_by_digit{.alone = alone_digit, .times = true};

bool in_words(const SpokenNumber& n, std::uint32_t low, std::uint32_t high) {
  return n.kind == Kind::cardinal && n.digits == 0 && n.value >= low && n.value <= high;
}

/// Reads on from one part and takes in those that belong to it.
class Joiner {
 public:
  Joiner(std::vector<Part> parts, const Reading& reading) : parts_(std::move(parts)), reading_(reading) {}

  template <class Take>
  void each(const Take& take) {
    while (at_ < parts_.size()) take(next());
  }

 private:
  const Part* ahead(std::size_t by) const { return at_ + by < parts_.size() ? &parts_[at_ + by] : nullptr; }
  bool says(std::size_t by, Says kind) const { return ahead(by) && ahead(by)->says.kind == kind; }
  bool says_scale(std::uint64_t size) const { return says(0, Says::scale) && ahead(0)->says.value == size; }
  bool is_number(std::size_t by, std::uint32_t low, std::uint32_t high) const {
    return ahead(by) && in_words(ahead(by)->number, low, high);
  }
  void take(SpokenNumber& number, std::size_t count) {
    number.bytes.end = parts_[at_ + count - 1].number.bytes.end;
    at_ += count;
  }

  Part next() {
    const std::uint64_t times = reading_.times ? repeated() : 1;
    if (times > 1) return again(std::move(parts_[at_++]), times);
    Part part = below_hundred();
    if (reading_.scales) with_larger(part);
    return part;
  }

  /// "double": how often what follows is said; the last word of all is but a word.
  std::uint64_t repeated() {
    std::uint64_t times = 1;
    for (; says(0, Says::times) && ahead(1); ++at_) times = ahead(0)->says.value;
    return times;
  }
  static Part again(Part part, std::uint64_t times) {
    const std::string once = part.typed;
    for (; times > 1; --times) part.typed += once;
    return part;
  }

  /// "eighty three", "twenty first"; anything else alone.
  Part below_hundred() {
    Part part = std::move(parts_[at_++]);
    if (!reading_.tens || part.says.kind != Says::tens || !ahead(0)) return part;
    const SpokenNumber& unit = ahead(0)->number;
    if (unit.digits == 0 && unit.kind != Kind::word && unit.value >= 1 && unit.value <= 9) {
      part.number.value += unit.value;
      part.number.kind = unit.kind;
      if (!part.typed.empty()) part.typed.back() = static_cast<char>('0' + unit.value);
      part.says = {};
      take(part.number, 1);
    }
    return part;
  }

  void with_larger(Part& part) {
    SpokenNumber& number = part.number;
    if (part.says.kind == Says::article && says_scale(100)) {
      number.kind = Kind::cardinal;
      number.value = 1;
    }
    if (number.kind != Kind::cardinal || number.digits != 0) return;
    if (says_scale(1000) || says_scale(100)) return with_scale(number);
    if (number.value >= 18 && number.value <= 20) with_century(number);
  }

  /// "two thousand", "two thousand and twenty four", "a hundred and two".
  void with_scale(SpokenNumber& number) {
    number.value *= static_cast<std::uint32_t>(ahead(0)->says.value);
    take(number, 1);
    const std::size_t joining = says(0, Says::joining) ? 1 : 0;
    if (!is_number(joining, 1, 99)) return;
    at_ += joining;
    const SpokenNumber rest = below_hundred().number;
    number.value += rest.value;
    number.kind = rest.kind;
    number.bytes.end = rest.bytes.end;
  }

  /// "nineteen eighty one", "twenty twenty four", "nineteen oh five".
  void with_century(SpokenNumber& number) {
    if ((says(0, Says::oh) || says(0, Says::letter_o)) && is_number(1, 1, 9)) {
      number.value = number.value * 100 + ahead(1)->number.value;
      take(number, 2);
    } else if (is_number(0, 10, 99)) {
      const SpokenNumber rest = below_hundred().number;
      number.value = number.value * 100 + rest.value;
      number.bytes.end = rest.bytes.end;
    }
  }

  std::vector<Part> parts_;
  const Reading& reading_;
  std::size_t at_ = 0;
};

Part alone(std::string folded, ByteRange bytes, const NumberWords& numbers, const Reading& reading) {
  Part part{.says = numbers[folded]};
  part.number.folded = std::move(folded);
  part.number.bytes = bytes;
  reading.alone(part, numbers);
  return part;
}

/// "double-oh" is two words, "M-E-G" is three letters.
std::vector<Part> opened(const std::vector<std::string>& words, const NumberWords& numbers) {
  std::vector<Part> parts;
  parts.reserve(words.size());
  for (const std::string& word : words) {
    std::string part;
    for (const char c : word + '-') {
      if (c != '-') {
        part += c;
      } else if (!part.empty()) {
        parts.push_back(alone(std::exchange(part, {}), {}, numbers, digit_by_digit));
      }
    }
  }
  return parts;
}

}  // namespace

std::vector<SpokenNumber> spoken_numbers(const std::vector<PlacedWord>& words, const NumberWords& numbers) {
  std::vector<Part> parts;
  parts.reserve(words.size());
  for (const PlacedWord& word : words) parts.push_back(alone(word.folded, word.bytes, numbers, meant));
  std::vector<SpokenNumber> out;
  out.reserve(parts.size());
  Joiner joiner(std::move(parts), meant);
  joiner.each([&](Part part) { out.push_back(std::move(part.number)); });
  return out;
}

std::optional<std::string> spoken_code(const std::vector<std::string>& folded, const NumberWords& numbers) {
  std::vector<Part> parts;
  parts.reserve(folded.size());
  for (const std::string& word : folded) {
    parts.push_back(alone(word, {}, numbers, typed));
    if (parts.back().number.kind == Kind::word && parts.back().says.kind != Says::times) return std::nullopt;
  }
  std::string code;
  Joiner joiner(std::move(parts), typed);
  joiner.each([&](const Part& part) {
    if (part.says.kind != Says::times) code += part.typed;  // nothing follows such a one
  });
  return code;
}

std::vector<std::string> spoken_to_digits(const std::vector<std::string>& folded, const NumberWords& numbers) {
  std::vector<std::string> out;
  out.reserve(folded.size());
  Joiner(opened(folded, numbers), digit_by_digit).each([&](Part part) { out.push_back(std::move(part.typed)); });
  return out;
}

}  // namespace moniker::words
