// A label is judged once by what its line begins with. So nothing behind such a beginning may change the judgement:
// each is judged here with many endings, as the whole line is.
#include <catch2/catch.hpp>

#include "read/turns/usual_labels.hpp"
#include "support/english.hpp"

namespace moniker {

using namespace moniker::read;
namespace {

TEST_CASE("only a plain beginning is kept") {
  const auto [line, length] = GENERATE(table<std::string, std::size_t>({
      {"Kate: yes", 6},
      {"Kate S. 2: yes", 11},
      {"P04: yes", 5},
      {"Kate: ", 0},
      {"Kate:yes", 0},
      {"Kate:  yes", 0},
      {"Kate: 10:30 yes", 0},
      {"Kate: (laughs)", 0},
      {"Kate (Guest): yes", 0},
      {"1. Kate: yes", 0},
      {" Kate: yes", 0},
      {"Zo\u00EB: yes", 0},
      {"so we went there", 0},
      {"", 0},
  }));
  CAPTURE(line);
  CHECK(UsualLabels::beginning(line) == length);
}

TEST_CASE("nothing behind a plain beginning changes what label it is") {
  const words::Language& language = test::english();
  constexpr std::string_view beginnings[] = {
      "Kate: ",      "Kate Shaw: ", "Interviewer: ",     "P04: ",  "I: ",
      "Dr Patel: ",  "kate: ",      "The Witness: ",     "A. B: ", "For example: ",
      "Speaker 2: ", "Re: ",        "Clinical lead 3: ", "Yeah: ", "so it was: "};
  constexpr std::string_view endings[] = {"yes",
                                          "yes (00:12)",
                                          "a",
                                          "a: b: c",
                                          "a\tb",
                                          "as in Kate: no",
                                          "so [00:01:02]",
                                          "so\u00AD far",
                                          "wh- no",
                                          "so \u201Cyes\u201D",
                                          "a b\u0336c",
                                          "b&amp;c",
                                          "well -",
                                          "a (b) [c] {d} - e: f",
                                          "Kate:",
                                          "x\u00A0y: z",
                                          "\u0055 \u2014 so",
                                          "q <b>r</b>"};
  std::size_t labels = 0;
  for (const std::string_view beginning : beginnings) {
    const std::string plain = std::string(beginning) + "yes";
    REQUIRE(UsualLabels::beginning(plain) == beginning.size());
    const auto usual = label_candidate(plain, language);
    if (!usual || usual->style != LabelStyle::colon) continue;  // such a one is not kept
    ++labels;
    for (const std::string_view ending : endings) {
      const std::string line = std::string(beginning).append(ending);
      CAPTURE(line);
      const auto whole = label_candidate(line, language);
      REQUIRE(whole);
      CHECK(whole->label == usual->label);
      CHECK(whole->talk == usual->talk);
      CHECK(whole->style == usual->style);
      CHECK(whole->shape == usual->shape);
      CHECK(whole->adorned == usual->adorned);
      CHECK_FALSE(whole->time);
    }
  }
  CHECK(labels > 8);
}

TEST_CASE("a label is known by its beginning, and one with a time beside it is not kept") {
  UsualLabels labels;
  CHECK(labels.find("Kate: ") == nullptr);
  labels.note("Kate: ", {.label = {0, 4}, .talk = 6, .style = LabelStyle::colon, .shape = LabelShape::name});
  REQUIRE(labels.find("Kate: ") != nullptr);
  CHECK(labels.find("Kate: ")->talk == 6);
  labels.note("Ann 0.03: ", {.label = {0, 3}, .talk = 10, .time = TimeSpan{}, .style = LabelStyle::colon});
  CHECK(labels.find("Ann 0.03: ") == nullptr);
}

}  // namespace
}  // namespace moniker
