// Forms that hide a known name. Each row is a text and what must be hit in it; one more form is one more row.
#include <catch2/catch.hpp>

#include "study_names.hpp"

using study_names::hits;

TEST_CASE("a name that is no word is found in every form") {
  const auto [text, hit] = GENERATE(table<std::string, std::string>({
      {"and then Katherine said no", "Katherine"},
      {"and then katherine said no", "katherine"},
      {"KATHERINE", "KATHERINE"},
      {"kAtHeRiNe", "kAtHeRiNe"},
      {"that was Katherine's idea", "Katherine's"},
      {"that was Katherine\u2019s idea", "Katherine\u2019s"},
      {"that was katherines idea", "katherines"},
      {"Katherine'll come", "Katherine'll"},
      {"the two Katherines", "Katherines"},
      {"the Shaws' house", "Shaws"},
      {"the Kennedys and the Kennedies", "Kennedys"},
      {"(katherine)", "katherine"},
      {"\"Katherine\"", "Katherine"},
      {"**Katherine**", "Katherine"},
      {"_Katherine_", "Katherine"},
      {"Katherine2", "Katherine"},
      {"2Katherine", "Katherine"},
      {"K-Katherine", "Katherine"},
      {"Katherine-ish", "Katherine"},
      {"ask Kate", "Kate"},
      {"ask kath", "kath"},
      {"ask Kitty", "Kitty"},
      {"Ka\u00ADtherine", "Ka\u00ADtherine"},
      {"Kath\u200Berine", "Kath\u200Berine"},
      {"\uFEFFKatherine", "Katherine"},
      {"Ｋａｔｅ", "Ｋａｔｅ"},
      {"К\u0430te", "К\u0430te"},  // Cyrillic K and a
      {"Kath-\nerine", "Kath-\nerine"},
      {"Kath\nerine", "Kath\nerine"},
      {"Kath-erine", "Kath-erine"},
      {"Kath/erine", "Kath/erine"},
      {"Kath...erine", "Kath...erine"},
      {"Kath\U0001F600erine", "Kath\U0001F600erine"},
      {"Kath</i>erine", "Kath</i>erine"},
      {"Kath[sic]erine", "Kath[sic]erine"},
      {"*Kath*erine", "Kath*erine"},
      {"Kath\u00A0erine", "Kath\u00A0erine"},
      {"Kath-\n- 12 -\nerine", "Kath-\n- 12 -\nerine"},
      {"Kath- Page 3 of 10 erine", "Kath- Page 3 of 10 erine"},
      {"Kath-\n> erine", "Kath-\n> erine"},
      {"K4ther1ne", "K4ther1ne"},
      {"Kath?rine", "Kath?rine"},
      {"\u1D0B\u1D00\u1D1B\u029C\u1D07\u0280\u026A\u0274\u1D07",
       "\u1D0B\u1D00\u1D1B\u029C\u1D07\u0280\u026A\u0274\u1D07"},
      {"\U0001F17Aatherine", "\U0001F17Aatherine"},
      {"mail kateshaw@nhs.example", "kateshaw"},
      {"mail KatherineShaw@nhs.example", "KatherineShaw"},
      {"mail katherineshaw1962@nhs.example", "katherineshaw"},
      {"mail kshaw@nhs.example", "kshaw"},
      {"mail shaw.k@nhs.example", "shaw.k"},
      {"@kate_shaw", "kate_shaw"},
      {"saidKatherine to me", "Katherine"},
      {"DrShaw", "Shaw"},
      {"Zoe", "Zoe"},
      {"zoë's", "zoë's"},
      {"Zoe\u0308", "Zoe\u0308"},
      {"Mr Muller", "Muller"},
      {"Mr Mueller", "Mueller"},
      {"Mr MÜLLER", "MÜLLER"},
      {"O'Brien", "O'Brien"},
      {"O\u2019Brien\u2019s", "O\u2019Brien\u2019s"},
      {"OBrien", "OBrien"},
      {"obrien", "obrien"},
      {"O Brien", "O Brien"},
      {"Siobhan", "Siobhan"},
      {"Shiv", "Shiv"},
      {"anne marie", "anne marie"},
      {"Annemarie", "Annemarie"},
      {"AnneMarie", "AnneMarie"},
      {"Anne\u2011Marie", "Anne\u2011Marie"},
      {"Mrs Jones", "Jones"},
      {"Mrs Smith Jones", "Smith Jones"},
      {"Mrs Smithjones", "Smithjones"},
      {"lukasz", "lukasz"},
      {"Wisniewski", "Wisniewski"},
      {"Albert", "Albert"},
      {"Mr Berg", "Berg"},
      {"jane does it", "jane"},
      {"Thi", "Thi"},
      {"my auntie oak", "auntie oak"},
      {"my Auntie\nOak", "Auntie\nOak"},
  }));
  CAPTURE(text);
  const auto found = hits(text);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front() == hit);
}

