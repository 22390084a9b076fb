#include "check/speaker_labels.hpp"

#include <algorithm>
#include <array>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "words/edit_distance.hpp"

namespace moniker::check {
namespace {

// Sorted. What transcribers write where they do not know or do not want a name.
constexpr auto role_words = std::to_array<std::string_view>({
    "all",         "assistant",   "audience",     "both",         "caller",      "carer",        "chair",
    "child",       "client",      "clinician",    "co",           "consultant",  "daughter",     "doctor",
    "dr",          "everybody",   "everyone",     "facilitator",  "father",      "female",       "focus",
    "gp",          "group",       "host",         "husband",      "int",         "interpreter",  "interviewee",
    "interviewer", "male",        "man",          "manager",      "moderator",   "mother",       "multiple",
    "note",        "nurse",       "observer",     "parent",       "participant", "participants", "partner",
    "patient",     "person",      "practitioner", "relative",     "researcher",  "respondent",   "several",
    "son",         "speaker",     "speakers",     "staff",        "student",     "taker",        "teacher",
    "therapist",   "transcriber", "translator",   "unidentified", "unknown",     "voice",        "voices",
    "wife",        "woman",
});
static_assert(std::is_sorted(role_words.begin(), role_words.end()));
constexpr std::string_view role_letters = "afimpqrs";  // answer, female, interviewer, male, participant, question, ...

bool is_digits(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

bool is_role_word(std::string_view word) {
  const std::string_view stem = word.substr(0, word.find_last_not_of("0123456789") + 1);
  if (stem.size() <= 1) return stem.empty() || role_letters.find(stem[0]) != std::string_view::npos;
  return std::binary_search(role_words.begin(), role_words.end(), stem);
}

}  // namespace

std::string label_key(std::string_view label) {
  const std::string folded = fold(label);
  std::string key;
  bool blank = false;
  for (std::size_t at = 0; at < folded.size();) {
    const CodePoint point = code_point_at(folded, at);
    const std::size_t length = std::max<std::size_t>(1, point.length);
    if (is_word(point.value)) {
      if (blank && !key.empty()) key += ' ';
      blank = false;
      key.append(folded, at, length);
    } else if (point.value != U'\'') {  // O'Brien and OBrien are one
      blank = true;
    }
    at += length;
  }
  return key;
}

bool is_role_key(std::string_view key) {
  if (key.empty() || is_digits(key)) return false;
  for (std::size_t begin = 0; begin <= key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    if (!is_role_word(key.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

bool are_spellings(std::string_view one, std::string_view other) {
  constexpr std::size_t shortest = 5;
  const std::size_t a = count_code_points(one), b = count_code_points(other);
  if (std::min(a, b) < shortest || std::max(a, b) - std::min(a, b) > 1 || digits_of(one) != digits_of(other))
    return false;
  return words::edit_distance(one, other, 1) <= 1;
}

}  // namespace moniker::check
