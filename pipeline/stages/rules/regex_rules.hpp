#pragma once
#include <compare>
#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/compiled.hpp"

namespace moniker::rules {

/// A rule, by its place among the regular expressions, and the word that woke it.
struct Wake {
  std::uint32_t regex = 0, token = 0;
  auto operator<=>(const Wake&) const = default;
};

/// All regular expressions over one text. Its words tell where a match of which may begin (wake_rows.hpp), and only
/// there is RE2 asked, for a match that begins just there. A rule that no word can wake is slow: RE2 looks for it in
/// all of the text. Both find the same. `wakes` is room to work in, `language` what validators read numbers by. Scores
/// are the rules' own; a failed validator has lowered them or taken the finding away.
void find_regexes(const RuleSet::Compiled& compiled, const words::Language& language, const words::Words& words,
                  std::vector<Wake>& wakes, std::vector<Finding>& findings);

/// The same with every rule the slow way: what the fast one is measured by.
void find_regexes_slowly(const RuleSet::Compiled& compiled, const words::Language& language, std::string_view text,
                         std::vector<Finding>& findings);

}  // namespace moniker::rules
