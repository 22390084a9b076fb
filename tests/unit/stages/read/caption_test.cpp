#include <catch2/catch.hpp>

#include "read/formats/cue_text.hpp"
#include "read/formats/timing_line.hpp"
#include "reading.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

TEST_CASE("captions of one speaker become one turn, in each way of naming them") {
  const auto [name, text, expected] = GENERATE(table<const char*, const char*, Lines>({
      {"Teams",
       "WEBVTT\n\n8a1f-2/17-0\n00:00:01.000 --> 00:00:02.000\n<v Kate Shaw>I am Kate</v>\n\n"
       "8a1f-2/17-1\n00:00:02.100 --> 00:00:03.000\n<v Kate Shaw>Shaw.</v>\n\n"
       "8a1f-2/18-0\n00:00:04.000 --> 00:00:05.000\n<v Will &amp; Co (Guest)>Hi.\n",
       {"Kate Shaw 1000-3000 | I am Kate Shaw.", "Will & Co (Guest) 4000-5000 | Hi."}},
      {"Teams, class and family name first",
       "WEBVTT\n\n00:01.000 --> 00:02.000\n<v.loud Shaw, Kate>Yes.</v>\n",
       {"Shaw, Kate 1000-2000 | Yes."}},
      {"Zoom",
       "WEBVTT\r\n\r\n1\r\n00:00:01.000 --> 00:00:02.000\r\nKate Shaw: I am Kate\r\n\r\n"
       "2\r\n00:00:02.100 --> 00:00:03.000\r\nShaw.\r\n\r\n3\r\n00:00:04.000 --> 00:00:05.000\r\nWill: 10:30 "
       "Meeting: no\r\n",
       {"Kate Shaw 1000-3000 | I am Kate Shaw.", "Will 4000-5000 | 10:30 Meeting: no"}},
      {"SubRip with gaps in its numbers",
       "1\n00:00:01,000 --> 00:00:02,000\nKate: One\n\n7\n00:00:02,000 --> 00:00:03,500\ntwo\n\n"
       "8\n00:00:04,000 --> 00:00:05,000\nWill: Three\n",
       {"Kate 1000-3500 | One two", "Will 4000-5000 | Three"}},
      {"SubRip without numbers, dots, short hours",
       "0:01.0 --> 0:02.50\nKate: One\n\n0:02.500 --> 0:03.000\nWill: Two\n",
       {"Kate 1000-2500 | One", "Will 2500-3000 | Two"}},
      {"nobody named",
       "WEBVTT\n\n00:01.000 --> 00:02.000\none\n\n00:03.000 --> 00:04.000\ntwo\n",
       {" 1000-4000 | one two"}},
      {"two voices in one caption",
       "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Kate>One</v> <v Will>Two</v>\n",
       {"Kate 1000-2000 | One", "Will 1000-2000 | Two"}},
      {"two labels in one caption",
       "1\n00:00:01,000 --> 00:00:02,000\nKate: One\nWill: Two\n\n",
       {"Kate 1000-2000 | One", "Will 1000-2000 | Two"}},
      {"a voice counts for its caption only",
       "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Kate>One\n\n00:02.000 --> 00:03.000\nTwo\n",
       {"Kate 1000-2000 | One", " 2000-3000 | Two"}},
      {"notes, style and regions",
       "WEBVTT - of Kate Shaw\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE Kate said so\nat "
       "home\n\nREGION\nid:x\n\n"
       "00:01.000 --> 00:02.000 align:start position:10%\n<i>One</i> <c.a.b>two</c>\n<00:00:01.500>three "
       "&lt;3&nbsp;x\n",
       {" 1000-2000 | One two three <3\u00A0x"}},
      {"an end before its predecessor's is not shortened",
       "WEBVTT\n\n00:01.000 --> 00:09.000\n<v K>One\n\n00:02.000 --> 00:03.000\n<v K>two\n",
       {"K 1000-9000 | One two"}},
      {"a soft hyphen at the end joins",
       "WEBVTT\n\n00:01.000 --> 00:02.000\nKath\u00AD\n\n00:02.000 --> 00:03.000\nerine\n",
       {" 1000-3000 | Katherine"}},
      {"marks of SubRip",
       "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<font color=\"red\">One</font><br>two\n",
       {" 1000-2000 | One two"}},
  }));
  CAPTURE(name);
  const auto result = read_all(text);
  CHECK(lines_of(result) == expected);
  const std::uint64_t notes =
      std::string_view(name) == "notes, style and regions" ? 3 : 0;  // a line of the head, and two of a note
  CHECK(count_of(result, IssueCode::annotations_aside) == notes);
  CHECK(result.issues.size() == (notes > 0 ? 1 : 0));
}

