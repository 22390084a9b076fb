// Ways of naming who speaks that no standard knows, and what looks like them and is talk.
#include <catch2/catch.hpp>

#include "read/formats/time_unit.hpp"
#include "read/turns/text_turns.hpp"
#include "reading.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

TEST_CASE("a second speaker within a line is told and not parted") {
  const auto [text, at, count] = GENERATE(table<std::string, Position, std::uint64_t>({
      {"I: The owl came? P: Yes it did. I: Why?\nP: Because.\nI: And then?\n", {1, 18}, 1},
      {"Tegwen: Right.\nMorag: The wren came. Tegwen: Why?\nMorag: So. And\nnot I. Tegwen: No.\n", {2, 23}, 2},
      {"I: The rail came? P: Yes.\n\nI: And? P: No.\n", {1, 19}, 2},
      {"Tegwen: One?\nMorag: The rule was: stay. Note: she told Tegwen: go home.\nTegwen: Two?\nMorag: Yes.\n", {}, 0},
      {"I: One?\nP: I said I: no, you. At 10:30 P left.\nI: Two?\nP: Yes.\n", {}, 0},
  }));
  CAPTURE(text);
  const auto result = read_all(text);
  CHECK(count_of(result, IssueCode::speaker_uncertain) == count);
  if (count > 0) CHECK(result.issues.front().at == at);
}

