#include "eval/score.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "eval/bootstrap.hpp"
#include "eval/letters.hpp"
#include "eval/tables.hpp"
#include "moniker/error.hpp"
#include "support/refusal.hpp"

using moniker::eval::Cause;

using namespace moniker::eval;

namespace {

const std::string data = MONIKER_SOURCE_DIR "/tests/unit/standalone/eval/data/";

moniker::eval::Evaluation fixture(const moniker::eval::CauseHint& hint = {}) {
  std::ifstream gold(data + "gold.jsonl"), found(data + "predictions.jsonl");
  REQUIRE(gold);
  const auto predictions = moniker::eval::read_predictions(found, "predictions.jsonl");
  return moniker::eval::evaluate(
      gold, "fixture",
      [&](const moniker::eval::GoldDocument& document) {
        const auto there = predictions.find(document.id);
        return there == predictions.end() ? std::vector<moniker::eval::PredictedSpan>{} : there->second;
      },
      hint);
}

/// All of `expected` stands in `got`, to the last digit; null is null.
void check_same(const nlohmann::json& expected, const nlohmann::json& got, const std::string& path) {
  CAPTURE(path);
  if (!expected.is_object()) {
    CHECK(expected == got);
    return;
  }
  REQUIRE(got.is_object());
  for (const auto& [name, value] : expected.items()) {
    REQUIRE(got.contains(name));
    check_same(value, got.at(name), path + "/" + name);
  }
}

moniker::Problem problem_of(const std::string& lines) {
  std::istringstream stream(lines);
  moniker::eval::GoldReader reader(stream, "gold.jsonl");
  const auto read_all = [&] {
    while (reader.next()) {
    }
  };
  return moniker::test::refused(read_all).value_or(moniker::Problem{});
}

}  // namespace

TEST_CASE("the figures are those of an independent scorer, to the last digit") {
  std::ifstream file(data + "expected.json");
  const auto expected = nlohmann::json::parse(file);
  const auto got = nlohmann::ordered_json::parse(moniker::eval::evaluation_json(fixture()));
  check_same(expected, got, "");
  for (const char* part : {"labels", "types", "entities"}) CHECK(got.at(part).size() == expected.at(part).size());
  CHECK(got.at("labels").begin().key() == "PERSON");
  CHECK(got.at("outside") == 2);
  CHECK(got.at("ignored") == 2);
}

TEST_CASE("what the independent scorer does not count") {
  const auto e = fixture();
  CHECK(e.documents == 5);
  CHECK(e.words == 63);
  CHECK(e.all.counts.false_alarms == 4);
  CHECK(e.false_alarms_per_1000_words() == Approx(4000.0 / 63));
  const double p = 12.0 / 19, r = 11.0 / 20;
  CHECK(*e.all.overlap_f2() == Approx(5 * p * r / (4 * p + r)));
  CHECK(e.intervals.empty());  // five documents tell nothing
}

TEST_CASE("misses are grouped by cause") {
  const auto e = fixture([](std::string_view surface) {
    return surface.find("Call") == 0   ? Cause::other
           : surface == "07700 900123" ? Cause::in_no_list
                                       : Cause::ambiguous_word;
  });
  using Counts = std::map<Cause, std::uint64_t>;
  CHECK(e.misses.by_cause() == Counts{{Cause::boundary, 2},
                                      {Cause::wrong_label, 3},
                                      {Cause::lower_case, 2},
                                      {Cause::ambiguous_word, 3},
                                      {Cause::in_no_list, 1}});
  CHECK(e.misses.missed.at("PHONE").at(Cause::in_no_list).at("07700 900123") == 1);
  CHECK(e.misses.missed.at("ORG").at(Cause::wrong_label).count("LGI") == 1);
  const std::string page = moniker::eval::misses_page(e.misses, "talk");
  CHECK(page.find("## talk\n\n### missed\n\n| label | cause | times |\n") == 0);
  CHECK(page.find("\n| LOCATION | boundary | 1 |\n") != std::string::npos);
  CHECK(page.find("\n- **LOCATION, boundary**: 14 Otley Road\n") != std::string::npos);
  CHECK(page.find("\n### false alarms\n") != std::string::npos);
  CHECK(page.find("nice", page.find("- **LOCATION, ", page.find("### false alarms"))) != std::string::npos);
}

TEST_CASE("a silence has a cause") {
  const auto [surface, cause] = GENERATE(table<std::string, Cause>({{"Kate\nShaw", Cause::over_lines},
                                                                    {"kate", Cause::lower_case},
                                                                    {"fifty-eight", Cause::lower_case},
                                                                    {"58", Cause::other},
                                                                    {"Kate", Cause::other},
                                                                    {"\u00e9mile", Cause::lower_case},
                                                                    {"\u00c9mile", Cause::other},
                                                                    {"p4", Cause::other},
                                                                    {"...", Cause::other}}));
  CAPTURE(surface);
  CHECK(moniker::eval::cause_of_silence(surface, {}) == cause);
}

TEST_CASE("letters that would have leaked") {
  const auto count = [](std::string_view text, moniker::eval::Ranges covered) {
    const auto bytes = moniker::eval::letter_bytes(text, 10, covered);
    return std::pair(bytes.covered, bytes.all);
  };
  using Pair = std::pair<std::uint64_t, std::uint64_t>;
  CHECK(count("O'Brien", {}) == Pair{0, 6});
  CHECK(count("O'Brien", {{10, 17}}) == Pair{6, 6});
  CHECK(count("O'Brien", {{0, 12}, {14, 15}}) == Pair{2, 6});
  CHECK(count("Zo\u00eb", {{10, 13}}) == Pair{3, 4});
  CHECK(count("\u00bd", {{10, 12}}) == Pair{2, 2});
  CHECK(count("--", {{11, 12}}) == Pair{1, 2});  // no letters: all bytes count
  CHECK(moniker::eval::entity_letters("O'Brien \u00c9MILE stra\u00dfe 7") == "obrien\u00e9milestrasse7");
}

