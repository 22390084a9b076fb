// Dates under `shift`, with the offset fixed by the owner that the cases name.
#include <catch2/catch.hpp>
#include <chrono>
#include <random>
#include <set>

#include "replace/shift_offset.hpp"
#include "replace/spoken_date.hpp"
#include "small_lists.hpp"

using small_lists::apply;
using small_lists::Settings;

using namespace moniker::replace;

namespace {

using std::chrono::sys_days;

const moniker::Secret<32>& key() {
  static const moniker::Secret<32> same_as_apply = [] {
    moniker::Secret<32> made;
    for (std::size_t i = 0; i < 32; ++i) made.bytes()[i] = static_cast<std::byte>(i);
    return made;
  }();
  return same_as_apply;
}

std::string shifted(const std::string& surface, const std::string& owner, const Settings& settings = {}) {
  return apply("shift", {.surface = surface, .label = "DATE", .number = 2, .owner = owner}, settings);
}

/// Somebody whose dates go this far.
std::string owner_with(int days, const Settings& settings) {
  const bool keep = !settings.contains("weekdays") || settings.at("weekdays") == "keep";
  const auto most = settings.contains("most") ? static_cast<std::uint32_t>(std::stoul(settings.at("most"))) : 182;
  for (int i = 1; i < 100'000; ++i) {
    const std::string owner = "ID" + std::to_string(i);
    if (moniker::replace::shift_offset(key(), owner, most, keep) == days) return owner;
  }
  FAIL("nobody's dates go " << days << " days");
  return {};
}

std::optional<sys_days> day_of(const std::string& text) {
  const auto date = moniker::replace::read_spoken_date(text, small_lists::tables());
  if (!date || date->day == 0 || date->year == 0) return std::nullopt;
  return sys_days(std::chrono::year(static_cast<int>(date->year)) / std::chrono::month(date->month) /
                  std::chrono::day(date->day));
}

}  // namespace

TEST_CASE("a date moves and is written as it was") {
  struct Row {
    int days;
    std::string was, now;
  };
  const Settings any{{"weekdays", "any"}};
  const auto row = GENERATE(values<Row>({
      {10, "14/03/1981", "24/03/1981"},
      {10, "14/03/81", "24/03/81"},
      {-10, "14/03/81", "04/03/81"},
      {-10, "14/3/81", "4/3/81"},
      {20, "14/3/81", "3/4/81"},
      {10, "14.3.81", "24.3.81"},
      {100, "1981-03-14", "1981-06-22"},
      {300, "1981-03-14", "1982-01-08"},
      {10, "14th March 1981", "24th March 1981"},
      {8, "14th March 1981", "22nd March 1981"},
      {20, "14th March 1981", "3rd April 1981"},
      {20, "14TH MARCH 1981", "3RD APRIL 1981"},
      {20, "14th march 1981", "3rd april 1981"},
      {20, "March 14th, 1981", "April 3rd, 1981"},
      {20, "14 Mar 1981", "3 Apr 1981"},
      {200, "14 Mar 1981", "30 Sep 1981"},
      {-20, "3 May 2024", "13 April 2024"},
      {20, "14th March '81", "3rd April '81"},
      {-20, "the fourteenth of March nineteen eighty one", "the twenty-second of February nineteen eighty-one"},
      {20, "fourteenth of the third eighty-one", "third of the fourth eighty-one"},
      {300, "Fourteenth of the third eighty-one", "Eighth of the first eighty-two"},
      {200, "the third of March two thousand and four", "the nineteenth of September two thousand and four"},
      {-200, "the third of March two thousand and four", "the sixteenth of August two thousand and three"},
      {300, "the third of March twenty twenty-four", "the twenty-eighth of December twenty twenty-four"},
      {300, "the third of April twenty twenty-four", "the twenty-eighth of January twenty twenty-five"},
      {-300, "the third of March nineteen hundred", "the seventh of May eighteen ninety-nine"},
      {1, "31/12/1999", "01/01/2000"},
      {1, "28 February 2024", "29 February 2024"},
      {1, "28 February 2023", "1 March 2023"},
      {1, "Monday 4 March 2024", "Tuesday 5 March 2024"},
      {-8, "Mon 4 March 2024", "Sun 25 February 2024"},
      {20, "3rd March", "23rd March"},
      {40, "31/12", "09/02"},
      {100, "March 1981", "June 1981"},
      {300, "March 1981", "January 1982"},
      {100, "March 81", "June 81"},
      {100, "03/1981", "06/1981"},
      {100, "March", "June"},
      {300, "1981", "1982"},
      {300, "in 1981", "in 1982"},
  }));
  CAPTURE(row.was, row.days);
  const Settings wide{{"weekdays", "any"}, {"most", "300"}};
  CHECK(shifted(row.was, owner_with(row.days, wide), wide) == row.now);
}

