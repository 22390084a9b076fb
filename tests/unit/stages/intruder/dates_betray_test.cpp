#include <catch2/catch.hpp>

#include "intruder/said_date.hpp"
#include "intruder/shifted_dates.hpp"
#include "unit/stages/intruder/seen_study.hpp"

using namespace moniker;
using namespace moniker::intruder;
using test::intruder_english;
using test::seen_talk;

namespace {

std::vector<Suspicion> dates_in(const std::vector<std::string>& lines) {
  return shifted_dates(seen_talk(lines), intruder_english());
}

std::string told(const std::string& text) {
  std::string all;
  for (const SaidDate& date : said_dates(text, intruder_english()))
    all += std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day) + " ";
  return all;
}

}  // namespace

TEST_CASE("days are read as they are said and written") {
  CHECK(told("on 14 March 2024 and then") == "2024-3-14 ");
  CHECK(told("the fourteenth of March") == "0-3-14 ");
  CHECK(told("March the fourteenth, 2024") == "2024-3-14 ");
  CHECK(told("14/03/2024 or 2024-03-14") == "2024-3-14 2024-3-14 ");
  CHECK(told("the fourteenth of the third, 1931") == "1931-3-14 ");
  CHECK(told("31 June 2024, and 30 February") == "");
  CHECK(told("three or four people in March, in 2024") == "");
}

TEST_CASE("Easter falls where it fell") {
  using namespace std::chrono;
  CHECK(easter(2024) == sys_days(2024y / March / 31));
  CHECK(easter(2026) == sys_days(2026y / April / 5));
  CHECK(easter(1961) == sys_days(1961y / April / 2));
  CHECK(easter(2000) == sys_days(2000y / April / 23));
  CHECK(day_of(intruder_english().feasts.at("good friday"), 2026) == sys_days(2026y / April / 3));
}

TEST_CASE("a weekday that is not that day's betrays a shift, and the right one does not") {
  const auto found = dates_in({"It was on a Tuesday, [DATE|14 March 2024], I think."});  // a Thursday
  REQUIRE(found.size() == 1);
  CHECK(found[0].risk == Risk::medium);
  CHECK(dates_in({"It was on a Thursday, [DATE|14 March 2024], I think."}).empty());
  CHECK(dates_in({"It was a Tuesday. On [DATE|14 March 2024] I went."}).empty());
}

TEST_CASE("a feast beside another day betrays a shift, and beside its own it does not") {
  CHECK(dates_in({"We met on Christmas Day, [DATE|3 March 2024]."}).at(0).risk == Risk::high);
  CHECK(dates_in({"It was [DATE|14 April 2024], Easter Sunday."}).at(0).risk == Risk::high);
  CHECK(dates_in({"We met on Christmas Day, [DATE|25 December 2024]."}).empty());
  CHECK(dates_in({"It was [DATE|31 March 2024], Easter Sunday."}).empty());
  CHECK(dates_in({"Before Christmas Day, no, after it, I went there on [DATE|3 March 2024]."}).empty());
}

TEST_CASE("a date in clear counts where the study replaces dates") {
  const auto found = dates_in({"I fell on 14 March 2024.", "Then in [DATE|2025] and on 3 May."});
  REQUIRE(found.size() == 2);
  CHECK(found[0].risk == Risk::medium);
  CHECK(found[0].words == "14 March 2024");
  CHECK(found[1].risk == Risk::low);
  CHECK(dates_in({"I fell on 14 March 2024."}).empty());
}

TEST_CASE("days of one that are those of another moved by one number betray both, and days at random do not") {
  SeenOutputs seen =
      seen_talk({"[DATE|3 March 2021], [DATE|19 May 2021], [DATE|2 August 2022], [DATE|27 November 2023]"});
  seen.transcripts.push_back({.name = "T02"});
  const auto say = [&](const std::string& text) { seen.transcripts[1].turns = {test::seen_turn("ID02", text)}; };
  say("[DATE|13 March 2021], [DATE|29 May 2021], [DATE|12 August 2022], [DATE|7 December 2023]");
  const auto found = shifted_dates(seen, intruder_english());
  REQUIRE(found.size() == 1);
  CHECK(found[0].says.find("4 days of ID01 are days of ID02") == 0);
  say("[DATE|14 March 2021], [DATE|2 June 2021], [DATE|5 August 2022], [DATE|17 December 2023]");
  CHECK(shifted_dates(seen, intruder_english()).empty());
}