TEST_CASE("what recurs before talk is a label, whatever mark ends it") {
  const auto [name, text, expected] = GENERATE(table<const char*, const char*, Lines>({
      {"angle",
       "P01> One.\nP02> Two.\nP01> Three.\nP02> Four.\n",
       {"P01 | One.", "P02 | Two.", "P01 | Three.", "P02 | Four."}},
      {"question and answer",
       "Q. One?\nA. Two.\nQ. Three?\nA. Four.\n",
       {"Q | One?", "A | Two.", "Q | Three?", "A | Four."}},
      {"in angles",
       "<Morag> One?\n<Tegwen> Two.\n<Morag> Three?\n<Tegwen> Four.\n",
       {"Morag | One?", "Tegwen | Two.", "Morag | Three?", "Tegwen | Four."}},
      {"upright stroke",
       "Morag Tennant | One?\nTegwen | Two.\nMorag Tennant | Three?\nTegwen | Four.\n",
       {"Morag Tennant | One?", "Tegwen | Two.", "Morag Tennant | Three?", "Tegwen | Four."}},
      {"double angles",
       "<<MT>> One?\n<<TM>> Two.\n<<MT>> Three?\n<<TM>> Four.\n",
       {"MT | One?", "TM | Two.", "MT | Three?", "TM | Four."}},
      {"semicolons",
       "Morag; One?\nTegwen; Two.\nMorag; Three?\nTegwen; Four.\n",
       {"Morag | One?", "Tegwen | Two.", "Morag | Three?", "Tegwen | Four."}},
      {"a stop apart",
       "Morag . One?\nTegwen . Two.\nMorag . Three?\nTegwen . Four.\n",
       {"Morag | One?", "Tegwen | Two.", "Morag | Three?", "Tegwen | Four."}},
      {"colons of other scripts",
       "Morag\u2236 One?\nTegwen\uFF1ATwo.\nMorag \uA789 Three?\nTegwen: Four.\n",
       {"Morag | One?", "Tegwen | Two.", "Morag | Three?", "Tegwen | Four."}},
      {"no blank behind the colon",
       "Morag:One?\nTegwen:Two.\nMorag:Three?\nTegwen:Four.\n",
       {"Morag | One?", "Tegwen | Two.", "Morag | Three?", "Tegwen | Four."}},
      {"marks of html",
       "<b>Morag</b>: One?\n<b>Tegwen:</b> Two.\n<strong>Morag</strong>: Three?\n<i>Tegwen</i>: Four.\n",
       {"Morag | One?", "Tegwen | Two.", "Morag | Three?", "Tegwen | Four."}},
      {"weak emphasis",
       "_Morag_: One?\n*Tegwen*: Two.\n_Morag_: Three?\n*Tegwen*: Four.\n",
       {"Morag | One?", "Tegwen | Two.", "Morag | Three?", "Tegwen | Four."}},
      {"bullets, one of them once",
       "\u2022 Morag: One?\n\u2022 Tegwen: Two.\n\u2022 Morag: Three?\n\u2022 Tegwen: Four.\n\u2022 Iain: Five.\n",
       {"Morag | One?", "Tegwen | Two.", "Morag | Three?", "Tegwen | Four.", "Iain | Five."}},
      {"numbered lines of a deposition",
       "1  Q.  One,\n2      or two?\n3  A.  Three.\n4  Q.  Four?\n5  A.  Five.\n\n1  Q.  Six?\n2  A.  7 of them.\n",
       {"Q | One,/or two?", "A | Three.", "Q | Four?", "A | Five.", "Q | Six?", "A | 7 of them."}},
      {"numbered lines with tabs",
       "1\tMorag\tOne?\n2\tTegwen\tTwo.\n3\tMorag\tThree?\n4\tTegwen\tFour.\n",
       {"Morag | One?", "Tegwen | Two.", "Morag | Three?", "Tegwen | Four."}},
      {"numbered lines with colons",
       "1 Morag: One?\n2 Tegwen: Two.\n3 Morag: Three?\n4 Tegwen: 4 of them.\n",
       {"Morag | One?", "Tegwen | Two.", "Morag | Three?", "Tegwen | 4 of them."}},
      {"hyphen at the code",
       "I- One?\nR- Two - or so.\nI- Three?\nR- Four.\n",
       {"I | One?", "R | Two - or so.", "I | Three?", "R | Four."}},
      {"dash with another inside",
       "I \u2014 One?\n\nR \u2014 Two.\n\nLondon \u2014 that was later.\n\nI \u2014 Three?\n\nR \u2014 Four.\n",
       {"I | One?", "R | Two./London \u2014 that was later.", "I | Three?", "R | Four."}},
      {"time in brackets before the words",
       "Morag (12:30) One?\nTegwen (12:34) Two.\nMorag (12:40) Three?\nTegwen (12:44) Four.\n",
       {"Morag 750000-750000 | One?", "Tegwen 754000-754000 | Two.", "Morag 760000-760000 | Three?",
        "Tegwen 764000-764000 | Four."}},
      {"time in brackets alone",
       "Morag (12:30)\nOne?\n\nTegwen (12:34)\nTwo.\n\nMorag (12:40)\nThree?\n\nTegwen (12:44)\nFour.\n",
       {"Morag 750000-750000 | One?", "Tegwen 754000-754000 | Two.", "Morag 760000-760000 | Three?",
        "Tegwen 764000-764000 | Four."}},
      {"label and time in brackets",
       "[Kate] [00:00:03] One.\n[Will] [00:00:09] [laughs] Two.\n[Kate] [00:01:03] Three.\n[Will] [00:01:09] Four.\n",
       {"Kate 3000-3000 | One.", "Will 9000-9000 | [laughs] Two.", "Kate 63000-63000 | Three.",
        "Will 69000-69000 | Four."}},
      {"telephone numbers and addresses",
       "+44 7700 900123: One?\nDelyth: Two.\n(0113) 496 0000: Three.\nguest@example.org: Four.\n",
       {"+44 7700 900123 | One?", "Delyth | Two.", "(0113) 496 0000 | Three.", "guest@example.org | Four."}},
      {"CHAT", "*MOT:\tOne?\n*CHI:\tTwo.\n*MOT:\tThree.\n", {"MOT | One?", "CHI | Two.", "MOT | Three."}},
      {"Markdown, a list",
       "- **Morag:** One, __really__?\n- **Tegwen:** Two \\(2\\), **** and *so*.\n",
       {"Morag | One, really?", "Tegwen | Two (2), **** and *so*."}},
      {"Markdown, headings",
       "## Morag\n\nOne?\n\n## Tegwen\n\nTwo.\n\n## Morag\n\nThree?\n\n## Tegwen\n\nFour.\n",
       {"Morag | One?", "Tegwen | Two.", "Morag | Three?", "Tegwen | Four."}},
      {"time without brackets",
       "Morag 00:12:30 One?\nTegwen 00:12:34 Two.\nMorag 00:12:40 Three?\nTegwen 00:12:44 Four.\n",
       {"Morag 750000-750000 | One?", "Tegwen 754000-754000 | Two.", "Morag 760000-760000 | Three?",
        "Tegwen 764000-764000 | Four."}},
      {"digits as they come",
       "0:10:3.5 --> 0:10:5.25\nKate Shaw\nOne?\n\n0:10:6.0 --> 0:10:7.2\nWill\nTwo.\n\n0:10:8.0 --> 0:10:9.2\nKate "
       "Shaw\nThree.\n",
       {"Kate Shaw 603500-605250 | One?", "Will 606000-607200 | Two.", "Kate Shaw 608000-609200 | Three."}},
      {"numbered turns",
       "1. Morag: One?\n2. Tegwen: Two.\n3. Morag: Three?\n4. Tegwen: 1. four\n",
       {"Morag | One?", "Tegwen | Two.", "Morag | Three?", "Tegwen | 1. four"}},
      {"frames", "00:00:03:12 - 00:00:07:20\nSpeaker 1\nOne.\n", {"Speaker 1 3480-7800 | One."}},
  }));
  CAPTURE(name);
  const auto result = read_all(text);
  CHECK(lines_of(result) == expected);
  CHECK(count_of(result, IssueCode::speaker_uncertain) == 0);
}

