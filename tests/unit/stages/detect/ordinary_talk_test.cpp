// The shipped rules on whole turns of talk: numbers that identify nobody stay, however they are said, and
// those that do are found as they are said. Each rule's own examples are in its YAML; here the rules stand
// together.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "detect/detector.hpp"
#include "small_rules.hpp"

using namespace moniker;
using namespace moniker::detect;
using namespace moniker::rules;
using namespace moniker::test;

namespace {

std::vector<Finding> findings_in(const RuleSet& rules, const std::string& talk) {
  return detect_utterances(rules, Register{}, turns({talk}));
}

bool is_of_numbers(const std::string& label) {
  constexpr std::string_view labels[] = {"DATE", "TIME", "AGE",      "PHONE",     "EMAIL",
                                         "URL",  "ID",   "POSTCODE", "NHS_NUMBER"};
  return std::find(std::begin(labels), std::end(labels), label) != std::end(labels);
}

}  // namespace

TEST_CASE("doses, pressures, scores, prices, counts and spans are nobody's") {
  const std::string talk =
      GENERATE(as<std::string>{}, "I take 500 mg of metformin and 20 milligrams of omeprazole twice a day.",
               "My blood pressure was 120/80, then one thirty over ninety, and 145/92 at home.",
               "HbA1c of 48, cholesterol 5.2, potassium 4.1, white cells 11.3, eGFR 62.",
               "Pain is about 7/10, three out of ten on a good day, 3/4 of the time.",
               "It costs £1950 a month, or £23.50 a week, about 2,000 pounds, maybe 1500 quid.",
               "Two weeks ago, last Tuesday, next Monday, at Christmas, three months ago, in twenty minutes.",
               "May I ask you something? They may go, it may be March weather; march on the spot.",
               "We had about 2000 people there and 150 staff, some 1,200 beds.",
               "It takes 45 minutes, twenty to thirty minutes, one to two hours, for ten years.",
               "One two three four five. Oh, one of those two or three. Oh four or five of them.",
               "Chapter 3, page 204, section 3.2.1, version 2.5.1, room 12, question 7, item 14a.",
               "She's one of a kind, he was two streets away, I'm 5 foot 7, weighs 83 kilos.",
               "The L4 and L5 vertebrae, vitamin B12, the M62, the A64 and the number 72 bus.",
               "I second that, the first of many, a third of the second group, one in five.",
               "It's 50/50 really, 24/7 care, 9 to 5, 8 to 10 sessions.",
               "The 2nd floor, the 19th century, on the first day, the fourth visit.",
               "[00:12:03] [inaudible 00:14:22] (laughs) XXX and ____ and @@NAME##.");
  const RuleSet& rules = shipped();
  for (const Finding& finding : findings_in(rules, talk)) {
    CAPTURE(talk, talk.substr(finding.bytes.begin, finding.bytes.size()), rules.rule(finding.rule).id);
    CHECK_FALSE(is_of_numbers(rules.label(finding.label).name));
  }
}

TEST_CASE("numbers that identify are found as people say them") {
  const auto [talk, label, surface] = GENERATE(table<std::string, std::string, std::string>({
      {"My date of birth is the third of the eleventh seventy-two.", "DATE", "third of the eleventh seventy-two"},
      {"I was born in sixty-three, yeah.", "DATE", "sixty-three"},
      {"I moved there in the September of '98 or so.", "DATE", "September of '98"},
      {"My mum died in 2004 and she was 78.", "AGE", "78"},
      {"My daughter's thirty-four and lives away.", "AGE", "thirty-four"},
      {"She was in her late seventies by then.", "AGE", "late seventies"},
      {"It's oh seven nine double one, one two three, four five six.", "PHONE",
       "oh seven nine double one, one two three, four five six"},
      {"It's nought one one three two four six eight oh one two.", "PHONE",
       "nought one one three two four six eight oh one two"},
      {"My NHS number? It's 485 777 3456.", "NHS_NUMBER", "485 777 3456"},
      {"The postcode is BD7 one AB, I think.", "POSTCODE", "BD7 one AB"},
      {"It's S W nineteen, two Q T.", "POSTCODE", "S W nineteen, two Q T"},
      {"my email's sarah dot jones ninety at hotmail dot co dot uk", "EMAIL",
       "sarah dot jones ninety at hotmail dot co dot uk"},
      {"My NI number's JT 12 34 56 B.", "ID", "JT 12 34 56 B"},
      {"The policy number is POL-4471-22.", "ID", "POL-4471-22"},
  }));
  const RuleSet& rules = shipped();
  const std::vector<Finding> found = findings_in(rules, talk);
  CAPTURE(talk);
  CHECK(std::any_of(found.begin(), found.end(), [&, &wanted = label, &words = surface](const Finding& f) {
    return rules.label(f.label).name == wanted && talk.substr(f.bytes.begin, f.bytes.size()) == words;
  }));
}

TEST_CASE("a question's answer is understood from the turn before") {
  const auto [question, answer, label, surface] = GENERATE(table<std::string, std::string, std::string, std::string>({
      {"And how old are you?", "Seventy one.", "AGE", "Seventy one"},
      {"What year were you born?", "Um, eighty four.", "DATE", "eighty four"},
      {"What's your date of birth?", "14/03/81.", "DATE", "14/03/81"},
  }));
  const RuleSet& rules = shipped();
  const std::vector<Finding> found = detect_utterances(rules, Register{}, turns({question, answer}));
  CAPTURE(question, answer);
  REQUIRE(found.size() == 1);
  CHECK(found[0].utterance == 1);
  CHECK(rules.label(found[0].label).name == label);
  CHECK(answer.substr(found[0].bytes.begin, found[0].bytes.size()) == surface);
}
