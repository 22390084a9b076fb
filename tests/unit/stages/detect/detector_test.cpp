#include <catch2/catch.hpp>
#include <random>

#include "base/utf8.hpp"
#include "rules/compiled.hpp"
#include "small_rules.hpp"

namespace moniker {

using namespace moniker::detect;
using namespace moniker::rules;
namespace {

using Found = std::vector<std::string>;

Found persons(const std::vector<std::string>& texts, const Register& known = {}) {
  Found list;
  for (const std::string& one : test::found(test::shipped(), texts, known)) {
    if (one.starts_with("PERSON:")) list.push_back(one.substr(7));
  }
  return list;
}

TEST_CASE("the register's people in all their forms") {
  const auto [name, text, expected] = GENERATE(table<std::string, std::string, Found>({
      {"Katherine Shaw", "so Katherine Shaw came", {"Katherine Shaw"}},
      {"Katherine Shaw", "so KATHERINE SHAW came", {"KATHERINE SHAW"}},
      {"Katherine Shaw", "it was katherine", {"katherine"}},
      {"Katherine Shaw", "Kate's bag", {"Kate"}},
      {"Katherine Shaw", "then Kate Shaw rang", {"Kate Shaw"}},
      {"Katherine Shaw", "with Mrs Shaw", {"Shaw"}},
      {"Katherine Shaw", "the Shaws came", {"Shaws"}},
      {"Katherine Shaw", "or Kate'll be in, Shaw’d say, but we'll see", {"Kate", "Shaw"}},
      {"Katherine Shaw", "signed K. Shaw", {"K. Shaw"}},
      {"Katherine Shaw", "with Kathrine today", {"Kathrine"}},
      {"Katherine Shaw", "with Catherine today", {"Catherine"}},
      {"Katherine Shaw", "it was late", {}},
      {"Shaw, Katherine", "so Katherine Shaw came", {"Katherine Shaw"}},
      {"Dr Katherine Shaw", "so Katherine came, the doctor", {"Katherine"}},
      {"Dean Earl", "then Dean and Earl came in", {"Dean", "Earl"}},
      {"Will Hope", "I will hope so", {}},
      {"Will Hope", "Will you come? Hope the best", {}},
      {"Will Hope", "then Will came", {"Will"}},
      {"Will Hope", "Will, come here", {"Will"}},
      {"Zoë Núñez", "so zoe nunez and Zoë", {"zoe nunez", "Zoë"}},
      {"Ann-Marie O'Neill", "so Ann-Marie and O’Neill", {"Ann-Marie", "O’Neill"}},
      {"Jan van der Berg", "the van is der", {}},
  }));
  CAPTURE(name, text);
  CHECK(persons({text}, test::people({name})) == expected);
}

TEST_CASE("aliases are names") {
  Register known = test::people({"Katherine Shaw"});
  known.people[0].aliases = {"Fizzo", "Mrs Grable"};
  CHECK(persons({"then fizzo and grable came in"}, known) == Found{"fizzo", "grable"});
}

TEST_CASE("a disease is nobody's, and a registered name is not kept by a phrase") {
  CHECK(persons({"he has Parkinson's disease now"}, test::people({"Ann Parkinson"})).empty());
  CHECK(persons({"with Earl Grey there"}, test::people({"Earl Shaw"})) == Found{"Earl"});
  CHECK(persons({"a pot of Earl Grey there"}).empty());
}

TEST_CASE("a keep that holds a person alone lets one with a title stand") {
  CHECK(persons({"I watched Mrs Okafor go down the stairs."}) == Found{"Okafor"});
  CHECK(persons({"I did Mrs Pocock in the mornings."}) == Found{"Pocock"});
  CHECK(persons({"let Mrs Okafor sign it, and Dr Singh chair it"}) == Found{"Okafor", "Singh"});
  CHECK(persons({"she wiped it down with Mr Muscle on a cloth"}).empty());
}

TEST_CASE("a name that was taught anywhere counts everywhere") {
  CHECK(persons({"Ask Weereratne about it.", "My name is Ada Weereratne."}) == Found{"Weereratne", "Ada Weereratne"});
  CHECK(persons({"it was skates", "I met Ken Skates there"}) == Found{"Ken Skates"});
}

TEST_CASE("what was taught leaves firm keeps alone, and says where") {
  CHECK(persons({"Dr Parkinson rang me.", "my dad has Parkinson's disease now"}) == Found{"Parkinson"});
  CHECK(persons({"Dr Parkinson rang me.", "so Parkinson came round"}) == Found{"Parkinson", "Parkinson"});
  const RuleSet& rules = test::shipped();
  LearnedNames names;
  names.add({.form = "parkinson", .label = "PERSON", .rule = "title-and-name", .score = 0.9F, .times = 1});
  const LearnedMatcher matcher(rules, names);
  LearnedReader reader(matcher);
  CHECK(reader.add(test::turns({"he has Parkinson's disease"})[0], {}).empty());
  CHECK(reader.left_to_keeps() == std::vector<ByteRange>{{7, 16}});
  CHECK(reader.add(test::turns({"so Parkinson came"})[0], {}).size() == 1);
  CHECK(reader.left_to_keeps().empty());
}

TEST_CASE("speaker labels teach, and are read for names") {
  const RuleSet& rules = test::shipped();
  auto utterances = test::turns({"Hello.", "it was tariqov again"});
  utterances[0].speaker = "Mr Tariqov";
  CHECK(test::found(rules, {}, utterances) == Found{"PERSON:tariqov"});

  const auto [label, expected] = GENERATE(table<std::string, Found>({
      {"Interviewer", {}},
      {"P1", {}},
      {"Speaker 2", {}},
      {"ID04", {}},
      {"SPEAKER_00", {}},
      {"Doctor", {}},
      {"Grad H", {}},
      {"PhD E", {}},
      {"Counsel Inquiry", {}},
      {"Lead Inquiry", {}},
      {"", {}},
      {"I", {}},
      {"Mum", {}},
      {"Dr Patel", {"Patel"}},
      {"Kate S.", {"Kate S"}},
      {"Lady Hallett", {"Hallett"}},
      {"Lord Gus O'Donnell", {"Gus O'Donnell"}},
      {"Lynne Neagle AM", {"Lynne Neagle"}},
      {"Dean Smith", {"Dean Smith"}},
      {"Brown", {"Brown"}},
      {"kate", {"kate"}},
      {"Mr Long", {"Long"}},
      {"Interviewer (Kate)", {"Kate"}},
  }));
  CAPTURE(label);
  Found got;
  for (const ByteRange r : Detector(rules, Register{}).names_in_label(label))
    got.push_back(label.substr(r.begin, r.size()));
  CHECK(got == expected);
}

TEST_CASE("learned names merge in any order") {
  const LearnedName a{"kate", "PERSON", "b", 0.9F, 1, false}, b{"kate", "PERSON", "a", 0.9F, 2, true},
      c{"kate", "PERSON", "c", 0.5F, 4, false};
  LearnedNames one, two, three;
  one.add(a), one.add(b), one.add(c);
  two.add(c), two.add(b), two.add(a);
  three.add(b);
  LearnedNames part;
  part.add(c), part.add(a);
  three.merge(part);
  CHECK(one.all() == two.all());
  CHECK(one.all() == three.all());
  const LearnedName& kate = one.all().begin()->second;
  CHECK(kate.rule == "a");
  CHECK(kate.times == 7);
  CHECK(kate.word);
}

TEST_CASE("months, countries and titles are learned as nobody") {
  Detector detector(test::shipped(), Register{});
  detector.take(test::turns({"I met Chris England and Mr June Smith there."})[0], [](Marked) {});
  std::vector<std::string> forms;
  for (const auto& [key, name] : detector.learned().all()) forms.push_back(name.form);
  CHECK(std::find(forms.begin(), forms.end(), "chris england") != forms.end());
  CHECK(std::find(forms.begin(), forms.end(), "england") == forms.end());
  CHECK(std::find(forms.begin(), forms.end(), "mr") == forms.end());
}

TEST_CASE("text without capitals is searched by the lists and by what is said round a name") {
  CHECK(persons({"next patient is nicole miller and so on", "hey, miss miller, how are you", "i like to mill about"}) ==
        Found{"nicole miller", "miller"});
  CHECK(persons({"LORD GUS O'DONNELL (sworn)."}) == Found{"GUS O'DONNELL"});
}

TEST_CASE("a transcript is without capitals until it has one, however short its turns") {
  CHECK(persons({"hi there", "hi doctor smith", "yes, brian"}) == Found{"smith", "brian"});
  CHECK(persons({"hi there", "hi mark"}) == Found{"mark"});
  CHECK(persons({"Hi there.", "hi mark"}).empty());  // of four words and more a turn tells for itself
}

TEST_CASE("every finding is explained and stands on code points, whatever the text") {
  std::mt19937 random(5);
  const RuleSet& rules = test::shipped();
  const std::vector<std::string> pieces{
      "Kate ",  "my name is ", "Dr. ", "Zoë", "’s ", "943 476 5919 ", "Leeds ", "Hospital ", ", ",
      ". ",     "\n",          "in ",  "«",   "é",   "07700 900123 ", "the ",   "Will ",     "I'm a ",
      "nurse ", "😀",           "—",    "[",   "]",   "Fizz"};
  const Register known = test::people({"Zoë Fizz", "Will Leeds"});
  for (int round = 0; round < 400; ++round) {
    std::vector<std::string> texts;
    for (int t = 0; t < 3; ++t) {
      std::string& text = texts.emplace_back();
      for (std::size_t i = 0, n = random() % 10; i < n; ++i) text += pieces[random() % pieces.size()];
    }
    const auto utterances = test::turns(texts);
    const auto findings = detect_utterances(rules, known, utterances);
    CHECK(findings == detect_utterances(rules, known, utterances));
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const Finding& f = findings[i];
      const std::string_view text = texts.at(f.utterance);
      REQUIRE(f.bytes.begin < f.bytes.end);
      REQUIRE(f.bytes.end <= text.size());
      REQUIRE(find_invalid_utf8(text.substr(f.bytes.begin, f.bytes.size())) == std::string_view::npos);
      REQUIRE(f.score >= rules.label(f.label).review);
      REQUIRE(f.score <= 1);
      REQUIRE(rules.rule(f.rule).label == f.label);
      if (i > 0 && findings[i - 1].utterance == f.utterance) REQUIRE(findings[i - 1].bytes.end <= f.bytes.begin);
    }
  }
}

TEST_CASE("a detector gives on each utterance as it is, at once") {
  Detector detector(test::shipped(), Register{});
  std::vector<std::uint64_t> numbers;
  const Sink<Marked> out = [&](Marked m) { numbers.push_back(m.utterance.number); };
  for (auto& utterance : test::turns({"Hello Kate.", "", "Hm"})) detector.take(utterance, out);
  CHECK(numbers == std::vector<std::uint64_t>{0, 1, 2});
  detector.finish(out);
  CHECK(numbers.size() == 3);
}

TEST_CASE("each short form of a registered name is the name, not only the first of its list") {
  const auto form = GENERATE(as<std::string>{}, "Abi", "Abby", "Gail");
  CHECK(test::found(test::shipped(), {"so " + form + " was told"}, test::people({"Abigail Zorb"})) ==
        std::vector<std::string>{"PERSON:" + form});
}

}  // namespace

}  // namespace moniker
