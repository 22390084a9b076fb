#include <algorithm>
#include <vector>

#include "base/fold.hpp"
#include "resolve/entities.hpp"
#include "resolve/spoken_digits.hpp"

namespace moniker {
namespace {

class Slice {
 public:
  Slice(const Assignment& assignment, const std::string& file) : assignment_(assignment) {
    hasher_.take_field(file);
  }

  void add(std::string_view part, std::string_view form, std::uint32_t index) {
    const Entity& e = assignment_.entities[index];
    for (const std::string_view field :
         {part, form, std::string_view(e.label), std::string_view(e.participant)}) {
      hasher_.take_field(field);
    }
    hasher_.take_field(std::to_string(e.number));
    hasher_.take_field(e.gender);
    hasher_.take_field(e.subtype);
  }
  void add(std::string_view text) { hasher_.take_field(text); }
  Digest finish() { return hasher_.finish(); }

 private:
  const Assignment& assignment_;
  Hasher hasher_{};
};

/// What a transcript can say, judged by its words alone. Rather one transcript redone for nothing than one
/// left as it was.
class Sayable {
 public:
  explicit Sayable(const std::set<std::string>& vocabulary) : vocabulary_(vocabulary) {
    for (const std::string& word : vocabulary) {
      for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
        end = word.find_first_of("-'", begin);
        pieces_.insert(word.substr(begin, end - begin));
      }
    }
    pieces_.erase("");
    // A number read aloud is made of digits that are no words of the text.
    std::set<std::string> digits;
    for (const std::string& piece : pieces_) {
      for (const std::string& digit : spoken_to_digits({piece})) digits.insert(digit);
    }
    pieces_.merge(digits);
  }

  bool operator()(const std::string& form) const {
    const auto colon = form.find(':');
    const bool tagged = colon != std::string::npos && colon <= 3;  // "fs:shaw"
    const std::string plain = tagged ? form.substr(colon + 1) : form;
    const auto words = folded_words(plain);
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return begins_a_word(word); }) ||
           is_joined(plain);
  }

 private:
  /// The word, its possessive, its plural, or a compound that begins with it.
  bool begins_a_word(const std::string& word) const {
    const auto there = vocabulary_.lower_bound(word);
    return there != vocabulary_.end() && there->starts_with(word);
  }

  /// Codes and initials were written with separators: "07700 900123", "K.S.". Telephones lose +44 for a
  /// nought.
  bool is_joined(const std::string& form) const {
    if (form.size() > 64 || form.find(' ') != std::string::npos) return false;
    std::vector<bool> reached(form.size() + 1, false);
    reached[0] = true;
    reached[form.starts_with('0') ? 1 : 0] = true;
    for (std::size_t begin = 0; begin < form.size(); ++begin) {
      for (std::size_t end = begin + 1; reached[begin] && end <= form.size(); ++end) {
        if (!reached[end]) reached[end] = pieces_.contains(form.substr(begin, end - begin));
      }
    }
    return reached.back();
  }

  const std::set<std::string>& vocabulary_;
  std::set<std::string> pieces_{};
};

}  // namespace

Digest assignment_slice(const Assignment& assignment, const std::string& file,
                        const std::set<std::string>& vocabulary) {
  Slice slice(assignment, file);
  const auto id = assignment.transcripts.find(file);
  slice.add(id == assignment.transcripts.end() ? std::string_view() : std::string_view(id->second));
  for (auto at = assignment.speakers.lower_bound({file, ""});
       at != assignment.speakers.end() && at->first.first == file; ++at) {
    slice.add("speaker", at->first.second, at->second);
  }
  for (auto at = assignment.local_forms.lower_bound({file, "", ""});
       at != assignment.local_forms.end() && std::get<0>(at->first) == file; ++at) {
    slice.add("here", std::get<2>(at->first), at->second);
  }
  const Sayable sayable(vocabulary);
  for (const auto& [key, index] : assignment.forms) {
    if (assignment.local_forms.contains({file, key.first, key.second}) || !sayable(key.second)) continue;
    slice.add("form", key.second, index);
  }
  return slice.finish();
}

}  // namespace moniker
