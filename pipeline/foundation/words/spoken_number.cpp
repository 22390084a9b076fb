// Numbers as English speakers say them: each word alone first, then joined from the left while one belongs to the one
// before: twenty one, two thousand and four, nineteen eighty one, nineteen oh five. A year is only joined behind
// eighteen, nineteen or twenty. What does not fit stays apart, so that no two numbers become one that nobody said.
#include "words/spoken_number.hpp"

#include <charconv>
#include <optional>
#include <string_view>

#include "words/number_words.hpp"

namespace moniker::words {
namespace {

using Kind = SpokenNumber::Kind;

constexpr std::uint32_t last_day = 31;  // of a month: the fortieth is none, and no age either

/// "14", "1981", "3rd".
std::optional<SpokenNumber> written(const std::string& text) {
  SpokenNumber number{.kind = Kind::cardinal};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.value);
  if (error != std::errc()) return std::nullopt;
  number.digits = static_cast<std::uint32_t>(end - text.data());
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th")
    number.kind = Kind::ordinal;
  else if (!rest.empty())
    return std::nullopt;
  return number;
}

SpokenNumber single(const PlacedWord& word) {
  SpokenNumber number{.folded = word.folded, .bytes = word.bytes};
  if (auto as_written = written(word.folded)) {
    as_written->bytes = word.bytes;
    return *as_written;
  }
  const NumberWord said = number_word(word.folded);
  number.value = static_cast<std::uint32_t>(said.value);
  if (said.kind == NumberWord::Kind::small || said.kind == NumberWord::Kind::tens)
    number.kind = Kind::cardinal;
  else if (said.kind == NumberWord::Kind::ordinal && said.value <= last_day)
    number.kind = Kind::ordinal;
  else
    number.value = 0;
  return number;
}

bool in_words(const SpokenNumber& n, std::uint32_t low, std::uint32_t high) {
  return n.kind == Kind::cardinal && n.digits == 0 && n.value >= low && n.value <= high;
}

/// Reads on from one item and takes in those that belong to it.
class Joiner {
 public:
  explicit Joiner(std::vector<SpokenNumber> items) : items_(std::move(items)) {}

  std::vector<SpokenNumber> joined() {
    std::vector<SpokenNumber> out;
    while (at_ < items_.size()) out.push_back(next());
    return out;
  }

 private:
  const SpokenNumber* ahead(std::size_t by) const { return at_ + by < items_.size() ? &items_[at_ + by] : nullptr; }
  bool says(std::size_t by, std::string_view word) const {
    return ahead(by) && ahead(by)->kind == Kind::word && ahead(by)->folded == word;
  }
  void take(SpokenNumber& number, std::size_t count) {
    number.bytes.end = items_[at_ + count - 1].bytes.end;
    at_ += count;
  }

  SpokenNumber next() {
    SpokenNumber number = below_hundred();
    if (number.kind == Kind::word && number.folded == "a" && says(0, "hundred")) {
      number.kind = Kind::cardinal;
      number.value = 1;
    }
    if (number.kind != Kind::cardinal || number.digits != 0) return number;
    if (says(0, "thousand") || says(0, "hundred")) return with_scale(number);
    if (number.value >= 18 && number.value <= 20) return with_century(number);
    return number;
  }

  /// "eighty three", "twenty first"; anything else alone.
  SpokenNumber below_hundred() {
    SpokenNumber number = items_[at_++];
    if (!in_words(number, 20, 90) || number.value % 10 != 0 || !ahead(0)) return number;
    const SpokenNumber& unit = *ahead(0);
    if (unit.digits == 0 && unit.kind != Kind::word && unit.value >= 1 && unit.value <= 9) {
      number.value += unit.value;
      number.kind = unit.kind;
      take(number, 1);
    }
    return number;
  }

  /// "two thousand", "two thousand and twenty four", "a hundred and two".
  SpokenNumber with_scale(SpokenNumber number) {
    number.value *= says(0, "thousand") ? 1000 : 100;
    take(number, 1);
    const bool has_and = says(0, "and");
    if (ahead(has_and ? 1 : 0) && in_words(*ahead(has_and ? 1 : 0), 1, 99)) {
      if (has_and) take(number, 1);
      const SpokenNumber rest = below_hundred();
      number.value += rest.value;
      number.kind = rest.kind;
      number.bytes.end = rest.bytes.end;
    }
    return number;
  }

  /// "nineteen eighty one", "twenty twenty four", "nineteen oh five".
  SpokenNumber with_century(SpokenNumber number) {
    if ((says(0, "oh") || says(0, "o")) && ahead(1) && in_words(*ahead(1), 1, 9)) {
      number.value = number.value * 100 + ahead(1)->value;
      take(number, 2);
    } else if (ahead(0) && in_words(*ahead(0), 10, 99)) {
      const SpokenNumber rest = below_hundred();
      number.value = number.value * 100 + rest.value;
      number.bytes.end = rest.bytes.end;
    }
    return number;
  }

  std::vector<SpokenNumber> items_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<SpokenNumber> spoken_numbers(const std::vector<PlacedWord>& words) {
  std::vector<SpokenNumber> items;
  for (const PlacedWord& word : words) items.push_back(single(word));
  return Joiner(std::move(items)).joined();
}

}  // namespace moniker::words
