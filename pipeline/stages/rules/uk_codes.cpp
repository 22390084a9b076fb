// British codes without a check digit: what is left is which letters and digits may stand where.
#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "rules/codes.hpp"

namespace moniker::validate {
namespace {

/// The 124 areas in use and the three of the islands, as rules/lists/ids/postcode_areas.tsv has them.
constexpr std::string_view areas[] = {
    "AB", "AL", "B",  "BA", "BB", "BD", "BF", "BH", "BL", "BN", "BR", "BS", "BT", "BX", "CA", "CB", "CF", "CH", "CM",
    "CO", "CR", "CT", "CV", "CW", "DA", "DD", "DE", "DG", "DH", "DL", "DN", "DT", "DY", "E",  "EC", "EH", "EN", "EX",
    "FK", "FY", "G",  "GL", "GU", "GX", "GY", "HA", "HD", "HG", "HP", "HR", "HS", "HU", "HX", "IG", "IM", "IP", "IV",
    "JE", "KA", "KT", "KW", "KY", "L",  "LA", "LD", "LE", "LL", "LN", "LS", "LU", "M",  "ME", "MK", "ML", "N",  "NE",
    "NG", "NN", "NP", "NR", "NW", "OL", "OX", "PA", "PE", "PH", "PL", "PO", "PR", "RG", "RH", "RM", "S",  "SA", "SE",
    "SG", "SK", "SL", "SM", "SN", "SO", "SP", "SR", "SS", "ST", "SW", "SY", "TA", "TD", "TF", "TN", "TQ", "TR", "TS",
    "TW", "UB", "W",  "WA", "WC", "WD", "WF", "WN", "WR", "WS", "WV", "YO", "ZE"};

bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool one_of(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

/// BS 7666: area, then one or two digits, or a digit and a letter (London, and no other area).
bool is_outward(std::string_view code) {
  const std::size_t letters = std::min(code.find_first_of("0123456789"), code.size());
  const std::string_view area = code.substr(0, letters), district = code.substr(letters);
  if (code == "GIR") return true;  // GIR 0AA, once the Girobank
  if (std::find(std::begin(areas), std::end(areas), area) == std::end(areas)) return false;
  if (district.empty() || district.size() > 2 || !is_ascii_digit(district[0])) return false;
  if (district.size() == 1) return true;
  if (is_ascii_digit(district[1])) return district[0] != '0';
  return one_of("ABCDEFGHJKMNPRSTUVWXY", district[1]) && one_of("ENSW", area[0]);
}

bool is_inward(std::string_view code) {
  constexpr std::string_view letters = "ABDEFGHJLNPQRSTUWXYZ";  // C, I, K, M, O and V are never used
  return code.size() == 3 && is_ascii_digit(code[0]) && one_of(letters, code[1]) && one_of(letters, code[2]);
}

bool is_postcode(std::string_view code) {
  return code.size() >= 5 && is_outward(code.substr(0, code.size() - 3)) && is_inward(code.substr(code.size() - 3));
}

/// "O" and "0" sound and look alike, also to those who type what they hear.
std::string with_noughts(std::string code) {
  for (std::size_t i = 1; i < code.size(); ++i) {
    const bool between = (i + 1 < code.size() && is_ascii_digit(code[i + 1])) || is_ascii_digit(code[i - 1]);
    if (code[i] == 'O' && between) code[i] = '0';
  }
  return code;
}

std::optional<unsigned> two_digits(std::string_view text) {
  if (text.size() < 2 || !is_ascii_digit(text[0]) || !is_ascii_digit(text[1])) return std::nullopt;
  return static_cast<unsigned>((text[0] - '0') * 10 + (text[1] - '0'));
}

}  // namespace

bool ni_number(std::string_view matched) {
  const std::string code = code_of(matched);
  if (code.size() != 8 && code.size() != 9) return false;
  if (one_of("DFIQUV", code[0]) || one_of("DFIOQUV", code[1]) || !is_letter(code[0]) || !is_letter(code[1]))
    return false;
  constexpr std::string_view never[] = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};
  if (std::find(std::begin(never), std::end(never), std::string_view(code).substr(0, 2)) != std::end(never))
    return false;
  return std::all_of(code.begin() + 2, code.begin() + 8, is_ascii_digit) &&
         (code.size() == 8 || one_of("ABCD", code[8]));
}

bool postcode(std::string_view matched) {
  const std::string code = code_of(matched);
  return is_postcode(code) || is_postcode(with_noughts(code));
}

bool outward_code(std::string_view matched) { return is_outward(code_of(matched)); }

bool spoken_postcode(std::string_view matched, const words::Language& language) {
  // "oh" may be the letter O too: "O X four" is said "oh ex", written with either.
  const std::string code = said_aloud(matched, language);
  if (is_postcode(code)) return true;
  return !code.empty() && code[0] == '0' && is_postcode('O' + code.substr(1));
}

bool vehicle(std::string_view matched) {
  // DVLA INF104: two letters of place (no I, Q, Z), two digits of the half year, three letters (no I, Q).
  const std::string code = code_of(matched);
  const auto age = code.size() == 7 ? two_digits(std::string_view(code).substr(2)) : std::nullopt;
  if (!age || *age == 0 || one_of("IQZ", code[0]) || one_of("IQZ", code[1])) return false;
  return is_letter(code[0]) && is_letter(code[1]) &&
         std::all_of(code.begin() + 4, code.end(), [](char c) { return is_letter(c) && !one_of("IQ", c); });
}

bool driving_licence(std::string_view matched) {
  // Five characters of the surname filled up with 9, then decade, month (50 more for women), day and year of
  // birth, two initials or 9, a digit and two check characters; an issue number may follow.
  const std::string code = code_of(matched);
  if (code.size() != 16 && code.size() != 18) return false;
  const std::string_view view(code);
  const auto month = two_digits(view.substr(6)), day = two_digits(view.substr(8));
  if (!is_ascii_digit(code[5]) || !month || !day || !is_ascii_digit(code[10])) return false;
  if (*month % 50 < 1 || *month % 50 > 12 || *month > 62 || *day < 1 || *day > 31) return false;
  const std::size_t padding = std::min(view.substr(0, 5).find('9'), std::size_t{5});
  const auto filled = [](char c) { return c == '9'; };
  return padding > 0 && std::all_of(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(padding), is_letter) &&
         std::all_of(code.begin() + static_cast<std::ptrdiff_t>(padding), code.begin() + 5, filled) &&
         (is_letter(code[11]) || code[11] == '9') && (is_letter(code[12]) || code[12] == '9');
}

}  // namespace moniker::validate
