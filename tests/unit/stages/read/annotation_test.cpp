// What programs of annotation write: tiers, put in the order of their times.
#include <catch2/catch.hpp>

#include "reading.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

using namespace moniker::read;

namespace {

const std::string long_form = R"(File type = "ooTextFile"
Object class = "TextGrid"

xmin = 0
xmax = 6.5
tiers? <exists>
size = 3
item []:
    item [1]:
        class = "IntervalTier"
        name = "Kate"
        xmin = 0
        xmax = 6.5
        intervals: size = 3
        intervals [1]:
            xmin = 0
            xmax = 1.5
            text = "Hello ""you"" Tom Sh"
        intervals [2]:
            xmin = 1.5
            xmax = 2
            text = ""
        intervals [3]:
            xmin = 2
            xmax = 2.75
            text = "aw"
    item [2]:
        class = "IntervalTier"
        name = "Tom"
        xmin = 0
        xmax = 6.5
        intervals: size = 1
        intervals [1]:
            xmin = 3
            xmax = 4
            text = "Yes"
    item [3]:
        class = "TextTier"
        name = "notes"
        xmin = 0
        xmax = 6.5
        points: size = 1
        points [1]:
            number = 3.5
            mark = "door"
)";
const Lines expected_long{"Kate 0-2750 | Hello \"you\" Tom Sh aw", "comment: notes 3500-3500 | door",
                          "Tom 3000-4000 | Yes"};

const std::string short_form =
    "File type = "
    "\"ooTextFile\"\n\"TextGrid\"\n\n0\n6.5\n<exists>\n1\n\"IntervalTier\"\n\"Kate\"\n0\n6.5\n1\n0\n1.5\n\"Hello\"\n";

std::string utf16(std::string_view text) {
  std::string out = "\xFE\xFF";
  for (const char c : text) out += {'\0', c};
  return out;
}

std::string eaf(const std::string& inside) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ANNOTATION_DOCUMENT AUTHOR=\"\" FORMAT=\"3.0\"><HEADER "
         "MEDIA_FILE=\"\"/><TIME_ORDER>"
         "<TIME_SLOT TIME_SLOT_ID=\"ts1\" TIME_VALUE=\"0\"/><TIME_SLOT TIME_SLOT_ID=\"ts2\" TIME_VALUE=\"1500\"/>"
         "<TIME_SLOT TIME_SLOT_ID=\"ts3\"/><TIME_SLOT TIME_SLOT_ID=\"ts4\" TIME_VALUE=\"3500\"/></TIME_ORDER>" +
         inside + "</ANNOTATION_DOCUMENT>";
}
std::string tier(const std::string& id, const std::string& more, const std::string& inside) {
  return "<TIER TIER_ID=\"" + id + "\" LINGUISTIC_TYPE_REF=\"x\" " + more + ">" + inside + "</TIER>";
}
std::string aligned(const std::string& id, const std::string& from, const std::string& to, const std::string& text) {
  return "<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID=\"" + id + "\" TIME_SLOT_REF1=\"" + from +
         "\" TIME_SLOT_REF2=\"" + to + "\"><ANNOTATION_VALUE>" + text +
         "</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>";
}
std::string referring(const std::string& id, const std::string& to, const std::string& text) {
  return "<ANNOTATION><REF_ANNOTATION ANNOTATION_ID=\"" + id + "\" ANNOTATION_REF=\"" + to + "\"><ANNOTATION_VALUE>" +
         text + "</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>";
}

}  // namespace

TEST_CASE("TextGrids, long and short, in any encoding") {
  CHECK(read_all(long_form).format == "textgrid");
  // The point tier stands where its time is: within a turn that is not over, before it.
  CHECK(lines_of(long_form) == expected_long);
  CHECK(lines_of(short_form) == Lines{"Kate 0-1500 | Hello"});
  CHECK(lines_of(utf16(short_form)) == Lines{"Kate 0-1500 | Hello"});
  std::string windows;
  for (const char c : long_form) windows += c == '\n' ? "\r\n" : std::string(1, c);
  CHECK(lines_of(windows) == expected_long);
}

