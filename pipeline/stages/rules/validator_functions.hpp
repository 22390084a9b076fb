#pragma once
#include <string>
#include <string_view>

/// The functions behind the table of validators.cpp, each of the Validator type, and what they share.
namespace moniker::validate {

// check_digits.cpp: numbers that prove themselves
bool nhs_number(std::string_view matched);         // ten digits, modulus 11 (NHS Data Dictionary, NHS NUMBER)
bool chi_number(std::string_view matched);         // Scotland: the same, beginning with a date of birth
bool card_number(std::string_view matched);        // 13 to 19 digits, Luhn (ISO/IEC 7812-1)
bool iban(std::string_view matched);               // modulus 97 (ISO 13616)
bool spoken_nhs_number(std::string_view matched);  // read aloud

// uk_codes.cpp: codes that have only a shape
bool ni_number(std::string_view matched);        // prefixes as HMRC's NIM39110 has them
bool postcode(std::string_view matched);         // a known area, letters that occur
bool outward_code(std::string_view matched);     // "LS6", "EC1A"
bool spoken_postcode(std::string_view matched);  // "L S six three H N", "S double-L one two"
bool vehicle(std::string_view matched);          // registration marks since 2001
bool driving_licence(std::string_view matched);  // DVLA, the date of birth inside must be one

// dates_and_times.cpp
bool numeric_date(std::string_view matched);  // day first, else month first; years 1850 to 2099
bool clock_time(std::string_view matched);    // 00:00 to 24:00

// contact.cpp
bool phone(std::string_view matched);          // a number that Britain's plan allows, or one with a country code
bool phone_abroad(std::string_view matched);   // the North American shape, which has no country code
bool spoken_phone(std::string_view matched);   // read aloud, from its leading nought or country code
bool spoken_digits(std::string_view matched);  // six or more digits read aloud, and no mere counting
bool email(std::string_view matched);
bool web_address(std::string_view matched);  // https:, www. or a well-known ending
bool ip_address(std::string_view matched);   // 4 or 6

/// ASCII letters and digits alone, capitals: "ab12 cde" -> "AB12CDE".
std::string code_of(std::string_view text);
/// A number or code read aloud, as it is written: "oh seven double-seven" -> "0777", "L S six" -> "LS6",
/// "nine hundred" -> "900", "forty-two" -> "42". A word that says neither digits nor one letter makes it
/// empty.
std::string said_aloud(std::string_view text);

}  // namespace moniker::validate
