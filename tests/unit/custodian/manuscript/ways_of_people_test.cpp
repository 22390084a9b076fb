// Whom a paper tells of, and how: households, letters, kinds that are numbered on their own, names that all know. All
// of it is invented.
#include <catch2/catch.hpp>

#include "manuscript/examined_paper.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

const PaperWords& language_of_people() {
  static const PaperWords words = PaperWords::load(MONIKER_SOURCE_DIR "/rules", "en-GB");
  return words;
}

ExaminedPaper paper_of_people(std::string_view text, std::string_view format, const SearchWords& search = {}) {
  const ManuscriptReading reading{language_of_people().numbers};
  Manuscript paper = format == "tex" ? read_tex_paper(text, reading) : read_text_paper(text, reading, format == "md");
  return examine_paper(std::move(paper), language_of_people(), search);
}

std::vector<std::string> found_in_people(const ExaminedPaper& paper) {
  std::vector<std::string> out;
  for (const PaperFinding& finding : paper.findings)
    out.push_back(std::string(name_of(finding.fault)) + ": " + finding.says);
  return out;
}

std::vector<std::string> who_takes_turns(const ExaminedPaper& paper) {
  std::vector<std::string> who;
  for (const Extract& one : paper.talk.extracts)
    who.push_back(one.attribution ? speaker_of(paper.talk.attributions[*one.attribution])->written() : "");
  return who;
}

struct PeopleWay {
  std::string_view format, text;
  std::vector<std::string> findings;
};

}  // namespace

TEST_CASE("households, letters, and kinds that are numbered on their own") {
  const PeopleWay ways[] = {
      {"md",
       "Twelve families took part and are numbered F1 to F12.\n\n\"We eat when he comes in\" (F3, mother).\n\n\"I eat "
       "when I like\" (F3, son).\n\n\"Nobody eats before that\" (F5, father).\n\n\"She eats in her room\" (F5, "
       "mother).\n",
       {}},
      {"md",
       "We spoke with nine clerks and six porters. People are named by what they are and a number.\n\n\"The door is "
       "never shut at night\" (Clerk 4).\n\n\"It is shut, and I shut it\" (Porter 2).\n\n\"Somebody has the key, not "
       "me\" (Clerk 2).\n\n\"There are four keys, I counted\" (Porter 8).\n",
       {"beyond-sample: Porter 8 is beyond the 6 of Porter that are counted"}},
      {"md",
       "We spoke with nine clerks and six porters. People are numbered from 1 to 15.\n\n\"The door is never shut at "
       "night\" (Clerk 4).\n\n\"It is shut, and I shut it\" (Porter 12).\n\n\"Somebody has the key, not me\" (Clerk "
       "2).\n\n\"There are four keys, I counted\" (Porter 14).\n",
       {}},
      {"md",
       "We met thirty sailors and nine pilots. The sailors are numbered from 1 to 30 and the pilots from 1 to 9.\n\n"
       "\"The sea was never the trouble\" (Sailor 4).\n\n\"It was the paper of it all\" (Sailor 12).\n\n\"They sent us "
       "forms at sea\" (Sailor 33).\n",
       {"beyond-sample: Sailor 33 is beyond the last, Sailor 30"}},
      {"md",
       "Fourteen guides took part. They are lettered from A to P, I and O being left out.\n\n\"The rain is part of the "
       "tour\" (Guide A).\n\n\"I never say the year twice\" (Guide D).\n\n\"They want the ghost, so I tell it\" (Guide "
       "P).\n",
       {}},
      {"md",
       "Seven keepers took part (K1 to K7), and two wardens (A1 and A2).\n\n> By the time you drive up the A9 it isn't "
       "so any more.\n>\n> - K4, uplands\n\n> You put your ear to the wood.\n>\n> - K2, valley\n\n> I sleep when they "
       "do.\n>\n> - K3, valley\n",
       {}},
      {"md",
       "Nineteen riders took part.\n\n\"Behind the drain we wait\" (Rider 3, moped).\n\n\"It is like golf here\" "
       "(Rider "
       "8, bicycle).\n\n\"One evening is nothing to us\" (R8, bicycle).\n\n\"I can take the fourth\" (Rider 14).\n",
       {"mixed-ids: prefixes are mixed: Rider 8 (3), R8 (1)"}},
      {"md",
       "Nineteen students took part.\n\n\"It has a name in the book\" (S3, Grade 7).\n\n\"I do it my way first\" (S8, "
       "Grade 8).\n\n\"Then I do it the long way\" (S9, Grade 8).\n\n\"I tried it on my cousin\" (Stu8, Grade 8).\n",
       {"mixed-ids: prefixes are mixed: S8 (3), Stu8 (1)"}},
      {"md",
       "Eleven weavers took part. All but one lived in a house; one lived in a static caravan.\n\n\"I came up out of "
       "the "
       "dark\" (W3, static caravan).\n\n\"My mother had the loom here\" (W5).\n\n\"The loom was in the house\" (W6).\n",
       {"unique: W3 is the only one of the sample who \"lived in a static caravan\""}},
      {"md",
       "Eleven weavers took part.\n\nOne weaver was tired of it: \"I came up out of the dark\" (W3, weaver).\n\n\"My "
       "mother "
       "had the loom here\" (W5).\n\n\"The loom was in the house\" (W6).\n",
       {}},
      {"tex",
       "\\documentclass{article}\n\\newcommand{\\says}[2]{(#1, #2)}\n\\begin{document}\nEight bakers took part (B1 to "
       "B8).\n\n``The oven is older than me'' \\says{B1}{woman}.\n\n``The oven is my clock here'' "
       "\\says{B1}{man}.\n\n``I sleep when it sleeps'' \\says{B3}{man}.\n\\end{document}\n",
       {"contradiction: B1 is two people (gender: female and male)"}},
      {"tex",
       "\\documentclass{article}\n\\newenvironment{extract}[1]{\\begin{quotation}\\noindent\\textbf{#1:} "
       "\\itshape}{\\end{quotation}}\n\\begin{document}\nEight bakers took part (P01 to P08).\n\nP01 told us:\n\n"
       "\\begin{extract}{P01}\nThe oven is older than me.\n\\end{extract}\n\nAnd then:\n\n\\begin{extract}{P04}\nThe "
       "oven is my clock here.\n\\end{extract}\n\nLater:\n\n\\begin{extract}{P11}\nI sleep when it "
       "sleeps.\n\\end{extract}\n\\end{document}\n",
       {"beyond-sample: P11 is beyond the last, P 8"}},
      {"md",
       "Nine cooks took part.\n\n> The pot is older than me.\n>\n> (C2, woman)\n\nLater:\n\n>\n\n> I sleep when it "
       "sleeps.\n>\n> (C2, man)\n",
       {"contradiction: C2 is two people (gender: female and male)"}},
  };
  for (const PeopleWay& way : ways) {
    CAPTURE(way.text);
    CHECK(found_in_people(paper_of_people(way.text, way.format)) == way.findings);
  }
}

