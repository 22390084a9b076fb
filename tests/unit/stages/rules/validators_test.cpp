#include "rules/validators.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>

#include "rules/codes.hpp"
#include "support/english.hpp"

using namespace moniker;
using namespace moniker::rules;

namespace {

bool holds(std::string_view name, std::string_view text) {
  const Validator validator = validator_named(name);
  REQUIRE(validator != nullptr);
  return validator(text, test::english());
}

bool nhs_number(std::string_view text) { return holds("nhs_number", text); }

struct Case {
  const char* validator;
  const char* text;
  bool valid;
};

void judge(const Case& c) {
  CAPTURE(c.validator, c.text);
  CHECK(holds(c.validator, c.text) == c.valid);
}

}  // namespace

TEST_CASE("every validator has one name, and no other name has one") {
  std::set<std::string_view> names;
  for (const std::string_view name : validator_names()) {
    CHECK(names.insert(name).second);
    CHECK(validator_named(name) != nullptr);
    CHECK_FALSE(holds(name, ""));
    CHECK_FALSE(holds(name, " - "));
  }
  CHECK(names.size() == 23);
  CHECK(validator_named("nhs") == nullptr);
  CHECK(validator_named("") == nullptr);
}

TEST_CASE("NHS numbers prove themselves by modulus 11") {
  judge(GENERATE(Case{"nhs_number", "943 476 5919", true}, Case{"nhs_number", "943-476-5919", true},
                 Case{"nhs_number", "4010232137", true}, Case{"nhs_number", "943 476 5918", false},
                 Case{"nhs_number", "943 476 591", false}, Case{"nhs_number", "94347659190", false},
                 Case{"nhs_number", "0000000000", false}, Case{"nhs_number", "9434765870", true},
                 Case{"spoken_nhs_number", "nine four three, four seven six, five nine one nine", true},
                 Case{"spoken_nhs_number", "nine four three, four seven six, five nine one eight", false},
                 Case{"spoken_nhs_number", "nine four three four double six and a bit", false},
                 Case{"chi_number", "010180 0023", false}, Case{"chi_number", "9434765919", false}));
}

TEST_CASE("one ten-digit number in eleven passes modulus 11, and each nine digits have at most one tenth") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> digit(0, 9);
  int passed = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string nine;
    for (int i = 0; i < 9; ++i) nine += static_cast<char>('0' + digit(random));
    int tenths = 0;
    for (char last = '0'; last <= '9'; ++last) tenths += nhs_number(nine + last);
    CHECK(tenths <= 1);
    passed += tenths;
  }
  CHECK(passed > 1700);  // ten elevenths of 2000 are 1818
  CHECK(passed < 1900);
}

TEST_CASE("a changed digit or two swapped neighbours never pass modulus 11") {
  const std::string number = "9434765919";
  for (std::size_t i = 0; i < number.size(); ++i) {
    for (char c = '0'; c <= '9'; ++c) {
      std::string changed = number;
      changed[i] = c;
      CHECK(nhs_number(changed) == (changed == number));
    }
    if (i + 1 == number.size() || number[i] == number[i + 1]) continue;
    std::string swapped = number;
    std::swap(swapped[i], swapped[i + 1]);
    CHECK_FALSE(nhs_number(swapped));
  }
}

TEST_CASE("cards and accounts") {
  judge(GENERATE(Case{"card_number", "4111 1111 1111 1111", true}, Case{"card_number", "378282246310005", true},
                 Case{"card_number", "4111 1111 1111 1112", false}, Case{"card_number", "0000 0000 0000 0000", false},
                 Case{"card_number", "411111111111", false}, Case{"iban", "GB29 NWBK 6016 1331 9268 19", true},
                 Case{"iban", "gb29nwbk60161331926819", true}, Case{"iban", "DE89 3704 0044 0532 0130 00", true},
                 Case{"iban", "GB29 NWBK 6016 1331 9268 18", false}, Case{"iban", "GB29", false}));
}

