// What is read of a manuscript, piece by piece; whole ones are in tests/manuscripts.
#include "manuscript/manuscript.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "manuscript/attributes.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/examined_paper.hpp"
#include "manuscript/spans.hpp"
#include "moniker/error.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

const PaperWords& paper_language() {
  static const PaperWords words = PaperWords::load(MONIKER_SOURCE_DIR "/rules", "en-GB");
  return words;
}

ExaminedPaper examined(std::string_view text) {
  return examine_paper(read_text_paper(text, {paper_language().numbers}, false), paper_language(), {});
}

std::vector<std::string> told(const ExaminedPaper& paper) {
  std::vector<std::string> out;
  for (const PaperFinding& finding : paper.findings)
    out.push_back(std::string(name_of(finding.fault)) + ": " + finding.says);
  return out;
}

bool together(std::string_view a, std::string_view b) {
  for (const Attribute& one : attributes_of(a, 0, paper_language())) {
    for (const Attribute& other : attributes_of(b, 0, paper_language())) {
      if (one.kind == other.kind && !may_stand_together(one, other)) return false;
    }
  }
  return true;
}

}  // namespace

TEST_CASE("words cut at a line's end are whole, and compounds keep their hyphen") {
  const std::pair<std::pair<const char*, const char*>, const char*> cases[] = {
      {{"the inter-", "view"}, "the interview"},
      {{"face-to-", "face talk"}, "face-to-face talk"},
      {{"thirty-", "one women"}, "thirty-one women"},
      {{"the end", "of it"}, "the end of it"},
      {{"P-", "04 said"}, "P-04 said"},
  };
  for (const auto& [lines, wanted] : cases) {
    std::string joined = lines.first;
    join_line(joined, lines.second, paper_language().numbers);
    CHECK(joined == wanted);
  }
}

TEST_CASE("numbers of a sentence: in digits, in words, per cent, and no years, ranges and IDs") {
  const std::pair<const char*, std::vector<double>> cases[] = {
      {"thirty-one women and 14 men", {31, 14}},
      {"twenty, nine and four", {20, 9, 4}},
      {"in 2019, aged 23-67, 12.5% (P3)", {12.5}},
      {"1,250 people and a hundred and two dogs", {1250, 102}},
  };
  for (const auto& [text, wanted] : cases) {
    std::vector<double> got;
    for (const Count& count : counts_in(text, paper_language())) got.push_back(count.value);
    CHECK(got == wanted);
  }
}

TEST_CASE("quotation marks and apostrophes") {
  const std::pair<const char*, std::vector<std::string>> cases[] = {
      {"She said \u201CI don\u2019t know\u201D.", {"I don\u2019t know"}},
      {"He said \u2018it\u2019s the nurses\u2019 room, isn\u2019t it?\u2019 (P3)",
       {"it\u2019s the nurses\u2019 room, isn\u2019t it?"}},
      {"the nurses' room and the doctors' room", {}},
      {"\"one\" and \"two\"", {"one", "two"}},
  };
  for (const auto& [text, wanted] : cases) {
    std::vector<std::string> got;
    for (const QuotedSpan& span : quotes_in(text))
      got.emplace_back(std::string_view(text).substr(span.inside.begin, span.inside.size()));
    CHECK(got == wanted);
  }
}

TEST_CASE("which values may stand of one person") {
  CHECK(together("social worker", "social worker in a homeless service"));
  CHECK(together("clinician", "nurse"));
  CHECK(together("staff nurse", "nurse"));
  CHECK(together("34", "aged 35"));
  CHECK(together("34", "30-39"));
  CHECK(together("30s", "30-39"));
  CHECK_FALSE(together("female nurse", "male commissioner"));
  CHECK_FALSE(together("nurse", "commissioner"));
  CHECK_FALSE(together("34", "43"));
  CHECK_FALSE(together("30-39", "40-49"));
  CHECK_FALSE(together("urban", "rural"));
  CHECK_FALSE(together("staff nurse", "charge nurse"));
  CHECK_FALSE(together("teaching assistant", "class teacher"));
  CHECK_FALSE(together("daughter", "wife"));
  CHECK(together("GP registrar", "GP"));
}

