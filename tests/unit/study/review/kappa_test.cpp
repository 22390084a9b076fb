#include "review/kappa.hpp"

#include <catch2/catch.hpp>

using moniker::study::cohens_kappa;

namespace {

std::vector<std::pair<std::string, std::string>> answers(int both_yes, int first_alone, int second_alone, int both_no) {
  std::vector<std::pair<std::string, std::string>> all;
  for (int i = 0; i < both_yes; ++i) all.emplace_back("yes", "yes");
  for (int i = 0; i < first_alone; ++i) all.emplace_back("yes", "no");
  for (int i = 0; i < second_alone; ++i) all.emplace_back("no", "yes");
  for (int i = 0; i < both_no; ++i) all.emplace_back("no", "no");
  return all;
}

}  // namespace

TEST_CASE("Cohen's kappa is what agreement is worth beyond chance") {
  CHECK(cohens_kappa(answers(20, 5, 10, 15)).value() == Approx(0.4));  // 0.7 agreed, 0.5 by chance
  CHECK(cohens_kappa(answers(45, 15, 25, 15)).value() == Approx(0.1304).margin(0.0001));
  CHECK(cohens_kappa(answers(10, 0, 0, 10)).value() == Approx(1));
  CHECK(cohens_kappa(answers(0, 10, 10, 0)).value() == Approx(-1));
  CHECK(cohens_kappa({{"a", "a"}, {"b", "c"}, {"c", "c"}, {"a", "b"}}).value() == Approx(0.2727).margin(0.0001));
}

TEST_CASE("Cohen's kappa of nothing, or of one answer to all, is nothing") {
  CHECK_FALSE(cohens_kappa({}));
  CHECK_FALSE(cohens_kappa(answers(7, 0, 0, 0)));
}
