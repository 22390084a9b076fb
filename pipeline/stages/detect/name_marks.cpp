#include "detect/name_marks.hpp"

#include "rules/word_questions.hpp"
#include "words/name_table.hpp"

namespace moniker::detect {
namespace {

constexpr std::size_t shortest = 2;  // "I" and "a" tell nothing

bool tells(std::string_view word) { return word.size() >= shortest; }

}  // namespace

NameMarks::NameMarks(const rules::RuleSet::Compiled& compiled) : compiled_(compiled) {
  static_assert(crypto_shorthash_KEYBYTES == decltype(key_)::size());
  randombytes_buf(key_.data(), key_.size());
}

NameMarks::Mark NameMarks::mark_of(std::string_view folded) const {
  std::array<unsigned char, crypto_shorthash_BYTES> hash{};
  crypto_shorthash(hash.data(), reinterpret_cast<const unsigned char*>(folded.data()), folded.size(), key_.data());
  Mark mark = 0;
  std::memcpy(&mark, hash.data(), sizeof mark);
  return mark % marks == any_name ? 1 : mark % marks;
}

/// As names are when they are learned: NameKind::word.
bool NameMarks::is_ordinary(std::string_view folded) const {
  return rules::is_word_of(compiled_, compiled_.ordinary, folded, words::shape_cap | words::shape_mid);
}

void NameMarks::note_word(const words::Word& word) {
  const std::string_view folded = word.folded();
  const bool capital = (word.shape & words::shape_cap) != 0;
  std::vector<Mark> own;
  const auto note = [&](std::string_view name) {
    if (tells(name) && (capital || !is_ordinary(name))) own.push_back(mark_of(name));
  };
  note(folded);
  if (const std::string_view stem = words::without_verb(folded); stem.size() < folded.size()) note(stem);
  if (capital && folded.ends_with('s')) note(folded.substr(0, folded.size() - 1));
  if (folded.find(' ') != std::string_view::npos) own.push_back(any_name);  // forms are cut at blanks
  of_word_[word.number] = 1;
  if (own.empty()) return;
  of_word_[word.number] = static_cast<std::uint32_t>(lists_.size() + 1);
  lists_.push_back(static_cast<Mark>(own.size()));
  lists_.insert(lists_.end(), own.begin(), own.end());
}

void NameMarks::add(const words::Words& words) {
  if (epoch_ != words.epoch) of_word_.clear(), lists_.assign(1, 0);
  epoch_ = words.epoch;
  turn_.assign(1, 0);
  for (const words::Token& token : words.tokens) {
    const words::Word& word = *token.word;
    if (word.number >= of_word_.size()) of_word_.resize(word.number + std::size_t{64});
    if (of_word_[word.number] == 0) note_word(word);
    const Mark* const list = lists_.data() + (of_word_[word.number] - 1);
    turn_.insert(turn_.end(), list + 1, list + 1 + *list);
  }
  turn_.front() = static_cast<Mark>(turn_.size() - 1);
  turns_.add(turn_);
}

void NameMarks::look_for(const LearnedNames& names) {
  turns_.rewind();
  tell_ = std::make_unique<std::bitset<marks>>();
  tell_->set(any_name);
  for (const auto& [key, name] : names.all()) everywhere_ = !note_form(name) || everywhere_;
}

/// Marks the word that tells a name; false where it has none.
bool NameMarks::note_form(const LearnedName& name) {
  std::string_view first, last, telling;
  for (std::string_view rest = name.form; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    if (first.empty()) first = word;
    last = word;
    if (telling.empty() && tells(word) && !is_ordinary(word)) telling = word;
  }
  if (telling.empty() && name.word) telling = first.size() < last.size() ? last : first;  // both have their capitals
  if (!tells(telling)) return false;
  tell_->set(mark_of(telling));
  return true;
}

bool NameMarks::next_may_hold() {
  bool may = everywhere_;
  for (Mark left = turns_.take(); left > 0; --left) may = tell_->test(turns_.take()) || may;
  return may;
}

}  // namespace moniker::detect
