#include "words/role_label.hpp"

#include <algorithm>
#include <array>

#include "base/fold.hpp"

namespace moniker::words {
namespace {

// Sorted. Words by which transcribers call people without naming them; abbreviations only where they are
// usual and are no given name (so no "al", "mo", "viv").
// clang-format off
constexpr std::array roles = std::to_array<std::string_view>({
    "all", "and", "assistant", "audience", "background", "boy", "caller", "carer", "chair", "chairperson",
    "child", "client", "clinician", "co-facilitator", "co-interviewer", "colleague", "consultant",
    "counsellor", "customer", "daughter", "doctor", "dr", "expert", "fac", "facilitator", "family",
    "father", "female", "fg", "first", "friend", "girl", "gp", "group", "guest", "host", "husband",
    "informant", "int", "interpreter", "interviewee", "interviewer", "iv", "male", "man", "manager",
    "member", "mod", "moderator", "mother", "multiple", "narrator", "note", "nurse", "observer", "operator",
    "other", "parent", "part", "participant", "partner", "patient", "person", "physiotherapist",
    "psychologist", "question", "relative", "researcher", "resp", "respondent", "second", "sibling",
    "sister", "social", "son", "speaker", "spk", "staff", "student", "supervisor", "teacher", "therapist",
    "third", "translator", "unclear", "unidentified", "unknown", "user", "voice", "wife", "woman", "worker"});
constexpr std::array asking = std::to_array<std::string_view>({
    "co-facilitator", "co-interviewer", "fac", "facilitator", "host", "i", "int", "interviewer", "iv",
    "mod", "moderator", "q", "question", "researcher"});
// clang-format on
constexpr std::string_view letters = "afimpqrs";  // answer, female, interviewer, male, participant, ...

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "p12" -> "p"; "interviewer" as it is.
std::string_view without_number(std::string_view word) {
  const auto last = word.find_last_not_of("0123456789");
  if (last == std::string_view::npos || word.size() - last - 1 > 3) return word;
  return word.substr(0, last + 1);
}

bool is_role_word(std::string_view word) {
  const std::string_view stem = without_number(word);
  if (stem.size() == 1) return letters.find(stem[0]) != std::string_view::npos;
  if (std::binary_search(roles.begin(), roles.end(), stem)) return true;
  return stem.ends_with('s') && std::binary_search(roles.begin(), roles.end(), stem.substr(0, stem.size() - 1));
}

}  // namespace

std::optional<std::string> role_label(std::string_view label) {
  static_assert(std::is_sorted(roles.begin(), roles.end()) && std::is_sorted(asking.begin(), asking.end()));
  std::string shown;
  bool any_word = false;
  for (const std::string& word : folded_words(label)) {
    if (!is_number(word) && !is_role_word(word)) return std::nullopt;
    any_word |= !is_number(word);
    if (!shown.empty()) shown += '_';
    for (const char c : word) shown += c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  if (!any_word) return std::nullopt;
  return shown;
}

bool is_asking_role(std::string_view label) {
  if (!role_label(label)) return false;
  const auto words = folded_words(label);
  return std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return std::binary_search(asking.begin(), asking.end(), without_number(word));
  });
}

}  // namespace moniker::words
