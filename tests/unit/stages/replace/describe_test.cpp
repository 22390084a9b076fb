// What `describe` says of the words between « and », by the lists as shipped. All talk here is invented.
#include <catch2/catch.hpp>

#include "replace/around.hpp"
#include "replace/article.hpp"
#include "replace/decision.hpp"
#include "replace/generalisations.hpp"
#include "replace/letters.hpp"
#include "replace/rewrite.hpp"
#include "small_lists.hpp"

using namespace moniker::replace;

namespace {

const Generalisations& shipped() {
  static const auto loaded = load_generalisations(MONIKER_SOURCE_DIR "/rules/lists", moniker::test::english());
  return *loaded;
}

struct Said {
  std::string label{}, sentence{}, subtype{}, form{};
  std::uint32_t number = 3;
};

/// The sentence as it stands afterwards, article and all.
std::string described(const Said& said, const small_lists::Settings& settings = {}) {
  std::string text = said.sentence;
  const auto begin = static_cast<std::uint32_t>(text.find("«"));
  text.erase(begin, 2);
  const auto end = static_cast<std::uint32_t>(text.find("»"));
  text.erase(end, 2);
  std::vector<moniker::Finding> findings{{.bytes = {begin, end}}};
  const moniker::Label& label = moniker::test::shipped_label(said.label);
  moniker::Entity entity{.label = said.label, .subtype = said.subtype, .number = said.number, .form = said.form};
  OperatorChoices choices;
  choices.by_label[said.label] = {.name = "describe", .settings = settings};
  Decision decision = decide({.label = label, .subtype = said.subtype, .entity = &entity}, choices);
  const std::string surface = text.substr(begin, end - begin);
  put_words(decision, {.surface = surface, .about = about(text, findings[0].bytes)}, shipped(),
            moniker::replace::OperatorKeys());
  const auto by = fit_articles(text, findings, {decision}, moniker::test::english());
  return rewrite({.text = text}, findings, by, {}).utterance.text;
}

std::string place(const std::string& sentence, const small_lists::Settings& settings = {},
                  const std::string& subtype = {}) {
  return described({"LOCATION", sentence, subtype}, settings);
}
std::string group(const std::string& sentence, const std::string& subtype = {},
                  const small_lists::Settings& settings = {}) {
  return described({"NATIONALITY", sentence, subtype}, settings);
}

}  // namespace

TEST_CASE("letters count on behind Z") {
  CHECK(letters(0).empty());
  CHECK(letters(1) == "A");
  CHECK(letters(26) == "Z");
  CHECK(letters(27) == "AA");
  CHECK(letters(52) == "AZ");
  CHECK(letters(703) == "AAA");
}

TEST_CASE("a place is described by its kind and region, and a letter") {
  const auto [sentence, text] = GENERATE(table<std::string, std::string>({
      {"I live in «Leeds».", "I live in [city C, Yorkshire]."},
      {"«LEEDS»'s market", "[city C, Yorkshire]'s market"},
      {"«Leeds's» market", "[city C, Yorkshire]'s market"},
      {"a «Leeds-based» charity", "a [city C, Yorkshire]-based charity"},
      {"in «Huddersfield» then", "in [town C, Yorkshire] then"},
      {"up in «Keswick»", "up in [village C, North West]"},
      {"from «Cumbria»", "from [county C, North West]"},
      {"in «North Yorkshire»", "in [county C, Yorkshire]"},
      {"in «Scunthorpe»", "in [town C, Yorkshire and the Humber]"},  // no part of Yorkshire
      {"in «Glasgow»", "in [city C, Scotland]"},
      {"in «Lewisham»", "in [district C, London]"},
      {"in «Clerkenwell»", "in [area C, London]"},
      {"in «north Leeds»", "in [area C, Yorkshire]"},
      {"the «city of Leeds»", "the [city C, Yorkshire]"},
      {"born in «Munich»", "born in [place C, Germany]"},
      {"«Lagos, Nigeria»", "[place C, Nigeria]"},
      {"«Richmond, North Yorkshire»", "[place C, Yorkshire]"},
      {"at «Fizzle Park»", "at [park C]"},
      {"the «River Fizzle»", "the [river C]"},
      {"on «Grace Street»", "on [road C]"},
      {"in «Fizzleby»", "in [place C]"},
      {"in «LS6 2AB»", "in [postcode C, Yorkshire and the Humber]"},
      // What is as broad already stays.
      {"in «Yorkshire»", "in Yorkshire"},
      {"in «Scotland»", "in Scotland"},
      {"in «London»", "in London"},
      {"in «Germany»", "in Germany"},
      {"the «North East»", "the North East"},
      {"the «Midlands»", "the Midlands"},
  }));
  CAPTURE(sentence);
  CHECK(place(sentence) == text);
}