TEST_CASE("what people answer, and what only begins like a label, names nobody") {
  const auto [name, text] = GENERATE(table<const char*, const char*>({
      {"answers without a full stop",
       "How long?\n\nYears\n\nReally\n\nYes, Kate\n\nReally\n\nCrikey\n\nCrikey\n\nOh right\n\nOh "
       "right\n\nBye\n\nBye\n"},
      {"said twice", "How long?\n\nHe died.\n\nHe died.\n\nSlate Street.\n\nSlate Street.\n"},
      {"answers in bold", "**How long?**\n\nYears.\n\n**Mm-hm.**\n\nYes.\n\n**Mm-hm.**\n\nSure.\n"},
      {"a stammer", "I - I think it was.\nI - I mean that.\nA - a lot of them left.\nI - I stayed.\nA - a few did.\n"},
      {"noises in brackets", "[Laughter] And then.\n[Laughter] Oh.\n[Pause] Yes.\n[Pause] Well.\n"},
      {"a sentence with a dash", "London \u2013 that was later.\nParis \u2013 I never went.\nAnd so on.\n"},
  }));
  CAPTURE(name);
  for (const Utterance& one : read_all(text).utterances) {
    CHECK(one.speaker.empty());
    CHECK(one.part == Part::talk);
  }
}

TEST_CASE("a list within talk names nobody, a dialogue of dashes does") {
  CHECK(lines_of("I1: One?\nR: These:\n- Monday: rest\n- Tuesday: work\nI1: Three?\n") ==
        Lines{"I1 | One?", "R | These:/- Monday: rest/- Tuesday: work", "I1 | Three?"});
  CHECK(lines_of("- Kate: One?\n- Will: Two.\n- Kate: Three?\n- Will: Four.\n") ==
        Lines{"Kate | One?", "Will | Two.", "Kate | Three?", "Will | Four."});
}

TEST_CASE("a layout that is not known is told, and so are labels below what reads like talk") {
  const auto [name, text, uncertain] = GENERATE(table<const char*, const char*, bool>({
      {"carets", "^MT One?\n^TM Two.\n^MT Three?\n^TM Four.\n", true},
      {"numbers and codes", "001 MT One?\n002 TM Two.\n003 MT Three?\n004 TM Four.\n", true},
      {"late labels",
       "We spoke for an hour.\n\nIt was cold.\n\nKate\nOne.\n\nWill\nTwo.\n\nKate\nThree.\n\nWill\nFour.\n", true},
      {"labels from the start", "Kate\nOne.\n\nWill\nTwo.\n\nKate\nThree.\n\nWill\nFour.\n", false},
      {"no labels", "One thing and another.\nTwo of them.\nThree.\n(laughs) Four.\n(laughs) Five.\n", false},
      {"dialogue of nobody named", "1\n00:00:01,000 --> 00:00:03,000\n-One?\n-Two.\n", true},
      {"known labels", "I: One?\nR: Two: that is it.\nI: Note: three.\n", false},
  }));
  CAPTURE(name);
  CHECK((count_of(read_all(text), IssueCode::speaker_uncertain) > 0) == uncertain);
}

