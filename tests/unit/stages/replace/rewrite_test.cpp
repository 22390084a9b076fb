#include <catch2/catch.hpp>

#include <random>
#include <stdexcept>

#include "base/utf8.hpp"
#include "replace/rewrite.hpp"
#include "replace/spelling.hpp"

using moniker::ByteRange;
using moniker::Cue;
using moniker::Finding;
using moniker::Rewritten;
using moniker::Utterance;
using moniker::replace::rewrite;
using By = std::vector<std::optional<std::string>>;
using std::chrono::milliseconds;

using namespace moniker::replace;

namespace {

/// A text in which «...» marks findings: the text without the marks, and where they stood.
struct MarkedText {
  std::string text{};
  std::vector<Finding> findings{};
};

MarkedText unmark(const std::string& marked) {
  MarkedText out;
  for (std::size_t at = 0; at < marked.size();) {
    if (marked.compare(at, 2, "«") == 0) {
      out.findings.push_back({.utterance = 5, .bytes = {static_cast<std::uint32_t>(out.text.size()), 0}});
      at += 2;
    } else if (marked.compare(at, 2, "»") == 0) {
      out.findings.back().bytes.end = static_cast<std::uint32_t>(out.text.size());
      at += 2;
    } else {
      out.text += marked[at++];
    }
  }
  return out;
}

Rewritten rewritten(const std::string& marked, const By& by) {
  const MarkedText given = unmark(marked);
  return rewrite({.number = 5, .speaker = "Kate", .text = given.text}, given.findings, by, "ID04");
}

}  // namespace

TEST_CASE("what stands at a finding's edges survives") {
  const auto [marked, by, text] = GENERATE(table<std::string, std::string, std::string>({
      {"I asked «Kate» then", "[ID04]", "I asked [ID04] then"},
      {"«Kate»", "[ID04]", "[ID04]"},
      {"«Kate's» mum", "[ID04]", "[ID04]'s mum"},
      {"«Kate»'s mum", "[ID04]", "[ID04]'s mum"},
      {"«Kate\u2019s» mum", "[ID04]", "[ID04]\u2019s mum"},
      {"«KATE'S» MUM", "[ID04]", "[ID04]'S MUM"},
      {"the «Shaws'» house", "[PERSON_3]", "the [PERSON_3]' house"},
      {"the «Shaws» came", "[PERSON_3]", "the [PERSON_3] came"},
      {"so, «Kate,» and", "[ID04]", "so, [ID04], and"},
      {"so «Kate.» And", "[ID04]", "so [ID04]. And"},
      {"so «Kate J.» And", "[ID04]", "so [ID04] And"},
      {"to «Kate »and", "[ID04]", "to [ID04] and"},
      {"to« Kate» and", "[ID04]", "to [ID04] and"},
      {"\u201C«Kate?»\u201D", "[ID04]", "\u201C[ID04]?\u201D"},
      {"«Will\nBarker» said", "[ID02]", "[ID02] said"},
      {"«...»", "[X]", "[X]"},
      {"«'s»", "[X]", "[X]"},
      {"«, »", "[X]", "[X]"},
      {"«Zoë»’s", "[ID01]", "[ID01]’s"},
      {"«14/03/1981»?", "[1981]", "[1981]?"},
  }));
  CAPTURE(marked);
  CHECK(rewritten(marked, {by}).utterance.text == text);
}

TEST_CASE("a replacement tells where it was and where it is") {
  const Rewritten out = rewritten("«Kate's» mum, «Siobhán» and «Leeds»", {"[ID04]", std::nullopt, "[PLACE]"});
  CHECK(out.utterance.text == "[ID04]'s mum, Siobhán and [PLACE]");
  REQUIRE(out.replacements.size() == 2);
  CHECK(out.replacements[0].was == ByteRange{0, 4});
  CHECK(out.replacements[0].is == ByteRange{0, 6});
  CHECK(out.replacements[0].by == "[ID04]");
  CHECK(out.replacements[0].finding == 0);
  CHECK(out.replacements[1].was == ByteRange{25, 30});
  CHECK(out.replacements[1].is == ByteRange{27, 34});
  CHECK(out.replacements[1].finding == 2);
}

TEST_CASE("what is replaced by itself is kept") {
  const Rewritten out = rewritten("on «Monday,» with «Kate's» mum", {"Monday", "Kate's"});
  CHECK(out.utterance.text == "on Monday, with Kate's mum");
  CHECK(out.replacements.empty());
}

TEST_CASE("everything but text, cues and label is passed on") {
  const Utterance given{.number = 5,
                        .speaker = "Kate",
                        .time = moniker::TimeSpan{milliseconds(1), milliseconds(2)},
                        .text = "hello",
                        .at = {3, 4},
                        .part = moniker::Part::footnote};
  const Utterance out = rewrite(given, {}, {}, "ID04").utterance;
  CHECK(out.number == 5);
  CHECK(out.speaker == "ID04");
  CHECK(out.time == given.time);
  CHECK(out.text == "hello");
  CHECK(out.at == moniker::Position{3, 4});
  CHECK(out.part == moniker::Part::footnote);
}

