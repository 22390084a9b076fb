#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace moniker::custodian {

/// Years from and to.
struct AgeSpan {
  unsigned from = 0, to = 0;
};

/// "34", "40s", "45+", "30-44"; nothing of a word that is no age.
std::optional<AgeSpan> age_word(const std::string& word);

std::optional<unsigned> whole_number(std::string_view text);

/// Words of an item: cut at blanks and slashes, with signs at their ends off.
std::vector<std::string> item_words(std::string_view item);

/// Of a course, the last of its years, of whatever number.
inline constexpr const char* final_year = "final";

}  // namespace moniker::custodian
