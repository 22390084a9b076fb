// A replacement that tells less than the team's. All that is known of it is its label and what stands there now, so
// that what was [50-59] can become [40-59], and what was [March 2024] can become [2024]; nothing can become more exact,
// and what is not understood becomes its kind's word.
#include "deposit/coarser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

namespace moniker::custodian {
namespace {

struct DefaultRule {
  std::string_view label, does;
};
constexpr DefaultRule defaults[] = {
    {"PERSON", "number"}, {"AGE", "band"}, {"DATE", "year"}, {"TIME", "keep"}, {"OCCUPATION", "keep"}};

struct KindWord {
  std::string_view label, subtype, word;  // without a subtype: of all that have no row of their own
};
constexpr KindWord kind_words[] = {{"PERSON", "", "person"},
                                   {"LOCATION", "address", "address"},
                                   {"LOCATION", "road", "road"},
                                   {"LOCATION", "", "place"},
                                   {"ORG", "ward", "ward"},
                                   {"ORG", "", "organisation"},
                                   {"NATIONALITY", "", "nationality, group or language"},
                                   {"OCCUPATION", "", "occupation"},
                                   {"DATE", "", "date"},
                                   {"TIME", "", "time"},
                                   {"AGE", "", "age"},
                                   {"PHONE", "", "telephone number"},
                                   {"EMAIL", "", "email address"},
                                   {"URL", "", "web address"},
                                   {"ID", "", "number"},
                                   {"POSTCODE", "", "postcode"},
                                   {"NHS_NUMBER", "", "NHS number"},
                                   {"OTHER", "", "identifier"},
                                   {"WITHDRAWN", "", "words left out"}};

std::vector<int> numbers_in(std::string_view text) {
  std::vector<int> all;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    if (end > at && end - at <= 6) all.push_back(std::stoi(std::string(text.substr(at, end - at))));
    at = std::max(end, at + 1);
  }
  return all;
}

/// "50-59" in bands of 20 -> "40-59"; what lies in two bands, in months, or tells no number gives nothing.
std::string band_for(const DepositRule& rule, std::string_view shown) {
  const std::vector<int> ages = numbers_in(shown);
  if (ages.empty() || ages.size() > 2 || shown.find("month") != shown.npos || shown.find("week") != shown.npos)
    return {};
  const auto [low, high] = std::minmax_element(ages.begin(), ages.end());
  if (*high > 130) return {};
  const bool open = shown.find('+') != shown.npos;
  if (*low >= rule.top) return fmt::format("{}+", rule.top);
  const int from = *low / rule.width * rule.width, to = std::min(from + rule.width - 1, rule.top - 1);
  return *high > to || open ? std::string() : fmt::format("{}-{}", from, to);
}

/// The one year that is told there.
int year_in(std::string_view shown) {
  int year = 0;
  for (const int number : numbers_in(shown)) {
    if (number < 1800 || number > 2199) continue;
    if (year != 0 && year != number) return 0;
    year = number;
  }
  return year;
}

std::string without_brackets(std::string_view text) {
  constexpr std::string_view opening = "[{<", closing = "]}>";
  if (text.size() >= 2 && opening.find(text.front()) != text.npos &&
      opening.find(text.front()) == closing.find(text.back())) {
    text = text.substr(1, text.size() - 2);
  }
  return std::string(text);
}

}  // namespace

DepositRule rule_for(const DepositPolicy& policy, const std::string& label, const std::string& subtype) {
  for (const std::string& key : {label + "/" + subtype, label}) {
    if (const auto chosen = policy.rules.find(key); chosen != policy.rules.end()) return chosen->second;
  }
  const auto row = std::find_if(std::begin(defaults), std::end(defaults),
                                [&](const DefaultRule& one) { return one.label == label; });
  return row == std::end(defaults) ? DepositRule{} : DepositRule{.does = std::string(row->does)};
}

std::string kind_word(const std::string& label, const std::string& subtype) {
  for (const KindWord& row : kind_words) {
    if (row.label == label && (row.subtype.empty() || row.subtype == subtype)) return std::string(row.word);
  }
  std::string word;
  for (const char c : label) word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '_' ? ' ' : c;
  return word.empty() ? "identifier" : word;
}

Coarser made_coarser(const DepositRule& rule, std::string_view shown, const std::string& kind, std::size_t number) {
  if (rule.does == "keep" && number == 0) return {without_brackets(shown), "keep"};
  // What keeps mentions together is a pseudonym of the team's: of a kind that is kept, it is given a new number.
  if ((rule.does == "number" || rule.does == "keep") && number > 0)
    return {fmt::format("{} {}", kind, number), "number"};
  if (rule.does == "band") {
    if (std::string band = band_for(rule, shown); !band.empty()) return {std::move(band), "band"};
  }
  if (rule.does == "year" || rule.does == "decade") {
    const int year = year_in(shown);
    if (year > 0 && rule.does == "year") return {std::to_string(year), "year"};
    if (year > 0) return {fmt::format("{}s", year / 10 * 10), "decade"};
  }
  return {kind, "label"};
}

}  // namespace moniker::custodian
