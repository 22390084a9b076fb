// What people decided of words is found in talk and put over findings.
#include "detect/decided.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "rules/compiled.hpp"
#include "small_rules.hpp"

namespace moniker {

using namespace moniker::detect;
namespace {

struct Decided {
  rules::RuleSet rules = test::SmallRules(R"(
labels: {PERSON: {means: person, balanced: 0.5, review: 0.3}}
rules:
  - {id: plain, kind: regex, label: PERSON, pattern: x}
)")
                             .load();
  Secret<32> key{};
  LabelId person{};

  Decided() {
    std::fill_n(key.data(), key.size(), static_cast<unsigned char>(7));
    person = static_cast<LabelId>(label_named(rules.labels(), "PERSON") - rules.labels().data());
  }
  DecidedForm form(std::string_view words, bool replace, bool capital = false) const {
    return {hashed_words(key, words), capital, replace ? std::optional(person) : std::nullopt};
  }
  std::vector<std::string> found(std::vector<DecidedForm> forms, std::string text) const {
    const DecidedWords words(rules, key, std::move(forms));
    std::vector<std::string> all;
    for (const Claim& claim : DecidedReader(words).claims({.text = text}, 0))
      all.push_back(text.substr(claim.bytes.begin, claim.bytes.size()));
    return all;
  }
};

using Strings = std::vector<std::string>;

TEST_CASE("decided words are found however they stand") {
  const Decided d;
  CHECK(d.found({d.form("Tigs", true)}, "Well, Tigs said TIGS's mum, tigs'll come; the Tigs.") ==
        Strings{"Tigs", "TIGS", "tigs'll", "Tigs"});
  CHECK(d.found({d.form("Tig", true)}, "The Tigs came, and many tigs.") == Strings{"Tigs"});
  CHECK(d.found({d.form("Rose Cottage", false)}, "at rose-cottage, Rose\nCottage's garden, Rose. Cottage") ==
        Strings{"rose-cottage", "Rose\nCottage"});
  CHECK(d.found({d.form("St John's", true)}, "at St. John\xE2\x80\x99s and St John's Hospital") ==
        Strings{"St. John", "St John"});
  CHECK(d.found({d.form("Zo\xC3\xAB", true)}, "ZOE and Zoe\xCC\x88") == Strings{"ZOE", "Zoe\xCC\x88"});
}

TEST_CASE("the longest of decided words counts and a later decision of the same") {
  const Decided d;
  CHECK(d.found({d.form("Rose", true), d.form("Rose Cottage", false)}, "Rose at Rose Cottage") ==
        Strings{"Rose", "Rose Cottage"});
  const DecidedWords words(d.rules, d.key, {d.form("Rose", true), d.form("Rose", false)});
  CHECK(words.keeps("rose"));
  CHECK_FALSE(words.keeps("rose cottage"));
}

TEST_CASE("an ordinary word that is decided about with its capital is meant with it") {
  const Decided d;
  CHECK(d.found({d.form("Hope", true, true)}, "I hope that Hope will come.") == Strings{"Hope"});
}

TEST_CASE("a place is found again in a transcript that was corrected") {
  const Decided d;
  const std::string before = "Then Robin and the robin came.";
  const auto words = hashed_words(d.key, "robin");
  auto place = describe_place(d.key, before, words, 1);
  REQUIRE(place);
  place->number = 4;
  place->turn = 1;
  place->label = d.person;
  const auto at = [&](const Strings& turns) -> std::string {
    const DecidedWords decided(d.rules, d.key, {}, {*place});
    DecidedReader reader(decided);
    for (const std::string& turn : turns) reader.look_ahead({.text = turn});
    if (!reader.find_places().empty()) return "lost";
    std::string found;
    for (std::size_t i = 0; i < turns.size(); ++i) {
      for (const Claim& claim : reader.claims({.text = turns[i]}, i))
        found += std::to_string(i) + ":" + std::to_string(claim.bytes.begin) + " ";
    }
    return found;
  };
  CHECK(at({"No.", before}) == "1:19 ");
  CHECK(at({before, "No.", "No."}) == "0:19 ");                               // the turn moved
  CHECK(at({"No.", "So then, Robin, and also the robin came."}) == "1:29 ");  // the turn was corrected
  CHECK(at({"No.", "Nobody came."}) == "lost");
  CHECK_FALSE(describe_place(d.key, before, words, 2));
}

TEST_CASE("what is decided stands over findings and under the register") {
  const Decided d;
  const auto& compiled = d.rules.compiled();
  const auto finding = [&](std::uint32_t begin, std::uint32_t end, RuleId rule) {
    return Finding{.bytes = {begin, end}, .label = d.person, .rule = rule, .score = 0.9F};
  };
  const Utterance turn{.text = "Dr Parkinson met Kate Shaw."};
  const auto settled = [&](std::vector<Finding> found, std::vector<Claim> claims) {
    std::string all;
    for (const Finding& f : settle(d.rules, turn, std::move(found), claims)) {
      all += std::to_string(f.bytes.begin) + "-" + std::to_string(f.bytes.end) + d.rules.rule(f.rule).id[0] + " ";
    }
    return all;
  };
  CHECK(settled({finding(3, 12, compiled.learned_rule)}, {{{3, 12}, std::nullopt}}) == "3-12k ");
  CHECK(settled({finding(0, 12, compiled.learned_rule)}, {{{3, 12}, std::nullopt}}) == "0-12l ");
  CHECK(settled({finding(17, 26, compiled.register_rule)}, {{{17, 26}, std::nullopt}}) == "17-26r ");
  CHECK(settled({finding(22, 26, compiled.register_rule)}, {{{17, 26}, std::nullopt}}) == "22-26r ");
  CHECK(settled({finding(22, 26, compiled.register_rule)}, {{{17, 26}, d.person}}) == "17-26d ");
  CHECK(settled({finding(17, 26, compiled.learned_rule)}, {{{17, 21}, d.person, true}}) == "17-21d 22-26l ");
  CHECK(settled({}, {{{3, 12}, d.person}}) == "3-12d ");
}

}  // namespace
}  // namespace moniker