TEST_CASE("styles of attributions are learned from the paper") {
  const ExaminedPaper paper = examined(
      "\u201CI sat there all day,\u201D said one (HO3, female).\n\n"
      "\u201CNobody came to see me\u201D (HO14, male).\n\n"
      "HO9 said, \u201CI would not do it again.\u201D\n\n"
      "See Table 2 and COVID19 (WHO 2020).\n");
  CHECK(paper.talk.prefixes == std::set<std::string>{"ho"});
  REQUIRE(paper.talk.extracts.size() == 3);
  std::vector<std::string> who;
  for (const Extract& extract : paper.talk.extracts)
    who.push_back(extract.attribution ? speaker_of(paper.talk.attributions[*extract.attribution])->written() : "-");
  CHECK(who == std::vector<std::string>{"HO3", "HO14", "HO9"});
}

TEST_CASE("faults of a paper, and what is none") {
  const std::pair<const char*, std::vector<std::string>> cases[] = {
      {"\u201CIt was so\u201D (P3, male). \u201CIt is so\u201D (P3, female).",
       {"contradiction: P3 is two people (gender: male and female)"}},
      {"\u201CIt was so\u201D (P3, male). \u201CIt is so\u201D (ID4, male).",
       {"mixed-ids: prefixes are mixed: ID4 (1), P3 (1)"}},
      {"\u201CIt was so\u201D (P3, nurse). Participant 3 agreed.", {}},
      {"Forty-five people took part: 31 women and 12 men.", {"wrong-sum: 31 + 12 is 43, and not 45"}},
      {"Forty-five people took part, including 31 women and 12 men.", {}},
      {"Forty-five people took part. Thirty were nurses, nine doctors, four midwives and two managers.", {}},
      {"Forty-five people took part. Thirty were nurses, nine doctors, four midwives and one was a manager.",
       {"wrong-sum: 30 + 9 + 4 + 1 is 44, and not 45"}},
      {"Sixty people were invited and 45 took part. They were 31 women and 14 men.", {}},
      {"\u201CI sat there all day\u201D (FG2-3, woman). \u201CSo did I\u201D (FG3-3, man). \u201CNobody came\u201D "
       "(FG2-1, man). "
       "\u201CNot one\u201D (FG1-2, woman).",
       {}},
      {"\u201CI sat there all day\u201D (FG2-3, woman). \u201CSo did I\u201D (FG2-3, man). \u201CNobody came\u201D "
       "(FG2-1, man). "
       "\u201CNot one\u201D (FG1.2, woman).",
       {"contradiction: FG2-3 is two people (gender: female and male)",
        "mixed-ids: spellings of fg are mixed: FG2-3 (3), FG1.2 (1)"}},
      {"Fourteen people took part. Ten were class teachers, three were teaching assistants and one was a headteacher. "
       "\u201CI do the glue\u201D (P3, teaching assistant). \u201CIt is me\u201D (P1, headteacher). \u201CI plan\u201D "
       "(P4, class "
       "teacher).",
       {"unique: P1 is the only one of the sample who is \"was a headteacher\""}},
      {"We interviewed 21 people. Eleven lived in Britain, six in the rest of Europe and two in Asia.",
       {"wrong-sum: 11 + 6 + 2 is 19, and not 21"}},
      {"We interviewed 21 people. Eleven lived in Britain, six in Europe, and two of the rest in Asia.", {}},
      {"\u201CIt was so\u201D (AHP02, nurse). \u201CIt is so\u201D (AHP05, nurse). \u201CNo more\u201D (AHP-5, nurse). "
       "\u201CNever\u201D (AHP11, nurse).",
       {"mixed-ids: spellings of ahp are mixed: AHP05 (3), AHP-5 (1)"}},
      {"Twenty people took part. There were 19 GPs and one surgeon. \u201CIt was so\u201D (P3, GP).", {}},
  };
  for (const auto& [text, wanted] : cases) {
    CAPTURE(text);
    CHECK(told(examined(text)) == wanted);
  }
}