TEST_CASE("who takes a turn: by a letter alone, set in, in a list of LaTeX, or under a line with a bracket") {
  CHECK(who_takes_turns(
            paper_of_people("Nine guides took part.\n\n\"The rain is part of it\" (Guide B).\n\n\"They want the "
                            "ghost here\" (Guide D).\n\n\"I tell it once a day\" (Guide F).\n\n   F: First I wait "
                            "for the bell.\n   Then I begin.\n",
                            "txt")) == std::vector<std::string>{"Guide B", "Guide D", "Guide F", "Guide F"});
  CHECK(who_takes_turns(
            paper_of_people("\"The phone says take it\" (Rider 3).\n\n\"It knows I write\" (Rider 6).\n\n     INT: "
                            "Who decided on ten?\n     Rider 17: We tried five, to begin.\n     INT: And?\n     "
                            "Rider 17: There was a discussion.\n",
                            "txt")) == std::vector<std::string>{"Rider 3", "Rider 6", "Rider 17", "Rider 17"});
  CHECK(who_takes_turns(
            paper_of_people("   VS01 (woman, mixed practice)\n   \"I say, let's talk of it.\"\n\n   VS09 (man, small "
                            "practice)\n   \"You give three and they choose.\"\n\n   VS12 (man, small practice)\n "
                            "  \"A horse has a price on it.\"\n",
                            "txt")) == std::vector<std::string>{"VS01", "VS09", "VS12"});
  CHECK(who_takes_turns(
            paper_of_people("\\begin{document}\nNames are pseudonyms.\n\n``I ate in the car park'' (Tomasz, 26, "
                            "trainee).\n\n``They get the short version'' (Beatrix, 42, nurse).\n\n"
                            "\\begin{description}\n\\item[Interviewer:] Was it the same?\n\\item[Tomasz:] No, "
                            "shorter, six weeks and not a year.\n\\end{description}\n\\end{document}\n",
                            "tex")) == std::vector<std::string>{"Tomasz", "Beatrix", "Tomasz"});
}

