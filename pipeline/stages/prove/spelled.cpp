#include "prove/spelled.hpp"

#include <algorithm>

namespace moniker::prove {
namespace {

/// Letters said one after the other, each with the word that says it.
struct Run {
  std::string letters{};
  std::vector<std::size_t> words{};   // index of each letter's word
  std::vector<std::size_t> begins{};  // and of the word its saying begins with ("double")
};

bool is_letter_word(const TextWord& word) {
  return !word.masked && word.stem_size == 1 && word.folded[0] >= 'a' && word.folded[0] <= 'z';
}

std::size_t times(const TextWord& word) {
  if (word.masked) return 0;
  if (word.folded == "double") return 2;
  return word.folded == "treble" || word.folded == "triple" ? 3 : 0;
}

/// Close enough to be one spelling: nothing but up to three characters between.
bool follows(std::string_view text, const TextWord& a, const TextWord& b) {
  const std::string_view gap = text.substr(a.bytes.end, b.bytes.begin - a.bytes.end);
  return gap.size() <= 5 && gap.find_first_of("!?;") == std::string_view::npos;
}

/// The run that begins at word `at`; moves `at` behind it.
Run run_from(std::string_view text, const std::vector<TextWord>& words, std::size_t& at) {
  Run run;
  while (at < words.size()) {
    if (!run.words.empty() && !follows(text, words[run.words.back()], words[at])) break;
    std::size_t letter = at, repeat = 1;
    if (const std::size_t n = times(words[at]); n != 0 && at + 1 < words.size()) {
      letter = at + 1;
      repeat = n;
    }
    if (!is_letter_word(words[letter])) break;
    for (std::size_t i = 0; i < repeat; ++i) {
      run.letters += words[letter].stem();
      run.words.push_back(letter);
      run.begins.push_back(at);
    }
    at = letter + 1;
  }
  return run;
}

bool hyphens_only(std::string_view text, const TextWord& a, const TextWord& b) {
  return text.substr(a.bytes.end, b.bytes.begin - a.bytes.end) == "-";
}

/// The longest known name from letter `from` on; 0 where there is none. Two letters only when they are all
/// ("J-O").
std::size_t name_length(std::string_view text, const std::vector<TextWord>& words, const Run& run, std::size_t from,
                        const FormTable& names) {
  const std::size_t most = std::min(names.longest(), run.letters.size() - from);
  for (std::size_t length = most; length >= 3; --length) {
    const auto* known = names.single(std::string_view(run.letters).substr(from, length));
    if (known && !known->plural) return length;
  }
  const bool pair = run.letters.size() == 2 && hyphens_only(text, words[run.words[0]], words[run.words[1]]);
  const auto* known = pair && from == 0 ? names.single(run.letters) : nullptr;
  return known && !known->plural ? 2 : 0;
}

}  // namespace

std::vector<ByteRange> spelled_names(std::string_view text, const std::vector<TextWord>& words,
                                     const FormTable& names) {
  std::vector<ByteRange> found;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const Run run = run_from(text, words, at);
    if (at == begin) ++at;
    if (run.letters.size() < 2) continue;
    for (std::size_t from = 0; from < run.letters.size(); ++from) {
      const std::size_t length = name_length(text, words, run, from, names);
      if (length == 0) continue;
      found.push_back({words[run.begins[from]].bytes.begin, words[run.words[from + length - 1]].bytes.end});
      from += length - 1;
    }
  }
  return found;
}

}  // namespace moniker::prove