TEST_CASE("no region is told that could be another") {
  // Rows in several nations or regions, names that many places bear, and such as are known abroad.
  const auto name = GENERATE("Newport", "Richmond", "Newton", "Whitchurch", "Boston", "Perth", "Victoria", "Valencia",
                             "Trinidad", "Moscow", "Halifax", "Gillingham", "Connor", "Bangor", "Broughton");
  const std::string text = place(std::string("in «") + name + "»");
  CAPTURE(name, text);
  CHECK((text.ends_with(" C]") || text.ends_with(" C, England]")));
}

TEST_CASE("how far a place is taken is a setting") {
  using Settings = small_lists::Settings;
  CHECK(place("in «Leeds»", {{"place", "county"}}) == "in [city C, West Yorkshire]");
  CHECK(place("in «Keswick»", {{"place", "county"}}) == "in [village C, Cumbria]");
  CHECK(place("in «Cumbria»", {{"place", "county"}}) == "in Cumbria");
  CHECK(place("in «Leeds»", {{"place", "nation"}}) == "in [city C, England]");
  CHECK(place("in «Yorkshire»", {{"place", "nation"}}) == "in [county C, England]");
  CHECK(place("in «Leeds»", {{"place", "country"}}) == "in [city C, United Kingdom]");
  CHECK(place("in «Scotland»", {{"place", "country"}}) == "in [United Kingdom]");
  CHECK(group("a «Glaswegian» nurse", "", {{"place", "country"}}) == "a [British] nurse");
  CHECK(group("a «Nigerian» nurse", "", Settings{{"place", "country"}}) == "an [African] nurse");
}

TEST_CASE("plain words are another style") {
  const small_lists::Settings plain{{"style", "plain"}};
  CHECK(place("I live in «Leeds» now", plain) == "I live in city C in Yorkshire now");
  CHECK(place("«Leeds» is big", plain) == "City C in Yorkshire is big");
  CHECK(place("It is big. «Leeds», I mean", plain) == "It is big. City C in Yorkshire, I mean");
  CHECK(place("a «Leeds-based» charity", plain) == "a city C-based charity");
  CHECK(place("in «Keswick»", plain) == "in village C in the North West");
  CHECK(place("in «Fizzleby»", plain) == "in place C");
  CHECK(described({"ORG", "in «Larkfield Hospital»", "", "larkfield hospital"}, plain) == "in hospital C");
  CHECK(group("She speaks «Urdu» at home", "language", plain) == "She speaks a South Asian language at home");
}

TEST_CASE("an organisation is described by its kind and a letter") {
  const auto [sentence, form, text] = GENERATE(table<std::string, std::string, std::string>({
      {"in «Leeds General Infirmary»", "leeds general infirmary", "in [hospital C]"},
      {"in the «LGI»", "leeds general infirmary", "in the [hospital C]"},
      {"in «Addenbrooke's»", "addenbrooke", "in [hospital C]'s"},
      {"the «Royal Infirmary»'s ward", "royal infirmary", "the [hospital C]'s ward"},
      {"at «Fizzle Primary School»", "fizzle primary school", "at [school C]"},
      {"with «Age UK»", "age uk", "with [charity C]"},
      {"for «Fizzco Ltd»", "fizzco ltd", "for [company C]"},
      {"with the «West Fizzle Police»", "west fizzle police", "with the [police force C]"},
      {"the «Fizzle NHS Trust»", "fizzle nhs trust", "the [NHS trust C]"},
      {"a «Fizzle NHS Trust» nurse", "fizzle nhs trust", "an [NHS trust C] nurse"},
      {"an «Oak Lane Surgery» nurse", "oak lane surgery", "a [GP practice C] nurse"},
      {"for «Fizzco»", "fizzco", "for [organisation C]"},
      {"«Huddersfield» first", "huddersfield", "[organisation C] first"},
  }));
  CAPTURE(sentence);
  CHECK(described({"ORG", sentence, "", form}) == text);
  CHECK(described({"ORG", "on «Ward 7»", "ward", "ward 7"}) == "on [ward C]");
}

TEST_CASE("a nationality is said as it was: before a noun, of somebody, of one, of several") {
  const auto [sentence, text] = GENERATE(table<std::string, std::string>({
      {"She's «Nigerian», I think", "She's [West African], I think"},
      {"half «Nigerian»", "half [West African]"},
      {"«Nigerian», he is", "[West African], he is"},
      {"a «Polish» nurse", "an [Eastern European] nurse"},
      {"A «Polish» nurse", "An [Eastern European] nurse"},
      {"an «Indian» doctor", "a [South Asian] doctor"},
      {"the «Nigerians» next door", "the [West Africans] next door"},
      {"She was an «Italian».", "She was a [Southern European]."},
      {"a «Jamaican» lady", "a [Caribbean] lady"},
      {"He's a «Jamaican».", "He's a [Caribbean person]."},
      {"my dad was a «Geordie».", "my dad was a [person from the North East]."},
      {"a «Geordie» lives there", "a [person from the North East] lives there"},
      {"a «Geordie» accent", "a [North East] accent"},
      {"He's «Cornish».", "He's [from the South West]."},
      {"two «Scousers» came", "two [people from the North West] came"},
      {"he's a «Cornishman»", "he's a [man from the South West]"},
      {"a «Glaswegian» woman", "a [Scottish] woman"},
      {"she's a «Glaswegian».", "she's a [Scot]."},
      {"a «Scottish» woman", "a Scottish woman"},
      {"a proud «Scot»", "a proud Scot"},
      {"She's a «Londoner»", "She's a Londoner"},
      {"a «Yorkshireman»", "a Yorkshireman"},
      {"a «Northerner»", "a Northerner"},
      {"he's «British»", "he's British"},
      {"a «British Pakistani» man", "a [South Asian] man"},
  }));
  CAPTURE(sentence);
  CHECK(group(sentence) == text);
}

