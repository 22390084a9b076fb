// What an ID shares with others that are written as it is.
#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/paper_ids.hpp"

namespace moniker::custodian {

std::string PaperId::folded_prefix() const { return fold(prefix); }

std::string PaperId::plan() const {
  if (name) return "@";
  std::string plan;
  for (const char c : prefix) {
    if (!is_ascii_digit(c))
      plan += c;
    else if (plan.empty() || plan.back() != '#')
      plan += '#';
  }
  return plan;
}

std::string PaperId::family() const {
  std::string plan = fold(this->plan());
  for (std::size_t at = 0; at + 1 < plan.size(); ++at) {  // FG1/S2 is of FG1-S2's family
    if (plan[at] == '#' && std::string_view("-_/.").find(plan[at + 1]) != std::string_view::npos) plan.erase(at + 1, 1);
  }
  return plan;
}

bool PaperId::is_word() const {
  if (name || prefix.empty() || prefix == "#") return false;
  if (is_ascii_digit(prefix.back())) return false;  // Fam10-M
  return known ? known->word
               : std::any_of(prefix.begin() + 1, prefix.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::string PaperId::normal() const { return folded_prefix() + " " + std::to_string(number); }

}  // namespace moniker::custodian
