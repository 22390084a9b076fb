// Ways in which papers say who speaks, way by way; whole papers are in tests/manuscripts.
#include <catch2/catch.hpp>

#include "manuscript/examined_paper.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

const PaperWords& language_of_speakers() {
  static const PaperWords words = PaperWords::load(MONIKER_SOURCE_DIR "/rules", "en-GB");
  return words;
}

ExaminedPaper spoken(std::string_view text, bool markdown = false) {
  return examine_paper(read_text_paper(text, {language_of_speakers().numbers}, markdown), language_of_speakers(), {});
}

/// "P3: the first words", one for each extract; "-" where nobody is credited.
std::vector<std::string> speakers_of(const ExaminedPaper& paper) {
  std::vector<std::string> out;
  for (const Extract& extract : paper.talk.extracts) {
    const Attribution* by = extract.attribution ? &paper.talk.attributions[*extract.attribution] : nullptr;
    const PaperId* who = by ? speaker_of(*by) : nullptr;
    out.push_back((who ? who->written() : "-") + ": " + extract.text.substr(0, extract.text.find(' ')));
  }
  return out;
}

std::vector<std::string> faults_of(const ExaminedPaper& paper) {
  std::vector<std::string> out;
  for (const PaperFinding& finding : paper.findings)
    out.push_back(std::string(name_of(finding.fault)) + ": " + finding.says);
  return out;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("a line above talk says who speaks, and contradicts another") {
  const ExaminedPaper paper = spoken(
      "They put it in words of their own:\n\n"
      "    K3, volunteer\n    'We had the key and nobody had the code to it.'\n\n"
      "    K5, treasurer\n    'I counted it twice and it was short both times.'\n\n"
      "It went on for weeks.\n\n"
      "    K3, treasurer\n    'So we changed the lock and lost the new key.'\n");
  CHECK(speakers_of(paper) == Told{"K3: We", "K5: I", "K3: So"});
}

TEST_CASE("turns of an interview: who asks is quoted nowhere, who answers is told at the end or by a name") {
  CHECK(
      speakers_of(spoken("> Q: And then?\n>\n> A: They went home.\n>\n> Q: All of them?\n>\n> A: All but one. (R7)\n\n"
                         "\"It was late by the time we left\" (R2).\n",
                         true)) == Told{"R7: They", "R7: All", "R2: It"});
  CHECK(speakers_of(spoken("All names are pseudonyms.\n\n> **Researcher:** How long is that?\n>\n"
                           "> **Ottoline:** It should be an hour.\n\n"
                           "\"We never saw the end of it there\" (Bertram, 44).\n",
                           true)) == Told{"Ottoline: It", "Bertram: We"});
  CHECK(speakers_of(spoken("Interviewer: And what came next?\n\nParticipant 4: They moved me.\n")) ==
        Told{"Participant 4: They"});
}

TEST_CASE("turns on lines of their own, and pseudonyms before what is told of them") {
  CHECK(speakers_of(spoken("P3: It was the best thing.\nP5: Was it?\nP3: It was for me, anyway.\n")) ==
        Told{"P3: It", "P5: Was", "P3: It"});
  CHECK(faults_of(spoken("Zofia (34, cleaner): It was the best thing that I did.\n\n"
                         "Teo (41, driver): I never went back there again, not once.\n\n"
                         "Zofia (34, driver): They said that it would pass, and it did not.\n")) ==
        Told{"contradiction: Zofia is two people (role: cleaner and driver)"});
}

TEST_CASE("a quotation that is a sentence of its own is of whom the sentence before is about") {
  CHECK(speakers_of(spoken("P9 (languages) had thought of leaving. \"I was told to sit and listen.\" She had made her "
                           "peace.\n\n\"It was quiet for once in there\" (P2, physics).\n")) ==
        Told{"P9: I", "P2: It"});
  CHECK(speakers_of(spoken(
            "For P6 (spouse) it was not the end. \"I couldn't keep it in the house,\" she said. \"I still "
            "don't.\"\n\n\"It was quiet for once in there\" (P2, sibling).\n")) == Told{"P6: I", "P6: I", "P2: It"});
  CHECK(speakers_of(spoken("P9 and P4 had both thought of leaving. \"I was told to sit and listen.\" That was all.\n\n"
                           "\"It was quiet for once in there\" (P2, physics).\n")) == Told{"-: I", "P2: It"});
}

TEST_CASE("letters behind a role, digits before a letter, a role alone") {
  CHECK(speakers_of(spoken("\"I do the paperwork first\" (Detective A). Welder B laughed: \"I do it last of all\".\n\n"
                           "\"We never see the forms\" (Welder B). \"Nor do we see them\" (Welder C).\n")) ==
        Told{"Detective A: I", "Welder B: I", "Welder B: We", "Welder C: Nor"});
  const ExaminedPaper paper = spoken(
      "\"I went home early that day\" (1F, nurse). \"Nobody had told me of it\" (2M, welder).\n\n"
      "\"It was the noise of it\" (1F, teacher).\n");
  CHECK(speakers_of(paper) == Told{"1F: I", "2M: Nobody", "1F: It"});
  CHECK(faults_of(paper) == Told{"contradiction: 1F is two people (role: nurse and teacher)"});
  CHECK(speakers_of(spoken("\"I do it and say what a brave boy\" (practice nurse). The \"boss\" (manager) was away.\n\n"
                           "\"It was late by the time we left\" (P2, porter).\n")) ==
        Told{"practice nurse: I", "P2: It"});
}

TEST_CASE("said Farida: a name behind the verb is one of the paper's, and whoever is cited is none") {
  CHECK(speakers_of(
            spoken("All names are pseudonyms. \"They count what they can see,\" said Odile (top). \"A quiet school "
                   "has stopped to listen,\" wrote Ardagh (1958).\n\n\"We only came for the view\" (Bertram, 44). "
                   "\"Nobody came for the view\" (Maud, 61).\n")) ==
        Told{"Odile: They", "-: A", "Bertram: We", "Maud: Nobody"});
}

TEST_CASE("a name before a year is cited, and no ID beyond the sample") {
  CHECK(
      faults_of(
          spoken(
              "Sixteen people took part. Some have no word for it (Aldersey 2002), or a slow one (Carwardine 2014).\n\n"
              "\"I went home early that day\" (Interviewee 3). \"Nobody had told me of it\" (Interviewee 12).\n"))
          .empty());
}

TEST_CASE("a group's size bounds its members, a long pseudonym may be misspelt, a reference number is no ID") {
  CHECK(faults_of(spoken("There were six people in the first group (FG1) and four in the second (FG2).\n\n"
                         "\"We all came in the one car\" (FG1-P5). \"So did all of us, as it happens\" (FG2-P5).\n")) ==
        Told{"beyond-sample: FG2-P5 is beyond the last, FG2-P 4"});
  CHECK(faults_of(spoken(
            "All names are pseudonyms.\n\n\"I keep a book of it all\" (Siobheán, Estuary). \"I wrote down each "
            "of them\" (Thandiwe, Estuary). \"It made me small in the end\" (Thandeewe, Estuary). \"I stopped "
            "writing it\" (Thandiwe, Estuary).\n")) == Told{"mixed-ids: spellings of Thandiwe are mixed: Thandeewe"});
  CHECK(faults_of(spoken("\"I went home early that day\" (R1). \"Nobody had told me of it\" (R2). The Board agreed "
                         "(#19-2207).\n"))
            .empty());
  CHECK(faults_of(
            spoken("\"I came in by the back door\" (G1, woman). \"We came in together\" (G3, man). \"It was a long way "
                   "round\" (G7, man).\n\n\"Nobody stayed for long\" (Gardener 4, man).\n")) ==
        Told{"mixed-ids: prefixes are mixed: G1 (3), Gardener 4 (1)"});
}

TEST_CASE("a number and a letter before a colon say who of a pair speaks") {
  const ExaminedPaper paper = spoken(
      "Ten pairs of sisters took part.\n\n> **4E:** We shared the one bed until she married him.\n\n"
      "> **4Y:** She kicked, and she will tell you that I did.\n\n"
      "They were seen again.\n\n> **9Y, second visit:** It has all been said, and I would say it again.\n",
      true);
  CHECK(speakers_of(paper) == Told{"4E: We", "4Y: She", "9Y: It"});
}

TEST_CASE("brackets behind a switch of LaTeX are words") {
  const std::string tex =
      "\\newenvironment{said}{\\begin{quote}\\slshape}{\\end{quote}}\n\\newcommand{\\by}[1]{\\upshape\\hfill[#1]}\n"
      "\\begin{document}\nIt was cold.\n\n\\begin{said}\nWe burned the chairs in the end. \\by{K02}\n\\end{said}\n\n"
      "\\begin{said}\nNobody had told us that the oil was gone. \\by{K05}\n\\end{said}\n\n"
      "\\begin{said}\nI slept in my coat until the spring. \\by{K02}\n\\end{said}\n\\end{document}\n";
  CHECK(speakers_of(examine_paper(read_tex_paper(tex, {language_of_speakers().numbers}), language_of_speakers(), {})) ==
        Told{"K02: We", "K05: Nobody", "K02: I"});
}

TEST_CASE("whoever the sentence before the last begins with says what that leads to, where a pronoun goes on") {
  const ExaminedPaper paper = spoken(
      "\"It was never going to float\" (Skipper 2). \"They had it in the shed\" (Skipper 7).\n\n"
      "Skipper 9, a diver, was of another mind. She had seen it from below:\n\n"
      "\"There is a plank out, and nobody looks there.\"\n");
  CHECK(speakers_of(paper) == Told{"Skipper 2: It", "Skipper 7: They", "Skipper 9: There"});
}

TEST_CASE("a number among pseudonyms is a mix, and who withdrew is quoted nowhere") {
  const ExaminedPaper mixed = spoken(
      "All names are pseudonyms.\n\n\"We left it on the sill\" (Ottoline, 44).\n\n\"It was gone by noon\" (Bertram, "
      "51).\n\n"
      "\"She never asked for it\" (Ottoline, 44).\n\n\"He asked me twice about it\" (Leopold, 39).\n\n"
      "\"I saw it in the shed\" (Winifred, 60).\n\n\"Then it rained for a week\" (Participant 6).\n");
  CHECK(faults_of(mixed) == Told{"mixed-ids: prefixes are mixed: Ottoline (5), Participant 6 (1)"});
  const ExaminedPaper gone = spoken(
      "We met fifteen nurses. Two of them later withdrew: one on moving abroad, and one who was a nurse in a "
      "prison.\n\n"
      "\"I count them twice a night\" (N3, prison nurse).\n\n\"They sleep with the lamp on\" (N5, school nurse).\n");
  CHECK(faults_of(gone).empty());
}

TEST_CASE("what is called by a name is no person") {
  const ExaminedPaper paper = examine_paper(
      read_text_paper("\"We have a kettle. It's called Oswald, and I scrub Oswald on Fridays\" (P3, cook).\n\n"
                      "\"I told Oswald to go home\" (P4, cook).\n",
                      {language_of_speakers().numbers}, false),
      language_of_speakers(), [](const std::vector<std::string>& extracts) {
        std::vector<std::vector<FoundInWords>> found(extracts.size());
        for (std::size_t i = 0; i < extracts.size(); ++i) {
          for (std::size_t at = extracts[i].find("Oswald"); at != std::string::npos;
               at = extracts[i].find("Oswald", at + 1))
            found[i].push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 6)}, "PERSON"});
        }
        return found;
      });
  CHECK(faults_of(paper) == Told{"identifier: an extract of P4 holds PERSON"});
}
