// Ways of stating a sample, and of telling of people, that hardly any paper of tests/manuscripts has: a line of
// wordings_of_sums.tsv or of another wordings_of_*.tsv each, or a short paper. All of it is invented.
#include <catch2/catch.hpp>
#include <fstream>

#include "manuscript/examined_paper.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

const PaperWords& language_of_wordings() {
  static const PaperWords words = PaperWords::load(MONIKER_SOURCE_DIR "/rules", "en-GB");
  return words;
}

std::vector<std::string> found_in_wording(std::string_view text) {
  const ManuscriptReading reading{language_of_wordings().numbers};
  Manuscript paper = read_text_paper(text, reading, true);
  leave_out_example_numbers(paper);
  std::vector<std::string> out;
  for (const PaperFinding& finding : examine_paper(std::move(paper), language_of_wordings(), {}).findings)
    out.push_back(std::string(name_of(finding.fault)) + ": " + finding.says);
  return out;
}

/// With its \n as ends of lines.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool end = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
    out += end ? '\n' : text[i];
    i += end;
  }
  return out;
}

struct Wording {
  std::string finding{}, text{};
};

/// Lines of a file beside this one, without its comments.
std::vector<Wording> wordings_in(const std::string& file) {
  std::ifstream lines(MONIKER_SOURCE_DIR "/tests/unit/custodian/manuscript/" + file);
  REQUIRE(lines);
  std::vector<Wording> all;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != line.npos);
    all.push_back({line.substr(0, tab), "# A paper\n\n" + unescaped(std::string_view(line).substr(tab + 1))});
  }
  return all;
}

struct WordingOfPeople {
  std::string_view text;
  std::vector<std::string> findings;
};

}  // namespace

TEST_CASE("each wording of a sum is told as wrong, or not, as its line says") {
  const auto wordings = wordings_in("wordings_of_sums.tsv");
  for (const auto& [finding, text] : wordings) {
    CAPTURE(finding, text);
    CHECK(found_in_wording(text) ==
          (finding.empty() ? std::vector<std::string>{} : std::vector<std::string>{"wrong-sum: " + finding}));
  }
  CHECK(wordings.size() > 250);
}

TEST_CASE("each wording of who speaks, and of what is told of them, finds what its line says") {
  constexpr const char* files[] = {"wordings_of_people.tsv", "wordings_of_leads.tsv", "wordings_of_ids.tsv",
                                   "wordings_of_speakers.tsv"};
  std::size_t read = 0;
  for (const char* file : files) {
    for (const auto& [finding, text] : wordings_in(file)) {
      CAPTURE(finding, text);
      CHECK(found_in_wording(text + "\n") ==
            (finding.empty() ? std::vector<std::string>{} : std::vector<std::string>{finding}));
      ++read;
    }
  }
  CHECK(read > 300);
}

TEST_CASE("an environment of a paper's own that is a box says who speaks in what it takes") {
  const ManuscriptReading reading{language_of_wordings().numbers};
  const std::string box =
      "\\newtcolorbox{voice}[2]{title={#1 \\hfill #2}}\n\\newcommand{\\p}[1]{P#1}\n\\begin{document}\nSix took "
      "part.\n\n\\begin{voice}{\\p{3}}{woman, welder}\nIt was late, and I had no key.\n\\end{voice}\n\n"
      "\\begin{voice}{\\p{4}}{man, welder}\nI left long before that.\n\\end{voice}\n\\end{document}\n";
  const ExaminedPaper paper = examine_paper(read_tex_paper(box, reading), language_of_wordings(), {});
  REQUIRE(paper.talk.extracts.size() == 2);
  REQUIRE(paper.talk.extracts[0].attribution);
  CHECK(paper.talk.attributions[*paper.talk.extracts[0].attribution].ids[0].written() == "P3");
  CHECK(paper.talk.extracts[0].text == "It was late, and I had no key.");
}