TEST_CASE("a quotation that the sentence interrupts is all of one person") {
  const ExaminedPaper paper = examined(
      "\u201CNobody tells you that you will miss it,\u201D one of them said. \u201CNot the needle\u201D (P14, "
      "female).\n");
  REQUIRE(paper.talk.extracts.size() == 2);
  for (const Extract& extract : paper.talk.extracts) CHECK(extract.attribution == std::optional<std::size_t>(0));
}

TEST_CASE("a turn with its label is an extract, and a row of a list of people is none") {
  const ExaminedPaper paper = examined(
      "P8 (man, 38): Nobody plays the ending, we have the numbers.\n\nP9 (woman, 40): Manchester, two children\n");
  REQUIRE(paper.talk.extracts.size() == 1);
  CHECK(paper.talk.extracts[0].text == "Nobody plays the ending, we have the numbers.");
}

TEST_CASE("breakdowns of a part of the sample, and two in one sentence") {
  const ExaminedPaper paper = examined(
      "Twenty-three people took part (N = 23): fourteen patients and nine nurses. Eight of the patients were women and "
      "six "
      "were men; five had an infection of bone, six cellulitis and three endocarditis.\n");
  REQUIRE(paper.breakdowns.size() == 3);
  for (const Breakdown& one : paper.breakdowns) CHECK(one.verdict == Breakdown::Verdict::adds_up);
  CHECK(paper.breakdowns[1].parts.size() == 2);
  CHECK(paper.breakdowns[2].total == 14);
  const ExaminedPaper two = examined(
      "We met 26 people (N = 26). Nine lived at home and 17 in halls; seventeen were women and nine were men.\n");
  CHECK(two.breakdowns.size() == 2);
  const ExaminedPaper language =
      examined("We met 20 people (N = 20). In our language 12 were women and eight were men.\n");
  REQUIRE(language.breakdowns.size() == 1);  // an "age" within a word is none
  CHECK(language.breakdowns[0].verdict == Breakdown::Verdict::adds_up);
}

TEST_CASE("Markdown: what stands at the head is for programs, and what is set in under a note is the note's") {
  const Manuscript paper = read_text_paper(
      "---\ntitle: \"Small schools\"\n---\nWe asked them.[^1]\n\n[^1]: Their names are\n    left out here.\n\n"
      "    It was a long day.\n",
      {paper_language().numbers}, true);
  REQUIRE(paper.blocks.size() == 3);
  CHECK(paper.blocks[0].text == "We asked them.[^1]");
  CHECK(paper.blocks[1].kind == BlockKind::body);
  CHECK(paper.blocks[2].kind == BlockKind::quote);
}

namespace {

/// "ID: words" of every extract.
std::vector<std::string> credited(std::string_view text) {
  const ExaminedPaper paper = examined(text);
  std::vector<std::string> out;
  for (const Extract& extract : paper.talk.extracts) {
    const PaperId* id = extract.attribution ? speaker_of(paper.talk.attributions[*extract.attribution]) : nullptr;
    out.push_back((id ? id->written() : "-") + ": " + extract.text);
  }
  return out;
}

}  // namespace

