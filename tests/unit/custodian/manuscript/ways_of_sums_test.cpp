// Samples and their breakdowns as papers of many disciplines state them: what is said of each, nothing where all is
// well. All of it is invented.
#include <catch2/catch.hpp>

#include "manuscript/examined_paper.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

const PaperWords& language_of_ways() {
  static const PaperWords words = PaperWords::load(MONIKER_SOURCE_DIR "/rules", "en-GB");
  return words;
}

std::vector<std::string> said_of(std::string_view text, std::string_view format) {
  const ManuscriptReading reading{language_of_ways().numbers};
  Manuscript paper = format == "tex" ? read_tex_paper(text, reading) : read_text_paper(text, reading, format == "md");
  std::vector<std::string> out;
  for (const PaperFinding& finding : examine_paper(std::move(paper), language_of_ways(), {}).findings)
    out.push_back(std::string(name_of(finding.fault)) + ": " + finding.says);
  return out;
}

struct Way {
  std::string_view text;
  std::vector<std::string> findings;
};
struct TableWay {
  std::string_view format, text;
  std::vector<std::string> findings;
};

}  // namespace

TEST_CASE("sentences that break a sample down, rightly and wrongly") {
  const Way ways[] = {
      {"A purposive sample of 22 ward sisters was recruited from three trusts. Twelve had trained at a university, "
       "seven in a hospital school and four abroad.",
       {"wrong-sum: 12 + 7 + 4 is 23, and not 22"}},
      {"We spoke with 24 beekeepers. Of the 24, eleven kept fewer than five hives, eight kept five to twenty and six "
       "kept more than twenty. All of them sold honey.",
       {"wrong-sum: 11 + 8 + 6 is 25, and not 24"}},
      {"In all, 18 interviews were carried out with 18 probation officers. Nine officers worked in the community. Six "
       "worked in prisons. The other four worked in approved premises.",
       {"wrong-sum: 9 + 6 + 4 is 19, and not 18"}},
      {"Participants were 14 tattooists: eight women and six men. Six worked alone, five in a shared studio and four "
       "for a chain.",
       {"wrong-sum: 6 + 5 + 4 is 15, and not 14"}},
      {"Participants (n = 36) were asked for their first language. English was the first language of 44%, Welsh of "
       "31%, Polish of 19% and Arabic of 11%.",
       {"wrong-sum: 44 % + 31 % + 19 % + 11 % is 105 %, and not 100"}},
      {"Participants (n = 36) were asked which languages they spoke at work. English was spoken by 94%, Welsh by 31%, "
       "Polish by 19% and Arabic by 11%.",
       {}},
      {"Four focus groups were held (FG1, n = 8; FG2, n = 7; FG3, n = 6; FG4, n = 6), with 28 participants in total.",
       {"wrong-sum: 8 + 7 + 6 + 6 is 27, and not 28"}},
      {"Four focus groups were held (FG1, n = 8; FG2, n = 7; FG3, n = 6; FG4, n = 6), with 27 participants in total.",
       {}},
      {"Twenty couriers were interviewed. Nine had one employer, six had two employers and five had three or more.",
       {}},
      {"Twenty couriers were interviewed. Nine had one employer, six had two employers and four had three or more.",
       {"wrong-sum: 9 + 6 + 4 is 19, and not 20"}},
      {"Sixteen teachers were interviewed, aged between 24 and 61. Ten taught in primary schools, six in secondary "
       "schools. Their experience ranged from two to 30 years; five had taught for under five years, seven for five to "
       "ten, and four for longer.",
       {}},
      {"We interviewed 30 pharmacists. A third (n = 10) owned their pharmacy, and the rest (n = 22) were employed.",
       {"wrong-sum: 10 + 22 is 32, and not 30"}},
      {"Of 31 people invited, four declined, three could not be reached and 24 took part. Fourteen were men and ten "
       "were women.",
       {}},
      {"Of 31 people invited, four declined, two could not be reached and 24 took part. Fourteen were men and ten were "
       "women.",
       {"wrong-sum: 4 + 2 + 24 is 30, and not 31"}},
      {"The sample consisted of 16 social workers, of whom five were newly qualified, eight were experienced and four "
       "were managers.",
       {"wrong-sum: 5 + 8 + 4 is 17, and not 16"}},
      {"The sample consisted of 16 social workers, of whom five were newly qualified (three women and two men), eight "
       "were experienced (seven women, one man) and three were managers, all women.",
       {}},
      {"The sample consisted of 16 social workers, of whom five were newly qualified (three women and three men), "
       "eight were experienced (seven women, one man) and three were managers, all women.",
       {"wrong-sum: 3 + 3 is 6, and not 5"}},
      {"The 18 interviewees were all stewards. Ten worked at the stadium, eight at the arena, twelve of them at "
       "weekends only, and six had worked at both.",
       {}},
      {"All 25 respondents were asked what had helped: 14 said friends, 11 said work, nine said exercise and three "
       "said nothing had.",
       {}},
      {"Interviewees came from three sectors: education (9), health (7) and housing (5). Altogether 20 people were "
       "interviewed between March and July 2022.",
       {"wrong-sum: 9 + 7 + 5 is 21, and not 20"}},
      {"Twenty-three interviews were conducted, two of which were pilots. Data from 21 of these are reported here: 13 "
       "with clients and nine with keyworkers.",
       {"wrong-sum: 13 + 9 is 22, and not 21"}},
      {"Our 15 informants were mostly older farmers: five were in their fifties, seven were in their sixties and four "
       "were over seventy.",
       {"wrong-sum: 5 + 7 + 4 is 16, and not 15"}},
      {"Participants' ethnicity was recorded as White British (n = 14), Black African (n = 4), Pakistani (n = 3), and "
       "Indian (n = 2); three participants preferred not to answer. In total 26 people took part.",
       {}},
      {"Eight apprentices were interviewed three times, yielding 24 interviews. Five finished their training, two left "
       "in the second year and one left in the third.",
       {}},
      {"Of 40 respondents, 17 (42.5%) lived alone, 13 (32.5%) with a partner and 10 (35%) with their parents.",
       {"wrong-sum: 10 is 25 % of the sample, and 35 % is said"}},
      {"The survey had 118 replies. From those who had replied, ten were chosen for interview: seven who had scored "
       "low and four who had scored high.",
       {"wrong-sum: 7 + 4 is 11, and not 10"}},
      {"The survey had 118 replies. From those who had replied, eleven were chosen for interview: seven who had scored "
       "low and four who had scored high.",
       {}},
      {"The twelve participants were seven teachers, four teaching assistants and two head teachers.",
       {"wrong-sum: 7 + 4 + 2 is 13, and not 12"}},
      {"The twelve participants were seven teachers, four teaching assistants and a head teacher.", {}},
      {"I interviewed seventeen magistrates. By length of service, eight had sat for less than five years, six for "
       "between five and ten, and four for longer.",
       {"wrong-sum: 8 + 6 + 4 is 18, and not 17"}},
      {"I interviewed seventeen magistrates. Eight had sat for less than five years. Six had sat for between five and "
       "ten. The remaining three had sat for longer.",
       {}},
      {"Fourteen chefs took part in the study:\n\n- six head chefs\n- five sous-chefs\n- four commis",
       {"wrong-sum: 6 + 5 + 4 is 15, and not 14"}},
      {"Of the 20 hauliers, twelve used a telephone, nine a notebook and four an app.", {}},
      {"Study 1 had 12 participants (seven women and five men). Study 2 had 15 participants (nine women and six men). "
       "In Study 2, eight were students and seven worked.",
       {}},
      {"The final sample (N = 48) comprised 31 women (64.6%), 15 men (31.3%) and two non-binary people (4.2%).", {}},
      {"The final sample (N = 48) comprised 31 women (64.6%), 15 men (31.3%) and two non-binary people (6.2%).",
       {"wrong-sum: 2 is 4.2 % of the sample, and 6.2 % is said"}},
      {"Participants (n = 21): women, 13; men, 8. Role: nurse, 9; doctor, 7; manager, 6.",
       {"wrong-sum: 9 + 7 + 6 is 22, and not 21"}},
      {"Participants (n = 21): women, 13; men, 8. Role: nurse, 9; doctor, 7; manager, 5.", {}},
      {"Nineteen coaches consented and two later withdrew, leaving 17. Nine coached football, five swimming and four "
       "judo.",
       {"wrong-sum: 9 + 5 + 4 is 18, and not 17"}},
      {"Asked whether they would stay, ten of the 22 trainees said yes, seven no, and five did not know.", {}},
      {"Asked whether they would stay, ten of the 22 trainees said yes, seven no, and six did not know.",
       {"wrong-sum: 10 + 7 + 6 is 23, and not 22"}},
      {"Twenty-six tenants took part. Nine of them had moved in within a year; of the nine, four had come from another "
       "town and five from the same street.",
       {}},
      {"Twenty-six tenants took part. Nine of them had moved in within a year; of the nine, four had come from another "
       "town and six from the same street.",
       {"wrong-sum: 4 + 6 is 10, and not 9"}},
      {"Three focus groups were held, with five, six and seven members (19 in all). Nobody came twice.",
       {"wrong-sum: 5 + 6 + 7 is 18, and not 19"}},
      {"Of the 60 firms that we wrote to, 22 agreed, 31 refused and nine did not reply.",
       {"wrong-sum: 22 + 31 + 9 is 62, and not 60"}},
      {"Of the 60 firms that we wrote to, 22 agreed, 31 refused and seven did not reply.", {}},
      {"Ten interviewees were teachers and eight were governors (two were both); 16 people were interviewed in all.",
       {}},
      {"We held 15 interviews with 18 people, three of them joint. Ten interviewees were women and eight were men. "
       "Twelve interviews took place at home and three at work.",
       {}},
      {"We spoke with 20 porters. Of the 20, eleven had worked nights, and of these seven still did; nine had never "
       "done so.",
       {}},
      {"Fifteen growers were interviewed: nine women and six men. Seven grew apples, five pears and two plums. One had "
       "given up growing.",
       {}},
      {"The 30 interviews were held with 22 pilots. Ten pilots flew cargo, twelve passengers. Eight were interviewed "
       "twice, and fourteen once.",
       {}},
      {"Of the 45 families invited, 28 agreed. Twelve had one child, ten had two, and six three or more.", {}},
      {"Eighteen singers took part. Ten were women. Six had sung since childhood, seven since school and five since "
       "retirement. The other eight were men.",
       {}},
      {"Among the 24 guards, ten had been assaulted, eight threatened and seven had seen either happen to others. Five "
       "had seen none.",
       {}},
      {"Twenty-seven patients were approached, 19 consented and 16 were interviewed: nine men, seven women. Ten had "
       "one condition, four had two and two had three.",
       {}},
      {"Participants (n = 26) had studied law (n = 11), medicine (n = 8) or engineering (n = 6); one had not studied.",
       {}},
      {"We read 60 letters and interviewed 16 of their writers: ten by telephone and six in person. Forty letters were "
       "from women, 18 from men and two were unsigned.",
       {}},
      {"Sixteen farmers were interviewed twice: 16 in spring and 14 in autumn. Nine kept sheep, seven cattle and three "
       "both.",
       {}},
      {"Sixteen guides took part. By sector, seven worked in museums, six in parks and four on buses.",
       {"wrong-sum: 7 + 6 + 4 is 17, and not 16"}},
      {"Of the 20 who agreed, 12 were seen at home and nine at the clinic.", {"wrong-sum: 12 + 9 is 21, and not 20"}},
      {"Interviewees comprised 16 jurors: eleven women and six men. They were recruited by letter.",
       {"wrong-sum: 11 + 6 is 17, and not 16"}},
      {"Of the 40 founders, 45% ran a firm in software, 35% one in retail and 25% one in food.",
       {"wrong-sum: 45 % + 35 % + 25 % is 105 %, and not 100"}},
      {"Interviews took place in three valleys, eight in the first, six in the second and five in the third, with 19 "
       "shepherds in all.",
       {}},
      {"Twenty-six jurors returned the form. Twelve were women and 13 were men; one left the question blank.", {}},
      {"Participants' highest qualification was a degree (8), A-levels (7) or GCSEs (4). In total there were 18 "
       "participants.",
       {"wrong-sum: 8 + 7 + 4 is 19, and not 18"}},
      {"Each of the 13 dockers had worked on at least two quays. Five had started before 1980, three between 1980 and "
       "1990 and five later.",
       {}},
      {"FG1 had seven members, FG2 had six and FG3 had eight. In all, 22 residents took part.",
       {"wrong-sum: 7 + 6 + 8 is 21, and not 22"}},
      {"The 16 mothers had 29 children between them: seven had one child, five had two and four had three.", {}},
      {"The 23 cooks were interviewed in 12 kitchens: five in hotels, four in schools and three in hospitals.", {}},
      {"The 23 cooks were interviewed in 12 kitchens: five in hotels, four in schools and four in hospitals.",
       {"wrong-sum: 5 + 4 + 4 is 13, and not 12"}},
      {"Seventeen cleaners were interviewed. Eight worked nights, five worked mornings and four worked both; on "
       "average they worked 31 hours over five days at three sites.",
       {}},
      {"Seventeen cleaners were interviewed. Eight worked nights, five worked mornings and five worked days; on "
       "average they worked 31 hours over five days at three sites.",
       {"wrong-sum: 8 + 5 + 5 is 18, and not 17"}},
  };
  for (const Way& way : ways) {
    CAPTURE(way.text);
    CHECK(said_of(way.text, "txt") == way.findings);
  }
}