TEST_CASE("one label among colons that has another mark is that person's, and told unless nothing else can be meant") {
  const auto [line, said, told] = GENERATE(table<std::string, std::string, bool>({
      {"Tegwen; Never.", "Tegwen | Never.", true},
      {"Tegwen ; Never.", "Tegwen | Never.", true},
      {"Tegwen \u2013 Never.", "Tegwen | Never.", true},
      {"Tegwen- Never.", "Tegwen | Never.", true},
      {"Tegwen . Never.", "Tegwen | Never.", true},
      {"Tegwen> Never.", "Tegwen | Never.", true},
      {"Tegwen | Never.", "Tegwen | Never.", true},
      {"(Tegwen) Never.", "Tegwen | Never.", true},
      {"[Tegwen] Never.", "Tegwen | Never.", true},
      {"_Tegwen_ Never.", "Tegwen | Never.", true},
      {"**Tegwen** Never.", "Tegwen | Never.", true},
      {"Tegwen\u2236 Never.", "Tegwen | Never.", false},
      {"Tegwen\uFF1ANever.", "Tegwen | Never.", false},
      {"Tegwen:Never.", "Tegwen | Never.", false},
      {"Tegwen\tNever.", "Tegwen | Never.", false},
      {">> Tegwen: Never.", "Tegwen | Never.", false},
      {">> Never.", " | Never.", true},
      {"??: Never.", " | Never.", true},
      {"<b>Tegwen</b>: Never.", "Tegwen | Never.", false},
      {"1. Tegwen: Never.", "Tegwen | Never.", false},
      {"\u2022 Tegwen: Never.", "Tegwen | Never.", false},
      {"Tegwen (laughing): Never.", "Tegwen | (laughing) Never.", false},
      {"Tegwen (cont'd): Never.", "Tegwen | (cont'd) Never.", false},
      {"Tegwen [via interpreter]: Never.", "Tegwen | [via interpreter] Never.", false},
      {"Tegwen (mother): Never.", "Tegwen (mother) | Never.", false},
      {"Te?wen: Never.", "Te?wen | Never.", false},
      {"Tegw\uFFFDn: Never.", "Tegw\uFFFDn | Never.", false},
      {"Tegwen?: Never.", "Tegwen? | Never.", false},
      {"Tegwen. Never.", "Morag | And?/Tegwen. Never.", true},
      {"Tegwen, Never.", "Morag | And?/Tegwen, Never.", true},
      {"Tegwen says: Never.", "Morag | And?/Tegwen says: Never.", true},
      {"Tegwen  Never.", "Morag | And?/Tegwen  Never.", true},
      {"(3) Tegwen: Never.", "Morag | And?/(3) Tegwen: Never.", true},
      {"(sighs) Tegwen: Never.", "Morag | And?/(sighs) Tegwen: Never.", true},
      {"\"Tegwen\" Never.", "Morag | And?/\"Tegwen\" Never.", true},
      {"Iain; Never.", "Morag | And?/Iain; Never.", true},
      {"(Iain Pike) Never.", "Morag | And?/(Iain Pike) Never.", true},
      {"\u2022 Iain: Never.", "Morag | And?/\u2022 Iain: Never.", true},
      {"YE12 DVU.", "Morag | And?/YE12 DVU.", false},
      {"Never. >> Yes, once.", "Morag | And?/Never. >> Yes, once.", true},
      {"Tegwen was never there.", "Morag | And?/Tegwen was never there.", false},
      {"Tegwen, you never were.", "Morag | And?/Tegwen, you never were.", false},
      {"London \u2013 that was never.", "Morag | And?/London \u2013 that was never.", false},
      {"(laughs) Never.", "Morag | And?/(laughs) Never.", false},
      {"[Name 2] never.", "Morag | And?/[Name 2] never.", false},
      {"Years - never.", "Morag | And?/Years - never.", false},
  }));
  CAPTURE(line);
  const auto result = read_all("Morag: One?\n\nTegwen: Two.\n\nMorag: And?\n\n" + line + "\n\nMorag: So.\n");
  const auto lines = lines_of(result);
  CHECK(std::find(lines.begin(), lines.end(), said) != lines.end());
  CHECK((count_of(result, IssueCode::speaker_uncertain) > 0) == told);
}

