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

TEST_CASE("a turn without captions is one, a nameless one has no voice, a head is a note") {
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
        "100:00:00.000 --> 100:00:01.000\n"
        "(door)\n"
        "\n"
        "100:00:01.000 --> 100:00:02.000\n"
        "<v ID04>untimed</v>\n"
        "\n"
        "100:00:02.000 --> 100:00:03.000\n"
        "untimed too\n");
}

TEST_CASE("turns without a time share the time until the next one that is told, by their length") {
  auto first = turn("INT1", "Who was it?"), last = turn("INT1", "When?");
  first.time = span(0, 0);
  last.time = span(130'000, 130'000);
  const std::string brief(20, 'a'), lengthy(60, 'b');
  CHECK(written("vtt", {first, turn("ID04", brief), turn("INT1", lengthy), last}) ==
        "WEBVTT\n"
        "\n00:00:00.000 --> 00:00:22.413\n<v INT1>Who was it?</v>\n"
        "\n00:00:22.413 --> 00:00:49.310\n<v ID04>" +
            brief + "</v>\n\n00:00:49.310 --> 00:02:10.000\n<v INT1>" + lengthy +
            "</v>\n\n00:02:10.000 --> 00:02:11.000\n<v INT1>When?</v>\n");
}
