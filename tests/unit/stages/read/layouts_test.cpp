// What meeting programs and transcription services deliver, with the speaker and the time on a line of their
// own or beside the talk; as text, and as the same paragraphs of a Word document.
#include <catch2/catch.hpp>

#include "docx_fixture.hpp"
#include "reading.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

using namespace moniker::read;

namespace {

struct Layout {
  const char* name;
  const char* text;
  Lines expected;
};

const std::vector<Layout>& layouts() {
  static const std::vector<Layout> all = {
      {"Otter",
       "Carer interview\n\nKate Shaw  0:03  \nWell, I said.\nAnd more.\n\nSpeaker 2  1:05  \nThank you.\n\n"
       "Kate Shaw  1:12:03  \nYes.\n\nTranscribed by https://otter.ai\n",
       {"matter:  | Carer interview", "Kate Shaw 3000-3000 | Well, I said./And more.",
        "Speaker 2 65000-65000 | Thank you.", "Kate Shaw 4323000-4323000 | Yes.",
        "matter:  | Transcribed by https://otter.ai"}},
      {"Rev, the time in brackets",
       "Kate Shaw (00:03):\nWell, I said.\n\nTom (01:05):\nThank you.\n\nKate Shaw (01:12:03):\nYes.\n",
       {"Kate Shaw 3000-3000 | Well, I said.", "Tom 65000-65000 | Thank you.", "Kate Shaw 4323000-4323000 | Yes."}},
      {"Rev, the time behind a tab",
       "Speaker 1:\t(00:03)\nWell, I said.\n\nSpeaker 2:\t(01:05)\nThank you.\n\nSpeaker 1:\t(01:15)\nYes.\n",
       {"Speaker 1 3000-3000 | Well, I said.", "Speaker 2 65000-65000 | Thank you.", "Speaker 1 75000-75000 | Yes."}},
      {"Zoom, saved captions",
       "[Kate Shaw] 10:05:23\nWell, I said.\n\n[Tom] 10:05:30\nThank you.\n\n[Kate Shaw] 10:06:01\nYes.\n",
       {"Kate Shaw 36323000-36323000 | Well, I said.", "Tom 36330000-36330000 | Thank you.",
        "Kate Shaw 36361000-36361000 | Yes."}},
      {"Teams",
       "Project meeting-20260504_090312-Meeting Transcript\nMay 4, 2026, 8:03AM\n45m 12s\n\nKate Shaw "
       "started transcription\n\n"
       "Kate Shaw   0:03\nWell, I said.\n\nTom Brown (Guest)   0:09\nThank you.\n\nKate Shaw   "
       "1:02:15\nYes.\n\n"
       "Kate Shaw stopped transcription\n",
       {"matter:  | Project meeting-20260504_090312-Meeting Transcript/May 4, 2026, 8:03AM/45m 12s",
        "matter:  | Kate Shaw started transcription", "Kate Shaw 3000-3000 | Well, I said.",
        "Tom Brown (Guest) 9000-9000 | Thank you.", "Kate Shaw 3735000-3735000 | Yes.",
        "matter:  | Kate Shaw stopped transcription"}},
      {"Teams, some years ago",
       "0:0:3.450 --> 0:0:5.220\nKate Shaw\nWell, I said.\n\n0:0:6.0 --> 0:0:7.220\nTom Brown\nThank you.\n\n"
       "0:0:8.0 --> 0:0:9.0\nKate Shaw\nYes.\n",
       {"Kate Shaw 3450-5220 | Well, I said.", "Tom Brown 6000-7220 | Thank you.", "Kate Shaw 8000-9000 | Yes."}},
      {"Word's own transcription",
       "00:00:03 Speaker 1\nWell, I said.\n00:00:09 Speaker 2\nThank you.\n00:00:15 Speaker 1\nYes.\n",
       {"Speaker 1 3000-3000 | Well, I said.", "Speaker 2 9000-9000 | Thank you.", "Speaker 1 15000-15000 | Yes."}},
      {"Happy Scribe",
       "[00:00:03] - Kate\nWell, I said.\n\n[00:00:09] - Tom\nThank you.\n\n[00:00:15] - Kate\nYes.\n",
       {"Kate 3000-3000 | Well, I said.", "Tom 9000-9000 | Thank you.", "Kate 15000-15000 | Yes."}},
      {"a dash before the time",
       "Kate Shaw - 00:03\nWell, I said.\n\nTom \u2013 01:05\nThank you.\n\nKate Shaw - 01:15\nYes.\n",
       {"Kate Shaw 3000-3000 | Well, I said.", "Tom 65000-65000 | Thank you.", "Kate Shaw 75000-75000 | Yes."}},
      {"Sonix",
       "Speaker1: [00:00:03] Well, I said.\n\nSpeaker2: [00:00:09] Thank you.\n\nSpeaker1: [00:00:15] Yes.\n",
       {"Speaker1 3000-3000 | Well, I said.", "Speaker2 9000-9000 | Thank you.", "Speaker1 15000-15000 | Yes."}},
      {"Google Meet",
       "00:00:00\n\nKate Shaw: Well, I said.\nTom: Thank you.\n00:05:00\n\nKate Shaw: Yes.\n",
       {"Kate Shaw 0-0 | Well, I said.", "Tom | Thank you.", "Kate Shaw 300000-300000 | Yes."}},
  };
  return all;
}

std::string as_document(const std::string& text) {
  std::string body, line;
  for (const char c : text) {
    if (c != '\n') {
      line += c == '\t' ? ' ' : c;
      continue;
    }
    body += said_line(std::exchange(line, {}));
  }
  return Docx{.body = body}.bytes();
}

}  // namespace

TEST_CASE("the layouts of meeting programs and transcription services") {
  for (const Layout& layout : layouts()) {
    CAPTURE(layout.name);
    CHECK(lines_of(layout.text) == layout.expected);
    CHECK(lines_of(read_all(as_document(layout.text))) == layout.expected);
  }
}

TEST_CASE("name, time and talk in one paragraph of a document, as Teams writes them") {
  const auto entry = [](const std::string& name, const std::string& time, const std::string& talk) {
    return paragraph("<w:r><w:drawing/></w:r>" + bold(name) + run("   " + time) + "<w:r><w:br/></w:r>" + run(talk));
  };
  CHECK(lines_of(read_all(Docx{.body = entry("Kate Shaw", "0:03", "Well, I said.") +
                                       entry("Tom Brown", "0:09", "Thank you.") + entry("Kate Shaw", "1:02:15", "Yes.")}
                              .bytes())) == Lines{"Kate Shaw 3000-3000 | Well, I said.",
                                                  "Tom Brown 9000-9000 | Thank you.",
                                                  "Kate Shaw 3735000-3735000 | Yes."});
}

TEST_CASE("a time before words, or above them, makes no speaker of them") {
  CHECK(lines_of("R: [00:00:03] I am Kate\n[00:00:05] Shaw.\nI1: Oh.\n").size() == 2);
  CHECK(lines_of("I1: One.\n00:05:00\nRight\nR: Two.\n") == Lines{"I1 300000-300000 | One./Right", "R | Two."});
}
