// Captions that do not say in the usual way who speaks, and what stands among them and is no talk.
#include <catch2/catch.hpp>

#include "reading.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

namespace {

const std::string head = "WEBVTT\n\n";
const std::string cue = "00:01.000 --> 00:03.000\nTegwen: I am here.\n";

}  // namespace

TEST_CASE("a change of speakers within a caption is one") {
  const auto [text, expected, told] = GENERATE(table<std::string, Lines, std::uint64_t>({
      {"00:01.000 --> 00:03.000\n>> TEGWEN: Here. >> MORAG: Good.\n", {"TEGWEN | Here.", "MORAG | Good."}, 0},
      {"00:01.000 --> 00:03.000\n>> TEGWEN: Here. >> Good.\n>>Bye.\n", {"TEGWEN | Here.", " | Good.", " | Bye."}, 2},
      {"00:01.000 --> 00:03.000\n&gt;&gt; TEGWEN: Here\nand there. &gt;&gt; Good.\n",
       {"TEGWEN | Here and there.", " | Good."},
       1},
      {"00:01.000 --> 00:03.000\nTEGWEN: Here.\n\n00:03.000 --> 00:04.000\nMORAG: Four >> three.\n",
       {"TEGWEN | Here.", "MORAG | Four", " | three."},
       1},
  }));
  CAPTURE(text);
  auto result = read_all(head + text);
  for (Utterance& one : result.utterances) one.time.reset();
  CHECK(lines_of(result) == expected);
  CHECK(count_of(result, IssueCode::speaker_uncertain) == told);
}

TEST_CASE("lines of times are read with whatever arrow, and those that cannot be read are no talk") {
  const auto [first, second, last, told] = GENERATE(table<std::string, std::string, std::string, std::uint64_t>({
      {"00:00:01,500 \u2192 00:00:03,250", "00:00:04,500 \u2192 00:00:06,750", "P 4500-6750 | Two.", 0},
      {"00:00:01,500 --&gt; 00:00:03,250", "00:00:04,500 --&gt; 00:00:06,750", "P 4500-6750 | Two.", 0},
      {"00:00:01,500 ---> 00:00:03,250", "00:00:04,500 -> 00:00:06,750", "P 4500-6750 | Two.", 0},
      {"00:00:01,500 -- > 00:00:03,250", "00:00:04,500 \u2013> 00:00:06,750", "P 4500-6750 | Two.", 0},
      {"00: 00: 01, 500 --> 00: 00: 03, 250", "00: 00: 04, 500 --> 00: 00: 06, 750", "P 4500-6750 | Two.", 0},
      {"1.500 --> 3.250", "4.500 --> 6.750", "P 4500-6750 | Two.", 0},
      {"00:00:01,500 --> 00:00:03,250", "00:75:01,000 --> 00:75:03,000", "P 3250-3250 | Two.", 1},
      {"OO:00:01,500 --> 00:00:03,250", "00:00:04,5OO --> 00:00:06,750", "P 0-0 | Two.", 2},
      {"-00:00:01,500 --> 00:00:03,250", "00:00:04,500 --> 00:00:06,750", "P 4500-6750 | Two.", 1},
  }));
  CAPTURE(first);
  const std::string text = "1\n" + first + "\nI: One?\n\n2\n" + second + "\nP: Two.\n";
  const auto result = read_all(text);
  CHECK(result.format == "srt");
  REQUIRE(result.utterances.size() == 2);
  CHECK(result.utterances[0].text == "One?");
  CHECK(lines_of(result)[1] == last);
  CHECK(count_of(result, IssueCode::cue_malformed) == told);
}

TEST_CASE("an arrow in what is said is talk") {
  const auto result = read_all(head + "00:01.000 --> 00:03.000\nTegwen: We went\nfrom 1.5 -> 2.5\nand on -> there.\n");
  CHECK(result.utterances.at(0).text == "We went from 1.5 -> 2.5 and on -> there.");
  CHECK(result.issues.empty());
}

TEST_CASE("a second speaker within a caption is told and not parted") {
  const auto result =
      read_all(head +
               "00:01.000 --> 00:03.000\nTegwen: The owl came. Morag: Why?\n\n"
               "00:04.000 --> 00:06.000\nMorag: And left?\n\n00:06.000 --> 00:07.000\nTegwen: Right.\n");
  CHECK(result.utterances.size() == 3);
  CHECK(result.issues == std::vector<Issue>{{IssueCode::speaker_uncertain, {4, 1}, 1}});
}

TEST_CASE("the name in a caption's id is who speaks") {
  const auto result =
      read_all(head +
               "1 \"Tegwen Maddock\" (123456)\n00:01.000 --> 00:03.000\nHere.\n\n"
               "2 \"Morag\"\n00:03.000 --> 00:04.000\nThere.\n\n3 \"so\" he\n00:05.000 --> 00:06.000\nOn.\n");
  CHECK(lines_of(result) == Lines{"Tegwen Maddock 1000-3000 | Here.", "Morag 3000-4000 | There.", " 5000-6000 | On."});
}

TEST_CASE("style sheets and regions are no talk, empty lines or not") {
  const auto text = GENERATE(as<std::string>(), "STYLE\n::cue { color: red }\n\n::cue(b) { color: blue }\n\n",
                             "STYLE\n::cue {\n  color: red;\n}\n\n::cue(v[voice=\"Iain\"]) {\n\n  color: blue;\n}\n\n",
                             "STYLE\n/* one\n\n two */\n\n.cue,\n#x { color: red }\n\n",
                             "REGION\nid:one\n\nwidth:40%\nlines:3\n\nscroll:up\n\n",
                             "REGION\nid:one\n\nREGION\nid:two\n\nwidth:40%\n\nSTYLE\n::cue { color: red }\n\n");
  CAPTURE(text);
  const auto result = read_all(head + text + cue);
  CHECK(lines_of(result) == Lines{"Tegwen 1000-3000 | I am here."});
  CHECK(result.issues.empty());
}