TEST_CASE("a spelled name is found") {
  const auto [text, hit] = GENERATE(table<std::string, std::string>({
      {"that's K-A-T-E", "K-A-T-E"},
      {"that's k-a-t-e.", "k-a-t-e"},
      {"that's K A T E, yes", "K A T E"},
      {"K. A. T. E.", "K. A. T. E"},
      {"K.A.T.E.", "K.A.T.E"},
      {"K, A, T, E", "K, A, T, E"},
      {"K\nA\nT\nE", "K\nA\nT\nE"},
      {"S-H-A-W's", "S-H-A-W's"},
      {"K-I-double-T-Y", "K-I-double-T-Y"},
      {"it's K, I, double T, Y", "K, I, double T, Y"},
      {"it is W-I-L-L", "W-I-L-L"},
      {"(Kath)erine came", "Kath)erine"},
      {"Kath[erine] came", "Kath[erine"},
      {"Ka(ther)ine came", "Ka(ther)ine"},
      {"Kath&shy;erine came", "Kath&shy;erine"},
      {"Ka&#8203;th&zwnj;erine came", "Ka&#8203;th&zwnj;erine"},
      {"Siobh&aacute;n came", "Siobh&aacute;n"},
      {"spelt O-B-R-I-E-N", "O-B-R-I-E-N"},
      {"M-\u00DC-L-L-E-R", "M-\u00DC-L-L-E-R"},
      {"M-U-L-L-E-R", "M-U-L-L-E-R"},
      {"I, K A T E S H A W, do", "K A T E S H A W"},
  }));
  CAPTURE(text);
  const auto found = hits(text);
  REQUIRE_FALSE(found.empty());
  CHECK(found.front() == hit);
}

TEST_CASE("what is no name is not hit") {
  const auto text =
      GENERATE(as<std::string>(), "", " ", "I said this and that and she does", "a b c d e f g", "the plan, A, B, or C",
               "and the van came", "Mrs and Mr", "the GP", "et al", "kettle, category, shawl, Katowice", "Mullerthal",
               "twill, willow, gracefully, marked", "an E-C-G and an M-R-I", "we read the bread label",
               "thus, yes, has", "berghaus", "\xF0\x9F\x98\x80 \u2026", "kate\u00E9lan");
  CAPTURE(text);
  CHECK(hits(text).empty());
}

TEST_CASE("words within placeholders are not searched, a name beside one is") {
  const std::string text = "[KATE] Barker and [PERSON_3] Shaw";
  CHECK(hits(text, {{0, 6}, {18, 28}}) == std::vector<std::string>{"Barker", "Shaw"});
  CHECK(hits("[Shaw]", {{0, 6}}).empty());
  CHECK(hits("[Shaw]").size() == 1);
  CHECK(hits("K-A-[T]-E", {{4, 7}}).empty());
}

TEST_CASE("a letter that touches a placeholder is what is left of somebody, unless it is a plural's") {
  const auto [text, placeholder, left] = GENERATE(table<std::string, moniker::ByteRange, std::vector<std::string>>({
      {"Mrs [ID]borne", {4, 8}, {"borne"}},
      {"Mrs Tich[ID]", {8, 12}, {"Tich"}},
      {"Tich[ID]borne", {4, 8}, {"Tich", "borne"}},
      {"[ID]\u00ADborne", {0, 4}, {"\u00ADborne"}},
      {"[ID]\u00E9e", {0, 4}, {"\u00E9e"}},
      {"the two [ID]s and [ID]", {8, 12}, {}},
      {"the [ID]es", {4, 8}, {}},
      {"[ID]'s, [ID]", {0, 4}, {}},
      {"[ID]\u00A0borne", {0, 4}, {}},
      {"[ID]-based", {0, 4}, {}},
      {"\u6771[ID]\u4EAC", {3, 7}, {}},
  }));
  CAPTURE(text);
  CHECK(hits(text, {placeholder}) == left);
}

TEST_CASE("what was replaced by half is told, as finished text holds no name of it") {
  const Prover& prover = study_names::prover();
  CHECK(prover.half_replaced("saw Kath erine today", {{4, 8}}) == 1);
  CHECK(prover.half_replaced("saw Kath/erine today", {{9, 14}}) == 1);
  CHECK(prover.half_replaced("saw Kath erine today", {{4, 8}, {9, 14}}) == 0);
  CHECK(prover.half_replaced("saw Katherine today", {{4, 13}}) == 0);
  CHECK(prover.half_replaced("saw Mary today", {{4, 8}}) == 0);
  CHECK(prover.half_replaced("saw Kath today", {}) == 0);
}

TEST_CASE("hits ascend, do not overlap and lie on whole characters") {
  const std::string text = "Zoë Müller, Katherine Shaw, K-A-T-E and Anne-Marie Smith-Jones's Kath-\nerine";
  CHECK(hits(text) == std::vector<std::string>{"Zoë Müller", "Katherine Shaw", "K-A-T-E", "Anne-Marie Smith-Jones's",
                                               "Kath-\nerine"});
}

TEST_CASE("the number of the utterance and a label that names somebody are told") {
  using moniker::Utterance;
  const auto& prover = study_names::prover();
  CHECK(prover.search(Utterance{.number = 3, .speaker = "SHAW", .text = "hm"}, {}) ==
        std::vector<moniker::prove::ProofHit>{{3, {}}});
  CHECK(prover.search(Utterance{.number = 3, .speaker = "ID04", .text = "hm"}, {}).empty());
  CHECK(prover.search(Utterance{.number = 9, .speaker = "GRACE", .text = "Kate"}, {}) ==
        std::vector<moniker::prove::ProofHit>{{9, {0, 4}}});
}

TEST_CASE("a prover without names finds nothing, and a learned name needs no register") {
  const moniker::Utterance talk{.number = 0, .text = "so Priya rang, and oak lane, and will she"};
  CHECK(moniker::prove::Prover({}).search(talk, {}).empty());
  const moniker::prove::Prover learned({{.text = "priya", .word = false, .full = false},
                                        {.text = "oak lane", .word = false, .full = false},
                                        {.text = "will", .word = true, .full = false}});
  CHECK(learned.search(talk, {}) == std::vector<moniker::prove::ProofHit>{{0, {3, 8}}, {0, {19, 27}}});
}
