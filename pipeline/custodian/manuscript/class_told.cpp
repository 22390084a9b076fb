// Classes that have a decimal for a name, as those of wheelchair basketball have: one digit, a stop, one digit, behind
// an article, and nothing behind them that they could count.
#include "manuscript/class_told.hpp"

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t length_of_class = 3;

bool is_class(std::string_view text) {
  return is_ascii_digit(text[0]) && text[1] == '.' && is_ascii_digit(text[2]) &&
         (text.size() == length_of_class || text[length_of_class] == ' ' || text[length_of_class] == ',');
}

}  // namespace

std::optional<Attribute> class_told(std::string_view clause, std::size_t slot, const PaperWords& words) {
  for (std::size_t at = 2; at + length_of_class <= clause.size(); ++at) {
    if (clause[at - 1] != ' ' || !is_class(clause.substr(at))) continue;
    const auto before = folded_words(clause.substr(0, at));
    if (before.empty() || !is_one_of(before.back(), words.articles)) continue;
    const auto behind = folded_words(clause.substr(at + length_of_class));
    const bool ends = behind.empty() || clause.substr(at + length_of_class).starts_with(',') ||
                      is_one_of(behind[0], words.somebody) || is_one_of(behind[0], words.conjunction) ||
                      is_one_of(behind[0], words.first_person);
    if (ends) return Attribute{"class", std::string(clause.substr(at, length_of_class)), fold(clause), slot, {}};
  }
  return std::nullopt;
}

}  // namespace moniker::custodian
