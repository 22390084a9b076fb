#include "intruder/said_date.hpp"

#include "words/spoken_number.hpp"

namespace moniker::intruder {
namespace {

using words::SpokenNumber;
using Kind = SpokenNumber::Kind;

bool may_be_day(const SpokenNumber& word) {
  return word.kind != Kind::word && word.value >= 1 && word.value <= 31 && word.digits <= 2;
}
bool may_be_month(const SpokenNumber& word) { return word.kind != Kind::word && word.value >= 1 && word.value <= 12; }

class DateSearch {
 public:
  DateSearch(std::string_view text, const IntruderWords& words)
      : text_(text), words_(words), said_(words::spoken_numbers(words::placed_words(text), words.numbers)) {}

  std::vector<SaidDate> found() const {
    std::vector<SaidDate> dates;
    for (std::size_t i = 0; i < said_.size();) {
      const auto [date, taken] = date_at(i);
      const bool there = taken > 0 && (date.is_full() ? date.whole() : of_leap_year(date)).ok();
      if (there) dates.push_back(date);
      i += there ? taken : 1;
    }
    return dates;
  }

 private:
  static std::chrono::year_month_day of_leap_year(SaidDate date) {
    date.year = 2000;
    return date.whole();
  }

  std::size_t past_fillers(std::size_t i) const {
    while (i < said_.size() && said_[i].kind == Kind::word && words_.in_dates.contains(said_[i].folded)) ++i;
    return i;
  }
  bool touches(std::size_t a, std::size_t b) const {
    const auto gap = text_.substr(said_[a].bytes.end, said_[b].bytes.begin - said_[a].bytes.end);
    return gap.find_first_of(".?!;:") == gap.npos || gap == ".";
  }
  std::uint32_t month_of(std::size_t i) const {
    if (i >= said_.size() || said_[i].kind != Kind::word) return 0;
    const auto month = words_.dates.month(said_[i].folded);
    return month ? month->number : 0;
  }
  SaidDate made(std::size_t first, std::size_t last, std::uint32_t year, std::uint32_t month, std::uint32_t day) const {
    return {year, month, day, {said_[first].bytes.begin, said_[last].bytes.end}};
  }
  std::uint32_t year_at(std::size_t i, std::size_t before) const {
    return i < said_.size() && touches(before, i) && words::is_year(said_[i]) ? words::full_year(said_[i]) : 0;
  }

  /// And how many words it takes; 0: none begins there.
  std::pair<SaidDate, std::size_t> date_at(std::size_t i) const {
    if (i + 2 < said_.size() && said_[i].digits == 4 && joined(i) && may_be_month(said_[i + 1]) &&
        may_be_day(said_[i + 2]))
      return {made(i, i + 2, said_[i].value, said_[i + 1].value, said_[i + 2].value), 3};
    if (may_be_day(said_[i])) {
      const std::size_t next = past_fillers(i + 1);
      if (const std::uint32_t month = month_of(next); month && touches(i, next)) {
        const std::size_t then = past_fillers(next + 1);
        const std::uint32_t year = year_at(then, next);
        const std::size_t last = year ? then : next;
        return {made(i, last, year, month, said_[i].value), last + 1 - i};
      }
      const bool ordinals = said_[i].kind == Kind::ordinal && next < said_.size() && said_[next].kind == Kind::ordinal;
      if (next + 1 < said_.size() && may_be_month(said_[next]) && (ordinals || joined(i))) {
        if (const std::uint32_t year = year_at(next + 1, next))
          return {made(i, next + 1, year, said_[next].value, said_[i].value), next + 2 - i};
      }
    }
    const std::uint32_t month = month_of(i);
    const std::size_t day = past_fillers(i + 1);
    if (month && day < said_.size() && may_be_day(said_[day]) && touches(i, day)) {
      const std::uint32_t year = year_at(day + 1, day);
      const std::size_t last = year ? day + 1 : day;
      return {made(i, last, year, month, said_[day].value), last + 1 - i};
    }
    return {{}, 0};
  }
  /// 14/03/2024, 2024-03-14: three numbers in digits with one sign between them.
  bool joined(std::size_t i) const {
    if (i + 2 >= said_.size() || said_[i].digits == 0 || said_[i + 1].digits == 0 || said_[i + 2].digits == 0)
      return false;
    const auto gap = text_.substr(said_[i].bytes.end, said_[i + 1].bytes.begin - said_[i].bytes.end);
    const auto then = text_.substr(said_[i + 1].bytes.end, said_[i + 2].bytes.begin - said_[i + 1].bytes.end);
    return gap == then && (gap == "/" || gap == "-" || gap == ".");
  }

  std::string_view text_;
  const IntruderWords& words_;
  std::vector<SpokenNumber> said_;
};

}  // namespace

std::vector<SaidDate> said_dates(std::string_view text, const IntruderWords& words) {
  return DateSearch(text, words).found();
}

std::chrono::sys_days easter(int year) {
  const int century = year / 100, moon = year % 19;
  const int epact = 15 + (3 * century + 3) / 4 - (8 * century + 13) / 25;
  const int solar = 2 - (3 * century + 3) / 4;
  const int full = (19 * moon + epact) % 30;
  const int mended = (full + moon / 11) / 29;
  const int border = 21 + full - mended;
  const int sunday = 7 - (year + year / 4 + solar) % 7;
  const int distance = 7 - (border - sunday) % 7;
  return std::chrono::sys_days(std::chrono::year(year) / 3 / 1) + std::chrono::days(border + distance - 1);
}

std::chrono::sys_days day_of(const Feast& feast, int year) {
  if (feast.month != 0)
    return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(feast.month) /
                                 std::chrono::day(feast.day));
  return easter(year) + std::chrono::days(feast.from_easter);
}

}  // namespace moniker::intruder