TEST_CASE("tables that break a sample down, however they are set") {
  const TableWay ways[] = {
      {"md",
       R"(We interviewed 15 surveyors.^3,4^ Nine were women and six were men.^5^ Seven worked for a council, five for a firm and three for themselves.^6,7^
)",
       {}},
      {"md",
       R"(We interviewed 22 bus drivers.

Table 1. Sample

| Depot | Drivers |
|---|---|
| Northgate | 9 |
| Riverside | 8 |
| Hill End | 6 |
)",
       {"wrong-sum: 9 + 8 + 6 is 23, and not 22"}},
      {"md",
       R"(We interviewed 22 bus drivers.

Table 1. Sample by depot and shift

| Depot | Early | Late | Total |
|---|---|---|---|
| Northgate | 5 | 4 | 9 |
| Riverside | 3 | 5 | 7 |
| Hill End | 2 | 4 | 6 |
)",
       {"wrong-sum: 3 + 5 is 8, and not 7"}},
      {"tex",
       R"(\documentclass{article}\begin{document}
We interviewed 20 midwives.
\begin{table}
\caption{Participants (N = 20)}
\begin{tabular}{lrr}
\toprule
Characteristic & n & \% \\
\midrule
\multicolumn{3}{l}{\textit{Place of work}} \\
\quad Hospital & 11 & 55 \\
\quad Community & 6 & 30 \\
\quad Birth centre & 4 & 20 \\
\multicolumn{3}{l}{\textit{Years qualified}} \\
\quad Under 5 & 7 & 35 \\
\quad 5 to 10 & 8 & 40 \\
\quad Over 10 & 5 & 25 \\
\bottomrule
\end{tabular}
\end{table}
\end{document}
)",
       {"wrong-sum: 11 + 6 + 4 is 21, and not 20"}},
      {"txt",
       R"(Fourteen potters were interviewed.

Table 2. Potters by region
------------------------------
Region              n      %
------------------------------
North               6     43
Midlands            5     36
South               4     29
------------------------------
Total              14    100
)",
       {"wrong-sum: 6 + 5 + 4 is 15, and not 14"}},
      {"txt",
       R"(Fourteen potters were interviewed.

Table 2. Potters by region

=============================
Region              Number
=============================
North                    6
Midlands                 5
South                    3
-----------------------------
All                     14
=============================
)",
       {}},
      {"txt",
       R"(Fourteen curators were interviewed.

Table 1: Curators

Museum,Number
National,5
Regional,6
University,4
Total,14
)",
       {"wrong-sum: 5 + 6 + 4 is 15, and not 14"}},
      {"txt",
       R"(Fourteen curators were interviewed.

Table 1: Curators

Museum      | Number
------------+-------
National    | 5
Regional    | 6
University  | 3
Total       | 14
)",
       {}},
      {"txt",
       R"(Fourteen curators were interviewed.

Table 1: Curators

Museum      | Number
------------+-------
National    | 5
Regional    | 6
University  | 4
Total       | 14
)",
       {"wrong-sum: 5 + 6 + 4 is 15, and not 14"}},
      {"md",
       R"(Fourteen chefs took part in the study:

- head chefs (n = 6)
- sous-chefs (n = 5)
- commis (n = 4)
)",
       {"wrong-sum: 6 + 5 + 4 is 15, and not 14"}},
      {"tex",
       R"(\documentclass{article}\begin{document}
We interviewed 16 archivists.
\begin{table}[t]
\caption{Sample characteristics ($N=16$)}
\begin{tabularx}{\linewidth}{Xr}
\hline
\textbf{Employer} & \textbf{n (\%)} \\
\hline
University & 7 (44\%) \\
Council & 6 (38\%) \\
Charity & 4 (25\%) \\
\hline
\textbf{Gender} & \\
Female & 10 (63\%) \\
Male & 6 (38\%) \\
\hline
\end{tabularx}
\end{table}
\end{document}
)",
       {"wrong-sum: 7 + 6 + 4 is 17, and not 16"}},
      {"md",
       R"(We interviewed 16 archivists at four archives.

Table 1. The archives

| Archive | Staff | Visitors a week |
|---|---|---|
| A | 12 | 140 |
| B | 7 | 95 |
| C | 5 | 60 |
| D | 9 | 44 |
)",
       {}},
      {"md",
       R"(We interviewed 16 archivists.

Table 2. Codes by theme

| Theme | Archivists | References |
|---|---|---|
| Dust | 14 | 51 |
| Keys | 9 | 22 |
| Silence | 11 | 30 |
)",
       {}},
      {"md",
       R"(Twenty-three translators took part, 11 from agencies and 12 freelance.

**Table 1.** Participants

| | Agency (n = 11) | Freelance (n = 12) |
|---|---|---|
| **Gender** | | |
| Women | 7 | 8 |
| Men | 4 | 5 |
| **Experience** | | |
| Under 10 years | 6 | 4 |
| 10 years or more | 5 | 8 |
)",
       {"wrong-sum: 8 + 5 is 13, and not 12"}},
      {"txt",
       R"(Nineteen bailiffs took part.

Table 1. Characteristics of the bailiffs

Characteristic          n (%)
Age
  Under 40              9 (47)
  40 to 54              7 (37)
  55 or over            4 (21)
Gender
  Women                 5 (26)
  Men                  14 (74)
)",
       {"wrong-sum: 9 + 7 + 4 is 20, and not 19"}},
  };
  for (const TableWay& way : ways) {
    CAPTURE(way.text);
    CHECK(said_of(way.text, way.format) == way.findings);
  }
}

