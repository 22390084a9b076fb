#include "read/turns/unread_labels.hpp"

#include "base/fold.hpp"
#include "base/text.hpp"
#include "read/turns/label.hpp"
#include "read/turns/label_words.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t most_openings = 4096, longest_opening = 40;

constexpr std::string_view odd_marks = "<>[]{}()*=/\\;|~^_@+";

/// "<<MT>>", "MT;", "P01": a first word that is a code or is set off by marks that no sentence has.
bool is_odd_word(std::string_view word) {
  if (word.size() < 2 || word.size() > longest_opening) return false;
  const bool letter =
      word.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") != std::string_view::npos;
  const bool odd =
      odd_marks.find(word.front()) != std::string_view::npos || odd_marks.find(word.back()) != std::string_view::npos;
  return letter && (odd || (is_code(word) && word != "I" && word != "A" && word != "OK"));
}

}  // namespace

void UnreadLabels::note(std::string_view line, bool labelled) {
  ++lines_;
  labelled_ += labelled;
  if (labelled) return;
  const std::size_t number = std::min(line.find_first_not_of("0123456789.)"), line.size());
  if (number > 0 && blank_at(line, number) > 0) line.remove_prefix(skip_all_blanks(line, number));  // 012 MT Yes
  const std::size_t colon = line.substr(0, longest_opening).find(':');
  std::string_view opening;
  if (colon != std::string_view::npos && blank_at(line, colon + 1) > 0) {
    opening = line.substr(0, colon);
    const auto words = split_words(opening);
    if (words.empty() || words.size() > 3 || is_head_field(opening, language_)) return;
    for (const std::string_view word : words) {
      const std::string key = fold(word);
      if (language_.lead_ins.contains(key) || language_.sentence_words.contains(key)) return;
    }
  } else {
    opening = line.substr(0, std::min(line.find_first_of(" \t"), line.size()));
    if (opening.size() == line.size() || !is_odd_word(opening) || is_answer(trimmed(opening, odd_marks), language_))
      return;
  }
  const auto found = openings_.find(opening);
  if (found != openings_.end())
    ++found->second;
  else if (openings_.size() < most_openings)
    openings_.emplace(opening, 1);
}

std::uint64_t UnreadLabels::count() const {
  std::uint64_t lines = 0, kinds = 0;
  for (const auto& [opening, times] : openings_) {
    if (times >= 2) lines += times, ++kinds;
  }
  const bool throughout = kinds >= 2 && lines * (labelled_ > 0 ? 6 : 3) >= lines_;
  return throughout || lines * 3 >= lines_ + labelled_ * 3 + 6 ? lines : 0;
}

}  // namespace moniker::read
