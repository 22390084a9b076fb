#include <catch2/catch.hpp>

#include "turns.hpp"

using namespace turns;

TEST_CASE("SubRip captions are numbered, name their speaker, and hold no mark") {
  auto talk = turn("ID04", "Well I said\n--> <i>no</i> {\\an8}\n\nmore");
  talk.time = span(0, 9000);
  talk.cues = {{.begin = 0, .time = span(0, 1500)}, {.begin = 12, .time = span(1500, 4000)}};
  auto nameless = turn("", "(door)");
  nameless.time = span(5000, 5000);
  CHECK(written("srt", {talk, turn("INT1", "untimed"), nameless}) ==
        "1\n00:00:00,000 --> 00:00:01,500\nID04: Well I said\n"
        "\n2\n00:00:01,500 --> 00:00:04,000\nID04: - -> < i>no< /i> { \\an8}\nmore\n"
        "\n3\n00:00:04,000 --> 00:00:05,000\nINT1: untimed\n"
        "\n4\n00:00:05,000 --> 00:00:06,000\nSPEAKER: (door)\n");
}
