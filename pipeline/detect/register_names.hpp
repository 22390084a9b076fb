#pragma once
#include <string>
#include <unordered_map>
#include <vector>

#include "detect/compiled.hpp"
#include "detect/name_table.hpp"
#include "detect/near_names.hpp"
#include "moniker/register.hpp"

namespace moniker {

/// The study's own people in a text: full names, given names and surnames, aliases, nicknames, initials, and words
/// that a typist may have meant for one. Kept by one detector, as it remembers which words were near misses.
class RegisterNames {
 public:
  RegisterNames(const RuleSet::Compiled& compiled, const Register& people);
  void find(const Words& words, Predicates::Memo& memo, std::vector<Finding>& findings);

 private:
  void take_name(std::string_view name);
  void take_part(std::string_view part);
  void take_initials(const std::vector<std::string>& parts);
  bool ordinary(std::string_view folded) const;
  bool near(const Words& words, std::size_t token, Predicates::Memo& memo);

  const RuleSet::Compiled& compiled_;
  NameTable table_{};
  NearNames near_names_{};
  std::unordered_map<std::string, bool> near_{};   // by folded word
};

}  // namespace moniker