TEST_CASE("British codes keep to their letters") {
  judge(GENERATE(
      Case{"ni_number", "AB 12 34 56 C", true}, Case{"ni_number", "ab123456", true},
      Case{"ni_number", "QQ123456C", false}, Case{"ni_number", "BG123456A", false},
      Case{"ni_number", "AO123456A", false}, Case{"ni_number", "AB123456E", false},
      Case{"ni_number", "AB12345C6", false}, Case{"vehicle", "YK14 ABC", true}, Case{"vehicle", "yk64abc", true},
      Case{"vehicle", "YK00 ABC", false}, Case{"vehicle", "IK14 ABC", false}, Case{"vehicle", "YK14 AQC", false},
      Case{"vehicle", "YK1 ABC", false}, Case{"driving_licence", "MORGA657054SM9IJ", true},
      Case{"driving_licence", "SHAW9 803141 K99AB", true}, Case{"driving_licence", "MORGA657054SM9IJ 35", true},
      Case{"driving_licence", "MORGA697054SM9IJ", false}, Case{"driving_licence", "MORGA657324SM9IJ", false},
      Case{"driving_licence", "M9RGA657054SM9IJ", false}, Case{"driving_licence", "99999657054SM9IJ", false}));
}

TEST_CASE("postcodes have a known area and letters that occur") {
  judge(GENERATE(
      Case{"postcode", "LS6 3HN", true}, Case{"postcode", "ls63hn", true}, Case{"postcode", "EC1A 1BB", true},
      Case{"postcode", "GIR 0AA", true}, Case{"postcode", "SW1A 1AA", true}, Case{"postcode", "LS6 OHN", true},
      Case{"postcode", "QQ1 1AA", false}, Case{"postcode", "LS6 3CN", false}, Case{"postcode", "LS6A 3HN", false},
      Case{"postcode", "LS06 3HN", false}, Case{"postcode", "LS6", false}, Case{"outward_code", "SE15", true},
      Case{"outward_code", "EC1A", true}, Case{"outward_code", "L4A", false}, Case{"outward_code", "C5", false},
      Case{"outward_code", "LS", false}, Case{"spoken_postcode", "L S six three H N", true},
      Case{"spoken_postcode", "LS six, three HN", true}, Case{"spoken_postcode", "S W one A one double-A", true},
      Case{"spoken_postcode", "O X four two N T", true}, Case{"spoken_postcode", "B twelve, nine Q T", true},
      Case{"spoken_postcode", "I six three of it", false}));
}

TEST_CASE("dates are day first, else month first, and clocks have sixty minutes") {
  judge(GENERATE(Case{"numeric_date", "14/03/1981", true}, Case{"numeric_date", "4/14/1960", true},
                 Case{"numeric_date", "14.3.81", true}, Case{"numeric_date", "1981-03-14", true},
                 Case{"numeric_date", "29/02/1981", true}, Case{"numeric_date", "30/02/1981", false},
                 Case{"numeric_date", "14/14/1981", false}, Case{"numeric_date", "00/03/1981", false},
                 Case{"numeric_date", "14/03/1781", false}, Case{"numeric_date", "14/03/19811", false},
                 Case{"numeric_date", "20-45-45", false}, Case{"numeric_date", "14/3", true},
                 Case{"numeric_date", "120/80", false}, Case{"numeric_date", "03/1981", true},
                 Case{"clock_time", "23:59", true}, Case{"clock_time", "24:00", true},
                 Case{"clock_time", "24:01", false}, Case{"clock_time", "12:60", false},
                 Case{"clock_time", "9.30", true}, Case{"clock_time", "12:3", false}));
}

