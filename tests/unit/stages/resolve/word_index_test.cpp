#include "resolve/word_index.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>

using moniker::resolve::SaidWords;
using moniker::resolve::WordIndex;

namespace {

/// Over few letters, so that many begin with another: short ones, and some that go on behind the same eight bytes.
std::string some_word(std::mt19937& chance) {
  constexpr std::string_view heads[] = {"", "", "aaaaaaaa", "abababab", "\xC3\xA9\xC3\xA9\xC3\xA9\xC3"};
  const std::string head(heads[chance() % std::size(heads)]);
  std::string word(1 + chance() % 5, ' ');
  for (char& c : word) c = "ab\xC3\xA9"[chance() % 4];
  return head + word;
}

/// What the index promises, asked of every word.
std::vector<std::uint32_t> begun(const WordIndex::Words& words, const SaidWords& vocabulary) {
  std::set<std::uint32_t> numbers;
  for (const auto& [word, number] : words) {
    if (std::any_of(vocabulary.begin(), vocabulary.end(), [&](const std::string& w) { return w.starts_with(word); }))
      numbers.insert(number);
  }
  return {numbers.begin(), numbers.end()};
}

}  // namespace

TEST_CASE("an index finds every form whose word begins a word of a text, and no other") {
  std::mt19937 chance(1);
  for (int turn = 0; turn < 300; ++turn) {
    WordIndex::Words words;
    std::set<std::string> vocabulary;
    for (unsigned i = 0; i < chance() % 40; ++i) words.emplace_back(some_word(chance), chance() % 30);
    for (unsigned i = 0; i < chance() % 10; ++i) vocabulary.insert(some_word(chance));
    const SaidWords said(vocabulary.begin(), vocabulary.end());
    CHECK(WordIndex(words).in(said) == begun(words, said));
  }
  CHECK(WordIndex().in({"kate"}).empty());
}

TEST_CASE("a form is found by its rarest word") {
  const WordIndex index = WordIndex::by_rarest_word({{"kate", "shaw"}, {"kate"}, {}, {"kate", "lee"}});
  CHECK(index.in({"kate's"}) == std::vector<std::uint32_t>{1});
  CHECK(index.in({"kate", "leeds", "shaw"}) == std::vector<std::uint32_t>{0, 1, 3});
}

TEST_CASE("words are put in order, each once") {
  SaidWords words{"shaw", "kate", "shaw"};
  moniker::resolve::in_order_once(words);
  CHECK(words == SaidWords{"kate", "shaw"});
}