TEST_CASE("words behind a note are nobody's, and told") {
  const auto result = read_all(head + cue +
                               "\nNOTE checked\n\nby Iain Pike\n\n00:03.000 --> 00:05.000\nand there.\n\nNOTE\n\n"
                               "Morag: again\n\n00:05.000 --> 00:06.000\nMorag: Yes.\n");
  CHECK(lines_of(result) == Lines{"Tegwen 1000-3000 | I am here.", " 3000-3000 | by Iain Pike",
                                  "Tegwen 3000-5000 | and there.", " 5000-5000 | Morag: again",
                                  "Morag 5000-6000 | Yes."});
  CHECK(count_of(result, IssueCode::speaker_uncertain) == 2);
  CHECK(count_of(result, IssueCode::cue_malformed) == 2);
}

TEST_CASE("how somebody speaks is no part of who they are") {
  const auto [label, who, aside] = GENERATE(table<std::string, std::string, std::string>({
      {"Respondent (laughing)", "Respondent", "(laughing) "},
      {"P7 (cont.)", "P7", "(cont.) "},
      {"P7 (CONT'D)", "P7", "(CONT'D) "},
      {"Amina (continued)", "Amina", "(continued) "},
      {"Amina [via interpreter]", "Amina", "[via interpreter] "},
      {"Amina (through her daughter)", "Amina", "(through her daughter) "},
      {"Amina (on the phone) (crying)", "Amina", "(on the phone) (crying) "},
      {"Kate (mother)", "Kate (mother)", ""},
      {"Kate (daughter)", "Kate (daughter)", ""},
      {"Kate (Guest)", "Kate (Guest)", ""},
      {"Kate (NHS Trust)", "Kate (NHS Trust)", ""},
      {"Kate (2)", "Kate (2)", ""},
      {"Kate (on behalf of Iain)", "Kate (on behalf of Iain)", ""},
      {"(laughing)", "(laughing)", ""},
  }));
  CAPTURE(label);
  const Lines expected{who + " 1000-3000 | " + aside + "Yes."};
  CHECK(lines_of(head + "00:01.000 --> 00:03.000\n<v " + label + ">Yes.\n") == expected);
  CHECK(lines_of("start,end,speaker,text\n0:01,0:03,\"" + label + "\",Yes.\n") == expected);
}

TEST_CASE("a line of its own names who speaks, or is told") {
  const auto [text, expected, told] = GENERATE(table<std::string, Lines, bool>({
      {"00:00:01 --> 00:00:02\nTegwen Maddock\nOne?\n\n00:00:02 --> 00:00:03\nMorag\nTwo.\n\n00:00:03 --> 00:00:04\n"
       "Tegwen Maddock\nThree.\n",
       {"Tegwen Maddock | One?", "Morag | Two.", "Tegwen Maddock | Three."},
       false},
      {"00:00:01 --> 00:00:02 Tegwen\nOne?\n\n00:00:02 --> 00:00:03 Morag\nTwo.\n\n00:00:03 --> 00:00:04 "
       "Tegwen\nThree.\n",
       {"Tegwen | One?", "Morag | Two.", "Tegwen | Three."},
       false},
      {"00:00:01 --> 00:00:02 Tegwen: One?\n00:00:02 --> 00:00:03 Morag: Two.\n",
       {"Tegwen | One?", "Morag | Two."},
       false},
      {"00:00:01 --> 00:00:02 align:start X1:3\nTegwen: One?\n", {"Tegwen | One?"}, false},
      {"00:00:01 --> 00:00:02\nTegwen Maddock\nOne?\n\n00:00:02 --> 00:00:03\nTwo\nthen.\n\n00:00:03 --> 00:00:04\n"
       "Tegwen Maddock\nThree.\n\n00:00:05 --> 00:00:06\nfour\n",
       {" | Tegwen Maddock One? Two then. Tegwen Maddock Three. four"},
       true},
      {"00:00:01 --> 00:00:02\nTegwen Maddock\nwas here.\n\n00:00:02 --> 00:00:03\nAll of Leeds\nwas.\n",
       {" | Tegwen Maddock was here. All of Leeds was."},
       false},
  }));
  CAPTURE(text);
  auto result = read_all(text);
  for (Utterance& one : result.utterances) one.time.reset();
  CHECK(lines_of(result) == expected);
  CHECK((count_of(result, IssueCode::speaker_uncertain) > 0) == told);
  CHECK(count_of(result, IssueCode::cue_malformed) == 0);
}

TEST_CASE("among captions with colons another mark is told") {
  const auto [line, expected] = GENERATE(table<std::string, std::string>({
      {"(Tegwen) No.", "Tegwen | No."},
      {"Tegwen; No.", "Tegwen | No."},
      {"Tegwen\u2236 No.", "Tegwen | No."},
      {"[Iain] No.", "Morag | Two. [Iain] No."},
  }));
  CAPTURE(line);
  auto result = read_all(
      "1\n00:00:01,000 --> 00:00:02,000\nTegwen: One?\n\n2\n00:00:02,000 --> 00:00:03,000\n"
      "Morag: Two.\n\n3\n00:00:03,000 --> 00:00:04,000\n" +
      line + "\n");
  for (Utterance& one : result.utterances) one.time.reset();
  CHECK(lines_of(result).back() == expected);
  CHECK((count_of(result, IssueCode::speaker_uncertain) > 0) == (line.find("\u2236") == std::string::npos));
}
