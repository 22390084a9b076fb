#include <catch2/catch.hpp>

#include <fmt/format.h>

#include <sstream>

#include "eval/compare.hpp"
#include "moniker/error.hpp"

namespace moniker {

using namespace moniker::eval;
namespace {

/// Twelve documents, "Kate in Leeds" each.
std::string gold() {
  std::string lines;
  for (int i = 0; i < 12; ++i) {
    lines +=
        fmt::format(
            R"({{"id":"d{}","text":"Kate in Leeds","spans":[{{"start":0,"end":4,"label":"PERSON"}},{{"start":8,"end":13,"label":"LOCATION"}}]}})",
            i) +
        "\n";
  }
  return lines;
}

Evaluation scored(const Predict& predict, std::string text = gold()) {
  std::istringstream stream(text);
  return evaluate(stream, "gold.jsonl", predict);
}

std::vector<PredictedSpan> both(const GoldDocument&) { return {{0, 4, "PERSON"}, {8, 13, "LOCATION"}}; }
std::vector<PredictedSpan> names_only(const GoldDocument&) { return {{0, 4, "PERSON"}}; }

TEST_CASE("two systems stand side by side, and the interval is of their difference") {
  const Comparison c = compare("talk", "one", scored(names_only), "two", scored(both));
  const Interval recall = c.differences.at("overlap_r");
  CHECK(recall.low == Approx(0.5));  // in every document alike
  CHECK(recall.high == Approx(0.5));
  CHECK(c.differences.at("overlap_p").high == Approx(0));
  const std::string table = comparison_table(c);
  CHECK(table.find("talk: one (first) and two (second), 12 documents; overlapping spans") == 0);
  CHECK(table.find("  50.0  100.0  +50.0") != std::string::npos);
  CHECK(table.find("overlap_r: two less one is +50.0 to +50.0 (95 % interval over documents)") != std::string::npos);
  CHECK(comparison_markdown(c).find("| LOCATION | 12 | 0.0 | 100.0 | +100.0 |") != std::string::npos);
}

TEST_CASE("a system is not better than itself") {
  const Comparison c = compare("talk", "one", scored(both), "two", scored(both));
  for (const auto& [name, interval] : c.differences) {
    CHECK(interval.low == 0);
    CHECK(interval.high == 0);
  }
}

TEST_CASE("systems on different documents cannot be compared") {
  const std::string all = gold();
  CHECK_THROWS_AS(compare("talk", "one", scored(both), "two", scored(both, all.substr(0, all.find('\n') + 1))), Error);
}

}  // namespace
}  // namespace moniker