TEST_CASE("who cannot be one person, whose ID is spelled in two ways, and who is the only one, in other words") {
  const WordingOfPeople ways[] = {
      {"# A paper\n\nTwenty nurses took part.\n\n> It was late. (N3, female, ward A)\n\n> I left. (N4, male, ward "
       "B)\n\nN3 told us that his own shift had been cut.\n",
       {"contradiction: N3 is two people (gender: female and male)"}},
      {"# A paper\n\nTwenty farmers took part.\n\n> It was late. (F3, owner, dairy)\n\n> I left. (F4, tenant, "
       "beef)\n\n> I never did. (F3, tenant, dairy)\n",
       {"contradiction: F3 is two people (tenure: owner and tenant)"}},
      {"# A paper\n\nTwenty teachers took part. T3 became head teacher between the interviews.\n\n> It was late. (T3, "
       "classroom teacher)\n\n> I left. (T4, classroom teacher)\n\n> I never did. (T3, head teacher)\n",
       {}},
      {"# A paper\n\nTwenty teachers took part.\n\n> It was late. (T3, classroom teacher, School A)\n\n> I left. (T4, "
       "classroom teacher, School B)\n\n> I left, too. (T9, head teacher, School B)\n\n> I never did. (T3, classroom "
       "teacher, School B)\n",
       {"contradiction: T3 is two people (school: a and b)"}},
      {"# A paper\n\nTwenty teachers took part.\n\nT3, aged 29, laughed:\n\n> It was late.\n\nT3 (47, Leeds) "
       "said:\n\n> I left.\n",
       {"contradiction: T3 is two people (age: 29 and 47)"}},
      {"# A paper\n\nWe interviewed 15 divers, D1 to D15.\n\n> It was late. (D3)\n\n> I left. (D17)\n\n> We left. "
       "(D4)\n",
       {"beyond-sample: D17 is beyond the last, D 15"}},
      {"# A paper\n\nWe interviewed 15 divers.\n\n> It was late. (Diver 3)\n\n> I left. (Diver 18)\n\n> We left. "
       "(Diver 4)\n\n> We left. (Diver 5)\n",
       {"beyond-sample: Diver 18 is beyond the sample of 15"}},
      {"# A paper\n\nWe interviewed 15 divers. Three numbers were not given, so that the last is D18.\n\n> It was "
       "late. (D3)\n\n> I left. (D18)\n\n> We left. (D4)\n\n> We left. (D5)\n",
       {}},
      {"# A paper\n\nWe interviewed 15 divers. Eighteen had signed up and kept their numbers (1 to 18) although three "
       "dropped out.\n\n> It was late. (D3)\n\n> I left. (D18)\n\n> We left. (D4)\n\n> We left. (D5)\n",
       {}},
      {"# A paper\n\nFour focus groups were held, with six (FG1), five (FG2), seven (FG3) and six (FG4) members.\n\n> "
       "It was late. (FG1-P3)\n\n> I left. (FG2-P6)\n\n> We left. (FG3-P7)\n\n> We left. (FG4-P5)\n",
       {"beyond-sample: FG2-P6 is beyond the last, FG2-P 5"}},
      {"# A paper\n\nSix nurses (N1-N6) and four doctors (D1-D4) took part.\n\n> It was late. (N3)\n\n> I left. "
       "(D5)\n\n> We left. (N4)\n\n> We left. (D2)\n",
       {"beyond-sample: D5 is beyond the last, D 4"}},
      {"# A paper\n\nSix nurses and four doctors took part; they are numbered N1 to N6 and D1 to D4.\n\n> It was late. "
       "(N3)\n\n> I left. (Dr 4)\n\n> We left. (N04)\n\n> We left. (D2)\n\n> We left. (N1)\n",
       {"mixed-ids: paddings of n are mixed: N1 (4), N04 (1)"}},
      {"# A paper\n\nTwelve potters took part.\n\n> It was late. (P3)\n\n> I left. (P4)\n\n> We left. (P5)\n\n> We "
       "left. (p6)\n",
       {"mixed-ids: spellings of p are mixed: P3 (3), p6 (1)"}},
      {"# A paper\n\nTwelve potters took part.\n\n> It was late. (P3)\n\n> I left. (P4)\n\n> We left. (P5)\n\n> We "
       "left. (P-6)\n",
       {"mixed-ids: spellings of p are mixed: P3 (3), P-6 (1)"}},
      {"# A paper\n\nTwelve potters took part.\n\n> It was late. (Potter 3)\n\n> I left. (Potter 4)\n\n> We left. "
       "(Potter 5)\n\n> We left. (Poter 6)\n",
       {"mixed-ids: prefixes are mixed: Potter 3 (3), Poter 6 (1)"}},
      {"# A paper\n\nTwelve potters took part. All names are pseudonyms.\n\n> It was late. (Aleksandra, 34, "
       "Leeds)\n\n> I left. (Brian, 45, York)\n\n> We left. (Alexandra, 34, Leeds)\n",
       {"mixed-ids: spellings of Aleksandra are mixed: Alexandra"}},
      {"# A paper\n\nTwelve potters took part. All names are pseudonyms.\n\n> It was late. (Mohammed, 34, Leeds)\n\n> "
       "I left. (Brian, 45, York)\n\n> We left. (Mohamed, 34, Leeds)\n",
       {"mixed-ids: spellings of Mohammed are mixed: Mohamed"}},
      {"# A paper\n\nTwelve potters took part. All names are pseudonyms.\n\n> It was late. (Catherine, 34, Leeds)\n\n> "
       "I left. (Brian, 45, York)\n\n> We left. (Katherine, 61, Hull)\n",
       {}},
      {"# A paper\n\nTwelve potters took part. All names are pseudonyms.\n\n> It was late. (Jon, 34, Leeds)\n\n> I "
       "left. (Brian, 45, York)\n\n> We left. (Joan, 34, Hull)\n",
       {}},
      {"# A paper\n\nTwelve potters took part: eleven women and one man.\n\n> It was late. (P3, woman)\n\n> I left. "
       "(P4, man)\n",
       {"unique: P4 is the only one of the sample who is \"man\""}},
      {"# A paper\n\nTwelve potters took part. All but one were women.\n\n> It was late. (P3, woman)\n\n> I left. (P4, "
       "man)\n",
       {"unique: P4 is the only one of the sample who is \"he\""}},
      {"# A paper\n\nTwelve potters took part. The only man among them had trained in Japan.\n\n> It was late. (P3, "
       "woman)\n\n> I left. (P4, man)\n",
       {"unique: P4 is the only one of the sample who is \"man\""}},
      {"# A paper\n\nTwelve potters took part: seven in stoneware, four in earthenware and a single one in "
       "porcelain.\n\n> It was late. (P3, stoneware)\n\n> I left. (P4, porcelain)\n",
       {"unique: P4 is the only one of the sample who is \"in porcelain\""}},
      {"# A paper\n\nTwelve potters took part: seven in stoneware, four in earthenware, and one worked in "
       "porcelain.\n\n> It was late. (P3, stoneware)\n\n> I left. (P4, porcelain)\n",
       {"unique: P4 is the only one of the sample who is \"worked in porcelain\""}},
      {"# A paper\n\nTwelve nurses took part. There was only one ward sister.\n\n> It was late. (P3, staff nurse)\n\n> "
       "I left. (P4, ward sister)\n",
       {"unique: P4 is the only one of the sample who is \"ward sister\""}},
      {"# A paper\n\nTwelve nurses took part. One participant was a trainee.\n\n> It was late. (P3, staff nurse)\n\n> "
       "I left. (P4, trainee)\n",
       {"unique: P4 is the only one of the sample who is \"participant was a trainee\""}},
      {"# A paper\n\nTwelve nurses took part. Eleven worked full time; the other one was part-time.\n\n> It was late. "
       "(P3, full-time)\n\n> I left. (P4, part-time)\n",
       {"unique: P4 is the only one of the sample who is \"was part-time\""}},
      {"# A paper\n\nEight of us met.\n\n(1) FG1-S1: My mother put the spoon down when I said it wrong.\n\n(2) FG1-S2: "
       "You only do it with your own people here.\n\n(3) FG2-S1: I asked her to do it, and she did it.\n\n(4) FG1/S2: "
       "If they laugh and you laugh then you are in.\n",
       {"mixed-ids: spellings of fg are mixed: FG1-S2 (3), FG1/S2 (1)"}},
      {"# A paper\n\nWe interviewed 12 adults with hearing loss. Extracts are marked with the number of the "
       "interview.\n\n\"I wear it up on the train.\" [Interview 4]\n\n\"I wear it down at work.\" [Interview 9]\n\n\"I "
       "dropped it down the drain.\" [Interview 15]\n",
       {"beyond-sample: Interview 15 is beyond the sample of 12"}},
      {"# A paper\n\nWe interviewed 12 adults with hearing loss. Extracts are marked with the number of the "
       "interview.\n\n\"I wear it up on the train.\" [Interview 4, woman, 71]\n\n\"I wear it down at work.\" "
       "[Interview 9, man]\n\nHe had built a box for it:\n\n\"My late wife had a box for her rings.\" [Interview 4]\n",
       {"contradiction: Interview 4 is two people (gender: female and male)"}},
      {"# A paper\n\nTwelve gymnasts are numbered G1 to G12.\n\n> I left it there. (G2)\n\n> I did not go. (G4)\n\n> "
       "We went home. (G7)\n\n> I asked again. (GY4)\n",
       {"mixed-ids: prefixes are mixed: G4 (5), GY4 (1)"}},
      {"# A paper\n\nTwenty runners were interviewed. Pseudonyms were chosen by the participants.\n\nDesmond, a "
       "retired bus driver of 67, recalled:\n\n\"I have never been told that I was going too fast.\"\n\nKarolina, who "
       "had just turned 55, explained:\n\n\"I run with my mother on one shoulder.\"\n\nWhen asked what he would be "
       "doing, Desmond, who at 58 was still driving, said:\n\n\"I would be on the settee.\"\n\nCarolina had kept the "
       "list on the refrigerator:\n\n\"My name is between two people who are twenty-five.\"\n",
       {"contradiction: Desmond is two people (age: 67 and 58)",
        "mixed-ids: spellings of Karolina are mixed: Carolina"}},
      {"# A paper\n\nTwelve teachers were interviewed, seven women and five men.\n\n| ID | Gender |\n|---|---|\n| T1 | "
       "Woman |\n| T2 | Woman |\n| T3 | Woman |\n| T4 | Woman |\n| T5 | Woman |\n| T6 | Woman |\n| T7 | Man |\n| T8 | "
       "Man |\n| T9 | Man |\n| T10 | Man |\n| T11 | Man |\n| T12 | Man |\n\n> I never learned to draw at all. "
       "(T3)\n\n> I did. (T4)\n\n> So did I. (T8)\n",
       {"wrong-sum: 7 + 5 in one place, and 6 + 6 in another"}},
      {"# A paper\n\nOf the 28 farmers, 27 farmed conventionally, and one was certified as organic.\n\n> It looks a "
       "mess. (F16, certified organic, upland)\n\n> It was green. (F3, conventional, valley)\n\n> It was not. (F9, "
       "conventional, coast)\n",
       {"unique: F16 is the only one of the sample who \"was certified as organic\""}},
      {"# A paper\n\nTwenty nurses took part.\n\n> It was late. (N3, woman, 34)\n\nN3 said that a man had lost his own "
       "key.\n\n> I left. (N4, man, 41)\n",
       {}},
      {"# A paper\n\nTwenty farmers took part.\n\n> It was late. (F3, owner of a cafe, tenant)\n\n> I left. (F4, "
       "tenant)\n\n> I never did. (F3, tenant)\n",
       {}},
      {"# A paper\n\nTwelve potters took part. The only man who spoke of money was from Leeds.\n\n> It was late. (P3, "
       "woman)\n\n> I left. (P4, man)\n",
       {}},
      {"# A paper\n\nTwelve potters took part. She was the only doctor in the valley, a man told us.\n\n> It was late. "
       "(P3, doctor)\n\n> I left. (P4, nurse)\n",
       {}},
      {"# A paper\n\nTwelve potters took part. Names are pseudonyms.\n\nSome put it in terms of money:\n\n> It was "
       "late, and I had to go. (Sara, 34)\n\nOthers, who had come later, laughed:\n\n> I left. (Omar, 45)\n\nDoctors "
       "had another view:\n\n> I left. (Ines, 41)\n",
       {}},
      {"# A paper\n\nTwelve potters took part. Names are pseudonyms.\n\n> It was late. (Sarah, 34, Leeds)\n\n> I left. "
       "(Sara, 61, York)\n\n> We left. (Brian, 45)\n",
       {}},
      {"# A paper\n\nTwelve potters took part. Names are pseudonyms.\n\n> It was late. (Marie, woman, Leeds)\n\n> I "
       "left. (Maria, woman, York)\n\n> We left. (Brian, 45)\n",
       {}},
      {"# A paper\n\nTwelve potters took part.\n\nHe had left her in spring, and she had kept the shop. She "
       "laughed:\n\n> It was late. (P3, woman)\n\nHer husband stood at the door. He said nothing, she told us:\n\n> I "
       "left. (P4, woman)\n",
       {}},
      {"# A paper\n\nTwelve potters took part.\n\nP3, who at 15 had left school, taught herself.\n\n> It was late. "
       "(P3, woman, 52)\n\n> I left. (P4, man, 41)\n",
       {}},
      {"# A paper\n\nTwelve potters took part.\n\nP3, a mother of 3, laughed.\n\n> It was late. (P3, woman, 52)\n\n> I "
       "left. (P4, man, 41)\n",
       {}},
      {"# A paper\n\nSix nurses and six doctors took part. (1) The first theme is time.\n\n> It was late. (N3, staff "
       "nurse on Ward A)\n\n> I left. (N3, staff nurse)\n\n> I left. (D3, doctor without a car)\n\n> I left. (D3, "
       "doctor)\n",
       {}},
      {"# A paper\n\nTwelve guides took part. Extracts are marked by interview.\n\n> It was late. [Interview 4]\n\n> I "
       "left. [Interview 14]\n\nThere were 16 interviews, as four guides were interviewed twice.\n\n> I left. "
       "[Interview 7]\n",
       {}},
      {"# A paper\n\nTwelve guides took part.\n\n> It was late. (G4)\n\n> I left. (G2)\n\n> I left. (G7)\n\n> I left. "
       "(GP4, general practitioner)\n",
       {}},
      {"# A paper\n\nTwelve guides took part. G4 is a guide with 22 years of experience, G2 a newcomer.\n\n> It was "
       "late. (G4, senior guide)\n\n> I left. (G2, guide)\n\n> I left. (G4, guide)\n",
       {}},
      {"# A paper\n\nTwelve guides took part.\n\n> It was late. (G4, guide, urban museum)\n\n> I left. (G2, guide, "
       "rural museum)\n\nG4 had moved up to head of education by the second interview.\n\n> I left. (G4, head of "
       "education, urban museum)\n",
       {}},
  };
  for (const WordingOfPeople& way : ways) {
    CAPTURE(way.text);
    CHECK(found_in_wording(way.text) == way.findings);
  }
}
