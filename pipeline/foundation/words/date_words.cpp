// English months, weekdays and decades, once.
#include "words/date_words.hpp"

#include <algorithm>

#include "base/fold.hpp"

namespace moniker::words {
namespace {

constexpr std::uint32_t pivot = 30;

constexpr std::string_view decades[] = {"teens",   "twenties",  "thirties", "forties", "fifties",
                                        "sixties", "seventies", "eighties", "nineties"};

/// Its place among the names, which are written out or cut short.
template <std::size_t N>
std::optional<std::uint32_t> place_of(std::string_view folded, const std::array<std::string_view, N>& names) {
  for (std::uint32_t i = 0; i < N; ++i) {
    const std::string name = fold(names[i]);
    if (folded == name || folded == std::string_view(name).substr(0, short_name)) return i;
  }
  return std::nullopt;
}

}  // namespace

std::uint32_t month_of(std::string_view folded) {
  if (folded.size() < short_name) return 0;
  if (folded == "sept") return 9;
  const auto place = place_of(folded, month_names);
  return place ? *place + 1 : 0;
}

std::optional<std::uint32_t> weekday_of(std::string_view folded) { return place_of(folded, weekday_names); }

std::uint32_t decade_named(std::string_view folded) {
  const auto* found = std::find(std::begin(decades), std::end(decades), folded);
  return found == std::end(decades) ? 0 : static_cast<std::uint32_t>(found - std::begin(decades) + 1) * 10;
}

bool is_decade(std::string_view folded) {
  return (folded.size() >= 3 && folded.ends_with("0s")) || decade_named(folded) > 10;
}

std::uint32_t full_year(const SpokenNumber& n) {
  if (n.value >= 100 || n.digits > 2) return n.value;
  return n.value + (n.value < pivot ? 2000 : 1900);
}

bool is_year(const SpokenNumber& n) {
  return n.kind == SpokenNumber::Kind::cardinal && n.value >= 1000 && n.value <= 2199;
}

}  // namespace moniker::words