TEST_CASE("the first bytes say which captions they are") {
  CHECK(read_all("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n").format == "vtt");
  CHECK(read_all("1\n00:00:01,000 --> 00:00:02,000\nOne\n").format == "srt");
}

TEST_CASE("every caption of a turn keeps its time and its place") {
  const auto result =
      read_all("WEBVTT\n\n00:01.000 --> 00:02.000\n<v K>Zo\u00EB\n\nid\n00:02.000 --> 00:03.000\n<v K>two\nthree\n");
  REQUIRE(result.utterances.size() == 1);
  const Utterance& turn = result.utterances[0];
  CHECK(turn.text == "Zo\u00EB two three");
  CHECK(turn.at == Position{4, 1});
  using std::chrono::milliseconds;
  CHECK(turn.cues == std::vector<Cue>{{0, {milliseconds{1000}, milliseconds{2000}}, {4, 1}},
                                      {5, {milliseconds{2000}, milliseconds{3000}}, {8, 1}}});
}

TEST_CASE("a pause starts a new turn only where that is asked for") {
  const std::string text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v K>One\n\n00:04.001 --> 00:05.000\n<v K>two\n";
  CHECK(lines_of(text).size() == 1);
  CHECK(lines_of(text, {.language = test::english(), .join_over_pause = false}).size() == 2);
  CHECK(lines_of(
            text,
            {.language = test::english(), .longest_pause = std::chrono::milliseconds{3000}, .join_over_pause = false})
            .size() == 1);
}

