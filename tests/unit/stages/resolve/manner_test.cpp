#include "resolve/manner.hpp"

#include <catch2/catch.hpp>

#include "support/english.hpp"

using namespace moniker::resolve;

namespace {

/// Of the name between braces.
std::string manner(std::string text) {
  const auto begin = text.find('{'), end = text.find('}') - 1;
  text.erase(text.find('}'), 1);
  text.erase(begin, 1);
  const moniker::ByteRange bytes{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  switch (said_name(text, bytes, moniker::Meaning::person, moniker::test::english()).manner) {
    case Manner::told:
      return "told";
    case Manner::of_self:
      return "of self";
    case Manner::self_talk:
      return "self talk";
    case Manner::called:
      return "called";
    case Manner::taken_up:
      return "taken up";
    case Manner::of_family:
      return "of family";
    case Manner::introduced:
      return "introduced";
  }
  return {};
}

}  // namespace

TEST_CASE("the words about a name tell who bears it") {
  const auto [text, right] = GENERATE(table<std::string, std::string>({
      {"There was a nurse called {Liz}.", "introduced"},
      {"I asked {Robert} about it.", "told"},
      {"I'm {Liz}, by the way.", "of self"},
      {"I’m {Liz}.", "of self"},
      {"My name is {Elizabeth Cole}.", "of self"},
      {"I was a {Pritchard} before I wed.", "of self"},
      {"I was {Jones} then.", "of self"},
      {"{Liz} here.", "of self"},
      {"Hello, {Liz} speaking.", "of self"},
      {"{Liz} here said so.", "told"},
      {"She said, {Liz}, you ought to rest.", "self talk"},
      {"She'd say, right, {Liz}, you go home.", "self talk"},
      {"He'd say good morning Mr Hale, good morning Mrs {Hale}, and sit down.", "self talk"},
      {"and he goes, “{Liz}, sit down”", "self talk"},
      {"And I said, {Robert}, you ought to rest.", "told"},
      {"I'm {Robert}'s wife.", "told"},
      {"I'm {Robert's} wife.", "told"},
      {"{Rosie} is what my mum says, Rosalind on Sundays.", "self talk"},
      {"Rosie is what my mum says, {Rosalind} on Sundays.", "self talk"},
      {"Morning. {Rosie} is what my mum says.", "self talk"},
      {"Thanks {Liz}.", "called"},
      {"Thanks, {Liz}.", "called"},
      {"{Liz}, what do you think?", "called"},
      {"And you, {Liz}?", "called"},
      {"And she said \"is that Mrs Ade? My name's {Priya}, I'm a nurse\" and", "told"},
      {"I said \"Hello. I'm {Kate}\" and", "of self"},
      {"She said “Hello. I'm {Kate}” and", "told"},
      {"My daughter was born {Lucy Vane}, in May.", "told"},
      {"My wife's maiden name was {Pritchard}, you know.", "told"},
      {"Her maiden name was {Vane}, I think.", "told"},
      {"That was when I was a {Pritchard}.", "of self"},
      {"The nurse, {Kate}, was lovely.", "introduced"},
      {"My brothers, {Imran} and Yusuf, came.", "of family"},
      {"two friends, {Imran} and Yusuf, came.", "told"},
      {"She said “Hello” to me. I'm {Kate}.", "of self"},
      {"He came round and said, I'm {Rob}, and we talked.", "told"},
      {"She'd ring up and say this is {Dr Nair}, and they put her through.", "told"},
      {"Two lads. {Robert}, he's the eldest.", "taken up"},
      {"{Sue}, yes. Anything but Susan.", "called"},
      {"my sister {Kate} came", "of family"},
      {"my little brother {Sam} came", "of family"},
      {"my husband, {Robert}, came", "of family"},
      {"our {Kate} came", "of family"},
      {"her sister {Kate} came", "introduced"},
      {"my mate {Kate} came", "introduced"},
      {"a friend of ours, {Kate}, came", "told"},
      {"a colleague, {Kate}, came", "introduced"},
      {"It's {Gareth} here, from the university.", "of self"},
      {"She was a {Margaret} as well.", "introduced"},
      {"There was another {Liz} there.", "introduced"},
      {"It is. {Kate}'s fine.", "self talk"},
      {"{Peggy}. I had mine two years ago.", "called"},
      {"I was just Mrs {Hale} with the bags.", "of self"},
  }));
  CAPTURE(text);
  CHECK(manner(text) == right);
}
