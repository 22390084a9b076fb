#include <catch2/catch.hpp>

#include "reading.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

TEST_CASE("each way of naming a speaker in plain text makes a turn") {
  const auto [name, text, expected] = GENERATE(table<const char*, const char*, Lines>({
      {"colon", "I1: So tell me.\nR: Well.\n", {"I1 | So tell me.", "R | Well."}},
      {"tab", "I1\tSo tell me.\nP04\tWell.\nI1\tGo on.\n", {"I1 | So tell me.", "P04 | Well.", "I1 | Go on."}},
      {"colon and tab", "INT:\tSo tell me.\nR:\tWell.", {"INT | So tell me.", "R | Well."}},
      {"label alone", "Kate Shaw:\nWell, yes.\n\nWill:\nNo.\n", {"Kate Shaw | Well, yes.", "Will | No."}},
      {"bare label, as Otter writes it",
       "Kate Shaw  0:03\nWell, yes.\n\nWill B  1:02:03\nNo.\n",
       {"Kate Shaw 3000-3000 | Well, yes.", "Will B 3723000-3723000 | No."}},
      {"bare label that comes back",
       "Kate Shaw\nWell.\n\nWill Brown\nNo.\n\nKate Shaw\nYes.\n\nWill Brown\nOh.\n",
       {"Kate Shaw | Well.", "Will Brown | No.", "Kate Shaw | Yes.", "Will Brown | Oh."}},
      {"no blank behind a short label", "R:Yes.\nP04:No.\n", {"R | Yes.", "P04 | No."}},
      {"blank before the colon", "Kate : Yes.\nWill : No.\n", {"Kate | Yes.", "Will | No."}},
      {"brackets", "[Kate]: Yes.\n@Will: No.\n", {"Kate | Yes.", "Will | No."}},
      {"an aside",
       "Kate (Guest): Yes.\nDr Patel (GP, Leeds): No.\n",
       {"Kate (Guest) | Yes.", "Dr Patel (GP, Leeds) | No."}},
      {"family name first", "Shaw, Kate: Yes.\nO'Brien, Will: No.\n", {"Shaw, Kate | Yes.", "O'Brien, Will | No."}},
      {"not only ascii",
       "Zo\u00EB \u0141ukasz: Yes.\n\u738B\u82B3: No.\n",
       {"Zo\u00EB \u0141ukasz | Yes.", "\u738B\u82B3 | No."}},
      {"small letters, often",
       "kate: a\nwill: b\nkate: c\nwill: d\nkate: e\nwill: f\n",
       {"kate | a", "will | b", "kate | c", "will | d", "kate | e", "will | f"}},
      {"titles",
       "Dr Patel: a\nSir Gareth Williams: b\nDoctor: c\n",
       {"Dr Patel | a", "Sir Gareth Williams | b", "Doctor | c"}},
      {"nobody is named", "One.\nTwo.\n\nThree.\n", {" | One./Two.", " | Three."}},
      {"a label without words", "Kate:\nWill: Yes.\n", {"Kate | ", "Will | Yes."}},
  }));
  CAPTURE(name);
  CHECK(lines_of(text) == expected);
}

TEST_CASE("what only looks like a label stays in the talk") {
  const auto line = GENERATE(as<std::string>{}, "10:30 Meeting: that was it", "http://example.org", "for example: this",
                             "Note: this is loud", "So: there we are", "The problem is: money", "He said: no",
                             "Matt Hancock says: wait", "First question: who", "And then. She said: no",
                             "mailto:a@b.example", "C:\\Users", "Question: what now", "iii: no",
                             "A very long row of words that no label would ever be made of: no");
  CAPTURE(line);
  const auto lines = lines_of("I1: Go on.\nR: Well.\n" + line + "\nI1: Yes.\n");
  REQUIRE(lines.size() == 3);
  CHECK(lines[1] == "R | Well./" + line);
}

TEST_CASE("a label has at most 63 characters") {
  const std::string longest = "Dr " + std::string(1, 'A') + std::string(59, 'a');
  CHECK(lines_of("I1: a\n" + longest + ": b\n")[1] == longest + " | b");
  CHECK(lines_of("I1: a\n" + longest + "a: b\n").size() == 1);
}

TEST_CASE("a time at the beginning of a line or beside its label leaves the text") {
  const auto [text, expected] = GENERATE(table<const char*, Lines>({
      {"[00:12:03] I1: Yes.\nR: No.", {"I1 723000-723000 | Yes.", "R | No."}},
      {"00:12:03 I1: Yes.\n(00:13) R: No.", {"I1 723000-723000 | Yes.", "R 13000-13000 | No."}},
      {"00:12 I1: Yes.\n0:13 R: No.", {"I1 12000-12000 | Yes.", "R 13000-13000 | No."}},
      {"#00:12:03-5# I1: Yes.\nR: No.", {"I1 723500-723500 | Yes.", "R | No."}},
      {"I1: Yes. #00:00:10-2#\nR: No. #00:00:12-0#", {"I1 0-10200 | Yes.", "R 10200-12000 | No."}},
      {"I1 (00:12:03): Yes.\nR [0:13]: No.", {"I1 723000-723000 | Yes.", "R 13000-13000 | No."}},
      {"I1: [00:12:03.250] Yes.\nR: No.", {"I1 723250-723250 | Yes.", "R | No."}},
      {"[00:00:03 - 00:00:07] I1: Yes.\nR: No.", {"I1 3000-7000 | Yes.", "R | No."}},
      {"00:12:03\nI1: Yes.\n\n[00:12:09]\nR: No.", {"I1 723000-723000 | Yes.", "R 729000-729000 | No."}},
      {"I1:\n[00:00:03]\nYes.\nR: No.", {"I1 3000-3000 | Yes.", "R | No."}},
      {"I1: at 10:30 we met\nR: 10:30 we met", {"I1 | at 10:30 we met", "R | 10:30 we met"}},
      {"I1: [00:75] Yes.\nR: [laughs] No.", {"I1 | [00:75] Yes.", "R | [laughs] No."}},
  }));
  CHECK(lines_of(text) == expected);
}

