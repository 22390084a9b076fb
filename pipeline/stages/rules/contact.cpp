// Telephone numbers, e-mail, web and internet addresses.
#include <arpa/inet.h>
#include <phonenumbers/logger.h>
#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "rules/codes.hpp"

namespace moniker::validate {
namespace {

namespace pn = i18n::phonenumbers;

/// The library's own logger writes to standard output, and what it would write is somebody's number.
const pn::PhoneNumberUtil& phone_numbers() {
  static pn::PhoneNumberUtil* const util = [] {
    pn::PhoneNumberUtil* instance = pn::PhoneNumberUtil::GetInstance();
    instance->SetLogger(new pn::NullLogger);  // the library owns it
    return instance;
  }();
  return *util;
}

/// Possible, not valid: the numbers that Ofcom keeps for drama are possible and never valid, and a number
/// that was heard wrongly still points at somebody.
bool is_possible(const std::string& number) {
  pn::PhoneNumber parsed;
  if (phone_numbers().Parse(number, "GB", &parsed) != pn::PhoneNumberUtil::NO_PARSING_ERROR) return false;
  return phone_numbers().IsPossibleNumberWithReason(parsed) == pn::PhoneNumberUtil::IS_POSSIBLE;
}

std::string without_extension(std::string_view text) {
  const std::size_t end = text.find_first_of("xXeE#");
  return std::string(text.substr(0, end));
}

std::string_view after_last(std::string_view text, char c) {
  const std::size_t at = text.rfind(c);
  return at == std::string_view::npos ? text : text.substr(at + 1);
}

/// Endings that are no English words: "tell.me" is a slip of the typist's, not an address.
bool well_known_ending(std::string_view host) {
  constexpr std::string_view endings[] = {
      "uk",     "com", "org",    "net",    "edu",     "gov",  "info", "biz",  "eu",     "scot", "wales", "cymru",
      "london", "nhs", "co",     "tv",     "app",     "dev",  "fr",   "de",   "nl",     "es",   "pl",    "ca",
      "au",     "nz",  "social", "online", "example", "band", "shop", "blog", "studio", "club", "cafe",  "church"};
  std::string ending(after_last(host, '.'));
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::find(std::begin(endings), std::end(endings), ending) != std::end(endings);
}

}  // namespace

bool phone(std::string_view matched) {
  const std::string number = without_extension(matched);
  const std::string digits = digits_of(number);
  if (digits.size() < 7 || digits.size() > 15) return false;
  if (number.find('+') == std::string::npos && digits[0] != '0') return false;
  return is_possible(number);
}

bool phone_abroad(std::string_view matched) {
  // North American Numbering Plan: area and exchange begin with 2 to 9.
  std::string digits = digits_of(without_extension(matched));
  if (digits.size() == 13 && digits.starts_with("001")) digits.erase(0, 3);
  if (digits.size() == 11 && digits[0] == '1') digits.erase(0, 1);
  return digits.size() == 10 && digits[0] >= '2' && digits[3] >= '2';
}

bool spoken_phone(std::string_view matched, const words::Language& language) {
  const std::string said = said_aloud(matched, language);
  if (said.size() < 10 || said.size() > 15 || !is_number(said)) return false;
  if (said.starts_with("44")) return is_possible('+' + said);
  return said[0] == '0' && (said.size() <= 11 || said.starts_with("00")) && is_possible(said);
}

bool spoken_digits(std::string_view matched, const words::Language& language) {
  const std::string said = said_aloud(matched, language);
  return said.size() >= 6 && is_number(said) && !counts(said);
}

bool email(std::string_view matched) {
  const std::size_t at = matched.find('@');
  if (at == std::string_view::npos || at == 0 || matched.find('@', at + 1) != std::string_view::npos) return false;
  const std::string_view local = matched.substr(0, at), host = matched.substr(at + 1);
  const auto dotted_well = [](std::string_view part) {
    return !part.empty() && part.front() != '.' && part.back() != '.' && part.find("..") == std::string_view::npos;
  };
  return dotted_well(local) && dotted_well(host) && host.find('.') != std::string_view::npos &&
         after_last(host, '.').size() >= 2;
}

bool web_address(std::string_view matched) {
  std::string_view rest = matched;
  if (const std::size_t scheme = rest.find("://"); scheme != std::string_view::npos) return rest.size() > scheme + 3;
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#:"));
  if (host.find('.') == std::string_view::npos || host.find("..") != std::string_view::npos) return false;
  return host.substr(0, 4) == "www." || host.substr(0, 4) == "WWW." || well_known_ending(host);
}

bool ip_address(std::string_view matched) {
  const std::string text(matched.substr(0, matched.find('/')));
  std::array<unsigned char, 16> bytes{};
  return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 || inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

}  // namespace moniker::validate
