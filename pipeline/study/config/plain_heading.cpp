// A list of what is known to be harmless, as for files' names (base/plain_file_names), and for the same reason. No word
// that somebody may be called stands in it: no month, no grade, no place.
#include "config/plain_heading.hpp"

#include <string>

namespace moniker::study {
namespace {

constexpr std::string_view heading_words =
    " a address age ages alias aliases and area arm at band based birth by carer category centre centres city "
    "class cohort code comment comments condition consent contact country county course current data date dates "
    "department diagnosis disability district dob duration education email employment end ethnic ethnicity "
    "family file first focus for form full gender group groups header heading health hospital household "
    "housing id ids in income initials interview interviewer is job label language languages last level living "
    "location main marital medical method middle minutes mobile mode name names nationality nhs nickname no note notes "
    "number occupation of on organisation organization original other participant phone position postal "
    "postcode preferred profession pronouns pseudonym qualification recruited recruitment ref reference region "
    "religion research role school scope second sector service session sessions setting sex sexuality site "
    "size speaker stage start status study surname team telephone time title to trust type unit "
    "wave workplace year years zip ";

}  // namespace

bool is_plain_heading(std::string_view heading) {
  std::string word;
  bool any = false;
  const auto ends_plainly = [&] {
    const bool plain = word.empty() || heading_words.find(" " + word + " ") != std::string_view::npos;
    any |= !word.empty();
    word.clear();
    return plain;
  };
  for (const char c : heading) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital || (c >= 'a' && c <= 'z')) {
      word += capital ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (std::string_view(" _-/().?:").find(c) == std::string_view::npos || !ends_plainly()) {
      return false;
    }
  }
  return ends_plainly() && any;
}

}  // namespace moniker::study
