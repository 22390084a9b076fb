// "Care assistant S5, home B": what somebody is, before the ID that says who, and no part of it.
#include "manuscript/roles_before_ids.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/attributes.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t most_words_of_a_role = 4;

bool is_letter_of_role(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; }

/// Whether an item begins here: at the head of the text, in a bracket, behind a sign or a dash.
bool begins_own_item(std::string_view text, std::size_t at) {
  if (at == 0 || text[at - 1] == '(' || text[at - 1] == '[') return true;
  const std::string_view before = trimmed(text.substr(0, at));
  return before.empty() || before.ends_with(',') || before.ends_with(';') || before.ends_with("\u2013") ||
         before.ends_with("\u2014") || before.ends_with(" -");
}

/// "Resident", "Senior carer"; or a word of the letter that leads the ID: "Warden" of W4.
bool says_what_one_is(std::string_view said, char letter, const PaperWords& words) {
  const std::string last = fold(said.substr(said.find_last_of(' ') + 1));
  const IdPrefix* known = words::find_word(words.prefixes, last);
  if (known && known->kind != IdPrefix::Kind::participant) return false;  // Table A2, Site B4
  const bool capital = said[0] >= 'A' && said[0] <= 'Z';
  const auto told = attributes_of(said, 0, words);
  const bool role = std::any_of(told.begin(), told.end(), [](const Attribute& one) {
    return one.kind == "role" || one.kind == "relation" || one.kind == "grade";
  });
  return role || (capital && last.size() > 3 && last[0] == (letter | 32));
}

}  // namespace

std::size_t role_begin(std::string_view text, std::size_t at, const PaperWords& words) {
  if (at < 4 || text[at - 1] != ' ' || text[at] < 'A' || text[at] > 'Z') return at;
  std::size_t from = at;
  for (std::size_t more = 0; more < most_words_of_a_role && from > 0 && text[from - 1] == ' '; ++more) {
    std::size_t word = from - 1;
    while (word > 0 && is_letter_of_role(text[word - 1])) --word;
    if (word + 1 >= from) return at;
    from = word;
    if (!begins_own_item(text, from)) continue;
    return says_what_one_is(text.substr(from, at - 1 - from), text[at], words) ? from : at;
  }
  return at;
}

}  // namespace moniker::custodian
