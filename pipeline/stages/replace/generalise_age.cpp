// An age becomes a band of ten years (setting `width`), from 90 (setting `top`) an open one: the HIPAA Safe
// Harbor rule joins all ages over 89, 45 CFR 164.514(b)(2)(i)(C). Babies' months become [0-11 months] or
// [12-23 months]. The words that go with the number stay: "83-year-old" -> [80-89-year-old].
#include <algorithm>
#include <set>

#include "replace/generalisations.hpp"
#include "replace/settings.hpp"
#include "replace/spelling.hpp"
#include "words/spoken_number.hpp"

namespace moniker::replace {
namespace {

using words::SpokenNumber;
using Kind = SpokenNumber::Kind;
constexpr std::uint32_t oldest = 125;

std::string band_of(const ToReplace& what, std::uint32_t age) {
  const std::uint32_t width = std::max(1U, number_setting(what, "width", 10)), top = number_setting(what, "top", 90);
  if (age >= top) return std::to_string(top) + '+';
  const std::uint32_t low = age / width * width, high = std::min(low + width - 1, top - 1);
  return low == high ? std::to_string(low) : std::to_string(low) + '-' + std::to_string(high);
}

/// "fifties", "50s" -> 50; "teens" -> 10.
std::optional<std::uint32_t> decade_of(std::string_view folded, const words::DateWords& dates) {
  if (const std::uint32_t named = dates.decade(folded)) return named;
  if (folded.size() == 3 && folded.ends_with("0s") && folded[0] >= '1' && folded[0] <= '9') {
    return static_cast<std::uint32_t>(folded[0] - '0') * 10;
  }
  return std::nullopt;
}

struct Age {
  std::set<std::uint32_t> years{};  // all that were said
  bool small_unit = false;          // and they were months, weeks or days
  ByteRange number{};               // from the first number to the last
  bool plain = true;                // beside the number only words that any age has
};

void take_number(Age& age, const SpokenNumber& word, std::uint32_t value) {
  if (age.years.empty()) age.number = word.bytes;
  age.number.end = word.bytes.end;
  age.years.insert(value);
}

Age read_age(const std::vector<SpokenNumber>& words, const words::Language& language) {
  Age age;
  bool said_years = false;
  std::uint32_t small = 0;
  for (const SpokenNumber& word : words) {
    if (word.kind != Kind::word) {
      take_number(age, word, word.value);
      continue;
    }
    if (const auto decade = decade_of(word.folded, language.dates)) {
      take_number(age, word, *decade);
      continue;
    }
    const std::uint32_t in_a_year = language.dates.in_a_year(word.folded);
    if (in_a_year == 1) said_years = true;
    if (in_a_year > 1) {
      age.small_unit = true;
      if (!age.years.empty()) small = *age.years.rbegin() / in_a_year;
    }
    age.plain = age.plain && language.age_words.contains(word.folded);
  }
  age.small_unit = age.small_unit && !said_years;
  if (age.small_unit) age.years = {small};
  return age;
}

}  // namespace

Broader broader_age(const ToReplace& what, const Generalisations& tables) {
  const std::string_view core = core_text(what.surface);
  const Age age = read_age(words::spoken_numbers(words::placed_words(core), tables.language.numbers), tables.language);
  if (age.years.empty() || *age.years.rbegin() > oldest) return std::nullopt;
  if (age.small_unit && *age.years.begin() < 2) return *age.years.begin() == 0 ? "0-11 months" : "12-23 months";
  const std::string band = band_of(what, *age.years.begin());
  if (band != band_of(what, *age.years.rbegin())) return std::nullopt;
  if (!age.plain || age.small_unit) return band;
  return std::string(core.substr(0, age.number.begin)) + band + std::string(core.substr(age.number.end));
}

}  // namespace moniker::replace
