#include <catch2/catch.hpp>

#include <random>

#include "resolve/bearer.hpp"
#include "small_cast.hpp"
#include "support/english.hpp"

using namespace moniker::resolve;

namespace {

using namespace moniker;

/// A word of few letters, so that many are near each other.
std::string word(std::mt19937& dice) {
  static constexpr const char* pieces[] = {"ka", "th", "sh", "aw", "er", "in", "ste", "ph",
                                           "en", "ve", "-",  "mo", "ss", "h",  "al"};
  std::string text;
  for (auto n = 1 + dice() % 4; n > 0; --n) text += pieces[dice() % std::size(pieces)];
  while (text.starts_with('-')) text.erase(0, 1);
  while (text.ends_with('-')) text.pop_back();
  return text.empty() ? "kate" : text;
}

std::string name(std::mt19937& dice) {
  static constexpr const char* known[] = {"Kate", "Katherine", "Kath", "Bill", "William",
                                          "Jo",   "Joseph",    "Mrs",  "K",    "S"};
  std::string text;
  for (auto n = 1 + dice() % 3; n > 0; --n) {
    if (!text.empty()) text += ' ';
    text += dice() % 4 == 0 ? known[dice() % std::size(known)] : word(dice);
  }
  return text;
}

TEST_CASE("the index leaves out nobody whom a name fits") {
  std::mt19937 dice(7);
  std::vector<Bearer> bearers;
  BearerIndex index;
  for (std::size_t i = 0; i < 400; ++i) {
    Bearer& bearer = bearers.emplace_back();
    for (auto names = 1 + dice() % 2; names > 0; --names)
      bearer.add(parse_person(name(dice), moniker::test::english()));
    index.add(bearer, i);
  }
  std::size_t fits = 0;
  for (int round = 0; round < 400; ++round) {
    const PersonName wanted = parse_person(name(dice), moniker::test::english());
    const auto found = index.candidates(wanted, SmallCast::nicknames());
    for (std::size_t i = 0; i < bearers.size(); ++i) {
      if (fit(wanted, bearers[i], SmallCast::lists()) == Fit::none) continue;
      ++fits;
      CAPTURE(wanted.key(), i);
      REQUIRE(std::binary_search(found.begin(), found.end(), i));
    }
  }
  CHECK(fits > 500);
}

}  // namespace