TEST_CASE("ethnicity and faith are groups of the census") {
  const auto [sentence, text] = GENERATE(table<std::string, std::string>({
      {"I'm «white British».", "I'm [White]."},
      {"as a «black» woman", "as a black woman"},
      {"She's «Punjabi».", "She's [Asian]."},
      {"a «Yoruba» wedding", "a [Black] wedding"},
      {"They're «mixed race».", "They're [of mixed ethnicity]."},
      {"a «Kurdish» family", "a [minority ethnic] family"},
      {"his wife's a «Catholic».", "his wife's a [Christian]."},
      {"the «Sunnis»", "the [Muslims]"},
      {"a «Jew»", "a [Jewish person]"},
      {"a «Muslim»", "a Muslim"},
      {"converted to «Islam»", "converted to Islam"},
      {"turned to «Catholicism»", "turned to [Christianity]"},
      {"he's «Fizzlian»", "he's [group C]"},
  }));
  CAPTURE(sentence);
  CHECK(group(sentence) == text);
}

TEST_CASE("a language is one of its group") {
  const auto [sentence, subtype, text] = GENERATE(table<std::string, std::string, std::string>({
      {"She speaks «Urdu».", "language", "She speaks [a South Asian language]."},
      {"She speaks «Polish» at home", "", "She speaks [a European language] at home"},
      {"some «Polish».", "", "some [European language]."},
      {"speaks English, Urdu and «Punjabi».", "", "speaks English, Urdu and [a South Asian language]."},
      {"It was in «German».", "", "It was in [a European language]."},
      {"a bit of «French»", "", "a bit of [a European language]"},
      {"Do you know any «Gujarati»?", "", "Do you know any [South Asian language]?"},
      {"Her «Urdu» is good", "language", "Her [South Asian language] is good"},
      {"an «Urdu» interpreter", "language", "a [South Asian language] interpreter"},
      {"a «Polish» interpreter", "", "a [European language] interpreter"},
      {"in a «Polish» shop", "", "in an [Eastern European] shop"},
      {"We signed «BSL»", "language", "We signed [a sign language]"},
      {"She speaks «Fizzlish».", "language", "She speaks [another language]."},
  }));
  CAPTURE(sentence);
  CHECK(group(sentence, subtype) == text);
}

TEST_CASE("where nobody counts there is no letter, and what nothing is known of has its keyed name") {
  const auto filtered = [](const std::string& label, const std::string& surface) {
    const small_lists::Settings none;
    return operator_named("describe", {}, {})
        .apply({.surface = surface,
                .label = label,
                .means = moniker::test::shipped_label(label).means,
                .keyed = "K7Q2M4XWJ9RT",
                .settings = &none},
               shipped(), moniker::replace::OperatorKeys());
  };
  CHECK(filtered("LOCATION", "Leeds") == "[city, Yorkshire]");
  CHECK(filtered("LOCATION", "Fizzleby") == "[LOCATION_K7Q2M4XWJ9RT]");
  CHECK(filtered("ORG", "Fizzle Hospital") == "[hospital]");
  CHECK(filtered("ORG", "Fizzco") == "[ORG_K7Q2M4XWJ9RT]");
  CHECK(filtered("NATIONALITY", "Polish") == "[Eastern European]");
}

TEST_CASE("what has letters may be told of by its pseudonym") {
  const moniker::Entity leeds{.label = "LOCATION", .number = 3, .form = "leeds"};
  const moniker::Entity nigerian{.label = "NATIONALITY", .number = 1, .form = "nigerian"};
  const moniker::Entity* entity = GENERATE_REF(&leeds, &nigerian);
  const OperatorChoices choices{.by_label = {{entity->label, {.name = "describe"}}}};
  const std::string subtype;
  Decision decision =
      decide({.label = moniker::test::shipped_label(entity->label), .subtype = subtype, .entity = entity}, choices);
  put_words(decision, {.surface = entity->form}, shipped(), moniker::replace::OperatorKeys());
  CHECK(told_as(decision) == (entity == &leeds ? "LOCATION_3" : ""));  // [West African] has no letter A
}