TEST_CASE("a gold file that is wrong is told with its line and not quoted") {
  const std::string good = R"({"id":"a","text":"Zoë","spans":[{"start":0,"end":4,"label":"PERSON"}]})"
                           "\n\n";
  const auto [line, what] = GENERATE(table<std::string, std::string>(
      {{"secret words", "not a JSON object with id, text and spans"},
       {R"([1])", "not a JSON object with id, text and spans"},
       {R"({"id":"b","spans":[]})", "not a JSON object with id, text and spans"},
       {R"({"id":"b","text":"x","spans":[{"start":0,"end":1}]})", "not a JSON object with id, text and spans"},
       {R"({"id":"b","text":"x","spans":[{"start":1,"end":1,"label":"X"}]})",
        "not a JSON object with id, text and spans"},
       {R"({"id":"b","text":"x","spans":[{"start":-1,"end":1,"label":"X"}]})",
        "not a JSON object with id, text and spans"},
       {R"({"id":"b","text":"x","spans":[{"start":0.5,"end":1,"label":"X"}]})",
        "not a JSON object with id, text and spans"},
       {R"({"id":"a","text":"x","spans":[]})", "the document's id stands twice"},
       {R"({"id":"b","text":"x","spans":[{"start":0,"end":2,"label":"X"}]})",
        "a span lies outside the text or within a character"},
       {R"({"id":"b","text":"Zoë","spans":[{"start":0,"end":3,"label":"X"}]})",
        "a span lies outside the text or within a character"}}));
  CHECK(problem_of(good).what.empty());
  const auto problem = problem_of(good + line + "\n");
  CAPTURE(line);
  CHECK(problem.fault == moniker::Fault::input);
  CHECK(problem.file == "gold.jsonl");
  CHECK(problem.at.line == 3);
  CHECK(problem.what == what);
}

TEST_CASE("a prediction outside its document is refused") {
  moniker::eval::Scorer scorer;
  CHECK_THROWS_AS(scorer.add({"a", "Kate", {}}, {{0, 5, "PERSON"}}), moniker::Error);
  CHECK_THROWS_AS(scorer.add({"a", "Kate", {}}, {{2, 2, "PERSON"}}), moniker::Error);
}

TEST_CASE("nothing at all is no figure") {
  const auto e = moniker::eval::Scorer().finish("empty");
  CHECK_FALSE(e.all.exact_r());
  CHECK_FALSE(e.all.covered());
  CHECK(e.false_alarms_per_1000_words() == 0);
  CHECK(moniker::eval::evaluation_json(e).find("\"any_label_r\":null") != std::string::npos);
  CHECK(moniker::eval::evaluation_table(e).find("nan") == std::string::npos);
}

TEST_CASE("intervals hold the figure and are the same every time") {
  std::vector<moniker::eval::Tally> documents;
  for (std::uint64_t i = 0; i < 40; ++i) {
    documents.push_back({.gold = 10,
                         .overlap_found = 5 + i % 5,
                         .predicted = 10,
                         .overlap_right = 9,
                         .covered = 70 + i,
                         .letters = 120,
                         .whole = 4});
  }
  const auto once = moniker::eval::bootstrap(documents), again = moniker::eval::bootstrap(documents);
  REQUIRE(once.contains("overlap_r"));
  CHECK(once.at("overlap_r").low == again.at("overlap_r").low);
  CHECK(once.at("overlap_r").high == again.at("overlap_r").high);
  CHECK(once.at("overlap_r").low < 0.7);
  CHECK(once.at("overlap_r").high > 0.7);
  CHECK(once.at("overlap_r").high - once.at("overlap_r").low < 0.1);
  CHECK(once.at("overlap_p").low == Approx(0.9));  // all documents alike
  CHECK(once.at("overlap_p").high == Approx(0.9));
  documents.resize(9);
  CHECK(moniker::eval::bootstrap(documents).empty());
}

TEST_CASE("the tables") {
  const auto e = fixture();
  const std::string table = moniker::eval::evaluation_table(e);
  CHECK(table.find("LOCATION          4      7   50.0   28.6   36.4   43.5   75.0   57.1   64.9   70.6  "
                   "100.0   89.2   75.0      2\n") != std::string::npos);
  CHECK(table.find("DIRECT entities protected in every mention: 3 of 9 (33.3 %)\n") != std::string::npos);
  CHECK(table.find("missed, by cause: boundary 2, wrong label 3, lower case 2, other 4\n") != std::string::npos);
  CHECK(table.find("Otley") == std::string::npos);
  for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
    end = table.find('\n', begin);
    if (table.substr(begin, end - begin).starts_with("not counted")) continue;
    CHECK(table.substr(begin, end - begin).size() <= 112);
  }
  const std::string page = moniker::eval::evaluation_markdown(e);
  CHECK(page.find("## fixture\n") == 0);
  CHECK(page.find("| ALL | 20 | 19 | 30.0 | 31.6 | 30.8 | 30.3 | 55.0 | 63.2 | 58.8 | 56.5 | 70.0 | 62.5 | "
                  "60.0 | 4 |\n") != std::string::npos);
  CHECK(page.find("- false alarms: 63.49 per 1,000 words\n") != std::string::npos);
}