TEST_CASE("a code that runs into the words is told where labels are codes") {
  CHECK(count_of(read_all("P01: One?\nP02: Two.\nP03 Three.\nP01: Four.\n"), IssueCode::speaker_uncertain) == 1);
  CHECK(count_of(read_all("P01: One?\nP02: Two.\nP01 So.\nINT: Four.\nINT So.\n"), IssueCode::speaker_uncertain) == 2);
}

TEST_CASE("fields between rules are matter, talk between rules is talk") {
  CHECK(lines_of("+++\ntitle = \"x\"\nspeakers = [\"Tegwen\"]\n+++\nDelyth: One?\nTegwen: Two.\n") ==
        Lines{"matter:  | +++/title = \"x\"/speakers = [\"Tegwen\"]/+++", "Delyth | One?", "Tegwen | Two."});
  CHECK(lines_of("---\nDelyth: One?\nTegwen: Two.\n---\n\nDelyth: Three.\n")[1] == "Delyth | One?");
  CHECK(lines_of("---\nDelyth: One?\nTegwen: Two.\nDelyth: Three.\n---\n") ==
        Lines{"matter:  | ---", "Delyth | One?", "Tegwen | Two.", "Delyth | Three./---"});
}

TEST_CASE("a text without its marks of Markdown still knows where its bytes stood") {
  const std::string text = "**Kate:** I am **Kate** \\[she\\]\n";
  const auto turns = text_turns(text, test::english());
  REQUIRE(turns.size() == 1);
  CHECK(turns[0].utterance.text == "I am Kate [she]");
  CHECK(text.substr(turns[0].label.begin, turns[0].label.end - turns[0].label.begin) == "Kate");
  const SourceRange place = turns[0].source_of({5, 9});
  CHECK(text.substr(place.begin, place.end - place.begin) == "Kate");
  const SourceRange bracket = turns[0].source_of({11, 14});
  CHECK(text.substr(bracket.begin, bracket.end - bracket.begin) == "she");
}

TEST_CASE("captions name who speaks with chevrons, dashes and brackets too") {
  CHECK(lines_of("WEBVTT\n\n00:01.000 --> 00:02.000\n>> KATE: One.\n\n00:02.000 --> 00:03.000\n>> Two?\n\n"
                 "00:03.000 --> 00:04.000\n>> WILL: Three.\n") ==
        Lines{"KATE 1000-2000 | One.", " 2000-3000 | Two?", "WILL 3000-4000 | Three."});
  CHECK(
      lines_of(
          "1\n00:00:01,000 --> 00:00:03,000\n-One?\n-Two.\n\n2\n00:00:03,000 --> 00:00:05,000\n- Three?\n- Four.\n") ==
      Lines{" 1000-3000 | One?", " 1000-3000 | Two.", " 3000-5000 | Three?", " 3000-5000 | Four."});
  CHECK(lines_of("1\n0:0:1,5 --> 0:0:3,25\n[SPEAKER_00] One?\n\n2\n0:1:3,0 --> 0:1:5\n[SPEAKER_01] Two.\n\n"
                 "3\n0:2:3 --> 0:2:5\n[SPEAKER_00] Three.\n\n4\n0:3:3 --> 0:3:5\n[SPEAKER_01] Four.\n") ==
        Lines{"SPEAKER_00 1500-3250 | One?", "SPEAKER_01 63000-65000 | Two.", "SPEAKER_00 123000-125000 | Three.",
              "SPEAKER_01 183000-185000 | Four."});
}