TEST_CASE("whoever speaks under a pseudonym, a letter, a number or a role of several words") {
  const std::pair<const char*, std::vector<std::string>> cases[] = {
      {"\u201CI mark in the car\u201D (Amina, 34, teacher). \u201CSo do I\u201D (Beth, 41). Beth said, \u201CI mark at "
       "home.\u201D",
       {"Amina: I mark in the car", "Beth: So do I", "Beth: I mark at home."}},
      {"\u201CThe self is a performance\u201D (Goffman, 1959). \u201CVisibility is a trap\u201D (Foucault).",
       {"-: The self is a performance", "-: Visibility is a trap"}},
      {"\u201CI work at night\u201D (O'Brien, 34, nurse). \u201CI work by day\u201D (D\u2019Arcy, 41, porter).",
       {"O'Brien: I work at night", "D\u2019Arcy: I work by day"}},
      {"\u201CI work at night\u201D (HCP, 34, nurse). \u201CI work by day\u201D (BMJ, 41, porter).",
       {"-: I work at night", "-: I work by day"}},
      {"\u201CI work at night\u201D (J.K., 34). \u201CI work by day\u201D (A.M., 41).",
       {"J.K.: I work at night", "A.M.: I work by day"}},
      {"\u201CMy boss knew of it.\u201D Ellie, 23, waitress\n\n\u201CMine did not know.\u201D Tariq, 31, chef\n",
       {"Ellie: My boss knew of it.", "Tariq: Mine did not know."}},
      {"\u201CI have a title and a cupboard\u201D (Leader B, School A). \u201CAnd no key to it\u201D (Leader F, School "
       "B).",
       {"Leader B: I have a title and a cupboard", "Leader F: And no key to it"}},
      {"\u201CYou smile down\u201D (Store manager 11). \u201CYou frown up\u201D (Regional manager 3). As store manager "
       "11 said, "
       "\u201Cwe learned to hear it.\u201D",
       {"Store manager 11: You smile down", "Regional manager 3: You frown up",
        "store manager 11: we learned to hear it."}},
      {"\u201CYou hear a hum\u201D (FG3, F2). \u201CI walk on the road\u201D (FG3, M1). \u201CSo do I\u201D (FG1, F2).",
       {"F2: You hear a hum", "M1: I walk on the road", "F2: So do I"}},
      {"\u201CI walked out of it\u201D (01, nurse). \u201CI walked back in\u201D (07, doctor).",
       {"01: I walked out of it", "07: I walked back in"}},
      {"\u201CI walked out of it\u201D (#3). \u201CI walked back in\u201D (#7).",
       {"#3: I walked out of it", "#7: I walked back in"}},
      {"\u201CI sat on the stairs,\u201D said Participant Two, a widow.", {"Participant Two: I sat on the stairs,"}},
      {"\u201CI was never asked.\u201D \u2013 Participant 3, female\n\n\u201CI was asked once.\u201D \u2013 "
       "Participant 5, male\n",
       {"Participant 3: I was never asked.", "Participant 5: I was asked once."}},
      {"\u201CYou start a tablet\u201D (HCP-04 (GP), l. 120). \u201CYou stop it\u201D (HCP-11 (nurse), l. 88-91).",
       {"HCP-04: You start a tablet", "HCP-11: You stop it"}},
  };
  for (const auto& [text, wanted] : cases) {
    CAPTURE(text);
    CHECK(credited(text) == wanted);
  }
}

