// The validators. One more is a function in the file of its kind, its declaration here and its row below.
#include "rules/validators.hpp"

#include <algorithm>
#include <iterator>

namespace moniker::validate {

// check_digits.cpp: numbers that prove themselves
bool nhs_number(std::string_view matched);   // ten digits, modulus 11 (NHS Data Dictionary, NHS NUMBER)
bool chi_number(std::string_view matched);   // Scotland: the same, beginning with a date of birth
bool card_number(std::string_view matched);  // 13 to 19 digits, Luhn (ISO/IEC 7812-1)
bool iban(std::string_view matched);         // modulus 97 (ISO 13616)
bool spoken_nhs_number(std::string_view matched, const words::Language& language);  // read aloud

// uk_codes.cpp: codes that have only a shape
bool ni_number(std::string_view matched);     // prefixes as HMRC's NIM39110 has them
bool postcode(std::string_view matched);      // a known area, letters that occur
bool outward_code(std::string_view matched);  // "LS6", "EC1A"
bool spoken_postcode(std::string_view matched,
                     const words::Language& language);  // "L S six three H N", "S double-L one two"
bool vehicle(std::string_view matched);                 // registration marks since 2001
bool driving_licence(std::string_view matched);         // DVLA, the date of birth inside must be one

// code_shapes.cpp
bool typed_code(std::string_view matched);  // digits enough for one code, and no years, sums or measures
bool spoken_code(std::string_view matched,
                 const words::Language& language);  // the same read aloud, digits one by one
bool told_code(std::string_view matched,
               const words::Language& language);  // no counting, no ratio: "one two three", "50/50"

// dates_and_times.cpp
bool numeric_date(std::string_view matched);  // day first, else month first; years 1850 to 2099
bool clock_time(std::string_view matched);    // 00:00 to 24:00

// contact.cpp
bool phone(std::string_view matched);         // a number that Britain's plan allows, or one with a country code
bool phone_abroad(std::string_view matched);  // the North American shape, which has no country code
bool spoken_phone(std::string_view matched,
                  const words::Language& language);  // read aloud, from its leading nought or country code
bool spoken_digits(std::string_view matched,
                   const words::Language& language);  // six or more digits read aloud, and no mere counting
bool email(std::string_view matched);
bool web_address(std::string_view matched);  // https:, www. or a well-known ending
bool ip_address(std::string_view matched);   // 4 or 6

}  // namespace moniker::validate

namespace moniker::rules {
namespace {

/// What asks for no words.
template <bool (*valid)(std::string_view)>
bool plain(std::string_view matched, const words::Language&) {
  return valid(matched);
}

struct Row {
  std::string_view name;
  Validator validator;
  bool proves = true;  // else it asks for a shape that many things share
};
constexpr Row table[] = {
    {"nhs_number", plain<validate::nhs_number>},
    {"chi_number", plain<validate::chi_number>},
    {"spoken_nhs_number", validate::spoken_nhs_number},
    {"card_number", plain<validate::card_number>},
    {"iban", plain<validate::iban>},
    {"ni_number", plain<validate::ni_number>},
    {"postcode", plain<validate::postcode>},
    {"outward_code", plain<validate::outward_code>},
    {"spoken_postcode", validate::spoken_postcode},
    {"vehicle", plain<validate::vehicle>},
    {"driving_licence", plain<validate::driving_licence>},
    {"typed_code", plain<validate::typed_code>, false},
    {"spoken_code", validate::spoken_code, false},
    {"told_code", validate::told_code, false},
    {"numeric_date", plain<validate::numeric_date>},
    {"clock_time", plain<validate::clock_time>},
    {"phone", plain<validate::phone>},
    {"phone_abroad", plain<validate::phone_abroad>},
    {"spoken_phone", validate::spoken_phone},
    {"spoken_digits", validate::spoken_digits, false},
    {"email", plain<validate::email>},
    {"web_address", plain<validate::web_address>},
    {"ip_address", plain<validate::ip_address>},
};

const Row* row_of(std::string_view name) {
  const auto row = std::find_if(std::begin(table), std::end(table), [&](const Row& one) { return one.name == name; });
  return row == std::end(table) ? nullptr : row;
}

}  // namespace

Validator validator_named(std::string_view name) {
  const Row* const row = row_of(name);
  return row ? row->validator : nullptr;
}

bool proves(std::string_view validator) {
  const Row* const row = row_of(validator);
  return !row || row->proves;
}

std::vector<std::string_view> validator_names() {
  std::vector<std::string_view> names;
  for (const auto& row : table) names.push_back(row.name);
  return names;
}

}  // namespace moniker::rules
