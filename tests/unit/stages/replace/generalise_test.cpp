// What each kind of thing becomes under `generalise`. A result without brackets is left as it stands.
#include <catch2/catch.hpp>

#include "small_lists.hpp"

using small_lists::apply;
using small_lists::Settings;

using namespace moniker::replace;

namespace {

std::string generalised(const std::string& label, const std::string& surface, const std::string& subtype = {},
                        const Settings& settings = {}) {
  return apply("generalise", {.surface = surface, .label = label, .subtype = subtype, .number = 2}, settings);
}

}  // namespace

TEST_CASE("a place becomes its region or its country") {
  const auto [surface, text] = GENERATE(table<std::string, std::string>({
      {"Leeds", "[Yorkshire and the Humber]"},
      {"LEEDS's", "[Yorkshire and the Humber]"},
      {"central Leeds", "[Yorkshire and the Humber]"},
      {"the city of Leeds", "[Yorkshire and the Humber]"},
      {"Ashford", "[England]"},       // two regions
      {"Newport", "[PLACE]"},         // two nations
      {"Boston", "[East Midlands]"},  // a town here wins over one abroad
      {"Moscow", "[PLACE]"},          // a village here does not
      {"Krakow", "[Poland]"},
      {"Kraków", "[Poland]"},
      {"Victoria", "[PLACE]"},  // two countries
      {"Richmond", "[England]"},
      {"Richmond, North Yorkshire", "[Yorkshire and the Humber]"},
      {"Headingley, Leeds", "[Yorkshire and the Humber]"},
      {"Lagos, Nigeria", "[Nigeria]"},
      {"Whitby", "[Yorkshire and the Humber]"},
      {"London", "London"},
      {"Scotland", "Scotland"},
      {"Nigeria", "Nigeria"},
      {"near Scotland", "[Scotland]"},
      {"Oak Tree Court", "[LOCATION_2]"},
      {"LS6 2AB", "[Yorkshire and the Humber]"},
      {"ls62ab", "[Yorkshire and the Humber]"},
      {"G12", "[Scotland]"},
  }));
  CAPTURE(surface);
  CHECK(generalised("LOCATION", surface) == text);
}

TEST_CASE("addresses and postcodes have their own way") {
  CHECK(generalised("LOCATION", "5 Oak Road, Leeds", "street_address") == "[ADDRESS]");
  CHECK(apply("generalise", {.surface = "5 Oak Road, Leeds", .label = "HOME", .means = moniker::Meaning::address}) ==
        "[ADDRESS]");
  CHECK(generalised("POSTCODE", "G12 8QQ") == "[Scotland]");
  CHECK(generalised("LOCATION", "ZZ9 9ZZ", "postcode") == "[POSTCODE]");
  CHECK(generalised("POSTCODE", "BF1 2AT") == "[POSTCODE]");
  CHECK(generalised("POSTCODE", "ell ess six") == "[POSTCODE]");
  CHECK(generalised("LOCATION", "Leeds", "", {{"place", "nation"}}) == "[England]");
  CHECK(generalised("POSTCODE", "LS6 2AB", "", {{"place", "nation"}}) == "[England]");
}

TEST_CASE("a date becomes its month and year, an old one its year") {
  const auto [surface, text] = GENERATE(table<std::string, std::string>({
      {"14/03/1981", "[1981]"},
      {"14.3.81", "[1981]"},
      {"14-03-1981", "[1981]"},
      {"1981-03-14", "[1981]"},
      {"fourteenth of the third eighty-one", "[1981]"},
      {"the fourteenth of March nineteen eighty one", "[1981]"},
      {"14th March '81", "[1981]"},
      {"March the fourteenth, nineteen oh five", "[1905]"},
      {"the 3rd of March 2024", "[March 2024]"},
      {"3 Mar 2024", "[March 2024]"},
      {"03/03/2024", "[March 2024]"},
      {"03/13/2024", "[March 2024]"},  // no 13th month: the American order
      {"2024-03-03", "[March 2024]"},
      {"twenty-first of March two thousand and twenty-four", "[March 2024]"},
      {"the third of March twenty twenty-four", "[March 2024]"},
      {"Monday 4 March 2024", "[March 2024]"},
      {"Christmas Day 2019", "[2019]"},
      {"3rd March", "[March]"},
      {"fourteenth of the third", "[March]"},
      {"31/12", "[December]"},
      {"March 1981", "[1981]"},
      {"March 2024", "March 2024"},
      {"1981", "1981"},
      {"in 1981", "[1981]"},
      {"Monday", "Monday"},
      {"last Monday", "last Monday"},
      {"May", "May"},
      {"Christmas", "Christmas"},
      {"last summer", "last summer"},
      {"the nineties", "the nineties"},
      {"early 1990s", "early 1990s"},
      {"the fifth", "[DATE_2]"},
      {"Monday the fifth", "[DATE_2]"},
      {"the day the music died", "[DATE_2]"},
      {"99/99/9999", "[DATE_2]"},
  }));
  CAPTURE(surface);
  CHECK(generalised("DATE", surface) == text);
}