TEST_CASE("two people under one name, at two places, in a pair, at two times") {
  const std::pair<const char*, std::vector<std::string>> cases[] = {
      {"\u201CThey said so\u201D (Marcus, 16). \u201CI am gone\u201D (Leila, 14). \u201CI sit down\u201D (Marcus, 12).",
       {"contradiction: Marcus is two people (age: 16 and 12)"}},
      {"\u201CIt is so\u201D (Site A, nurse 2, male). \u201CIt was so\u201D (Site B, nurse 2, female). \u201CNo\u201D "
       "(Site B, nurse 4).",
       {}},
      {"\u201CIt is so\u201D (Site B, nurse 2, male). \u201CIt was so\u201D (Site B, nurse 2, female).",
       {"contradiction: nurse 2 of site b is two people (gender: male and female)"}},
      {"\u201CHe labels it\u201D (Dyad 3, carer, female). \u201CI know the day\u201D (Dyad 3, patient, male).", {}},
      {"\u201CAt first it was so\u201D (P4, 1st year, first interview). \u201CThen it was not\u201D (P4, 2nd year, "
       "second interview).",
       {}},
      {"\u201CAt first it was so\u201D (P4, 1st year). \u201CThen it was not\u201D (P4, 3rd year).",
       {"contradiction: P4 is two people (year: 1 and 3)"}},
      {"\u201CI said it\u201D (P3, retired, driver). \u201CI sang it\u201D (P3, retired teacher).",
       {"contradiction: P3 is two people (role: driver and teacher)"}},
      {"\u201CI said it\u201D (FG2, nurse). \u201CI sang it\u201D (FG2, doctor).", {}},
      {"Interviews were held with 24 people (9 in logistics, 8 in care and 7 in cleaning). \u201CThe sun is rude\u201D "
       "(P7, care). "
       "\u201CI sleep\u201D (P7, cleaning).",
       {"contradiction: P7 is two people (of logistic, care, cleaning: care and cleaning)"}},
  };
  for (const auto& [text, wanted] : cases) {
    CAPTURE(text);
    CHECK(told(examined(text)) == wanted);
  }
}

TEST_CASE("a table of people contradicts an attribution: by heading, with pseudonyms or bare numbers") {
  const ExaminedPaper names =
      examine_paper(read_text_paper("| Pseudonym | Age | Years in post | Offence |\n|---|---|---|---|\n| Anya | 23 | "
                                    "41 | Fraud |\n| Ben | 41 | 23 | Theft |\n"
                                    "| Cleo | 67 | 2 | Theft |\n\n\u201CI have three jumpers\u201D (Anya, 23, "
                                    "fraud).\n\n\u201CIt is old\u201D (Ben, 41, fraud).\n\n"
                                    "\u201CI sit here\u201D (Cleo, 76).\n",
                                    {paper_language().numbers}, true),
                    paper_language(), {});
  CHECK(told(names) == std::vector<std::string>{"contradiction: Ben is two people (offence: theft and fraud)",
                                                "contradiction: Cleo is two people (age: 67 and 76)"});
  const ExaminedPaper numbers = examine_paper(
      read_text_paper(
          "| Participant | Role | Site |\n|---|---|---|\n| 1 | Nurse | A |\n| 2 | Doctor | B |\n| 3 | Nurse | B |\n\n"
          "\u201CIt is quiet\u201D (P2, doctor, Site B). \u201CThey ring\u201D (P3, doctor). \u201CI sign\u201D (P1, "
          "Site B).\n",
          {paper_language().numbers}, true),
      paper_language(), {});
  CHECK(told(numbers).size() == 2);
}

TEST_CASE("IDs that are numbers alone: under \"No.\" in a table, in brackets, and as \"Number 14\"") {
  const ExaminedPaper paper = examine_paper(
      read_text_paper(
          "| No. | Gender | Age | Trade |\n|---:|---|---:|---|\n| 5 | M | 43 | Plumbing |\n| 10 | M | 48 | "
          "Electrical |\n| 14 | M | 47 | Electrical |\n| 15 | M | 41 | Joinery |\n| 16 | F | 54 | Plumbing |\n\n"
          "\u201CNobody on that site knows.\u201D (5, joinery)\n\n"
          "\u201CIt is nice to be asked.\u201D (10, electrical)\n\n"
          "\u201CShe says I am the best that she ever had.\u201D (16, plumbing)\n\n"
          "It had gone. Number 14, a mother of two who had driven until the firm closed, had lived on it. "
          "Table 16, an old list, was of women.\n\n"
          "\u201CI worked it out.\u201D (14, electrical)\n",
          {paper_language().numbers}, true),
      paper_language(), {});
  CHECK(told(paper) == std::vector<std::string>{"contradiction: 14 is two people (gender: male and female)",
                                                "contradiction: 5 is two people (trade: plumbing and joinery)"});
}

