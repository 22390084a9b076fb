#include "words/role_label.hpp"

#include <algorithm>
#include <vector>

#include "base/fold.hpp"
#include "base/text.hpp"

namespace moniker::words {
namespace {

constexpr std::string_view digits = "0123456789";

/// "p12" -> "p"; "interviewer" as it is.
std::string_view without_number(std::string_view word) { return word.substr(0, word.find_last_not_of(digits) + 1); }

/// Whether more than three digits stand at its end.
bool has_long_number(std::string_view word) { return word.size() - without_number(word).size() > 3; }

/// What the list says of a word, of its singular, or of the word before its number.
const RoleWord* role_of(std::string_view word, const Language& language) {
  const std::string_view stem = without_number(word);
  auto found = language.roles.find(stem);
  if (found == language.roles.end() && stem.size() > 2 && stem.ends_with('s')) {
    found = language.roles.find(stem.substr(0, stem.size() - 1));
  }
  return found == language.roles.end() ? nullptr : &found->second;
}

/// The words of a label, those with a hyphen in one piece where the list has them so: note-taker, but co and
/// researcher.
std::vector<std::string> label_words(std::string_view label, const Language& language) {
  std::vector<std::string> words;
  for (const std::string& word : folded_words(label)) {
    std::string_view rest = word;
    while (role_of(rest, language) == nullptr && rest.find('-') != std::string_view::npos) {
      words.emplace_back(rest.substr(0, rest.find('-')));
      rest.remove_prefix(rest.find('-') + 1);
    }
    words.emplace_back(rest);
  }
  std::erase(words, std::string());
  return words;
}

bool tell_role(const std::vector<std::string>& words, const Language& language) {
  bool nobody = false;
  for (const std::string& word : words) {
    if (is_number(word)) continue;
    const RoleWord* const role = role_of(word, language);
    if (role == nullptr || (!role->nobody && role->label != RoleWord::Label::beside)) return false;
    nobody |= role->nobody;
  }
  return nobody;
}

}  // namespace

bool tells_role(std::string_view label, const Language& language) {
  return tell_role(label_words(label, language), language);
}

std::optional<std::string> role_label(std::string_view label, const Language& language) {
  const std::vector<std::string> words = label_words(label, language);
  if (!tell_role(words, language) || std::any_of(words.begin(), words.end(), has_long_number)) return std::nullopt;
  std::string shown;
  for (const std::string& word : words) {
    if (!shown.empty()) shown += '_';
    for (const char c : word) shown += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return shown;
}

bool is_asking_role(std::string_view label, const Language& language) {
  if (!role_label(label, language)) return false;
  const auto words = label_words(label, language);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    const RoleWord* const role = role_of(word, language);
    return role != nullptr && role->asks;
  });
}

}  // namespace moniker::words
