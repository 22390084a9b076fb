#include <catch2/catch.hpp>

#include <cmath>

#include "intruder/linked_order.hpp"
#include "intruder/permutation.hpp"
#include "support/chance.hpp"

using namespace moniker;
using namespace moniker::intruder;

namespace {

const std::vector<std::string> last_names{"Abbott", "Baxter", "Calder", "Dawson", "Ellison", "Fraser",
                                          "Gill",   "Holmes", "Iqbal",  "Keane",  "Lister",  "Marsh"};

std::vector<Original> people(const std::vector<std::string>& last) {
  const std::vector<std::string> first{"Nora", "Ada",   "Tom", "Kim", "Zoe", "Beth",
                                       "Hal",  "Moira", "Ed",  "Sue", "Cy",  "Pat"};
  std::vector<Original> all;
  for (std::size_t i = 0; i < last.size(); ++i)
    all.push_back({.pseudonym = (i < 9 ? "ID0" : "ID") + std::to_string(i + 1),
                   .label = "PERSON",
                   .name = first[i] + " " + last[i]});
  return all;
}

}  // namespace

TEST_CASE("ranks share their middle, and correlation is what it is called") {
  CHECK(midranks({3, 1, 3, 7}) == std::vector<double>{2.5, 1, 2.5, 4});
  CHECK(correlation({1, 2, 3}, {2, 4, 6}) == Approx(1));
  CHECK(correlation({1, 2, 3}, {6, 4, 2}) == Approx(-1));
  CHECK(correlation({1, 1, 1}, {6, 4, 2}) == 0);
  CHECK(holm({0.01, 0.04, 0.03}) == std::vector<double>{0.03, 0.06, 0.06});
}

TEST_CASE("chance is as often as it should be: of pairs at random one in a hundred is one in a hundred") {
  test::Chance chance(7);
  std::size_t alarms = 0;
  constexpr std::size_t studies = 200;
  for (std::size_t study = 0; study < studies; ++study) {
    std::vector<double> a(9), b(9);
    for (std::size_t i = 0; i < a.size(); ++i)
      a[i] = static_cast<double>(i), b[i] = static_cast<double>(chance.below(1000));
    alarms += rank_link(a, b).p <= 0.05 ? 1 : 0;
  }
  CHECK(alarms > 2);
  CHECK(alarms < 20);
}

TEST_CASE("IDs in the order of the alphabet are told, and shuffled ones are not") {
  const auto found = linked_order(people(last_names));
  REQUIRE(found.size() == 1);
  CHECK(found[0].risk == Risk::high);
  CHECK(found[0].says.find("the numbers of ID go in the alphabetical order of last names (rho 1.00, 12 of them") == 0);
  test::Chance chance(3);
  for (int study = 0; study < 20; ++study) {
    auto shuffled = last_names;
    chance.shuffle(shuffled);
    CHECK(linked_order(people(shuffled)).empty());
  }
}

TEST_CASE("fewer than six people say nothing") {
  CHECK(linked_order(people({last_names.begin(), last_names.begin() + 5})).empty());
}

TEST_CASE("surrogates that are as long as the names are told, and others are not") {
  auto all = people(
      {"Lee", "Marsh", "Okonkwo", "Featherstone", "Ng", "Barker", "Pickersgill", "Shah", "Thackeray", "Hollingworth"});
  const std::vector<std::string> as_long{"Nina Day",      "Ann Booth",      "Joan Ashford",    "Ray Wolstenholme",
                                         "Di Fu",         "Una Cooper",     "Meg Wintersgill", "Lil Cole",
                                         "Dot Fairbanks", "Ivy Ramsbottoms"};
  for (std::size_t i = 0; i < all.size(); ++i) all[i].surrogate = as_long[i];
  const auto found = linked_order(all);
  REQUIRE(found.size() == 1);
  CHECK(found[0].says.find("surrogates are as long as the names") == 0);
  auto otherwise = as_long;
  std::rotate(otherwise.begin(), otherwise.begin() + 3, otherwise.end());
  for (std::size_t i = 0; i < all.size(); ++i) all[i].surrogate = otherwise[i];
  CHECK(linked_order(all).empty());
}

TEST_CASE("numbers that follow the study's own are to be known, and low") {
  auto all = people(last_names);
  std::swap(all[0].name, all[7].name), std::swap(all[2].name, all[9].name), std::swap(all[4].name, all[11].name);
  for (std::size_t i = 0; i < all.size(); ++i) all[i].number = "R" + std::to_string(100 + i);
  const auto found = linked_order(all);
  REQUIRE(found.size() == 1);
  CHECK(found[0].risk == Risk::low);
}