TEST_CASE("an aligner's words are talk only where nothing else is") {
  const auto grid = [](const std::string& tiers, int count) {
    return "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n0 2 <exists> " + std::to_string(count) + " " +
           tiers;
  };
  const std::string words = "\"IntervalTier\" \"Kate - words\" 0 2 2 0 1 \"hello\" 1 2 \"you\"\n";
  const std::string phones = "\"IntervalTier\" \"Kate - phones\" 0 2 1 0 1 \"h\"\n";
  const std::string talk = "\"IntervalTier\" \"Kate\" 0 2 1 0 2 \"Hello you\"\n";
  const Result aligned_only = read_all(grid(words + phones, 2));
  CHECK(aligned_only.utterances.size() == 2);
  CHECK(count_of(aligned_only, IssueCode::format_broken) == 0);
  for (const Utterance& u : aligned_only.utterances) CHECK((u.part == Part::talk) == (u.text == "hello you"));
  for (const Utterance& u : read_all(grid(talk + words, 2)).utterances)
    CHECK((u.part == Part::talk) == (u.text == "Hello you"));
}

TEST_CASE("tiers of every aligner give each speaker's talk once") {
  const auto tier = [](const char* name, const char* first, const char* second) {
    return std::string("\"IntervalTier\" \"") + name + "\" 0 2 2 0 1 \"" + first + "\" 1 2 \"" + second + "\"\n";
  };
  const auto points = [](const char* name, const char* first, const char* second) {
    return std::string("\"TextTier\" \"") + name + "\" 0 2 2 0 \"" + first + "\" 1 \"" + second + "\"\n";
  };
  const auto [name, tiers, expected] = GENERATE_COPY(table<const char*, std::vector<std::string>, Lines>({
      {"MAUS",
       {tier("ORT-MAU", "i", "went"), tier("KAN-MAU", "aI", "wEnt"), tier("MAU", "aI", "w")},
       {" 0-2000 | i went"}},
      {"words of nobody named below sentences",
       {tier("utterances", "i went", ""), tier("words", "i", "went"), tier("phones", "AY", "W")},
       {" 0-1000 | i went"}},
      {"names behind",
       {tier("words_Kate", "i", "went"), tier("phones_Kate", "AY", "W"), tier("words_Will", "", "oh")},
       {"Kate 0-2000 | i went", "Will 1000-2000 | oh"}},
      {"one is aligned and the other is not",
       {tier("Kate - words", "i", "went"), tier("Interviewer", "", "where to"), tier("comments", "door", "")},
       {"Kate 0-2000 | i went", "Interviewer 1000-2000 | where to"}},
      {"points that are tones and points that are talk",
       {tier("Kate", "I went.", ""), points("tones", "H*", "L-L%"), points("Will", "Yes.", "No.")},
       {"Kate 0-1000 | I went.", "Will 0-1000 | Yes. No."}},
  }));
  CAPTURE(name);
  std::string grid =
      "File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n0 2 <exists> " + std::to_string(tiers.size()) + "\n";
  for (const std::string& one : tiers) grid += one;
  Lines talk;
  for (const Utterance& one : read_all(grid).utterances) {
    if (one.part == Part::talk) talk.push_back(line_of(one));
  }
  CHECK(talk == expected);
}

TEST_CASE("a broken TextGrid is refused at its place") {
  const auto [cut, expected] = GENERATE(table<std::string, std::string>({
      {short_form.substr(0, short_form.size() - 8), "15:1: is cut off or broken: a label should stand here"},
      {short_form.substr(0, short_form.size() - 2), "15:1: a text's closing quote is missing"},
      {"File type = \"ooTextFile\"\n\"TextGrid\"\n0\n1\n2\n",
       "5:1: is no TextGrid: it does not say whether tiers exist"},
      {"File type = \"ooTextFile\"\n\"TextGrid\"\n0\n1\n<exists>\n1e30\n", "6:1: has an impossible number of things"},
      {"File type = \"ooTextFile\"\n\"TextGrid\"\n0\nnan\n<exists>\n",
       "5:1: is cut off or broken: a time should stand here"},
      {"File type = \"ooTextFile\"\nObject class = \"Pitch 1\"\n", "is a praat file that is no TextGrid in text"},
  }));
  CHECK(refusal_of(cut).substr(0, expected.size()) == expected);
}

TEST_CASE("ELAN's tiers are talk, and what hangs on them is not") {
  const std::string talk = tier("K1", "PARTICIPANT=\"Kate\"",
                                aligned("a1", "ts1", "ts2", "Hello Tom Sh") + aligned("a2", "ts2", "ts3", "aw")) +
                           tier("Tom", "", aligned("a3", "ts3", "ts4", "Yes &amp; no")) +
                           tier("gloss", "PARENT_REF=\"K1\"", referring("a4", "a1", "greeting"));
  const Result result = read_all(eaf(talk));
  CHECK(result.format == "eaf");
  CHECK(lines_of(result) ==
        Lines{"comment: Kate 0-1500 | greeting", "Kate 0-2500 | Hello Tom Sh aw", "Tom 2500-3500 | Yes & no"});
}

