#include <catch2/catch.hpp>

#include "turns.hpp"

using namespace turns;

TEST_CASE("captions are made again from where each began") {
  auto talk = turn("ID04", "Well I said\nto [PERSON_3] & <her> --> no\n\nmore");
  talk.time = span(0, 9000);
  talk.cues = {{.begin = 0, .time = span(0, 1500)},
               {.begin = 12, .time = span(1500, 4000)},
               {.begin = 24, .time = span(4000, 4000)},
               {.begin = 24, .time = span(4000, 3'723'004)}};
  CHECK(written("vtt", {talk}, {.transcript = "T03"}) ==
        "WEBVTT T03\n"
        "\n"
        "00:00:00.000 --> 00:00:01.500\n"
        "<v ID04>Well I said</v>\n"
        "\n"
        "00:00:01.500 --> 00:00:04.000\n"
        "<v ID04>to [PERSON_3</v>\n"
        "\n"
        "00:00:04.000 --> 01:02:03.004\n"
        "<v ID04>] &amp; &lt;her&gt; --&gt; no\nmore</v>\n");
}

TEST_CASE("a turn without captions is one, a nameless one has no voice, words without time are notes") {
  auto timed = turn("INT1", "How\n are you?"), nameless = turn("", "(door)");
  timed.time = span(61'001, 62'000);
  nameless.time = span(360'000'000, 360'000'000);
  CHECK(written("vtt", {turn("", "Interview --> one", Part::matter), timed, nameless, turn("ID04", "untimed"),
                        turn("", "untimed too")}) ==
        "WEBVTT\n"
        "\n"
        "NOTE NOTE\n"
        "Interview --&gt; one\n"
        "\n"
        "00:01:01.001 --> 00:01:02.000\n"
        "<v INT1>How\nare you?</v>\n"
        "\n"
        "100:00:00.000 --> 100:00:00.001\n"
        "(door)\n"
        "\n"
        "NOTE ID04\n"
        "untimed\n"
        "\n"
        "NOTE SPEAKER\n"
        "untimed too\n");
}