TEST_CASE("captions that roll are read once, people who repeat themselves twice") {
  const auto [name, text, expected] = GENERATE(table<const char*, const char*, Lines>({
      {"a caption that grows",
       "WEBVTT\n\n00:00.000 --> 00:02.000\nso my\n\n00:01.000 --> 00:03.000\nso my name is\n\n"
       "00:02.000 --> 00:04.000\nso my name is ann and i\n\n00:05.000 --> 00:06.000\nlive by the river\n",
       {" 0-6000 | so my name is ann and i live by the river"}},
      {"two lines that move up",
       "1\n00:00:01,000 --> 00:00:02,000\nso my name is\n\n2\n00:00:01,500 --> 00:00:03,000\nso my name is\nottoline "
       "and i\n\n"
       "3\n00:00:02,500 --> 00:00:04,000\nottoline and i\nlive here\n\n"
       "4\n00:00:03,500 --> 00:00:05,000\nlive here\nin hexham\n",
       {" 1000-5000 | so my name is ottoline and i live here in hexham"}},
      {"repeated",
       "WEBVTT\n\n00:00.000 --> 00:02.000\nNo.\n\n00:02.000 --> 00:03.000\nNo.\n\n00:03.000 --> 00:04.000\nNo.\n",
       {" 0-4000 | No. No. No."}},
  }));
  CAPTURE(name);
  CHECK(lines_of(text) == expected);
}

TEST_CASE("times of captions are read in every way in which they are written") {
  const auto [line, begin, end] = GENERATE(table<const char*, int, int>({
      {"0:1:3.540 --> 0:1:7.85", 63540, 67850},
      {"00:2:00,013 --> 00:2:03,873", 120013, 123873},
      {"1:3.5 --> 1:7", 63500, 67000},
      {"0:2:3 --> 0:2:5", 123000, 125000},
      {"00:00:01:12 --> 00:00:03:00", 1480, 3000},
      {"00:00:03;10 --> 00:00:05;29", 3400, 5966},
  }));
  CAPTURE(line);
  const auto result = read_all(std::string("WEBVTT\n\n") + line + "\nOne\n");
  REQUIRE(result.utterances.size() == 1);
  CHECK(result.utterances[0].time == TimeSpan{std::chrono::milliseconds{begin}, std::chrono::milliseconds{end}});
  CHECK(result.issues.empty());
}

TEST_CASE("tables and lists say their times in seconds or milliseconds, and which is told by the talk") {
  const auto [name, text, expected] = GENERATE(table<const char*, const char*, Lines>({
      {"seconds",
       "start,end,text\n0.14,3.94,Eleven years until it ran out.\n4.1,6.2,He spoke for me.\n",
       {" 140-3940 | Eleven years until it ran out.", " 4100-6200 | He spoke for me."}},
      {"milliseconds",
       "start,end,text\n140,3940,Eleven years until it ran out.\n4100,6200,He spoke for me.\n",
       {" 140-3940 | Eleven years until it ran out.", " 4100-6200 | He spoke for me."}},
      {"milliseconds with a fraction",
       "speaker,start,stop,words\nA,4200.0,9100.0,Eleven years.\nB,9200.0,9900.0,Oh?\n",
       {"A 4200-9100 | Eleven years.", "B 9200-9900 | Oh?"}},
      {"objects a line",
       "{\"speaker\":\"A\",\"start\":1000,\"end\":3000,\"text\":\"Where?\"}\n{\"speaker\":\"B\",\"start\":3000,\"end\":"
       "6000,\"text\":\"Here.\"}\n",
       {"A 1000-3000 | Where?", "B 3000-6000 | Here."}},
      {"days",
       "index;speaker;time;text\n0;MT;1 day, 0:00:04.500000;One?\n1;TM;1 day, 0:00:09;Two.\n",
       {"MT 86404500-86404500 | One?", "TM 86409000-86409000 | Two."}},
      {"no row of names",
       "0,00:00:01,MT,How long were you at the quarry?\n1,00:00:04,TM,\"Eleven years, until it ran out.\"\n",
       {"MT 1000-1000 | How long were you at the quarry?", "TM 4000-4000 | Eleven years, until it ran out."}},
      {"unpadded",
       "Time,Speaker,Transcript\n0:0:1.5,Kate:,Hello there\n0:1:3.25,Will:,Hi\n,Kate,Well\n",
       {"Kate 1500-1500 | Hello there", "Will 63250-63250 | Hi", "Kate | Well"}},
      {"seconds with their unit",
       "onset,offset,respondent,utterance\n1.5s,2.5s,A,One there\n3s,4s,B,Two\n",
       {"A 1500-2500 | One there", "B 3000-4000 | Two"}},
  }));
  CAPTURE(name);
  CHECK(lines_of(text) == expected);
}