TEST_CASE("where a tier only numbers, the talk is below it") {
  const std::string tiers = tier("ref", "PARTICIPANT=\"Kate\"", aligned("a1", "ts1", "ts2", "001")) +
                            tier("tx", "PARENT_REF=\"ref\"", referring("a2", "a1", "Hello you")) +
                            tier("ft", "PARENT_REF=\"tx\"", referring("a3", "a2", "hi"));
  CHECK(lines_of(eaf(tiers)) ==
        Lines{"comment: Kate 0-1500 | 001", "comment: Kate 0-1500 | hi", "Kate 0-1500 | Hello you"});
}

TEST_CASE("of a family of tiers the one that reads like talk is talk") {
  const auto [name, tiers, expected] = GENERATE(table<const char*, std::string, Lines>({
      {"FieldWorks",
       tier("A_phrase-segnum-en", "", aligned("a1", "ts1", "ts2", "2.1")) +
           tier("A_phrase-gls-en", "PARENT_REF=\"A_phrase-segnum-en\"",
                referring("a2", "a1", "We went to the place.")) +
           tier("A_phrase-txt-cy", "PARENT_REF=\"A_phrase-segnum-en\"", referring("a3", "a1", "Aethon ni yno.")) +
           tier("A_word-txt-cy", "PARENT_REF=\"A_phrase-txt-cy\"", referring("a4", "a3", "Aethon")),
       {"A 0-1500 | Aethon ni yno."}},
      {"words below empty turns",
       tier("Kate", "", aligned("a1", "ts1", "ts2", "")) +
           tier("Kate-words", "PARENT_REF=\"Kate\"", referring("a2", "a1", "I") + referring("a3", "a1", "went")),
       {"Kate 0-1500 | I went"}},
      {"a note below an identifier",
       tier("utt-id", "", aligned("a1", "ts1", "ts2", "KM-01")) +
           tier("Notes", "PARENT_REF=\"utt-id\"", referring("a2", "a1", "a long note on what went on")) +
           tier("ort@Kate", "PARENT_REF=\"utt-id\" PARTICIPANT=\"Kate\"", referring("a3", "a1", "I went.")),
       {"Kate 0-1500 | I went."}},
      {"tiers of their own beside the talk",
       tier("Kate", "", aligned("a1", "ts1", "ts2", "I went.")) +
           tier("Gesture", "", aligned("a2", "ts1", "ts2", "points left")) +
           tier("Comments", "", aligned("a3", "ts1", "ts2", "check this")),
       {"Kate 0-1500 | I went."}},
  }));
  CAPTURE(name);
  Lines talk;
  for (const Utterance& one : read_all(eaf(tiers)).utterances) {
    if (one.part == Part::talk) talk.push_back(line_of(one));
  }
  CHECK(talk == expected);
}

TEST_CASE("ELAN's annotations may be broken and never hang or leak") {
  CHECK(lines_of(eaf(tier("A", "PARENT_REF=\"B\"", referring("a1", "a2", "x y")) +
                     tier("B", "PARENT_REF=\"A\"", referring("a2", "a1", "z w"))))
            .size() == 2);
  const std::string refusal = refusal_of(eaf("<TIER>")).substr(0, 44);
  CHECK(refusal == "the document of the annotations is not well-");
}

TEST_CASE("tens of thousands of tiers in a circle, and of time slots without a time, take no time") {
  std::string slots, tiers = tier("K", "", aligned("a1", "s1", "s99999", "Hello you"));
  for (int i = 0; i < 100'000; ++i) slots += "<TIME_SLOT TIME_SLOT_ID=\"s" + std::to_string(i) + "\"/>";
  for (int i = 0; i < 40'000; ++i) {
    tiers += "<TIER TIER_ID=\"t" + std::to_string(i) + "\" PARENT_REF=\"t" + std::to_string((i + 1) % 40'000) + "\"/>";
  }
  const auto begin = std::chrono::steady_clock::now();
  CHECK(lines_of("<ANNOTATION_DOCUMENT><TIME_ORDER>" + slots +
                 "<TIME_SLOT TIME_SLOT_ID=\"end\" TIME_VALUE=\"100001\"/></TIME_ORDER>" + tiers +
                 "</ANNOTATION_DOCUMENT>") == Lines{"K 2-100000 | Hello you"});
  CHECK(std::chrono::steady_clock::now() - begin <
        std::chrono::seconds(20));  // some hundredths of one; it took minutes
}