TEST_CASE("what a breakdown is of: a bracket, a part named before, a number of the paragraph, interviews") {
  const std::pair<const char*, std::vector<std::string>> cases[] = {
      {"We conducted 37 interviews: 20 with nurses and 17 with managers.", {}},
      {"We conducted 37 interviews (20 with nurses and 15 with managers).", {"wrong-sum: 20 + 15 is 35, and not 37"}},
      {"The 24 interviewees comprised twelve students (six undergraduate, four master's and two doctoral), eight "
       "lecturers and four "
       "administrators.",
       {}},
      {"We spoke to 15 teachers and 18 parents. Of the parents, 14 were mothers and three were fathers.",
       {"wrong-sum: 14 + 3 is 17, and not 18"}},
      {"Nine of the 14 participants were married, three were divorced and one was single.",
       {"wrong-sum: 9 + 3 + 1 is 13, and not 14"}},
      {"Ten came from School A, eight from School B and seven from School C, giving 26 in total.",
       {"wrong-sum: 10 + 8 + 7 is 25, and not 26"}},
      {"Of 53 parents contacted, 21 took part. Six had one child, eleven had two and four had three or more.", {}},
      {"Thirty people took part, aged 18-24 (n = 6), 25-44 (n = 11), 45-64 (n = 8) and 65+ (n = 5).", {}},
      {"Eleven people took part. We used 6 prompts, 3 vignettes and 1 drawing task.", {}},
      {"The sample was 21. Most were white (n = 15), three were Black and two Asian.",
       {"wrong-sum: 15 + 3 + 2 is 20, and not 21"}},
      {"Twelve people took part. Smith et al. (2015) interviewed 14 people: nine women and four men.", {}},
      {"The sample included one trans man, seven women and six men.", {}},
      {"\u201CWe are nearer to Ireland\u201D (P3, Wales). Only one participant was from Wales.",
       {"unique: P3 is the only one of the sample who is \"participant was from Wales\""}},
  };
  for (const auto& [text, wanted] : cases) {
    CAPTURE(text);
    CHECK(told(examined(text)) == wanted);
  }
}

TEST_CASE("IDs of two parts, ranges that a paper states, misspelt pseudonyms, she and he") {
  const std::pair<const char*, std::vector<std::string>> cases[] = {
      {"\u201CI hand it over\u201D (FG1/P3, woman). \u201CSo do I\u201D (FG2/P3, man). \u201CAnd I\u201D (FG1/P1, "
       "man).",
       {}},
      {"\u201CI hand it over\u201D (FG2-P3, mother). \u201CAs a dad I would\u201D (FG2-P3, father).",
       {"contradiction: FG2-P3 is two people (gender: female and male)"}},
      {"\u201CI drive an hour\u201D (UK-P03, male, 44). \u201CI walk\u201D (NL-P03, female, 38).", {}},
      {"\u201CI cried at it\u201D (Mother of child 3). \u201CI did not\u201D (Father of child 3).", {}},
      {"Eighteen people took part. They are numbered RN01 to RN11 and HCA1 to HCA7. \u201CNobody rang\u201D (RN12, "
       "charge nurse).",
       {"beyond-sample: RN12 is beyond the last, RN 11"}},
      {"P5 had been shown it on her first evening. \u201CThe map is red\u201D (P5). P5 had come to it by another road. "
       "After his "
       "daughter was born he could work at night.",
       {"contradiction: P5 is two people (gender: female and male)"}},
      {"P5 said that he was late. \u201CThe map is red\u201D (P5, woman). P5 met a nurse. She was late.", {}},
      {"Thirteen took part. Those interviewed were seven at Clinic A, five at Clinic B and one at Clinic C. The score "
       "was 34.",
       {}},
      {"Our findings are based on 52 interviews. Of these, 27 were with patients, 15 with clinicians and 9 with "
       "managers.",
       {"wrong-sum: 27 + 15 + 9 is 51, and not 52"}},
      {"Twelve men took part. Five had served one previous sentence, four had served two or more and two had never "
       "been in prison.",
       {"wrong-sum: 5 + 4 + 2 is 11, and not 12"}},
      {"Interviewees came from Poland (5), Romania (4), Bulgaria (3) and Malta (1). Fourteen people were interviewed.",
       {"wrong-sum: 5 + 4 + 3 + 1 is 13, and not 14"}},
  };
  for (const auto& [text, wanted] : cases) {
    CAPTURE(text);
    CHECK(told(examined(text)) == wanted);
  }
  const ExaminedPaper paper =
      examine_paper(read_text_paper("| Pseudonym | Age |\n|---|---|\n| Kieran | 23 |\n| Abdi | 30 |\n| Sol | 52 "
                                    "|\n\n\u201CI sit there\u201D (Kieran, 23).\n\n"
                                    "\u201CI stand there\u201D (Kieron, 23).\n",
                                    {paper_language().numbers}, true),
                    paper_language(), {});
  CHECK(told(paper) == std::vector<std::string>{"mixed-ids: spellings of Kieran are mixed: Kieron"});
}

