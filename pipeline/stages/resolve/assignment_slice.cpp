// A code may be said in many pieces ("07700 900123", "oh double-seven..."), of which a transcript's words tell nothing,
// so scan leaves the codes it found among them. Initials ("K.S.") are looked for piece by piece in their sorted list,
// which is left as soon as none begins with what was joined so far.
#include "resolve/assignment_slice.hpp"

#include <algorithm>
#include <vector>

#include "base/fold.hpp"
#include "resolve/person_name.hpp"

namespace moniker::resolve {
namespace {

class Slice {
 public:
  explicit Slice(const Assignment& assignment) : assignment_(assignment) {}

  void add(std::string_view part, std::string_view form, std::uint32_t index) {
    const Entity& e = assignment_.entities[index];
    for (const std::string_view field : {part, form, std::string_view(e.label), std::string_view(e.participant)}) {
      hasher_.take_field(field);
    }
    hasher_.take_field(std::to_string(e.number));
    hasher_.take_field(e.gender);
    hasher_.take_field(e.withdrawn ? "withdrawn" : "");
    hasher_.take_field(e.subtype);
    if (const Surrogate* surrogate = assignment_.surrogate(e)) {
      for (const std::string& field : {surrogate->given, surrogate->family}) hasher_.take_field(field);
      for (const auto& [word, text] : surrogate->words) hasher_.take_field(word), hasher_.take_field(text);
    }
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
  explicit Sayable(const SaidWords& vocabulary) : vocabulary_(vocabulary) {
    for (const std::string_view word : vocabulary) {
      for (std::size_t begin = 0, end = 0; end != std::string::npos; begin = end + 1) {
        end = word.find_first_of("-'", begin);
        if (const auto piece = word.substr(begin, end - begin); !piece.empty()) pieces_.push_back(piece);
      }
    }
    std::sort(pieces_.begin(), pieces_.end());
    pieces_.erase(std::unique(pieces_.begin(), pieces_.end()), pieces_.end());
  }

  bool words(std::string_view plain) const {
    const auto said = folded_words(plain);
    return std::all_of(said.begin(), said.end(),
                       [&](const std::string& word) { return begins_a_word(vocabulary_, word); });
  }

  using Initials = std::vector<std::pair<std::string_view, std::uint32_t>>;

  /// Numbers of the initials that are made of pieces.
  void joined(const Initials& initials, std::vector<std::uint32_t>& numbers) const {
    join(initials.begin(), initials.end(), "", numbers);
  }

 private:
  using At = Initials::const_iterator;

  static std::pair<At, At> range(At begin, At end, std::string_view prefix) {
    begin = std::lower_bound(begin, end, prefix, [](const auto& code, std::string_view p) { return code.first < p; });
    end = std::partition_point(begin, end, [&](const auto& code) { return code.first.starts_with(prefix); });
    return {begin, end};
  }

  /// All codes between begin and end begin with `so_far`, which is made of pieces.
  void join(At begin, At end, const std::string& so_far, std::vector<std::uint32_t>& numbers) const {
    constexpr std::ptrdiff_t few = 32;
    if (end - begin <= few) {
      for (; begin != end; ++begin) {
        if (is_made_of_pieces(begin->first, so_far.size())) numbers.push_back(begin->second);
      }
      return;
    }
    for (; begin != end && begin->first == so_far; ++begin) numbers.push_back(begin->second);
    while (begin != end) {
      // Those that go on with the same letter or digit; most words of a text begin with another.
      const char next = begin->first[so_far.size()];
      const At others =
          std::partition_point(begin, end, [&](const auto& code) { return code.first[so_far.size()] == next; });
      for (auto piece = std::lower_bound(pieces_.begin(), pieces_.end(), std::string_view(&next, 1));
           piece != pieces_.end() && piece->front() == next; ++piece) {
        const std::string longer = so_far + std::string(*piece);
        const auto [from, to] = range(begin, others, longer);
        if (from != to) join(from, to, longer, numbers);
      }
      begin = others;
    }
  }

  bool is_made_of_pieces(std::string_view code, std::size_t from) const {
    std::vector<bool> reached(code.size() + 1, false);
    reached[from] = true;
    for (std::size_t begin = from; begin < code.size(); ++begin) {
      if (!reached[begin]) continue;
      for (std::size_t end = begin + 1; end <= code.size(); ++end) {
        if (!reached[end]) reached[end] = is_piece(code.substr(begin, end - begin));
      }
    }
    return reached.back();
  }

  bool is_piece(std::string_view text) const { return std::binary_search(pieces_.begin(), pieces_.end(), text); }

  const SaidWords& vocabulary_;
  std::vector<std::string_view> pieces_{};  // of its words, ascending
};

bool may_be_initials(std::string_view plain) {
  constexpr std::size_t longest = 4;
  return plain.size() <= longest && plain.find_first_of(" 0123456789") == plain.npos;
}

}  // namespace

std::string said_code(std::string_view form) { return '#' + std::string(form); }

AssignmentSlices::AssignmentSlices(const Assignment& assignment, const Labels& known) : assignment_(assignment) {
  std::vector<std::vector<std::string>> words_of;
  for (auto at = assignment.forms.begin(); at != assignment.forms.end(); ++at) {
    const auto number = static_cast<std::uint32_t>(forms_.size());
    const std::string_view plain = untagged(at->first.second);
    const auto& words = words_of.emplace_back(folded_words(plain));
    of_many_words_.push_back(words.size() > 1);
    of_things_.push_back(meaning_of(known, at->first.first) != Meaning::person);
    if (words.empty()) wordless_.push_back(number);
    if (is_joined(meaning_of(known, at->first.first))) {
      said_[said_code(plain)].push_back(number);
    } else if (may_be_initials(plain)) {
      initials_.emplace_back(plain, number);
    }
    forms_.push_back(at);
  }
  by_word_ = WordIndex::by_rarest_word(words_of);
  std::sort(initials_.begin(), initials_.end());
}

Digest AssignmentSlices::of(const std::string& file, const SaidWords& vocabulary) const {
  Slice slice(assignment_);  // how the file is called is nothing to it
  const auto id = assignment_.transcripts.find(file);
  slice.add(id == assignment_.transcripts.end() ? std::string_view() : std::string_view(id->second));
  for (auto at = assignment_.speakers.lower_bound({file, ""});
       at != assignment_.speakers.end() && at->first.first == file; ++at) {
    slice.add("speaker", at->first.second, at->second);
  }
  for (auto at = assignment_.local_forms.lower_bound({.file = KeptText(file)});
       at != assignment_.local_forms.end() && at->first.file == file; ++at) {
    slice.add(at->first.speaker.text());
    slice.add(std::to_string(static_cast<int>(at->first.manner)));
    slice.add("here", at->first.form.text(), at->second);
  }
  const Sayable sayable(vocabulary);
  std::vector<std::uint32_t> numbers = by_word_.in(vocabulary);
  std::erase_if(
      numbers, [&](std::uint32_t n) { return of_many_words_[n] && !sayable.words(untagged(forms_[n]->first.second)); });
  numbers.insert(numbers.end(), wordless_.begin(), wordless_.end());
  for (auto word = std::lower_bound(vocabulary.begin(), vocabulary.end(), "#");
       word != vocabulary.end() && word->front() == '#'; ++word) {
    const auto said = said_.find(*word);
    if (said != said_.end()) numbers.insert(numbers.end(), said->second.begin(), said->second.end());
  }
  sayable.joined(initials_, numbers);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  for (const std::uint32_t n : numbers) {
    const auto& [key, index] = *forms_[n];
    if (assignment_.local_forms.contains({KeptText(file), KeptText(key.first), KeptText(key.second)})) continue;
    slice.add("form", key.second, index);
    // What a thing is described by: the LGI is a hospital as soon as anybody says what it is short for.
    if (of_things_[n]) slice.add(assignment_.entities[index].form);
  }
  return slice.finish();
}

}  // namespace moniker::resolve