TEST_CASE("numbers that count nobody, and what a list is of where the paper has several") {
  const Way ways[] = {
      {"Twenty-two carpenters of nine villages were interviewed: ten masters, eight journeymen and five apprentices.",
       {"wrong-sum: 10 + 8 + 5 is 23, and not 22"}},
      {"Nineteen took part, from day centres (8), night shelters (7) and a hostel (5).",
       {"wrong-sum: 8 + 7 + 5 is 20, and not 19"}},
      {"Seventeen took part, from day centres (9), night shelters (5) and hostels (4).",
       {"wrong-sum: 9 + 5 + 4 is 18, and not 17"}},
      {"In one town we talked with 14 clerks and six porters, 20 people in all. Nine clerks worked nights, and five "
       "did "
       "not.",
       {}},
      {"Eight were blind and five had low vision; one of the eight was deafblind. We interviewed thirteen adults "
       "through "
       "a mailing list and two local associations.",
       {}},
      {"Of the 120 letters, 54 were complaints, 41 thanks and 25 requests, though it was the last three that we kept "
       "returning to.",
       {}},
      {"Of the 33 pilots, 19 flew by day, nine by night and six by both.", {"wrong-sum: 19 + 9 + 6 is 34, and not 33"}},
      {"Participants were 26 guards. Twelve worked days, eight worked nights and seven rotated.",
       {"wrong-sum: 12 + 8 + 7 is 27, and not 26"}},
      {"Thirteen of the 27 growers were organic and 15 were not.", {"wrong-sum: 13 + 15 is 28, and not 27"}},
      {"Thirteen of the 27 growers were organic and 14 were not.", {}},
      {"We recruited 16 sculptors, eight per studio, and 11 dealers. Seven sculptors worked in stone, five in wood and "
       "five in bronze.",
       {"wrong-sum: 7 + 5 + 5 is 17, and not 16"}},
      {"We recruited 16 sculptors, eight per studio, and 11 dealers. Seven sculptors worked in stone, five in wood and "
       "four in bronze.",
       {}},
      {"Ours is a sample of 29: sixteen mothers, eight fathers, four grandmothers and a grandfather.", {}},
      {"Ours is a sample of 29: sixteen mothers, nine fathers, four grandmothers and a grandfather.",
       {"wrong-sum: 16 + 9 + 4 + 1 is 30, and not 29"}},
      {"Twenty-three organists took part: 14 men, eight women and one who chose neither.", {}},
      {"Interviews were held with 24 riders and five dispatchers. Twenty-four riders were interviewed. Ten rode pedal "
       "bicycles, nine rode electric bicycles and the remaining six rode mopeds.",
       {"wrong-sum: 10 + 9 + 6 is 25, and not 24"}},
  };
  for (const Way& way : ways) {
    CAPTURE(way.text);
    CHECK(said_of(way.text, "md") == way.findings);
  }
  CHECK(said_of("Twenty cooks were interviewed.\n\nTable 1. Ages\n\n  Age            Ladlers\n  Under 30         7\n"
                "  30 to 49         9\n  50 or over       5\n  All             20\n",
                "txt") == std::vector<std::string>{"wrong-sum: 7 + 9 + 5 is 21, and not 20"});
}