TEST_CASE("how far a date is taken is a setting, and a birth is a year") {
  CHECK(generalised("DATE", "3 March 2024", "date_of_birth") == "[2024]");
  CHECK(generalised("DATE", "3 March 2024", "dob") == "[2024]");
  CHECK(generalised("DATE", "3 March 2024", "", {{"date", "year"}}) == "[2024]");
  CHECK(generalised("DATE", "14/03/1981", "", {{"date", "month"}}) == "[March 1981]");
}

TEST_CASE("an age becomes a band") {
  const auto [surface, text] = GENERATE(table<std::string, std::string>({
      {"eighty-three", "[80-89]"},
      {"eighty three", "[80-89]"},
      {"83", "[80-89]"},
      {"89", "[80-89]"},
      {"90", "[90+]"},
      {"a hundred and two", "[90+]"},
      {"102", "[90+]"},
      {"seven", "[0-9]"},
      {"0", "[0-9]"},
      {"aged 83", "[aged 80-89]"},
      {"83 years old", "[80-89 years old]"},
      {"83-year-old", "[80-89-year-old]"},
      {"eighty-three years of age", "[80-89 years of age]"},
      {"nearly forty", "[40-49]"},
      {"late fifties", "[50-59]"},
      {"mid-80s", "[80-89]"},
      {"teens", "[10-19]"},
      {"six months", "[0-11 months]"},
      {"eighteen months old", "[12-23 months]"},
      {"30 months", "[0-9]"},
      {"eight weeks", "[0-11 months]"},
      {"two years and three months", "[0-9]"},
      {"41 or 42", "[40-49]"},
      {"39 or 41", "[AGE_2]"},
      {"middle-aged", "[AGE_2]"},
      {"1981", "[AGE_2]"},
  }));
  CAPTURE(surface);
  CHECK(generalised("AGE", surface) == text);
}

TEST_CASE("the width of bands and where they end are settings") {
  CHECK(generalised("AGE", "83", "", {{"width", "5"}}) == "[80-84]");
  CHECK(generalised("AGE", "83", "", {{"top", "80"}}) == "[80+]");
  CHECK(generalised("AGE", "78", "", {{"width", "7"}, {"top", "80"}}) == "[77-79]");
  CHECK(generalised("AGE", "78", "", {{"width", "1"}}) == "78");
}

TEST_CASE("an organisation becomes its kind") {
  const auto [surface, text] = GENERATE(table<std::string, std::string>({
      {"St Mary's Hospital", "[HOSPITAL]"},
      {"University Hospital of the North", "[HOSPITAL]"},
      {"Leeds Teaching Hospitals NHS Trust", "[NHS TRUST]"},
      {"Oak Ward", "[WARD]"},
      {"Park Lane Surgery", "[GP PRACTICE]"},
      {"Whitehall Primary School", "[SCHOOL]"},
      {"the University of York", "[UNIVERSITY]"},
      {"Aberdeen City Council", "[COUNCIL]"},
      {"West Yorkshire Police", "[POLICE]"},
      {"Addenbrooke's", "[HOSPITAL]"},
      {"Alder Hey", "[HOSPITAL]"},
      {"Tesco", "[SHOP]"},
      {"Tesco's", "[SHOP]"},
      {"Starbucks", "[PUB OR RESTAURANT]"},
      {"Accenture", "[EMPLOYER]"},
      {"Goldsmiths", "[UNIVERSITY]"},
      {"Mind", "[CHARITY]"},
      {"ACAS", "[PUBLIC BODY]"},
      {"Smith & Sons Ltd", "[EMPLOYER]"},
      {"Zorbtech", "[ORG_2]"},
      {"Innsworth", "[ORG_2]"},  // "inn" is a whole word or nothing
  }));
  CAPTURE(surface);
  CHECK(generalised("ORG", surface) == text);
  CHECK(generalised("ORG", "Zorbtech", "employer") == "[EMPLOYER]");
}

