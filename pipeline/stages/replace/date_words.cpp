#include "replace/date_words.hpp"

#include <algorithm>

#include "base/fold.hpp"

namespace moniker::replace {
namespace {

constexpr std::uint32_t pivot = 30;

}  // namespace

std::uint32_t month_of(std::string_view folded) {
  if (folded.size() < 3) return 0;
  for (std::uint32_t i = 0; i < month_names.size(); ++i) {
    const std::string name = fold(month_names[i]);
    if (folded == name || folded == name.substr(0, 3) || (folded == "sept" && i == 8)) return i + 1;
  }
  return 0;
}

bool says_nothing(std::string_view folded, const Generalisations& tables) {
  constexpr std::string_view fillers[] = {"of",   "the",   "and",    "in",    "on",   "day",      "month",
                                          "year", "early", "late",   "mid",   "last", "next",     "this",
                                          "back", "about", "around", "since", "by",   "until",    "till",
                                          "from", "s",     "end",    "start", "a",    "beginning"};
  return std::find(std::begin(fillers), std::end(fillers), folded) != std::end(fillers) ||
         tables.calendar.contains(std::string(folded));
}

bool is_decade(std::string_view folded) {
  constexpr std::string_view decades[] = {"twenties", "thirties",  "forties",  "fifties",
                                          "sixties",  "seventies", "eighties", "nineties"};
  const bool digits = folded.size() >= 3 && folded.ends_with("0s");
  return digits || std::find(std::begin(decades), std::end(decades), folded) != std::end(decades);
}

std::uint32_t full_year(const SpokenNumber& n) {
  if (n.value >= 100 || n.digits > 2) return n.value;
  return n.value + (n.value < pivot ? 2000 : 1900);
}

bool is_year(const SpokenNumber& n) {
  return n.kind == SpokenNumber::Kind::cardinal && n.value >= 1000 && n.value <= 2199;
}

}  // namespace moniker::replace
