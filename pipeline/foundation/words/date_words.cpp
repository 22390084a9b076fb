// Months, weekdays and decades by name, and what a year in two digits means.
#include "words/date_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "words/list_cells.hpp"

namespace moniker::words {
namespace {

constexpr std::uint32_t pivot = 30;

void if_first(std::string& written, std::string_view word) {
  if (written.empty()) written = word;
}

/// Cut short where that is another word.
std::string_view form(const std::string& full, const std::string& in_short, bool cut) {
  return cut && !in_short.empty() ? in_short : full;
}

template <std::size_t N>
bool lacks_some(const std::array<std::string, N>& written) {
  const auto missing = std::count(written.begin(), written.end(), std::string());
  return missing != 0 && missing != static_cast<std::ptrdiff_t>(N);
}

std::optional<NamedDay> found_in(const WordMap<NamedDay>& words, std::string_view folded) {
  const NamedDay* day = find_word(words, folded);
  return day ? std::optional(*day) : std::nullopt;
}

std::uint32_t number_of(const WordMap<std::uint32_t>& words, std::string_view folded) {
  const std::uint32_t* number = find_word(words, folded);
  return number ? *number : 0;
}

}  // namespace

void DateWords::read(const ListFile& list) {
  DateNames own;
  const auto place = static_cast<std::uint32_t>(names.size());
  each_row(list, {"word", "number", "kind"}, [&](const ListRow& row) {
    const std::string_view word = row.cells[0];
    const auto number = [&](std::uint32_t least, std::uint32_t most) {
      const auto value = static_cast<std::uint32_t>(number_in(list, row, 1, most));
      if (value < least || row.cells[1] == "-") fail_row(list, row, "the word has no number", "give it its kind's");
      return value;
    };
    const bool cut = row.cells[2].starts_with("short");
    switch (place_in(list, row, 2, {"month", "short month", "weekday", "short weekday", "decade", "unit", "between"})) {
      case 0:
      case 1: {
        const std::uint32_t month = number(1, 12);
        month_words.try_emplace(fold(word), NamedDay{month, cut, place});
        return if_first((cut ? own.short_months : own.months)[month - 1], word);
      }
      case 2:
      case 3: {
        const std::uint32_t weekday = number(0, 6);
        weekday_words.try_emplace(fold(word), NamedDay{weekday, cut, place});
        return if_first((cut ? own.short_weekdays : own.weekdays)[weekday], word);
      }
      case 4:
        decade_words.try_emplace(fold(word), number(10, 90));
        return;
      case 5:
        units.try_emplace(fold(word), number(1, 365));
        return;
      case 6:
        return if_first(own.between, word);
      default:
        fail_row(list, row, "the word has no kind", "give it one, or take it out");
    }
  });
  if (lacks_some(own.months) || lacks_some(own.weekdays))
    fail_row(list, {.line = 1}, "the list has only some of the months or of the weekdays", "give it all or none");
  if (!own.months[0].empty() || !own.weekdays[0].empty()) names.push_back(std::move(own));
}

std::optional<NamedDay> DateWords::month(std::string_view folded) const { return found_in(month_words, folded); }

std::optional<NamedDay> DateWords::weekday(std::string_view folded) const { return found_in(weekday_words, folded); }

std::string_view DateWords::month_name(std::uint32_t month, const NamedDay& like) const {
  if (names.empty()) return {};
  const DateNames& of = names[like.names];
  return form(of.months[month - 1], of.short_months[month - 1], like.in_short);
}

std::string_view DateWords::weekday_name(std::uint32_t weekday, const NamedDay& like) const {
  if (names.empty()) return {};
  const DateNames& of = names[like.names];
  return form(of.weekdays[weekday], of.short_weekdays[weekday], like.in_short);
}

std::string DateWords::months_from_to(std::uint32_t first, std::uint32_t last, const NamedDay& like) const {
  if (names.empty()) return {};
  return fmt::format("{} {} {}", month_name(first, like), names[like.names].between, month_name(last, like));
}

std::uint32_t DateWords::decade(std::string_view folded) const { return number_of(decade_words, folded); }

bool DateWords::is_decade(std::string_view folded) const {
  return (folded.size() >= 3 && folded.ends_with("0s")) || decade(folded) > 10;
}

std::uint32_t DateWords::in_a_year(std::string_view folded) const { return number_of(units, folded); }

std::uint32_t full_year(const SpokenNumber& n) {
  if (n.value >= 100 || n.digits > 2) return n.value;
  return n.value + (n.value < pivot ? 2000 : 1900);
}

bool is_year(const SpokenNumber& n) {
  return n.kind == SpokenNumber::Kind::cardinal && n.value >= 1000 && n.value <= 2199;
}

}  // namespace moniker::words