TEST_CASE("each recogniser's document gives its talk once") {
  const std::string word = R"({"word":"one","punctuated_word":"One?","start":0.1,"end":0.4,"speaker":0},)"
                           R"({"word":"two","punctuated_word":"Two.","start":0.5,"end":0.9,"speaker":1})";
  const std::string sentences =
      R"({"sentences":[{"text":"One?","start":0.1,"end":0.3},{"text":"Or?","start":0.3,"end":0.4}],"speaker":0,"start":0.1},)"
      R"({"sentences":[{"text":"Two.","start":0.5,"end":0.9}],"speaker":1,"start":0.5})";
  const std::string alternative =
      R"({"results":{"channels":[{"alternatives":[{"transcript":"One? Two.","words":[)" + word + "]";
  const auto [name, text, expected] = GENERATE_COPY(table<const char*, std::string, Lines>({
      {"AssemblyAI",
       R"({"text":"One? Two.","words":[{"text":"One?","start":100,"end":300,"speaker":"A"}],"utterances":[)"
       R"({"speaker":"A","text":"One?","start":100,"end":700,"words":[{"text":"One?","start":100,"end":300}]},)"
       R"({"speaker":"B","text":"Two.","start":900,"end":1300}]})",
       {"A 100-700 | One?", "B 900-1300 | Two."}},
      {"AssemblyAI without utterances",
       R"({"text":"One? Two.","utterances":null,"words":[{"text":"One?","start":100,"end":300,"speaker":"A"},)"
       R"({"text":"Two.","start":900,"end":1300,"speaker":"B"}]})",
       {"A 100-300 | One?", "B 900-1300 | Two."}},
      {"Deepgram, utterances",
       alternative + R"(}]}],"utterances":[{"start":0.1,"end":0.9,"transcript":"One? Two.","words":[)" + word +
           R"(],"speaker":0}]}})",
       {"Speaker 0 100-900 | One? Two."}},
      {"Deepgram, paragraphs",
       alternative + R"(,"paragraphs":{"transcript":"One?","paragraphs":[)" + sentences + "]}}]}]}}",
       {"Speaker 0 100-400 | One? Or?", "Speaker 1 500-900 | Two."}},
      {"Deepgram, words", alternative + "}]}]}}", {"Speaker 0 100-400 | One?", "Speaker 1 500-900 | Two."}},
      {"Amazon",
       R"({"results":{"audio_segments":[{"transcript":"One?","start_time":"0.0","end_time":"3.42","speaker_label":"spk_0"},)"
       R"({"transcript":"Two.","start_time":"4.0","end_time":"5.42","speaker_label":"spk_1"}]}})",
       {"spk_0 0-3420 | One?", "spk_1 4000-5420 | Two."}},
      {"podcasts",
       R"({"segments":[{"speaker":"Kate","startTime":1.5,"endTime":2.5,"body":"One?"}]})",
       {"Kate 1500-2500 | One?"}},
  }));
  CAPTURE(name);
  CHECK(lines_of(text) == expected);
}

TEST_CASE("words are too few for seconds where nobody speaks so slowly") {
  TimeUnit unit;
  CHECK(unit.seconds(1) == 1);
  unit.note(4200.0, 9100.0, "Eleven years until the slate ran out.");
  CHECK(unit.seconds(1) == 0.001);
  TimeUnit slow;
  slow.note(0.0, std::nullopt, "Well.");
  slow.note(20.0, std::nullopt, "Yes.");
  CHECK(slow.seconds(0.001) == 1);
}