TEST_CASE("times inside a turn become cues, so that a name over two of them stays whole") {
  const auto result = read_all("R: [00:00:03] I am Kate\n[00:00:05] Shaw.\nI1: Oh.\n");
  REQUIRE(result.utterances.size() == 2);
  CHECK(line_of(result.utterances[0]) == "R 3000-5000 | I am Kate/Shaw.");
  const auto& cues = result.utterances[0].cues;
  REQUIRE(cues.size() == 2);
  CHECK(cues[0].begin == 0);
  CHECK(cues[1].begin == 10);
  CHECK(cues[1].at == Position{2, 12});
  CHECK(result.utterances[1].cues.empty());
}

TEST_CASE("the head of a transcript is matter, also where it names interviewer and interviewee") {
  const std::string head = "Interview 4\nInterviewer: Zo\u00EB Whitfield\nInterviewee: Kate Shaw\nDate: 12/03/2026\n";
  CHECK(lines_of(head + "\nInterviewer: Hello.\nKate: Hi.\n") ==
        Lines{"matter:  | Interview 4/Interviewer: Zo\u00EB Whitfield/Interviewee: Kate Shaw/Date: 12/03/2026",
              "Interviewer | Hello.", "Kate | Hi."});
  CHECK(lines_of(head + "Interviewer: Hello there, how are you?\nKate: Hi.\n").size() == 3);
  CHECK(lines_of("Date: 3 May\nInterviewer: Okay\nR: Yes\n") ==
        Lines{"matter:  | Date: 3 May", "Interviewer | Okay", "R | Yes"});
}

TEST_CASE("lines without a label go on with the turn, over empty lines too") {
  CHECK(lines_of("R: one\n two \n\n\nthree\n\nI1: four\n") == Lines{"R | one/two/three", "I1 | four"});
}

TEST_CASE("utterances are numbered and know where they stood") {
  const auto result = read_all("Title\n\n[00:00:01]  R: one\n\xC3\xA9 two\n  I1 :  four\n");
  REQUIRE(result.utterances.size() == 3);
  CHECK(result.format == "txt");
  CHECK(result.utterances[0].at == Position{1, 1});
  CHECK(result.utterances[1].at == Position{3, 13});
  CHECK(result.utterances[2].at == Position{5, 3});
  for (std::uint64_t i = 0; i < 3; ++i) CHECK(result.utterances[i].number == i);
}

TEST_CASE("line ends of every system are one") {
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    const auto result = read_all("I1: one" + end + "two" + end + end + "R: three" + end);
    CHECK(lines_of(result) == Lines{"I1 | one/two", "R | three"});
    CHECK(result.utterances[1].at == Position{4, 1});
  }
}

TEST_CASE("a turn without end is cut behind a sentence, and nothing of it is lost") {
  std::string talk;
  for (int i = 0; i < 400; ++i) talk += "This is sentence number " + std::to_string(i) + ". ";
  talk.pop_back();
  const auto result = read_all("R: " + talk + "\nI1: Yes.\n", {.language = test::english(), .longest_turn = 1000});
  CHECK(count_of(result, IssueCode::line_overlong) > 5);
  std::string joined;
  for (const Utterance& one : result.utterances) {
    if (one.speaker != "R") continue;
    CHECK(one.text.size() <= 1000);
    CHECK(one.text.back() == '.');
    joined += (joined.empty() ? "" : " ") + one.text;
  }
  CHECK(joined == talk);
  CHECK(result.utterances[1].at.column == 4 + result.utterances[0].text.size() + 1);
}

TEST_CASE("a line longer than the buffers comes whole, in pieces") {
  const std::string talk(300'000, 'x');
  const auto result = read_all("R: a " + talk + "\nI1: Yes.\n");
  std::string joined;
  for (const Utterance& one : result.utterances) joined += one.speaker == "R" ? one.text : "";
  CHECK(joined == "a " + talk);
  CHECK(result.utterances.back().speaker == "I1");
}

TEST_CASE("however the bytes arrive, the utterances are the same") {
  std::string text =
      "\xEF\xBB\xBFTitle\r\n\r\n[00:00:01] I1: Zo\xC3\xAB \xE2\x80\x93 yes\r\nmore\r\n\r\nR:\tcaf\xE9 no\r\r";
  for (int i = 0; i < 200; ++i) text += "I1: \xF0\x9F\x98\x80 line\r\nR: [0:0" + std::to_string(i % 10) + "] other\n";
  const auto whole = read_all(text);
  for (const auto& sizes : std::vector<std::vector<std::size_t>>{{1}, {2}, {3, 1}, {7, 64, 2}, {4095}, {4097, 1}}) {
    const auto pieces = read_all(std::make_unique<PiecewiseSource>(text, sizes));
    CHECK(lines_of(pieces) == lines_of(whole));
    CHECK(pieces.issues == whole.issues);
  }
}
