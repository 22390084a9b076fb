// A codebook is made of nouns, and some of them are what people are called. Whoever masks them silently takes a study's
// concept away; so they stay, and a person is told to look. Capitals tell little: "Hope" begins its name, and in "Fear
// And Hope" every word has one.
#include "project/concept_names.hpp"

#include <algorithm>
#include <iterator>

#include "base/fold.hpp"
#include "base/utf8.hpp"

namespace moniker::study {
namespace {

constexpr std::string_view concepts[] = {"Code", "Set", "Variable", "Graph", "Vertex", "Edge"};

/// Shorter words are small in titles too: of, and, the, for.
constexpr std::size_t least_title_word = 4;

bool in_a_word(const CodePoint& point) { return point.length > 0 && is_word(point.value); }

std::uint32_t behind_word(std::string_view text, std::uint32_t at) {
  for (CodePoint point = code_point_at(text, at); in_a_word(point); point = code_point_at(text, at)) at += point.length;
  return at;
}

/// Whether some longer word outside of the place begins small: then capitals tell something.
bool has_small_words(std::string_view name, ByteRange at) {
  for (std::uint32_t i = 0; i < name.size();) {
    const std::uint32_t end = behind_word(name, i);
    const bool outside = end <= at.begin || i >= at.end;
    if (outside && end - i >= least_title_word && is_lower(code_point_at(name, i).value)) return true;
    i = end > i ? end : i + std::max<std::uint32_t>(code_point_at(name, i).length, 1);
  }
  return false;
}

/// Whether a phrase begins there: at the beginning, or behind a sign.
bool begins_phrase(std::string_view name, std::uint32_t at) {
  while (at > 0 && name[at - 1] == ' ') --at;
  return at == 0 || !in_a_word(code_point_before(name, at));
}

bool is_possessive(std::string_view behind) {
  return behind.starts_with("'s") || behind.starts_with("\xE2\x80\x99s") || behind.starts_with("s'");
}

}  // namespace

bool is_concept(const coded::XmlTree& tree, const coded::CodedText& text) {
  const std::string_view element = tree.elements()[text.element].name;
  return text.role == coded::Role::name && text.attribute &&
         std::find(std::begin(concepts), std::end(concepts), element) != std::end(concepts);
}

bool is_ordinary(std::string_view text, const prove::IsWord& is_word) {
  const std::vector<std::string> words = folded_words(text);
  return !words.empty() && std::all_of(words.begin(), words.end(), is_word);
}

bool ConceptNames::has_title(const std::string& name, ByteRange at) const {
  const std::vector<std::string> before = folded_words(std::string_view(name).substr(0, at.begin));
  return !before.empty() && language_.titles.contains(before.back());
}

bool ConceptNames::may_be_words(const std::string& name, ByteRange at) const {
  const std::string_view surface = std::string_view(name).substr(at.begin, at.size());
  if (folded_words(surface).size() > 1 || !is_ordinary(surface, is_word_)) return false;  // "Rose Baker", "Mrs May"
  if (has_title(name, at) || is_possessive(std::string_view(name).substr(at.end))) return false;
  const bool small = is_lower(code_point_at(name, at.begin).value);
  return small || begins_phrase(name, at.begin) || !has_small_words(name, at);
}

}  // namespace moniker::study