TEST_CASE("occupations, nationalities and faiths become groups") {
  const auto [label, surface, text] = GENERATE(table<std::string, std::string, std::string>({
      {"OCCUPATION", "staff nurse", "[nurse]"},
      {"OCCUPATION", "Staff Nurse", "[Nurse]"},
      {"OCCUPATION", "a senior staff nurse", "[staff nurse]"},
      {"OCCUPATION", "nurses", "[health professional]"},
      {"OCCUPATION", "secretaries", "[assistant]"},
      {"OCCUPATION", "academic librarian", "[librarian]"},
      {"OCCUPATION", "zookeeper", "[OCCUPATION_2]"},
      {"NATIONALITY", "Ashanti", "[Black, Black British, Caribbean or African]"},
      {"NATIONALITY", "Polish", "[Europe]"},
      {"NATIONALITY", "Nigerians", "[Africa]"},
      {"NATIONALITY", "Jamaican", "[Caribbean]"},
      {"NATIONALITY", "Scouser", "[North West]"},
      {"NATIONALITY", "Klingon", "[NATIONALITY_2]"},
      {"NATIONALITY", "Sunni", "[Muslim]"},
      {"PERSON", "Kate", "[PERSON_2]"},
  }));
  CAPTURE(label, surface);
  CHECK(generalised(label, surface) == text);
}

TEST_CASE("no operator gives an empty text, whatever the words") {
  const auto surface = GENERATE(as<std::string>(), " ", "'s", ",", "\u2019", "9999999999999", "-", "of the", "a", "\n",
                                "\xF0\x9F\x98\x80", "0/0/0", "the", "hundred", "double", "s's",
                                "one two three four five", "twenty", "nineteen oh", "and", ", , ,", "'81");
  for (const auto& op : moniker::replace::operators()) {
    for (const char* label : {"PERSON", "LOCATION", "POSTCODE", "DATE", "AGE", "ORG", "OCCUPATION", "NATIONALITY"}) {
      CAPTURE(op.name, label, surface);
      CHECK_FALSE(apply(std::string(op.name), {.surface = surface, .label = label}).empty());
    }
  }
}

TEST_CASE("how broad a thing becomes is a setting of its label") {
  struct Row {
    std::string label, surface, setting, value, text;
  };
  const auto row = GENERATE(values<Row>({
      {"LOCATION", "Headingley", "place", "county", "[West Yorkshire]"},
      {"LOCATION", "Headingley", "place", "region", "[Yorkshire and the Humber]"},
      {"LOCATION", "Headingley", "place", "nation", "[England]"},
      {"LOCATION", "Headingley", "place", "country", "[United Kingdom]"},
      {"LOCATION", "North Yorkshire", "place", "county", "North Yorkshire"},
      {"LOCATION", "North Yorkshire", "place", "region", "[Yorkshire and the Humber]"},
      {"LOCATION", "Ashford", "place", "county", "[England]"},  // two of them, in two counties and regions
      {"LOCATION", "Scotland", "place", "region", "Scotland"},
      {"LOCATION", "Scotland", "place", "country", "[United Kingdom]"},
      {"LOCATION", "Yorkshire and the Humber", "place", "nation", "[England]"},
      {"LOCATION", "Krakow", "place", "country", "[Poland]"},
      {"LOCATION", "Krakow", "place", "county", "[Poland]"},
      {"POSTCODE", "LS6 2AB", "place", "country", "[United Kingdom]"},
      {"POSTCODE", "LS6 2AB", "place", "county", "[Yorkshire and the Humber]"},  // areas cross counties
      {"DATE", "3 March 2024", "date", "month", "[March 2024]"},
      {"DATE", "3 March 2024", "date", "quarter", "[January to March 2024]"},
      {"DATE", "31/12/1999", "date", "quarter", "[October to December 1999]"},
      {"DATE", "3rd May", "date", "quarter", "[April to June]"},
      {"DATE", "May", "date", "quarter", "May"},
      {"DATE", "2024", "date", "quarter", "2024"},
      {"DATE", "3 March 2024", "date", "year", "[2024]"},
      {"AGE", "83", "width", "5", "[80-84]"},
      {"AGE", "93", "width", "5", "[90+]"},
      {"ORG", "St Mary's Hospital", "organisation", "phrase", "[an NHS hospital]"},
      {"ORG", "Spire Leeds Hospital", "organisation", "phrase", "[a private hospital]"},
      {"ORG", "Leeds Teaching Hospitals NHS Trust", "organisation", "phrase", "[an NHS trust]"},
      {"ORG", "Park Lane Surgery", "organisation", "phrase", "[a GP practice]"},
      {"ORG", "the University of York", "organisation", "phrase", "[a university]"},
      {"ORG", "Accenture", "organisation", "phrase", "[an employer]"},
      {"OCCUPATION", "staff nurse", "job", "term", "[nurse]"},
      {"OCCUPATION", "staff nurse", "job", "group", "[health professional]"},
      {"OCCUPATION", "a senior staff nurse", "job", "group", "[health professional]"},
      {"OCCUPATION", "Secretaries", "job", "group", "[Assistant]"},
  }));
  CAPTURE(row.surface, row.setting, row.value);
  CHECK(generalised(row.label, row.surface, "", {{row.setting, row.value}}) == row.text);
}