TEST_CASE("what is said from today's view stays, and what is no one date is made broader") {
  const auto [was, now] = GENERATE(table<std::string, std::string>({
      {"last Monday", "last Monday"},
      {"Monday", "Monday"},
      {"next March", "next March"},
      {"two weeks ago", "two weeks ago"},
      {"yesterday", "yesterday"},
      {"the nineties", "the nineties"},
      {"Christmas", "Christmas"},
      {"last summer", "last summer"},
      {"Christmas Day 2019", "[2019]"},
      {"31 February 2024", "[February 2024]"},
      {"99/99/9999", "[DATE_2]"},
      {"the fifth", "[DATE_2]"},
      {"the week of the fourteenth", "[DATE_2]"},
      {"the day the music died", "[DATE_2]"},
      {"March 3 to April 5 2024", "[April 2024]"},
      {"14 Marchember 2024", "[2024]"},
  }));
  CAPTURE(was);
  CHECK(shifted(was, "ID04") == now);
}

TEST_CASE("years of two digits do not leave their century, and an American date stays one that reads as such") {
  const Settings any{{"weekdays", "any"}, {"most", "300"}};
  CHECK(shifted("14/12/29", owner_with(100, any), any) == "[December 2029]");
  CHECK(shifted("Dec 99", owner_with(100, any), any) == "[1999]");  // "Mar 00" would be no year
  CHECK(shifted("14 Mar 99", owner_with(300, any), any) == "[1999]");
  CHECK(shifted("14 Mar '99", owner_with(300, any), any) == "8 Jan '00");
  CHECK(shifted("3/14/1981", owner_with(1, any), any) == "3/15/1981");
  CHECK(shifted("3/14/1981", owner_with(20, any), any) == "[1981]");
}

TEST_CASE("a shifted date is marked on request, and nobody's date is made broader") {
  CHECK(shifted("14/03/1981", owner_with(7, {}), {{"mark", "brackets"}}) == "[21/03/1981]");
  CHECK(shifted("14/03/1981", "") == "[1981]");
  CHECK(apply("shift", {.surface = "Leeds", .label = "LOCATION", .owner = "ID04"}) == "[Yorkshire and the Humber]");
}

TEST_CASE("an offset follows from the owner, is never 0 and keeps to its bounds") {
  const auto [most, keep] = GENERATE(table<std::uint32_t, bool>(
      {{182, true}, {182, false}, {1, false}, {7, true}, {8, true}, {3650, true}, {3650, false}}));
  std::set<int> seen;
  for (int i = 0; i < 2000; ++i) {
    const int days = moniker::replace::shift_offset(key(), "ID" + std::to_string(i), most, keep);
    seen.insert(days);
    REQUIRE(days != 0);
    REQUIRE(std::abs(days) <= static_cast<int>(most));
    if (keep) REQUIRE(days % 7 == 0);
    REQUIRE(days == moniker::replace::shift_offset(key(), "ID" + std::to_string(i), most, keep));
  }
  const std::size_t possible = keep ? 2 * (most / 7) : 2 * most;
  CHECK((possible <= 60 ? seen.size() == possible : seen.size() > 50));
  CHECK(*seen.begin() < 0);
  CHECK(*seen.rbegin() > 0);
}

TEST_CASE("what lies between two dates of one person stays, however they are written") {
  std::mt19937 dice(20261123);
  const auto draw = [&](int low, int high) { return std::uniform_int_distribution<int>(low, high)(dice); };
  const std::vector<std::string> months{"January", "February", "March",     "April",   "May",      "June",
                                        "July",    "August",   "September", "October", "November", "December"};
  for (int round = 0; round < 3000; ++round) {
    const std::string owner = "ID" + std::to_string(draw(1, 40));
    const Settings settings{{"weekdays", draw(0, 1) ? "keep" : "any"}, {"most", std::to_string(draw(7, 3650))}};
    std::optional<long> offset;
    for (int one = 0; one < 3; ++one) {
      const int day = draw(1, 28), month = draw(1, 12), year = draw(1940, 2015);
      const std::string d = std::to_string(day), m = std::to_string(month), y = std::to_string(year);
      const std::string forms[] = {d + "/" + m + "/" + y,
                                   d + " " + months[static_cast<std::size_t>(month - 1)] + " " + y,
                                   y + "-" + (month < 10 ? "0" : "") + m + "-" + (day < 10 ? "0" : "") + d};
      const std::string& was = forms[draw(0, 2)];
      const std::string now = shifted(was, owner, settings);
      CAPTURE(was, now, owner);
      const auto from = day_of(was), to = day_of(now);
      REQUIRE(from);
      REQUIRE(to);
      const long days = (*to - *from).count();
      REQUIRE(days != 0);
      REQUIRE(offset.value_or(days) == days);
      offset = days;
    }
  }
}
