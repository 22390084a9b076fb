#include <catch2/catch.hpp>
#include <random>

#include "rules/pattern.hpp"

namespace moniker {

using namespace moniker::rules;
using namespace moniker::words;
namespace {

struct Bench {
  Lexicon lexicon{};
  Predicates predicates{};
  ClassNames names{};
  Bench() {
    add("given", 0, {"Kate", "Grace", "Mary Jo"});
    add("title", 1, {"Mr", "Dr"});
    add("pause", 2, {"um", "er"});
    names["known"].is = "given|title";
  }
  void add(const std::string& name, std::size_t bit, const std::vector<std::string>& words) {
    names[name].own.set(bit);
    for (const std::string& word : words) lexicon.add(bit, word);
  }
  Pattern pattern(std::string_view text) {
    return Pattern::compile(text, lexicon, predicates, names, predicates.compile("pause", names));
  }
  /// The slot's text of the first match, or "-".
  std::string match(std::string_view pattern_text, std::string_view text) {
    const Pattern compiled = pattern(pattern_text);
    Words words;
    ClassSet abbreviations;
    abbreviations.set(1);
    Vocabulary vocabulary(lexicon, abbreviations);
    read_words(vocabulary, text, {}, words);
    Predicates::Memo memo;
    predicates.begin(words, memo);
    for (std::size_t i = 0; i < words.tokens.size(); ++i) {
      if (const auto m = compiled.match(predicates, words, i, memo)) {
        const ByteRange bytes = words.range(m->first, m->last);
        return std::string(text.substr(bytes.begin, bytes.size()));
      }
    }
    return "-";
  }
};

TEST_CASE("patterns find their slot") {
  const auto [pattern, text, slot] = GENERATE(table<std::string, std::string, std::string>({
      {"my name is [ <cap> ]", "My name is Fizz.", "Fizz"},
      {"my name is [ <cap> ]", "my name, is Fizz", "-"},
      {"my name ('s|is) ~ [ <cap>{1,2} ]", "my name's, um, Fizz Buzz", "Fizz Buzz"},
      {"my name ('s|is) ~ [ <cap>{1,2} ]", "my name is er um Fizz", "Fizz"},
      {"my name ('s|is) ~ [ <cap>{1,2} ]", "my name is. Fizz", "-"},
      {"<title> [ <cap>{1,3} ]", "saw Dr. Jane van Fizz", "Jane"},
      {"[ <given> ] $", "thanks Kate.", "Kate"},
      {"[ <given> ] $", "thanks Kate", "Kate"},
      {"[ <given> ] $", "thanks Kate Fizz", "-"},
      {"^ [ <given> ] ,", "Kate, come", "Kate"},
      {"^ [ <given> ] ,", "with Kate, come", "-"},
      {", [ <given> ] ,?", "well, Kate, come", "Kate"},
      {"[ <given> ] ,", "with Kate here", "-"},
      {"[ <given> ] (,|here)", "with Kate here", "Kate"},
      {"[ <given> ] (,|here)", "with Kate there", "-"},
      {"[ <given> ] (,|here)", "with Kate,", "Kate"},
      {"[ <given> ]", "for mary jo too", "mary jo"},
      {"[ <given&cap> ]", "for mary jo too", "-"},
      {"[ <given&cap> ]", "for Mary Jo too", "Mary Jo"},
      {"[ <!known&cap&mid> ]", "So Kate met Fizz", "Fizz"},
      {"[ <cap>{2} ]", "saw Fizz buzz and Aa Bb Cc", "Aa Bb"},
      {"(a|the) (very old)? [ ward ]", "the very old ward", "ward"},
      {"(a|the) (very old)? [ ward ]", "a ward", "ward"},
      {"(a|the) (very old)? [ ward ]", "the very ward", "-"},
      {"one (two|two three) [ four ]", "one two three four", "four"},
      {"(a|b|c|d) [ x ]", "d x", "x"},
      {"(a|b|c|d) [ x ]", "e x", "-"},
      {"(a|b|c|d)", "c", "c"},
      {"[ (a|b|c|d a) ] x", "so d a x", "d a"},
      {"[ (a|a b|c|c d|e) ] x", "a b x", "a b"},
      {"[ (a|a b|c|c d|e) ] (b x|x)", "a b x", "a"},  // the first that goes on counts
      {"[ (a b|c|c d|e|a) ] (b x|x)", "a b x", "a b"},
      {"[ (a|b|c|d|<title>|e|f) ] x", "Dr x", "Dr"},
      {"[ (a|b|c|d|<title>|e|f) ] x", "f x", "f"},
      {"[ (a|b|c|mr|<title>|e) ] (x|<any> y)", "mr x", "mr"},
      {"[ (a|b|c|mr z|<title>|e) ] x", "mr x", "mr"},  // behind those of its word others are tried
      {"[ (<title>|a|b|c|d)? ] x", "d x", "d"},
      {"[ (a|b|c|d){2} ] x", "c d x", "c d"},
      {"[ (a|b|c|d){1,3} ] d", "a b d d", "a b d"},
      {"so , (a|b|c|d) [ x ]", "so, c x", "x"},
      {"so (a|b|c|d) [ x ]", "so, c x", "-"},
      {"so (a|b|c|(d|e|f|g) h) [ x ]", "so f h x", "x"},
      {"don't [ go ]", "Don’t go", "go"},
      {"[ <cap&possessive> ] 's house", "at Fizz's house", "Fizz"},
      {"whole thing", "the whole thing", "whole thing"},
  }));
  CAPTURE(pattern, text);
  CHECK(Bench().match(pattern, text) == slot);
}

TEST_CASE("a wrong pattern is told where and why") {
  const auto [pattern, offset, what] = GENERATE(table<std::string, std::size_t, std::string>({
      {"", 0, "a pattern can match nothing at all"},
      {"(a)?", 0, "a pattern can match nothing at all"},
      {"a [ b", 5, "a pattern has one slot"},
      {"a ] b", 2, "a ] has no ["},
      {"[ a ] [ b ]", 11, "a pattern has one slot"},
      {"(a|b", 4, "a ( is not closed"},
      {"a ) b", 2, "a ) or | stands alone"},
      {"a{3,1}", 6, "a count is not like {1,3}"},
      {"a{1,99}", 7, "a count is not like {1,3}"},
      {"<cap", 0, "a < is not closed"},
      {"<fizz>", 1, "there is no class or shape `fizz`"},
      {"<cap&>", 1, "a class or shape is missing"},
      {"<(cap>", 1, "a bracket is not closed"},
      {"a !! b", 4, "this means nothing here"},
  }));
  CAPTURE(pattern);
  Bench bench;
  try {
    bench.pattern(pattern);
    FAIL("it was taken");
  } catch (const PatternFault& fault) {
    CHECK(fault.what == what);
    CHECK(fault.offset == offset);
    CHECK_FALSE(fault.remedy.empty());
  }
}

TEST_CASE("a class that is defined by itself is told") {
  Bench bench;
  bench.names["a"].is = "b";
  bench.names["b"].is = "cap&a";
  CHECK_THROWS_AS(bench.pattern("<a>"), PatternFault);
}

TEST_CASE("expressions bind ! before & before |") {
  const auto [expression, text, slot] = GENERATE(table<std::string, std::string, std::string>({
      {"given|title&lower", "Mr", "-"},
      {"given|title&lower", "mr", "mr"},
      {"given|title&lower", "Kate", "Kate"},
      {"(given|title)&lower", "Kate", "-"},
      {"!given&cap", "kate Kate Fizz", "Fizz"},
      {"!(given|title)&cap", "Mr Fizz", "Fizz"},
      {"any", "x", "x"},
      {"!any|digit", "x 7", "7"},
  }));
  CAPTURE(expression, text);
  CHECK(Bench().match("[ <" + expression + "> ]", text) == slot);
}

TEST_CASE("any text is a pattern or a fault, and never worse") {
  std::mt19937 random(11);
  const std::vector<std::string> pieces{"a", " ", "[", "]", "(", ")", "|",   "?",     "{", "}", "1",
                                        ",", "~", "^", "$", "<", ">", "cap", "given", "&", "!", "é"};
  int taken = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    const auto length = random() % 10;
    for (std::size_t i = 0; i < length; ++i) text += pieces[random() % pieces.size()];
    Bench bench;
    try {
      bench.match(text, "Kate a, 1 a a cap. Mr Fizz");
      ++taken;
    } catch (const PatternFault& fault) {
      REQUIRE(fault.offset <= text.size());
    }
  }
  CHECK(taken > 100);
}

}  // namespace
}  // namespace moniker