TEST_CASE("who is quoted by a label with more than an ID, behind a colon, and by whoever stands nearer") {
  const char* text =
      "Eight librarians were interviewed.\n\n"
      "> Librarian 3, Branch A: It is rule six, between no hot food and no bicycles.\n\n"
      "\"You can't wake the one and not the other,\" said Librarian 1 (Branch A), and others agreed.\n\n"
      "A reader of maps (Librarian 4, Branch B) had put it so: \"I shelve at them until they wake up.\"\n";
  const ManuscriptReading reading{language_of_ways().numbers};
  const ExaminedPaper paper = examine_paper(read_text_paper(text, reading, true), language_of_ways(), {});
  std::vector<std::string> who;
  for (const Extract& one : paper.talk.extracts)
    who.push_back(one.attribution ? speaker_of(paper.talk.attributions[*one.attribution])->written() : "");
  CHECK(who == std::vector<std::string>{"Librarian 3", "Librarian 1", "Librarian 4"});
}

TEST_CASE("a heading before a number is no ID, and two values of one column are two people") {
  CHECK(said_of("**Participants** 18 men who had asked for it.\n\nTen men were interviewed at HB and eight at SM.\n\n"
                "\"They keep them in the office up there\" (HB-03).\n\n\"Silence is a reply in here\" (SM-04).\n",
                "md")
            .empty());
  const char* nurses =
      "Fourteen nurses took part.\n\n| ID | Setting |\n|---|---|\n| VN01 | First-opinion |\n| VN02 | Charity |\n"
      "| VN03 | Referral |\n| VN04 | Charity |\n\n"
      "\"I do a circuit of the room each time\" (VN01, F, first-opinion).\n\n"
      "\"She had sold her bike for the bloods\" (VN02, F, charity).\n\n"
      "\"We have a drawer of envelopes here\" (VN02, F, first-opinion).\n";
  CHECK(said_of(nurses, "md").size() == 1);
}
