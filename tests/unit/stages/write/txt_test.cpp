#include <catch2/catch.hpp>

#include "turns.hpp"
#include "write/turn_text.hpp"

using namespace turns;

TEST_CASE("plain text has one paragraph a turn and a blank line between") {
  CHECK(written("txt", awkward(), {.transcript = "T03", .study = "Living: well"}) ==
        "NOTE: T03, Living: well\n"
        "\n"
        "Focus group 3\n"
        "\n"
        "NOTE: Date: a Monday\n"
        "\n"
        "INT1: How are you?\n"
        "\n"
        "ID04: Fine. Note: I said \"fine\" & <meant> it --> so\n"
        "\n"
        "SPEAKER: who is this: me\n"
        "\n"
        "ID05:   two  blanks, a\ttab, Zoë, \U0001F600 \u05D0\u05D1 and [PERSON_3]'s \n"
        "\n"
        "ID04:\n"
        "\n"
        "NOTE: Second part\n"
        "\n"
        "ID04: one two three four\n"
        "\n"
        "ID05: bye\n"
        "\n"
        "FOOTNOTE: see: the protocol\n");
}

TEST_CASE("nothing given, nothing written") {
  CHECK(written("txt", {}).empty());
  CHECK(written("txt", {}, {.transcript = "T01"}) == "T01\n");
  CHECK(written("txt", {}, {.transcript = "T01", .study = "Living\nwell"}) == "T01, Living well\n");
}

TEST_CASE("an early colon makes a paragraph look labelled, a late one does not") {
  const auto [text, looks] = GENERATE(table<std::string, bool>({
      {"", false},
      {"Note: x", true},
      {":", true},
      {std::string(63, 'a').append(":"), true},
      {std::string(64, 'a').append(":"), false},
      {std::string(126, '\xC3').replace(1, 1, "\xA9"), false},
      {"Wide\uFF1A x", true},
      {"no colon at all", false},
  }));
  CAPTURE(text);
  CHECK(moniker::write::looks_labelled(text) == looks);
}

TEST_CASE("the first 63 characters are counted, not bytes") {
  std::string accents;
  for (int i = 0; i < 63; ++i) accents += "é";
  CHECK(moniker::write::looks_labelled(accents + ":"));
  CHECK_FALSE(moniker::write::looks_labelled(accents + "é:"));
}

TEST_CASE("every paragraph of a written transcript bears our label or none") {
  const std::string bytes = written("txt", awkward(), {.transcript = "T03", .study = "A study: of things"});
  REQUIRE(bytes.find('\r') == std::string::npos);
  REQUIRE(bytes.substr(0, 3) != "\xEF\xBB\xBF");
  std::size_t paragraphs = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = bytes.find('\n', at);
    const std::string line = bytes.substr(at, end - at);
    at = end + 1;
    if (line.empty()) continue;
    ++paragraphs;
    if (!moniker::write::looks_labelled(line)) continue;
    const std::string label = line.substr(0, line.find(':'));
    CAPTURE(line);
    CHECK(label.size() <= moniker::write::longest_label);
    CHECK(label.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == std::string::npos);
  }
  CHECK(paragraphs == awkward().size() + 1);
}