TEST_CASE("turns of several in one quotation, and lines that lead to one") {
  CHECK(credited("    FG-B: My cousin lent me money for it. FG-D: You're the bank now.\n\nOthers agreed.\n\n    FG-E: "
                 "It is hers.\n") == std::vector<std::string>{"FG-B: My cousin lent me money for it.",
                                                              "FG-D: You're the bank now.", "FG-E: It is hers."});
  CHECK(credited("T4, secondary, autumn term:\n\n    I've a trolley with a wheel.\n\nT11, primary, autumn term:\n\n    "
                 "It's her room.\n\n"
                 "T2, primary, summer term:\n\n    It is mine now.\n") ==
        std::vector<std::string>{"T4: I've a trolley with a wheel.", "T11: It's her room.", "T2: It is mine now."});
}

TEST_CASE("what an extract holds is one finding that says whose it is, and a name that is cut already is none") {
  const auto search = [](const std::vector<std::string>& texts) {
    std::vector<std::vector<FoundInWords>> found(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (const std::string name : {"Mrs P", "Gavin Lee", "Ann Oak", "Mum", "God", "Saint Jude"}) {
        const auto at = texts[i].find(name);
        if (at != std::string::npos)
          found[i].push_back(
              {{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())}, "PERSON"});
      }
    }
    return found;
  };
  const ExaminedPaper paper = examine_paper(
      read_text_paper("\u201CGavin Lee knew Ann Oak\u201D (P3, nurse). \u201CIt is Mrs P who knew\u201D (P4, nurse). "
                      "\u201CMum went to God and to Saint Jude for it\u201D (P5, nurse).",
                      {paper_language().numbers}, false),
      paper_language(), search);
  REQUIRE(told(paper) == std::vector<std::string>{"identifier: an extract of P3 holds PERSON"});
  CHECK(paper.findings[0].where.size() == 2);
}

TEST_CASE("a language that lacks a list of words for papers is refused by the list's name") {
  const test::TemporaryFolder folder;
  std::filesystem::copy(MONIKER_SOURCE_DIR "/rules/en-GB", folder.path() / "en-GB",
                        std::filesystem::copy_options::recursive);
  CHECK_NOTHROW(PaperWords::load(folder.path(), "en-GB"));
  std::ifstream whole(MONIKER_SOURCE_DIR "/rules/en-GB/manuscript/words.tsv");
  std::ofstream without(folder.path() / "en-GB/manuscript/words.tsv");
  for (std::string line; std::getline(whole, line);) {
    if (!line.starts_with("titles\t")) without << line << '\n';
  }
  without.close();
  std::string what;
  try {
    PaperWords::load(folder.path(), "en-GB");
  } catch (const Error& error) {
    what = error.problem().what;
  }
  CHECK(what == "no row has words of the list `titles`");
}