TEST_CASE("a malformed caption is told with its line and loses no words") {
  const auto [name, text, line, words] = GENERATE(table<const char*, const char*, std::uint32_t, const char*>({
      {"no time", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v K>One\n\nlost words\nhere\n", 6, "One lost words here"},
      {"a time that is none", "WEBVTT\n\n00:xx --> 00:02.000\nOne\n", 3, "One"},
      {"a time that runs back", "WEBVTT\n\n00:05.000 --> 00:02.000\nOne\n", 3, "One"},
      {"minutes above 59", "WEBVTT\n\n00:61:05.000 --> 00:62:02.000\nOne\n", 3, "One"},
      {"no empty line between", "WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n00:02.000 --> 00:03.000\ntwo\n", 5, "One two"},
      {"a tag without end", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Kate One\n", 4, "<v Kate One"},
      {"words in a note's cue", "WEBVTT\n\nNOTE\n00:01.000 -> 00:02.000\n00:01.000 --> 00:02\nOne\n", 0, "One"},
  }));
  CAPTURE(name);
  const auto result = read_all(text);
  std::string all;
  for (const Utterance& turn : result.utterances) all += (all.empty() ? "" : " ") + turn.text;
  CHECK(all == words);
  if (line == 0) {
    CHECK(result.issues.empty());
  } else {
    CHECK(result.issues == std::vector<Issue>{{IssueCode::cue_malformed, {line, 1}, 1}});
  }
}

TEST_CASE("SubRip numbers glued to the caption before are no words") {
  const auto result = read_all("1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:02,000 --> 00:00:03,000\ntwo\n");
  CHECK(lines_of(result) == Lines{" 1000-3000 | One two"});
  CHECK(count_of(result, IssueCode::cue_malformed) == 1);
}

TEST_CASE("the text of a cue loses its marks and keeps everything else") {
  const auto [payload, expected] = GENERATE(table<const char*, const char*>({
      {"a < b and c > d", "a < b and c > d"},
      {"AT&T &unknown; &amp;amp;", "AT&T &unknown; &amp;"},
      {"&#39;&#x2019;&#0;&#xD800;", "'\u2019&#xD800;"},
      {"<UNIN/> <kate>", "<UNIN/> <kate>"},
      {"<b>x</b><i.c>y</i><u>z</u>", "xyz"},
      {"<ruby>x<rt>y</rt></ruby>", "x y"},
      {"<lang en-GB>x</lang>", "x"},
      {"a&lrm;b&rlm;c", "abc"},
      {"<00:00:01.000>x<1:02>y", "xy"},
      {"</v>x</>", "x"},
      {"x<", "x<"},
  }));
  CAPTURE(payload);
  std::string text;
  for (const auto& voice : parse_cue_text(payload).voices) text += voice.text;
  CHECK(text == expected);
}

TEST_CASE("captions without end are cut, each piece with its own times") {
  std::string text = "WEBVTT\n";
  for (int i = 10; i < 60; ++i) {
    text += "\n00:" + std::to_string(i) + ".000 --> 00:" + std::to_string(i) + ".900\n<v K>This is caption " +
            std::to_string(i) + ".\n";
  }
  const auto result = read_all(text, {.language = test::english(), .longest_turn = 200});
  CHECK(count_of(result, IssueCode::line_overlong) == result.utterances.size() - 1);
  std::size_t cues = 0;
  std::chrono::milliseconds last{0};
  for (const Utterance& turn : result.utterances) {
    CHECK(turn.text.size() <= 200);
    REQUIRE(turn.cues.size() > 0);
    CHECK(turn.cues.front().begin == 0);
    for (const Cue& cue : turn.cues) CHECK(turn.text.substr(cue.begin).starts_with("This is caption"));
    CHECK(turn.time == TimeSpan{turn.cues.front().time.begin, turn.cues.back().time.end});
    CHECK(turn.time->begin > last);
    last = turn.time->end;
    cues += turn.cues.size();
  }
  CHECK(cues == 50);
}

TEST_CASE("however the bytes of captions arrive, the utterances are the same") {
  std::string text = "WEBVTT\r\n\r\n";
  for (int i = 0; i < 300; ++i) {
    text += "id\r00:00:01.000 --> 00:00:02.000\r\n<v Zo\u00EB " + std::to_string(i % 3) +
            ">a\u2013b &amp; c\r\nd</v>\n\nlost\n\n";
  }
  const auto whole = read_all(text);
  for (const auto& sizes : std::vector<std::vector<std::size_t>>{{1}, {2, 5}, {4095, 3}}) {
    const auto pieces = read_all(std::make_unique<PiecewiseSource>(text, sizes));
    CHECK(lines_of(pieces) == lines_of(whole));
    CHECK(pieces.issues == whole.issues);
  }
}

TEST_CASE("a timing line is read leniently and exactly") {
  const auto [line, begin, end] = GENERATE(table<const char*, int, int>({
      {"00:00:01.000 --> 00:00:02.000", 1000, 2000},
      {"00:01.5 --> 00:02", 1500, 2000},
      {"  1:00:00,001-->1:00:00,002  line:0", 3600001, 3600002},
      {"123:00:00.000 --> 123:00:01.000", 442800000, 442801000},
      {"00:01.000 --> x", -1, 0},
      {"x 00:01.000 --> 00:02.000", -1, 0},
      {"00:01.000 --> 00:02.000x", -1, 0},
      {"-->", -1, 0},
  }));
  CAPTURE(line);
  const auto time = cue_time(line);
  REQUIRE(time.has_value() == (begin >= 0));
  if (time) CHECK(*time == TimeSpan{std::chrono::milliseconds{begin}, std::chrono::milliseconds{end}});
}