TEST_CASE("whose a label right above is, a turn before a group in brackets, and IDs that prose has more often") {
  CHECK(who_takes_turns(
            paper_of_people("N01 (novice)\n   \"I sang before I could read it.\"\n\nN04 (professed)\n   \"I read "
                            "before I could sing.\"\n\nN06 (novice)\n   \"I am asked to be tired.\"\n",
                            "txt")) == std::vector<std::string>{"N01", "N04", "N06"});
  CHECK(who_takes_turns(
            paper_of_people("N01, novice\n   I sang before I could read it.\n\nN04, professed\n   I read before "
                            "I could sing.\n\nN06, novice\n   I am asked to be tired.\n",
                            "txt")) == std::vector<std::string>{"N01", "N04", "N06"});
  CHECK(who_takes_turns(
            paper_of_people("     Moderator: And the keys?\n     V3: I have them and no voice at all.\n     V4: I "
                            "have the voice.\n     (Group 1)\n\n\"I lock it each night\" (V6).\n",
                            "txt")) == std::vector<std::string>{"V3", "V4", "V6"});
  CHECK(who_takes_turns(
            paper_of_people("V3 described it as \"all keys and no voice at all\". For V4 it was \"a voice and no "
                            "keys to it\" and, as V6 put it, \"both, and neither of them mine\".\n\n\"I lock "
                            "it each night\" (V3).\n\n\"I sing it each day\" (V4).\n",
                            "md")) == std::vector<std::string>{"V3", "V4", "V6", "V3", "V4"});
}

TEST_CASE("a name that all know, a king's, one that is changed and a word of another language are no identifiers") {
  const auto search = [](const std::vector<std::string>& texts) {
    std::vector<std::vector<FoundInWords>> found(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
      for (const std::string name : {"Gilbert White", "George", "Harold", "Cada", "Ann Oak", "Mrs Quell", "Quell Bank",
                                     "April", "Onions", "Bzz"}) {
        const auto at = texts[i].find(name);
        if (at != std::string::npos)
          found[i].push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + name.size())},
                              name.find("Quell") == name.npos ? "PERSON" : "LOCATION"});
      }
    }
    return found;
  };
  const PeopleWay ways[] = {
      {"md", "K6 thought of a celebrated naturalist: \"Gilbert White wrote it all down\" (K6, coast).\n", {}},
      {"md",
       "\"I went to Mrs Quell about the key\" (K6, coast).\n\n\"I went to Quell Bank about the key\" (K5, coast).\n",
       {"identifier: an extract of K6 holds PERSON"}},
      {"md", "\"Give me till April, I said\" (K6, coast).\n\n\"April is not going to happen\" (K7, coast).\n", {}},
      {"md",
       "\"April said so, and I did it\" (K6, coast).\n\n\"I stayed in all that year\" (K7, coast).\n",
       {"identifier: an extract of K6 holds PERSON"}},
      {"md", "K6 grew onions.\n\n\"I need no more. Onions can wait for three days\" (K6, coast).\n", {}},
      {"md", "\"I stand with her. Bzz. I am told off\" (K6, coast).\n", {}},
      {"md", "\"I thought, if George the Sixth can do it I can\" (K6, coast).\n", {}},
      {"md",
       "\"I thought, if George can do it I can\" (K6, coast).\n\n\"I stayed in all that year\" (K5, coast).\n",
       {"identifier: an extract of K6 holds PERSON"}},
      {"md",
       "First names that occur in extracts have been changed.\n\n\"After Harold went I stayed in\" (K6, coast).\n\n"
       "\"After Ann Oak went I stayed in\" (K7, coast).\n",
       {"identifier: an extract of K7 holds PERSON"}},
      {"md",
       "\"No hay palabra para eso en mi lengua. Cada quien inventa la suya [Each of us makes up her own word for it]\" "
       "(K6, coast).\n",
       {}},
  };
  for (const PeopleWay& way : ways) {
    CAPTURE(way.text);
    CHECK(found_in_people(paper_of_people(way.text, way.format, search)) == way.findings);
  }
}
