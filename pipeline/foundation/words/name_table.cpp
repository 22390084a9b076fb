#include "words/name_table.hpp"

#include <algorithm>
#include <iterator>

namespace moniker::words {
namespace {

bool goes_on(const Words& words, std::size_t next, const Language& language) {
  if (next >= words.tokens.size() || words.tokens[next].gap != 0) return false;
  return language.goes_on.contains(words.fold_of(words.tokens[next]));
}

/// "in May", "since last June", "4 May", "May 2019".
bool is_in_a_date(const Words& words, std::size_t at, const Language& language) {
  const Token& token = words.tokens[at];
  if ((token.shape & shape_possessive) || !language.dates.month(token.word->folded())) return false;
  const auto number = [&](std::size_t other) { return (words.tokens[other].shape & shape_digit) != 0; };
  if (at > 0 && token.gap == 0 &&
      (number(at - 1) || language.before_months.contains(words.fold_of(words.tokens[at - 1]))))
    return true;
  return at + 1 < words.tokens.size() && words.tokens[at + 1].gap == 0 && number(at + 1);
}

bool written_as(NameKind kind, const Words& words, std::size_t first, std::size_t count, const Language& language) {
  const Token& token = words.tokens[first];
  const Token& last = words.tokens[first + count - 1];
  if (count == 1 && is_in_a_date(words, first, language)) return false;
  switch (kind) {
    case NameKind::plain:
      return true;
    case NameKind::initials:
      return count > 1 ? (token.shape & shape_cap) && (last.shape & shape_cap) : (token.shape & shape_upper) != 0;
    case NameKind::word:
      if (!(token.shape & shape_cap) || !(last.shape & shape_cap)) return false;
      return count > 1 || (token.shape & (shape_mid | shape_possessive)) || !goes_on(words, first + 1, language);
  }
  return false;
}

}  // namespace

std::string_view without_verb(std::string_view word) {
  for (const std::string_view verb : {"'ll", "'d", "'ve", "'re"}) {
    if (word.size() > verb.size() + 1 && word.ends_with(verb)) return word.substr(0, word.size() - verb.size());
  }
  return word;
}

void NameTable::add(std::string key, KnownForm form) {
  if (key.empty()) return;
  for (std::size_t blank = key.find(' '); blank != std::string::npos; blank = key.find(' ', blank + 1)) {
    begins_.insert(key.substr(0, blank));
  }
  const auto [place, fresh] = forms_.emplace(std::move(key), form);
  if (!fresh && form.kind == NameKind::plain && place->second.kind != NameKind::plain) place->second = form;
}

const KnownForm* NameTable::find(std::string_view key) const {
  const auto found = forms_.find(key);
  return found == forms_.end() ? nullptr : &found->second;
}

bool NameTable::knows(std::string_view folded) const { return find(folded) != nullptr || begins_.contains(folded); }

bool NameTable::names(std::string_view folded) const {
  const auto is = [&](std::string_view name) {
    const KnownForm* form = name.size() >= 3 ? find(name) : nullptr;
    return form != nullptr && form->kind != NameKind::initials;
  };
  if (is(folded)) return true;
  if (folded.ends_with("'s")) return is(folded.substr(0, folded.size() - 2));
  return folded.size() > 4 && folded.ends_with('s') && is(folded.substr(0, folded.size() - 1));
}

bool NameTable::may_begin(std::string_view folded) const {
  const std::string_view stem = without_verb(folded);
  return find(folded) || begins_.contains(folded) || (stem.size() < folded.size() && find(stem)) ||
         (folded.size() > 3 && folded.back() == 's' && find(folded.substr(0, folded.size() - 1)));
}

void NameSpotter::begin(const Words& words) {
  if (epoch_ != words.epoch) begins_.clear();
  epoch_ = words.epoch;
}

KnownMatch NameTable::match(const Words& words, std::size_t token) const {
  KnownMatch best;
  const auto offer = [&](std::string_view key, std::size_t count) {
    const KnownForm* form = find(key);
    if (form && written_as(form->kind, words, token, count, *language_)) best = {count, *form};
    return form != nullptr;
  };
  const std::string_view word = words.fold_of(words.tokens[token]);
  if (const std::string_view stem = without_verb(word); stem.size() < word.size() && offer(stem, 1)) return best;
  // the Shaws: a plural is the name where it has the capital
  if (!offer(word, 1) && word.size() > 3 && word.back() == 's' && (words.tokens[token].shape & shape_cap)) {
    offer(word.substr(0, word.size() - 1), 1);
  }
  if (begins_.empty() || !begins_.contains(word)) return best;
  std::string key(word);
  for (std::size_t last = token + 1; last < words.tokens.size() && begins_.contains(key); ++last) {
    if ((words.tokens[last].gap & ~(gap_comma | gap_other)) != 0) break;
    key += ' ';
    key += words.fold_of(words.tokens[last]);
    offer(key, last - token + 1);
  }
  return best;
}

}  // namespace moniker::words
