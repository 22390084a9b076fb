#include "words/vocabulary.hpp"

#include <catch2/catch.hpp>

namespace moniker {

using namespace moniker::words;
namespace {

/// A word of letters, another for each number.
std::string word_of(std::uint32_t number) {
  std::string word = "W";
  for (; number > 0; number /= 26) word += static_cast<char>('a' + number % 26);
  return word;
}

TEST_CASE("a word is looked up once, and is the same object ever after") {
  Lexicon lexicon;
  lexicon.add(3, "Kate");
  const ClassSet abbreviations;
  Vocabulary vocabulary(lexicon, abbreviations);
  vocabulary.begin_text();
  const Word& kate = vocabulary.word("Kate");
  CHECK(kate.written() == "Kate");
  CHECK(kate.folded() == "kate");
  CHECK(kate.classes.test(3));
  CHECK(&vocabulary.word("Kate") == &kate);
  CHECK(&vocabulary.word("KATE") != &kate);
  CHECK(vocabulary.word("KATE").folded() == kate.folded());
  const std::string longest(5000, 'x');  // more than a chunk of bytes
  CHECK(vocabulary.word(longest).written() == longest);
}

TEST_CASE("a vocabulary that grew large begins anew, and its words live on until the second text after has been read") {
  Lexicon lexicon;
  const ClassSet abbreviations;
  Vocabulary vocabulary(lexicon, abbreviations);
  vocabulary.begin_text();
  std::vector<const Word*> words;
  while (vocabulary.epoch() == 0) {
    vocabulary.begin_text();
    if (vocabulary.epoch() != 0) break;
    words.push_back(&vocabulary.word(word_of(static_cast<std::uint32_t>(words.size()))));
  }
  CHECK(words.size() >= 20'000);
  CHECK(vocabulary.size() == 0);
  const auto all_there = [&] {
    std::size_t there = 0;
    for (std::uint32_t i = 0; i < words.size(); ++i)
      there += words[i]->number == i && words[i]->written() == word_of(i);
    return there;
  };
  vocabulary.word("one");  // the text at whose begin it was emptied
  CHECK(all_there() == words.size());
  vocabulary.begin_text();
  vocabulary.word("two");
  CHECK(all_there() == words.size());
  CHECK(vocabulary.size() == 2);
  vocabulary.begin_text();  // now they may go
  CHECK(vocabulary.word("one").number == 0);
  CHECK(vocabulary.word(word_of(7)).number == 2);
}

}  // namespace
}  // namespace moniker
