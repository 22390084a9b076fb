#include <catch2/catch.hpp>

#include <regex>

#include "small_filter.hpp"
#include "support/refusal.hpp"

using namespace moniker;
using namespace moniker::filter;
using namespace moniker::seal;
using moniker::test::SmallFilter;
using moniker::test::TemporaryFolder;

namespace {

/// @fizz stands for Fizz's pseudonym, and so on.
std::string with_names(const SmallFilter& filter, std::string text) {
  const std::pair<const char*, std::string> names[] = {{"@fizz", filter.name("PERSON", "fizz")},
                                                       {"@buzz", filter.name("PERSON", "buzz")},
                                                       {"@zork", filter.name("PERSON", "zork")},
                                                       {"@12345", filter.name("ID", "12345")},
                                                       {"@both", filter.name("PERSON", "fizz buzz")}};
  for (const auto& [mark, name] : names) {
    for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.replace(at, std::string(mark).size(), name);
  }
  return text;
}

struct Case {
  std::string in{}, out{};
};

FilterOptions json() { return {.jsonl = true, .speaker_field = "who"}; }

Problem problem_of(SmallFilter& filter, const std::string& in, FilterOptions options = {}) {
  return test::refused([&] { filter(in, std::move(options)); }).value_or(Problem{});
}

}  // namespace

TEST_CASE("a line of text comes out with what identifies replaced") {
  SmallFilter filter;
  const Case cases[] = {
      {"", ""},
      {"\n", "\n"},
      {"Fizz", "@fizz"},
      {"Fizz\n", "@fizz\n"},
      {"Fizz\r\n", "@fizz\r\n"},
      {"\xEF\xBB\xBF"
       "Fizz\n",
       "\xEF\xBB\xBF"
       "@fizz\n"},
      {"  so Fizz, and FIZZ's tea \n", "  so @fizz, and @fizz's tea \n"},
      {"Fizz: it was Buzz\n", "@fizz: it was @buzz\n"},
      {"[00:01:02] Fizz: it was Buzz [00:01:09]\n", "[00:01:02] @fizz: it was @buzz [00:01:09]\n"},
      {"Interviewer: it was Buzz\n", "Interviewer: it was @buzz\n"},
      {"Plan: tea\nZork: tea\n", "Plan: tea\n@zork: tea\n"},
      {"12345 at 3 o'clock, aged 40\n", "@12345 at 3 o'clock, [REDACTED]\n"},
      {"I met Zork. Zork!\nZork?\n", "I met @zork. @zork!\nZork?\n"},
      {"one\rFizz\rtwo\n", "one\r@fizz\rtwo\n"},
      {"caf\u00e9 \U0001F600 Fizz \U0001F600\n", "caf\u00e9 \U0001F600 @fizz \U0001F600\n"},
  };
  for (const Case& one : cases) CHECK(filter(one.in) == with_names(filter, one.out));
}

TEST_CASE("who was replaced stands nowhere else in the record, however written") {
  SmallFilter filter;
  const std::string kept[] = {"Fizz! F-I-Z-Z.", "Fizz! F I Z Z.",  "Fizz, the fizzes", "Fizz, Fi-zz",
                              "Fizz, saidFizz", "Fizz, F\u0456zz", "Fizz: F-I-Z-Z"};
  for (const std::string& line : kept) {
    INFO(line);
    const std::string out = filter(line);
    CHECK(out.find("zz") == std::string::npos);
    CHECK(out.find('Z') == std::string::npos);  // which no pseudonym has
    CHECK(std::regex_search(out, std::regex("\\[PERSON_.*\\[PERSON_")));
  }
  CHECK(filter("I met Zork\nZork and Z-O-R-K\n") ==
        with_names(filter, "I met @zork\nZork and Z-O-R-K\n"));  // another record
  const std::string out = filter(R"({"text":"I met Zork.\nZ-O-R-K!"})", {.jsonl = true});
  CHECK(out.find("O-R") == std::string::npos);
}

TEST_CASE("of a JSON record only the fields' identifiers change") {
  SmallFilter filter;
  const Case cases[] = {
      {R"({"text":"Fizz"})", R"({"text":"@fizz"})"},
      {"  \n", "  \n"},
      {R"( { "a" : [1.50e+3,{"text":"Fizz"}] , "text" : "x \"Fizz\"\n" , "b":"Fizz" } )",
       R"( { "a" : [1.50e+3,{"text":"Fizz"}] , "text" : "x \"@fizz\"\n" , "b":"Fizz" } )"},
      {R"({"te\u0078t":"\u0046izz \ud83d\ude00 Fizz \u00e9\/"})",
       R"({"te\u0078t":"@fizz \ud83d\ude00 @fizz \u00e9\/"})"},
      {R"({"text":"Fizz","text":"Buzz"})", R"({"text":"@fizz","text":"@buzz"})"},
      {R"({"text":"I met Zork.\nFizz: Zork!"})", R"({"text":"I met @zork.\n@fizz: @zork!"})"},
      {R"({"who":"Fizz","text":"tea"})", R"({"who":"@fizz","text":"tea"})"},
      {R"({"who":null,"text":"tea"})", R"({"who":null,"text":"tea"})"},
      {R"~({"text":"tea","who":"Fizz (guest)"})~", R"~({"text":"tea","who":"@fizz (guest)"})~"},
      {R"({"text":"","who":""})", R"({"text":"","who":""})"},
      {"\xEF\xBB\xBF{\"text\":\"Fizz\"}\r\n", "\xEF\xBB\xBF{\"text\":\"@fizz\"}\r\n"},
  };
  for (const Case& one : cases) CHECK(filter(one.in, json()) == with_names(filter, one.out));
  CHECK(filter(R"({"q":"I met Zork","a":"Zork!","text":"Zork"})", {.jsonl = true, .fields = {"q", "a"}}) ==
        with_names(filter, R"({"q":"I met @zork","a":"@zork!","text":"Zork"})"));
}

