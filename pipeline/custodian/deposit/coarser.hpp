#pragma once
#include <string>
#include <string_view>

#include "moniker/deposit_settings.hpp"

namespace moniker::custodian {

/// What the archive is told of one kind of thing. The study's own choice, else that of the label, else the default:
/// persons numbered, ages in bands, years of dates, occupations and times as they are, of all else its kind alone.
DepositRule rule_for(const DepositPolicy& policy, const std::string& label, const std::string& subtype);

/// "place", "telephone number"; for a label that is not known here, the label itself in small letters.
std::string kind_word(const std::string& label, const std::string& subtype);

/// What comes of words that stand for something: `shown` is what the team reads. `number` is 0 where nothing tells this
/// one from others. Nothing where the words may stay as they are; else what to write, without brackets. What cannot be
/// read well enough becomes its kind's word alone.
struct Coarser {
  std::string text{};
  std::string_view does{};  // label, number, year, decade, band, keep: what was really done
};
Coarser made_coarser(const DepositRule& rule, std::string_view shown, const std::string& kind, std::size_t number);

}  // namespace moniker::custodian