TEST_CASE("telephone numbers are possible, not valid: those kept for drama count") {
  judge(GENERATE(
      Case{"phone", "07700 900123", true}, Case{"phone", "01632 960 001", true},
      Case{"phone", "+44 (0)7700 900 123", true}, Case{"phone", "(0113) 496 0123 ext 42", true},
      Case{"phone", "0 7 7 0 0 9 0 0 1 2 3", true}, Case{"phone", "+353 1 496 0123", true}, Case{"phone", "999", false},
      Case{"phone", "2019 2020", false}, Case{"phone", "07700", false}, Case{"phone", "0770090012345678", false},
      Case{"phone_abroad", "(212) 555-0142", true}, Case{"phone_abroad", "001-212-555-0142x12", true},
      Case{"phone_abroad", "112-555-0142", false},
      Case{"spoken_phone", "oh seven seven double-oh nine hundred one two three", true},
      Case{"spoken_phone", "zero seven seven zero zero, nine double-oh, one two three", true},
      Case{"spoken_phone", "plus four four seven seven double-oh nine hundred one two three", true},
      Case{"spoken_phone", "oh seven seven", false},
      Case{"spoken_phone", "seven seven double-oh nine hundred one two three", false},
      Case{"spoken_digits", "four nine six oh one two", true},
      Case{"spoken_digits", "one two three four five six", false}, Case{"spoken_digits", "oh oh oh oh oh oh", false},
      Case{"spoken_digits", "four nine six", false}, Case{"spoken_code", "37 stroke 20991 stroke 23", true},
      Case{"spoken_code", "six two one hang on six one two double oh four", true},
      Case{"spoken_code", "h for hotel x ray nine tango tango four", true},
      Case{"spoken_code", "K nine two double one F", true}, Case{"spoken_code", "one two three four five", false},
      Case{"spoken_code", "nineteen eighty four nineteen eighty five", false}, Case{"told_code", "120/80", false},
      Case{"told_code", "two three four five", false}, Case{"told_code", "45281", true},
      Case{"told_code", "05/17", true}, Case{"spoken_code", "Oh, o Oh, OK", false},
      Case{"spoken_code", "40,000 CEBA", false}, Case{"typed_code", "0472 8819 K", true},
      Case{"typed_code", "HFR 204N", true}, Case{"typed_code", "42/091/0118", true},
      Case{"typed_code", "001 774 829 116", true}, Case{"typed_code", "7719/2", true},
      Case{"typed_code", "S104477", true}, Case{"typed_code", "2019/20", false},
      Case{"typed_code", "1998 2003 2014", false}, Case{"typed_code", "17 450 000", false},
      Case{"typed_code", "120/80", false}, Case{"typed_code", "10-10 20-20", false},
      Case{"typed_code", "MS 2019", false}, Case{"typed_code", "HP 4200", false}, Case{"typed_code", "0930", false}));
}

TEST_CASE("addresses of the internet") {
  judge(GENERATE(Case{"email", "kate.shaw81@example.org", true}, Case{"email", "zoë@beispiel.de", true},
                 Case{"email", "kate@home", false}, Case{"email", ".kate@example.org", false},
                 Case{"email", "kate@@example.org", false}, Case{"email", "kate@example..org", false},
                 Case{"web_address", "https://example.org/kate", true}, Case{"web_address", "www.kate.me", true},
                 Case{"web_address", "shawcare.co.uk/team", true}, Case{"web_address", "tell.me", false},
                 Case{"web_address", "end.Then", false}, Case{"ip_address", "192.168.1.14", true},
                 Case{"ip_address", "10.0.0.0/8", true}, Case{"ip_address", "fe80::1", true},
                 Case{"ip_address", "300.1.1.1", false}, Case{"ip_address", "10:30:15", false}));
}

TEST_CASE("numbers read aloud become what they say") {
  const auto [said, written] = GENERATE(table<const char*, const char*>({{"oh seven double-seven", "0777"},
                                                                         {"treble nine", "999"},
                                                                         {"Triple-Oh, one", "0001"},
                                                                         {"nine hundred", "900"},
                                                                         {"forty-two", "42"},
                                                                         {"forty oh two", "4002"},
                                                                         {"double four, twenty", "4420"},
                                                                         {"double twenty one", "20201"},
                                                                         {"one, um, two and then 3", "123"},
                                                                         {"L S six", "LS6"},
                                                                         {"LS 6", "LS6"},
                                                                         {"BD7 one AB", "BD71AB"},
                                                                         {"six people", ""},
                                                                         {"4th", ""},
                                                                         {"", ""}}));
  CAPTURE(said);
  CHECK(validate::said_aloud(said, test::english()) == written);
}

TEST_CASE("validators take any bytes") {
  std::mt19937 random(11);
  const std::string_view alphabet = "0123456789 ABCxyz-/.:@+()\xC3\xA9,\xE2\x80\x93\xFF";
  std::uniform_int_distribution<std::size_t> length(0, 24), pick(0, alphabet.size() - 1);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t i = length(random); i > 0; --i) text += alphabet[pick(random)];
    for (const std::string_view name : validator_names()) {
      const bool once = holds(name, text);
      CHECK(holds(name, text) == once);
    }
  }
}