TEST_CASE("what is talk in the layout of its transcript begins no other turn") {
  const auto [name, text, expected] = GENERATE(table<const char*, std::string, Lines>({
      {"short answers that come back below questions",
       "Where did you work first of all?\n\nHexham\n\nAnd then, where did you go?\n\nLeeds\n\nAnd did you come back at "
       "all?\n\nHexham\n\nFor good?\n\nForever\n\nYou never wanted to go again?\n\nForever\n\nThank you for that.",
       {" | Where did you work first of all?", " | Hexham", " | And then, where did you go?", " | Leeds",
        " | And did you come back at all?", " | Hexham", " | For good?", " | Forever",
        " | You never wanted to go again?", " | Forever", " | Thank you for that."}},
      {"a colon behind a label that a dash ends",
       "I - Where were you born?\nC - In Leeds.\nI - And what did she say?\nC - Mum: stay.\nI - And you?\nC - No.\n",
       {"I | Where were you born?", "C | In Leeds.", "I | And what did she say?", "C | Mum: stay.", "I | And you?",
        "C | No."}},
      {"an answer that begins as its label",
       "Q. What is your name?\nA. Tegwen.\nQ. What did you see?\nA. A dog.\nQ. And after that?\nA. Nothing more.\n",
       {"Q | What is your name?", "A | Tegwen.", "Q | What did you see?", "A | A dog.", "Q | And after that?",
        "A | Nothing more."}},
      {"a word with a colon below labels that stand alone",
       "Delyth Penhale\nWhere were you born?\n\nTegwen Maddock\nIn Hexham.\n\nDelyth Penhale\nAnd then?\n\nTegwen "
       "Maddock\nI left.\n\nDelyth Penhale\nWhat mattered?\n\nTegwen Maddock\nFirst: the roof.\n",
       {"Delyth Penhale | Where were you born?", "Tegwen Maddock | In Hexham.", "Delyth Penhale | And then?",
        "Tegwen Maddock | I left.", "Delyth Penhale | What mattered?", "Tegwen Maddock | First: the roof."}},
      {"a note below captions that were pasted",
       "0:0:3.540 --> 0:0:9.120\nDelyth Penhale\nHello there.\n\n0:1:3.540 --> 0:1:9.120\nTegwen Maddock\nHello, "
       "yes.\n\n"
       "0:2:3.540 --> 0:2:9.120\nDelyth Penhale\nAnd so?\n\n0:5:0.0 --> 0:5:9.5\nTegwen Maddock\nNote: I do not "
       "know.\n",
       {"Delyth Penhale 3540-9120 | Hello there.", "Tegwen Maddock 63540-69120 | Hello, yes.",
        "Delyth Penhale 123540-129120 | And so?", "Tegwen Maddock 300000-309500 | Note: I do not know."}},
      {"a colon behind a name in bold",
       "**Kate** Where from?\n\n**Tom** From Leeds.\n\n**Kate** And what did she say?\n\n**Tom** She said: "
       "stay.\n\n**Kate** "
       "So?\n\n**Tom** First: nothing.\n",
       {"Kate | Where from?", "Tom | From Leeds.", "Kate | And what did she say?", "Tom | She said: stay.",
        "Kate | So?", "Tom | First: nothing."}},
      {"a remark beside a label",
       "Interviewer: So?\nRespondent [laughing]: No.\nInterviewer: Ok.\n",
       {"Interviewer | So?", "Respondent | [laughing] No.", "Interviewer | Ok."}},
      {"a label that is decorated once",
       "Delyth: Hello.\nRos: Hello.\nDelyth: And then?\nRos ★: I left.\nDelyth: Why?\n",
       {"Delyth | Hello.", "Ros | Hello.", "Delyth | And then?", "Ros | I left.", "Delyth | Why?"}},
      {"a list of things in an answer",
       "Delyth: What mattered?\nRos: Three things.\n• Money: we had none.\n• Sheep: too many.\nDelyth: Yes.\n",
       {"Delyth | What mattered?", "Ros | Three things./• Money: we had none./• Sheep: too many.", "Delyth | Yes."}},
  }));
  CAPTURE(name);
  CHECK(lines_of(read_all(text)) == expected);
}
