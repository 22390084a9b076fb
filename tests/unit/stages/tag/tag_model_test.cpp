#include <catch2/catch.hpp>

#include <cmath>
#include <numeric>

#include "moniker/error.hpp"
#include "rules/tag_model.hpp"

namespace moniker {

using namespace moniker::rules;
namespace {

constexpr std::size_t combinations(std::size_t words) {
  std::size_t all = 1;
  for (std::size_t i = 0; i < words; ++i) all *= tag_count;
  return all;
}

/// The probabilities by summing over every sequence of tags.
std::vector<TagRow> by_enumeration(const TagModel& model, const std::vector<TagRow>& scores) {
  std::vector<std::array<double, tag_count>> sums(scores.size());
  double total = 0;
  for (std::size_t n = 0; n < combinations(scores.size()); ++n) {
    std::vector<std::size_t> tags;
    double score = 0;
    for (std::size_t i = 0, rest = n; i < scores.size(); ++i, rest /= tag_count) {
      tags.push_back(rest % tag_count);
      score += static_cast<double>(scores[i][tags[i]]);
      score +=
          static_cast<double>(model.weights(i == 0 ? ">" : ">" + tag_name(names_tagger.labels, tags[i - 1]))[tags[i]]);
    }
    total += std::exp(score);
    for (std::size_t i = 0; i < scores.size(); ++i) sums[i][tags[i]] += std::exp(score);
  }
  std::vector<TagRow> rows(scores.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t tag = 0; tag < tag_count; ++tag) rows[i][tag] = static_cast<float>(sums[i][tag] / total);
  }
  return rows;
}

const char* const model_text =
    "# a remark\n"
    ">\t0 20 -150 10 -150 0 -150\n"
    ">B:PERSON\t10 -50 120 -30 -200 0 -200\n"
    ">none\t80 10 -300 20 -300 30 -300\n"
    "w0=kate\t-120 250 30 0 0 0 0\n"
    "# end\n";

TEST_CASE("forward and backward give what enumeration gives") {
  const TagModel model = TagModel::parse(model_text, names_tagger.labels, "m.tsv");
  std::vector<TagRow> rows(4);
  rows[1] = model.weights("w0=kate");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t tag = 0; tag < tag_count; ++tag)
      rows[i][tag] += static_cast<float>((i * 7 + tag * 3) % 5) * 0.4F - 1;
  }
  const auto expected = by_enumeration(model, rows);
  model.to_probabilities(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(std::accumulate(rows[i].begin(), rows[i].end(), 0.0F) == Approx(1).epsilon(1e-4));
    for (std::size_t tag = 0; tag < tag_count; ++tag) CHECK(rows[i][tag] == Approx(expected[i][tag]).margin(1e-4));
  }
}

TEST_CASE("scores of any size become probabilities") {
  const TagModel model = TagModel::parse(model_text, names_tagger.labels, "m.tsv");
  std::vector<TagRow> rows(300);
  for (TagRow& row : rows) row.fill(-4000);
  rows[7].fill(4000);
  rows[7][1] = 4100;
  model.to_probabilities(rows);
  for (const TagRow& row : rows) CHECK(std::accumulate(row.begin(), row.end(), 0.0F) == Approx(1).epsilon(1e-3));
  CHECK(rows[7][1] == Approx(1));
}

TEST_CASE("weights are in hundredths, and 0 for what the model does not know") {
  const TagModel model = TagModel::parse(model_text, names_tagger.labels, "m.tsv");
  CHECK(model.size() == 4);
  CHECK(model.weights("w0=kate")[1] == Approx(2.5));
  CHECK(model.weights("w0=kat") == TagRow{});
}

TEST_CASE("a model of a thousand features knows each of them") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "w0=" + std::to_string(i) + "\t" + std::to_string(i) + " 0 0 0 0 0 0\n";
  const TagModel model = TagModel::parse(text + "# end\n", names_tagger.labels, "m.tsv");
  for (int i = 0; i < 3000; ++i) REQUIRE(model.weights("w0=" + std::to_string(i))[0] == Approx(i / 100.0));
}

TEST_CASE("a broken model is refused with its line") {
  const auto [text, what, line] = GENERATE(table<std::string, std::string, std::uint32_t>({
      {"# one\nw0=a 1 2 3", "a line of a tagger's model has no tab", 2},
      {"w0=a\t1 2 3\n", "a feature of a tagger's model has not 7 weights", 1},
      {"w0=a\t1 2 3 4 5 6 7 8\n", "a feature of a tagger's model has not 7 weights", 1},
      {"w0=a\t1 2 3 x 5 6 7\n", "a feature of a tagger's model has not 7 weights", 1},
      {"w0=a\t1 2 3 99999 5 6 7\n", "a feature of a tagger's model has not 7 weights", 1},
      {">B:AGE\t1 2 3 4 5 6 7\n", "a tagger's model tells no PERSON, LOCATION, ORG", 1},
      {"", "a tagger's model holds no features", 0},
      {"w0=a\t1 2 3 4 5 6 7\n", "a tagger's model ends too soon", 1},
      {"# end\nw0=a\t1 2 3 4 5 6 7\n", "a tagger's model ends too soon", 2},
  }));
  CAPTURE(text);
  try {
    TagModel::parse(text, names_tagger.labels, "m.tsv");
    FAIL("nothing was refused");
  } catch (const Error& error) {
    CHECK(error.problem().what == what);
    CHECK(error.problem().file == "m.tsv");
    CHECK(error.problem().at.line == line);
  }
}

}  // namespace
}  // namespace moniker
