// What each level of access asks of a deposit, a row a demand. What anybody may read without a name must tell least;
// what is read by approved people, under a contract, may tell more.
#include "deposit/access_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "deposit/coarser.hpp"
#include "moniker/error.hpp"

namespace moniker::custodian {
namespace {

constexpr AccessLevel levels[] = {
    {"open", 5, "Anybody may read this without registering.", "open access",
     "http://purl.org/coar/access_right/c_abf2"},
    {"safeguarded", 3, "Registered users who agreed to the end user licence may read this.", "restricted access",
     "http://purl.org/coar/access_right/c_16ec"},
    {"controlled", 1, "Approved researchers alone may read this, under a contract and after training.",
     "controlled access", "http://purl.org/coar/access_right/c_16ec"}};

std::string does(const AskedOf& of, const std::string& label) { return rule_for(of.policy, label, "").does; }

/// Of the label, and of what is chosen for its subtypes.
bool any_does(const AskedOf& of, const std::string& label, std::string_view what) {
  if (does(of, label) == what) return true;
  return std::any_of(of.policy.rules.begin(), of.policy.rules.end(),
                     [&](const auto& rule) { return rule.first.starts_with(label + "/") && rule.second.does == what; });
}

bool narrow_band(const AskedOf& of) {
  const DepositRule rule = rule_for(of.policy, "AGE", "");
  return any_does(of, "AGE", "keep") || (rule.does == "band" && (rule.width < 10 || rule.top > 90));
}

constexpr unsigned in_open = 1, in_safeguarded = 2, in_controlled = 4;
constexpr unsigned in_two = in_open | in_safeguarded;

struct Demand {
  unsigned in = 0;
  std::string_view demand{}, remedy{};
  bool (*fails)(const AskedOf& of) = nullptr;
};
constexpr Demand demands[] = {
    {in_open, "a transcript in which somebody did not agree is left out whole",
     "write `others: transcript` under deposit: in moniker.yaml",
     [](const AskedOf& of) { return of.settings.others != "transcript"; }},
    {in_open, "the sealed transcripts are searched once more with the profile strict",
     "write `profile: strict` in the policy", [](const AskedOf& of) { return of.policy.profile != "strict"; }},
    {in_safeguarded | in_controlled, "they are searched once more with the profile balanced or strict",
     "write `profile: strict` in the policy", [](const AskedOf& of) { return of.policy.profile == "light"; }},
    {in_two, "no date is finer than its year", "write `DATE: year`, or decade or label, in the policy",
     [](const AskedOf& of) { return any_does(of, "DATE", "keep"); }},
    {in_two, "ages stand in bands of ten years or more, open from 90 or earlier",
     "write `AGE: {operator: band, width: 20, top: 80}` in the policy", narrow_band},
    {in_open, "places and organisations are told by their kind alone",
     "write `LOCATION: label` and `ORG: label` in the policy",
     [](const AskedOf& of) {
       const auto told = [&](const char* label) {
         return any_does(of, label, "number") || any_does(of, label, "keep");
       };
       return told("LOCATION") || told("ORG");
     }},
    {in_two, "the wording of the consent is part of it", "name its file as `wording:` under deposit: in moniker.yaml",
     [](const AskedOf& of) { return !of.wording; }},
    {in_open, "a licence says what readers may do", "write `licence: CC BY 4.0`, or another, under deposit:",
     [](const AskedOf& of) { return of.settings.licence.empty(); }},
};

unsigned bit_of(const AccessLevel& level) {
  return 1U << static_cast<unsigned>(std::find_if(std::begin(levels), std::end(levels),
                                                  [&](const AccessLevel& one) { return one.name == level.name; }) -
                                     std::begin(levels));
}

}  // namespace

const AccessLevel& access_level(const std::string& name) {
  const auto row =
      std::find_if(std::begin(levels), std::end(levels), [&](const AccessLevel& one) { return one.name == name; });
  if (row != std::end(levels)) return *row;
  throw Error::usage(
      name.empty() ? "nobody says who may read it" : fmt::format("there is no access level \"{}\"", name),
      "give --access open, safeguarded or controlled, or write it under deposit: in moniker.yaml");
}

std::vector<Unmet> unmet_demands(const AccessLevel& level, const AskedOf& deposit) {
  std::vector<Unmet> unmet;
  for (const Demand& demand : demands) {
    if ((demand.in & bit_of(level)) && demand.fails(deposit))
      unmet.push_back({demand.demand, std::string(demand.remedy)});
  }
  if (deposit.characteristics && deposit.k < level.k) {
    unmet.push_back({"so many people are alike by the data list",
                     fmt::format("they are {} and must be {}: leave `k:` out of the policy, or make it {} or more",
                                 deposit.k, level.k, level.k)});
  }
  return unmet;
}

std::vector<DemandRow> all_demands() {
  std::vector<DemandRow> rows;
  for (const Demand& demand : demands)
    rows.push_back({demand.demand, (demand.in & in_open) != 0, (demand.in & in_safeguarded) != 0,
                    (demand.in & in_controlled) != 0});
  return rows;
}

}  // namespace moniker::custodian
