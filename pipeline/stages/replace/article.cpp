// What an article goes by is the sound that follows, and that is mostly the first letter: words of the language say
// which begin with a vowel's letter and no vowel. Capitals are spelled out: an NHS trust, an MRI.
#include "replace/article.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "replace/spelling.hpp"

namespace moniker::replace {
namespace {

bool begins_with_a_vowel(std::string_view text, const words::Language& language) {
  while (!text.empty() && !is_word(code_point_at(text, 0).value)) text.remove_prefix(1);
  std::size_t end = 0;
  while (end < text.size() && is_word(code_point_at(text, end).value)) end += code_point_at(text, end).length;
  const std::string_view word = text.substr(0, end);
  if (word.empty()) return false;
  const std::string folded = fold(word);
  const bool unsaid = std::any_of(language.vowels_unsaid.begin(), language.vowels_unsaid.end(),
                                  [&](const std::string& start) { return folded.starts_with(start); });
  if (unsaid) return false;
  const bool spelled =
      word.size() > 1 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  return std::string_view(spelled ? "aefhilmnorsx" : "aeiou").find(folded.front()) != std::string_view::npos;
}

}  // namespace

std::string indefinite_article(std::string_view text, const words::Language& language) {
  const auto& articles = begins_with_a_vowel(text, language) ? language.before_vowels : language.before_consonants;
  return articles.empty() ? std::string() : *articles.begin();
}

std::optional<Fitted> fit_article(std::string_view text, ByteRange finding, std::string_view by, std::uint32_t from,
                                  const words::Language& language) {
  const ByteRange core = core_of(text, finding);
  std::uint32_t end = core.begin;
  while (end > from && is_blank(text[end - 1])) --end;
  std::uint32_t begin = end;
  while (begin > from && is_word(code_point_before(text, begin).value)) begin -= code_point_before(text, begin).length;
  if (end == core.begin || begin == end) return std::nullopt;
  const char32_t last = begin > 0 ? code_point_before(text, begin).value : U' ';
  if (is_apostrophe(last) || is_hyphen(last) || last == U'.') return std::nullopt;  // vitamin-A, U.S.A
  const std::string_view written = text.substr(begin, end - begin);
  const std::string was = fold(written);
  if (!language.before_vowels.contains(was) && !language.before_consonants.contains(was)) return std::nullopt;
  std::string is = indefinite_article(by, language);
  if (is == was) return std::nullopt;
  is = with_case_of(written, std::move(is));
  return Fitted{{begin, finding.end}, is.append(text.substr(end, core.begin - end)).append(by)};
}

}  // namespace moniker::replace
