#include "read/turns/encoding.hpp"

#include <catch2/catch.hpp>

#include "read/turns/misread.hpp"
#include "reading.hpp"

using namespace reading;
using namespace std::string_literals;

using namespace moniker::read;

namespace {

struct Decoded {
  std::string text{};
  std::vector<Issue> issues{};
};

Decoded decode(const std::string& bytes, std::vector<std::size_t> sizes = {1U << 20}) {
  Decoded decoded;
  Utf8Source source(std::make_unique<PiecewiseSource>(bytes, std::move(sizes)),
                    [&](Issue issue) { decoded.issues.push_back(issue); });
  decoded.text = read_all(source, 1U << 30);
  return decoded;
}

std::string utf16(const std::u16string& text, bool little) {
  std::string bytes;
  for (const char16_t c : text) {
    const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

const Issue converted_once{IssueCode::encoding_converted, {}, 1};

}  // namespace

TEST_CASE("each encoding becomes utf-8") {
  const std::u16string words = u"Zo\u00EB \u2013 \U0001F600 yes, that was me, and then I went home\n";
  const std::string expected = "Zo\u00EB \u2013 \U0001F600 yes, that was me, and then I went home\n";
  const std::string little = utf16(words, true), big = utf16(words, false);
  const auto [name, bytes, issues] = GENERATE_COPY(table<std::string, std::string, std::vector<Issue>>({
      {"utf-8", expected, {}},
      {"utf-8 with mark", "\xEF\xBB\xBF" + expected, {}},
      {"utf-16 le with mark", "\xFF\xFE" + little, {converted_once}},
      {"utf-16 be with mark", "\xFE\xFF" + big, {converted_once}},
      {"utf-16 le", little, {converted_once}},
      {"utf-16 be", big, {converted_once}},
  }));
  for (const std::size_t size : {std::size_t{1}, std::size_t{3}, std::size_t{1} << 20}) {
    CAPTURE(name, size);
    const auto decoded = decode(bytes, {size});
    CHECK(decoded.text == expected);
    CHECK(decoded.issues == issues);
  }
}

TEST_CASE("windows-1252 is converted and told with its first place") {
  const auto decoded = decode("one\ncaf\xE9 \x93quoted\x94 \x80\n");
  CHECK(decoded.text == "one\ncaf\u00E9 \u201Cquoted\u201D \u20AC\n");
  CHECK(decoded.issues == std::vector<Issue>{{IssueCode::encoding_converted, {2, 4}, 4}});
}

TEST_CASE("a stray byte megabytes into utf-8 is converted there alone") {
  std::string text;
  while (text.size() < 3'000'000) text += "I1: Zo\u00EB said yes\n";
  const auto lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
  const auto decoded = decode(text + "R: na\xEFve \u00E9\n", {65'537, 100});
  CHECK(decoded.text == text + "R: na\u00EFve \u00E9\n");
  CHECK(decoded.issues == std::vector<Issue>{{IssueCode::encoding_converted, {lines + 1, 6}, 1}});
}

TEST_CASE("the code page is told by the words that it makes") {
  const auto [name, bytes, text] = GENERATE(table<std::string, std::string, std::string>({
      {"mac roman",
       "Si\x89n: with Ren\x8E"
       "e O\xD5Mara and Zo\x91.\r",
       "Si\u00E2n: with Ren\u00E9e O\u2019Mara and Zo\u00EB.\r"},
      {"dos 850",
       "Si\x83n, Ren\x82"
       "e, Zo\x89: \x9C"
       "20\n",
       "Si\u00E2n, Ren\u00E9e, Zo\u00EB: \u00A3"
       "20\n"},
      {"windows-1250", "Wa\xB3\xEAsa\n", "Wa\u0142\u0119sa\n"},
      {"windows-1252", "Si\xE2n\x92s caf\xE9 \x96 M\xFCller\n", "Si\u00E2n\u2019s caf\u00E9 \u2013 M\u00FCller\n"},
      {"mixed",
       "Zo\u00EB\nSi\xE2n\x92s\nRen\x8E"
       "e O\xD5Mara\n",
       "Zo\u00EB\nSi\u00E2n\u2019s\nRen\u00E9e O\u2019Mara\n"},
  }));
  for (const std::size_t size : {std::size_t{1}, std::size_t{7}, std::size_t{1} << 20}) {
    CAPTURE(name, size);
    const auto decoded = decode(bytes, {size});
    CHECK(decoded.text == text);
    REQUIRE(decoded.issues.size() == 1);
    CHECK(decoded.issues[0].code == IssueCode::encoding_converted);
  }
}

TEST_CASE("utf-8 that was read in a code page and saved again is put right and told") {
  const auto [twice, text, count] = GENERATE(table<std::string, std::string, std::uint64_t>({
      {"a\nSi\u00C3\u00A2n, that\u00E2\u20AC\u2122s it", "a\nSi\u00E2n, that\u2019s it", 2},
      {"a\nSi\u00C3\u0192\u00C2\u00A2n", "a\nSi\u00E2n", 2},
      {"a\nSi\u221A\u00A2n, that\u201A\u00C4\u00F4s it", "a\nSi\u00E2n, that\u2019s it", 2},
      {"a\nSi\u0413\u045En, that\u0432\u0402\u2122s \u0412\u0408"
       "40",
       "a\nSi\u00E2n, that\u2019s \u00A3"
       "40",
       3},
      {"a\n\u00EF\u00BB\u00BFKate", "a\nKate", 1},
      {"a\n\u00C3\u0081ine", "a\n\u00C1ine", 1},
  }));
  CAPTURE(twice);
  const auto decoded = decode(twice);
  CHECK(decoded.text == text);
  REQUIRE(decoded.issues.size() == 1);
  CHECK(decoded.issues[0].code == IssueCode::encoding_repaired);
  CHECK(decoded.issues[0].at.line == 2);
  CHECK(decoded.issues[0].count == count);
}

TEST_CASE("pages of central Europe and of Cyrillic are told from those of the west") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({
      {"We saw Wa\xB3\xEAsa and \xAF"
       "aneta\n",
       "We saw Wa\u0142\u0119sa and \u017Baneta\n"},
      {"\xCC\xFB \xE2\xE8\xE4\xE5\xEB\xE8 \xE5\xE3\xEE\n",
       "\u041C\u044B \u0432\u0438\u0434\u0435\u043B\u0438 \u0435\u0433\u043E\n"},
      {"\xED\xD9 \xD7\xC9\xC4\xC5\xCC\xC9 \xC5\xC7\xCF\n",
       "\u041C\u044B \u0432\u0438\u0434\u0435\u043B\u0438 \u0435\u0433\u043E\n"},
      {"cr\xE9\xE9"
       "e, \xBFQu\xE9? na\xEFve m\xB2\n",
       "cr\u00E9\u00E9e, \u00BFQu\u00E9? na\u00EFve m\u00B2\n"},
  }));
  CHECK(decode(bytes).text == text);
}

TEST_CASE("words in an encoding that is not read are refused with their place") {
  const auto bytes = GENERATE(as<std::string>(), "one\nWe saw \x93\x63\x92\x86\x82\xB3\x82\xF1 there\n",  // Shift-JIS
                              "one\nWe saw \xB3\xC2\xA4\x6A\xA4\xE5 there\n",                             // Big5
                              "one\nWe saw \xB3\xC2\xB4\xF3\xCE\xC4 there\n");                            // GB 18030
  std::vector<Issue> issues;
  Utf8Source source(std::make_unique<PiecewiseSource>(bytes, std::vector<std::size_t>{1U << 20}),
                    [&](Issue issue) { issues.push_back(issue); });
  CHECK_THROWS_AS(read_all(source, 1U << 30), moniker::Error);
  REQUIRE_FALSE(issues.empty());
  CHECK(issues.back().code == IssueCode::encoding_broken);
  CHECK(issues.back().at.line == 2);
}

TEST_CASE("letters that a program wrote as numbers are put right within words") {
  const auto [escaped, text] = GENERATE(table<std::string, std::string>({
      {"Si\\u00e2n and Si\\xe2n", "Si\u00E2n and Si\u00E2n"},
      {"Si=C3=A2n, Si=E2n, 2=3", "Si\u00E2n, Si\u00E2n, 2=3"},
      {"Si%C3%A2n, 5%E2", "Si\u00E2n, 5%E2"},
      {"Si<U+00E2>n", "Si\u00E2n"},
      {"Si+AOI-n", "Si\u00E2n"},
      {"Si&amp;acirc;n", "Si\u00E2n"},
      {"Si\\303\\242n", "Si\u00E2n"},
      {"https://x.example/Si%C3%A2n C:\\users\\new", "https://x.example/Si%C3%A2n C:\\users\\new"},
      {"{\"text\": \"Si\\u00e2n\"}", "{\"text\": \"Si\\u00e2n\"}"},
  }));
  CHECK(decode(escaped).text == text);
}

TEST_CASE("words of one page that were read in another are put right where words tell") {
  const auto [read, text] = GENERATE(table<std::string, std::string>({
      {"Si\u2030n", "Si\u00E2n"},
      {"Ren\u201Ae", "Ren\u00E9e"},
      {"Zo\u2018", "Zo\u00EB"},
      {"\u00A3ukasz", "\u0141ukasz"},
      {"Ren\u00C8e", "Ren\u00E9e"},
      {"caf\u00E9 \u2018so\u2019 \u2013 5\u20AC", "caf\u00E9 \u2018so\u2019 \u2013 5\u20AC"},
  }));
  const auto knows = [](std::string_view folded) {
    return folded == "sian" || folded == "renee" || folded == "zoe" || folded == "lukasz" || folded == "cafe";
  };
  Utf8Source source(
      std::make_unique<PiecewiseSource>(read, std::vector<std::size_t>{1U << 20}), [](Issue) {}, knows);
  CHECK(read_all(source, 1U << 30) == text);
}

TEST_CASE("what was meant stays as it is") {
  const std::string text =
      GENERATE(as<std::string>(), "\u201CRen\u00E9\u201D \u2013 \u00C9\u2019s, Zo\u00EB\u2026",
               "\u00C2 \u00A3"
               "5 IRM\u00C3 and \u00C4 \u2022",
               "\u041A\u0430\u0442\u044F \u039F\u03BB\u03B3\u03B1",
               "\u00AB\u0413\u0414\u0415\u00BB, \u0412\u00A0Google, \u0415\u0401, \u00AB\u0412\u00BB \u0412\u2116"
               "5");
  CHECK(decode(text).text == text);
  CHECK(decode(text).issues.empty());
}

TEST_CASE("what no page makes words of is told with its place") {
  const auto decoded = decode("one\ncaf\xC3");
  CHECK(decoded.text.starts_with("one\ncaf"));
  CHECK(decoded.issues ==
        std::vector<Issue>{{IssueCode::encoding_converted, {2, 4}, 1}, {IssueCode::encoding_uncertain, {2, 4}, 1}});
  CHECK(decode("\x9D").issues.size() == 2);
}

TEST_CASE("line and paragraph separators end lines") {
  CHECK(decode("a\u2028b\u2029c").text == "a\nb\nc");
  CHECK(decode("a\u2028b\u2029c").issues.empty());
}

TEST_CASE("control characters are taken out and counted, other line ends made plain") {
  const auto decoded = decode("I1: Ka\x01te\x7F\nR: a\fb\vc \xC2\x85 d\xC2\x80\te\n");
  CHECK(decoded.text == "I1: Kate\nR: a\nb\nc \n d\te\n");
  CHECK(decoded.issues == std::vector<Issue>{{IssueCode::control_characters, {1, 7}, 3}});
}

TEST_CASE("what cannot be text is refused with its place and a remedy") {
  const std::string remedy = " / save the transcript as utf-8 text and deliver it again";
  const auto [bytes, expected] = GENERATE_COPY(table<std::string, std::string>({
      {"\xFF\xFE\0\0a\0\0\0"s, "1:1: is utf-32 text, which is not read" + remedy},
      {"\xFF\xFE" + utf16(u"ab\xD800", true), "1:3: holds half of a utf-16 pair" + remedy},
      {"\xFF\xFE" + utf16(u"ab\xDC00z", true), "1:3: holds half of a utf-16 pair" + remedy},
      {"\xFF\xFE" + utf16(u"ab", true) + "c", "1:3: is utf-16 text that ends in the middle of a character" + remedy},
      {"ab\0\0\0\0\0\0cd"s, "1:1: holds control characters as no text does" + remedy},
  }));
  CHECK(refusal_of(bytes) == expected);
}

TEST_CASE("no byte that makes no word passes in silence") {
  for (int byte = 0x80; byte < 0x100; ++byte) {
    CAPTURE(byte);
    const std::string text = "a" + std::string(1, static_cast<char>(byte)) + "b";
    const std::string refusal = refusal_of(text);
    CHECK((refusal.empty() ? !decode(text).issues.empty() : refusal.starts_with("1:2: holds the byte 0x")));
  }
}

TEST_CASE("a text may end within what looks like an escape") {
  for (const std::string text :
       {"Tea =", "Tea =D", "Tea \\x", "Tea \\u00", "Tea %", "Tea %C3%", "Tea <", "Tea &#", "Tea +"}) {
    std::uint64_t repaired = 0;
    CHECK(unescaped(text, repaired) == text);
    CHECK(repaired == 0);
  }
}
