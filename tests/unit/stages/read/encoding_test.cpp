#include "read/turns/encoding.hpp"

#include <catch2/catch.hpp>

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

TEST_CASE("utf-8 cut off at the end keeps its bytes as windows-1252") {
  CHECK(decode("caf\xC3").text == "caf\u00C3");
  CHECK(decode("a \xE2\x80").text == "a \u00E2\u20AC");
}

TEST_CASE("control characters are taken out and counted, other line ends made plain") {
  const auto decoded = decode("I1: Ka\x01te\x7F\nR: a\fb\vc \xC2\x85 d\xC2\x80\te\n");
  CHECK(decoded.text == "I1: Kate\nR: a\nb\nc \n d\te\n");
  CHECK(decoded.issues == std::vector<Issue>{{IssueCode::control_characters, {1, 7}, 3}});
}

TEST_CASE("what cannot be text is refused with its place and a remedy") {
  const std::string remedy = " / save the transcript as utf-8 text and deliver it again";
  const auto [bytes, expected] = GENERATE_COPY(table<std::string, std::string>({
      {"one\ntw\x81o", "2:3: holds the byte 0x81, which is neither utf-8 nor windows-1252" + remedy},
      {"\x9D", "1:1: holds the byte 0x9d, which is neither utf-8 nor windows-1252" + remedy},
      {"\xFF\xFE\0\0a\0\0\0"s, "1:1: is utf-32 text, which is not read" + remedy},
      {"\xFF\xFE" + utf16(u"ab\xD800", true), "1:3: holds half of a utf-16 pair" + remedy},
      {"\xFF\xFE" + utf16(u"ab\xDC00z", true), "1:3: holds half of a utf-16 pair" + remedy},
      {"\xFF\xFE" + utf16(u"ab", true) + "c", "1:3: is utf-16 text that ends in the middle of a character" + remedy},
      {"ab\0\0\0\0\0\0cd"s, "1:1: holds control characters as no text does" + remedy},
  }));
  CHECK(refusal_of(bytes) == expected);
}

TEST_CASE("each of the bytes that windows-1252 leaves undefined is refused, and no other") {
  for (int byte = 0x80; byte < 0x100; ++byte) {
    CAPTURE(byte);
    const bool undefined = byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D;
    CHECK(refusal_of("a" + std::string(1, static_cast<char>(byte)) + "b").empty() != undefined);
  }
}