TEST_CASE("a line that cannot be read is an error with its place, and the lines before it are out") {
  SmallFilter filter;
  struct Bad {
    std::string line{};
    std::uint32_t column = 0;
    std::string what{};
  };
  const Bad bad[] = {
      {"{\"text\":\"\u00e9\xFF\"}", 11, "the line is not UTF-8"},
      {std::string("{\"text\":\"a\0\"}", 13), 11, "there is a NUL in it"},
      {R"({"text":"a\u0000"})", 11, "there is a NUL in it"},
      {R"({"text":"\ud83d"})", 10, "an escape is half of a surrogate pair"},
      {R"({"text":"\ude00\ud83d"})", 10, "an escape is half of a surrogate pair"},
      {R"({"text":"\ud83dx\ude00"})", 10, "an escape is half of a surrogate pair"},
      {R"({"text":"a)", 11, "a string is not closed"},
      {R"({"text":"\x"})", 10, "there is no such escape"},
      {R"({"text":"\u12g4"})", 10, "an escape is not four hexadecimal digits"},
      {"{\"text\":\"a\tb\"}", 11, "a control character in a string must be written as an escape"},
      {R"({"text":5})", 9, "the field is no string"},
      {R"({"text":null})", 9, "the field is no string"},
      {R"({"who":5,"text":"a"})", 8, "the field is no string"},
      {R"({"Text":"a"})", 1, "the field is missing"},
      {R"(["text"])", 1, "the line is not a JSON object"},
      {R"({"text":"a",})", 13, "a string should stand here"},
      {R"({"text" "a"})", 9, "a colon should stand here"},
      {R"({"text":"a"} {})", 14, "something stands behind the JSON object"},
      {R"({"a":01,"text":"a"})", 7, "a comma or a closing bracket should stand here"},
      {R"({"a":+1,"text":"a"})", 6, "this is no JSON value"},
      {R"({"a":1.,"text":"a"})", 8, "this is no JSON value"},
      {R"({"a":[1 2],"text":"a"})", 9, "a comma or a closing bracket should stand here"},
      {R"({"a":tru)", 6, "this is no JSON value"},
      {R"({"a":)", 6, "it ends too early"},
      {"{\"a\":" + std::string(600, '['), 518, "it is nested more than 512 deep"},
  };
  for (const Bad& one : bad) {
    INFO(one.what << " " << one.column);
    const Problem problem = problem_of(filter, "{\"text\":\"a\"}\n\n" + one.line + "\n", json());
    CHECK(problem.what == one.what);
    CHECK(problem.at == Position{3, one.column});
    CHECK(problem.file == "standard input");
    CHECK(problem.fault == Fault::input);
    CHECK(!problem.remedy.empty());
  }
  const std::string in = "Fizz\n\xFF\n";
  MemorySource source(in);
  MemorySink sink;
  CHECK_THROWS_AS(filter.filter(source, sink), Error);
  CHECK(sink.bytes() == with_names(filter, "@fizz\n"));
}

TEST_CASE("a line is too long only behind the limit") {
  SmallFilter filter;
  CHECK(filter("12345678\n12345678", {.longest_line = 8}) == filter("12345678\n12345678"));
  CHECK(problem_of(filter, "a\n123456789", {.longest_line = 8}).at == Position{2, 0});
  CHECK(problem_of(filter, "a\n123456789\n", {.longest_line = 8}).what == "the line is too long");
}

TEST_CASE("what cannot be read is put aside, sealed, and the rest goes on") {
  SmallFilter filter;
  const TemporaryFolder folder;
  const Identity identity = Identity::generate();
  const auto file = folder.path() / "rejects.age";
  Rejects rejects(file, {identity.recipient()});
  const std::string long_line = "Buzz " + std::string(300'000, 'x');
  CHECK(filter("Fizz\nBuzz \xFF\n" + long_line + "\nFizz\n" + long_line, {.longest_line = 100'000}, &rejects) ==
        with_names(filter, "@fizz\n@fizz\n"));
  CHECK(rejects.count() == 3);
  CHECK(!std::filesystem::exists(file));
  rejects.publish();
  CHECK(read_file(file).find("Buzz") == std::string::npos);
  FileSource sealed(file);
  std::vector<Identity> identities;
  identities.push_back(Identity::from_scalar([&] {
    Secret<32> scalar;
    std::copy_n(identity.scalar().data(), 32, scalar.data());
    return scalar;
  }()));
  AgeReader reader(sealed, identities);
  CHECK(read_all(reader, 1 << 20) == "2\t6\tthe line is not UTF-8\tBuzz \xFF\n3\t0\tthe line is too long\t" +
                                         long_line + "\n5\t0\tthe line is too long\t" + long_line + "\n");
  CHECK_THROWS_AS(Rejects(file, {identity.recipient()}), Error);
}

TEST_CASE("nothing rejected, no file") {
  const TemporaryFolder folder;
  Rejects rejects(folder.path() / "rejects.age", {Identity::generate().recipient()});
  rejects.publish();
  CHECK(!std::filesystem::exists(folder.path() / "rejects.age"));
}

TEST_CASE("when nobody reads any more it stops") {
  SmallFilter filter;
  std::string in;
  for (int i = 0; i < 1000; ++i) in += "Fizz\n";
  MemorySource source(in);
  MemorySink sink;
  Filter one(filter.masker(), {.flush_lines = true}, nullptr);
  CHECK(one.run(source, sink, [&] { return sink.bytes().size() > 100; }) < 10);
}