TEST_CASE("cues move with their words, and out of a placeholder to its end") {
  // "I saw Will|Barker in Leeds|today", cues at 0, 11, 27 and one right at a replaced word
  const MarkedText given = unmark("I saw «Will\nBarker» in «Leeds»\ntoday");
  const std::vector<Cue> cues{{.begin = 0}, {.begin = 6}, {.begin = 11}, {.begin = 21}, {.begin = 27}};
  const Utterance utterance{.number = 5, .text = given.text, .cues = cues};
  const Rewritten out = rewrite(utterance, given.findings, {"[ID02]", "[PLACE]"}, "ID04");
  CHECK(out.utterance.text == "I saw [ID02] in [PLACE]\ntoday");
  std::vector<std::uint32_t> begins;
  for (const Cue& cue : out.utterance.cues) begins.push_back(cue.begin);
  CHECK(begins == std::vector<std::uint32_t>{0, 6, 12, 16, 24});
}

TEST_CASE("bad findings are refused, not guessed at") {
  const Utterance utterance{.number = 5, .text = "Zoë and Kate"};
  const auto finding = [](std::uint32_t begin, std::uint32_t end, std::uint64_t number = 5) {
    return Finding{.utterance = number, .bytes = {begin, end}};
  };
  const auto refused = [&](const std::vector<Finding>& findings, const By& by) {
    try {
      rewrite(utterance, findings, by, "ID04");
    } catch (const std::invalid_argument& error) {
      return std::string(error.what());
    }
    return std::string("taken");
  };
  CHECK(refused({finding(0, 4)}, {}) == "rewrite: findings and replacements differ in number");
  CHECK(refused({finding(0, 4, 6)}, {"X"}) == "rewrite: a finding of another utterance");
  CHECK(refused({finding(4, 4)}, {"X"}) == "rewrite: a finding is empty or lies outside the text");
  CHECK(refused({finding(0, 99)}, {"X"}) == "rewrite: a finding is empty or lies outside the text");
  CHECK(refused({finding(9, 13), finding(0, 4)}, {"X", "Y"}) == "rewrite: findings overlap or are out of order");
  CHECK(refused({finding(0, 6), finding(5, 9)}, {"X", std::nullopt}) ==
        "rewrite: findings overlap or are out of order");
  CHECK(refused({finding(0, 3)}, {"X"}) == "rewrite: a finding cuts a character");
  CHECK(refused({finding(0, 4)}, {""}) == "rewrite: nothing is given to stand in a finding's place");
  CHECK(refused({finding(0, 4), finding(4, 8)}, {"X", "Y"}) == "taken");
}

TEST_CASE("kept and replaced bytes are all that was delivered") {
  std::mt19937 random(20240303);
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  const std::vector<std::string> pieces = {"Kate", "’s",  "'s",     " ",  "  ",   "\n", ",",
                                           ".",    "Zoë", "\u200B", "J.", "will", "…"};
  for (int round = 0; round < 3000; ++round) {
    Utterance given{.number = 1};
    std::vector<std::uint32_t> edges{0};
    for (std::uint32_t i = below(12); i > 0; --i) {
      given.text += pieces[below(static_cast<std::uint32_t>(pieces.size()))];
      edges.push_back(static_cast<std::uint32_t>(given.text.size()));
    }
    std::vector<Finding> findings;
    By by;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
      given.cues.push_back({.begin = edges[i]});
      if (below(2) == 0) continue;
      const std::size_t last = std::min(edges.size() - 1, i + 1 + below(3));
      findings.push_back({.utterance = 1, .bytes = {edges[i], edges[last]}});
      by.push_back(below(4) == 0 ? std::optional<std::string>()
                                 : std::optional<std::string>("[PERSON_" + std::to_string(i) + "]"));
      for (std::size_t k = i + 1; k < last; ++k) given.cues.push_back({.begin = edges[k]});
      i = last - 1;
    }
    const Rewritten out = rewrite(given, findings, by, "ID04");
    const std::string& now = out.utterance.text;
    std::uint32_t was = 0, is = 0;
    std::size_t kept = 0, replaced = 0;
    for (const auto& r : out.replacements) {
      CAPTURE(given.text, now);
      REQUIRE(findings[r.finding].bytes.holds(r.was));
      REQUIRE(r.was.begin >= was);
      REQUIRE(given.text.substr(was, r.was.begin - was) == now.substr(is, r.is.begin - is));
      REQUIRE(now.substr(r.is.begin, r.is.size()) == r.by);
      kept += r.was.begin - was;
      replaced += r.was.size();
      was = r.was.end;
      is = r.is.end;
    }
    REQUIRE(given.text.substr(was) == now.substr(is));
    REQUIRE(kept + replaced + (given.text.size() - was) == given.text.size());
    std::uint32_t last_cue = 0;
    for (const Cue& cue : out.utterance.cues) {
      REQUIRE(cue.begin >= last_cue);
      REQUIRE(cue.begin <= now.size());
      last_cue = cue.begin;
      for (const auto& r : out.replacements) REQUIRE_FALSE((r.is.begin < cue.begin && cue.begin < r.is.end));
    }
    REQUIRE(moniker::find_invalid_utf8(now) == std::string::npos);
  }
}

TEST_CASE("plurals are tried in the singular and case follows the words") {
  CHECK(moniker::replace::singulars("secretaries") ==
        std::vector<std::string>{"secretaries", "secretary", "secretari", "secretarie"});
  CHECK(moniker::replace::singulars("nurse") == std::vector<std::string>{"nurse"});
  CHECK(moniker::replace::singulars("firemen") == std::vector<std::string>{"firemen", "fireman"});
  CHECK(moniker::replace::with_case_of("Nurse", "health professional") == "Health professional");
  CHECK(moniker::replace::with_case_of("nurse", "health professional") == "health professional");
}
