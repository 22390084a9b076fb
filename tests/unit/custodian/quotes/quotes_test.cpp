// A quotation laid beside what was said, and what is told of it.
#include <catch2/catch.hpp>

#include "quotes/checked_quotes.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

const PaperWords& quote_language() {
  static const PaperWords words = PaperWords::load(MONIKER_SOURCE_DIR "/rules", "en-GB");
  return words;
}

ExportedTurn said_by(std::uint64_t number, std::string speaker, std::string text) {
  return {.turn = {.number = number, .speaker = std::move(speaker), .text = std::move(text)}};
}

OpenedForQuotes small_study() {
  OpenedForQuotes opened;
  opened.study.columns = {"role", "gender"};
  opened.study.people = {{"ID01", {"Carer", "female"}}, {"ID02", {"Patient", "male"}}, {"ID03", {"Carer", "female"}}};
  opened.study.transcripts = {
      {.name = "T01",
       .turns = {said_by(0, "INT1", "How was it when you came home?"),
                 said_by(1, "ID01",
                         "Well, um, I don't think that anybody told me about the tablets, not once, and [PERSON_3] did "
                         "not come either."),
                 said_by(2, "INT1", "And then?"),
                 said_by(3, "ID02", "We realised that the ambulance would never find the farm in the dark.")}}};
  opened.names.people = {{.name = "Katherine Shaw"}};
  opened.consents = std::set<std::string>{"ID01"};
  return opened;
}

std::vector<std::string> kinds_of(std::string_view manuscript) {
  const ExaminedPaper paper =
      examine_paper(read_text_paper(manuscript, {quote_language().numbers}, false), quote_language(), {});
  std::vector<std::string> kinds;
  for (const CheckedExtract& one : judge_quotes(small_study(), paper, quote_language()).extracts) {
    for (const QuoteFinding& finding : one.findings) kinds.emplace_back(name_of(finding.fault));
  }
  return kinds;
}

}  // namespace

TEST_CASE("what speaks against an extract") {
  using Kinds = std::vector<std::string>;
  const std::pair<const char*, Kinds> cases[] = {
      {"\u201CI don\u2019t think that anybody told me about the tablets, not once\u201D (ID01, carer).", {}},
      {"\u201CI do not think anybody \u2026 told me about the tablets\u201D (ID 1, female).", {"changed"}},
      {"\u201CI don\u2019t think that anybody told [her] about the tablets\u201D (ID01, carer).", {}},
      {"\u201CI think that anybody told me about the tablets, not once\u201D (ID01, carer).", {"lost-not"}},
      {"\u201CWe realized that the ambulance would find the farm in the dark\u201D (ID02, carer).",
       {"lost-not", "disagrees", "no-consent"}},
      {"\u201CWe realised that the ambulance would never find the farm\u201D (ID01, carer).", {"other-person"}},
      {"\u201CThe moon is a balloon on a long green string\u201D (ID01, carer).", {"nobodys"}},
      {"\u201Canybody told me about the tablets, not once, and Katherine did not come either\u201D (ID01, carer).",
       {"known-name", "masked"}},
      {"\u201CWe realised that the ambulance would never find the farm\u201D (ID02, male).",
       {"no-consent", "unique-in-study"}},
  };
  for (const auto& [text, wanted] : cases) {
    CAPTURE(text);
    CHECK(kinds_of(text) == wanted);
  }
}

TEST_CASE("of passages that fit alike that of the credited person is meant") {
  OpenedForQuotes opened = small_study();
  auto& turns = opened.study.transcripts[0].turns;
  for (std::uint64_t n = 4; n < 12; ++n) turns.push_back(said_by(n, "ID02", "Oh no, not at all."));
  turns.push_back(said_by(12, "ID01", "Oh no."));
  turns.push_back(said_by(13, "INT1", "And that was in [village B, Yorkshire], was it?"));
  const auto findings = [&](std::string_view manuscript) {
    const ExaminedPaper paper =
        examine_paper(read_text_paper(manuscript, {quote_language().numbers}, false), quote_language(), {});
    return judge_quotes(opened, paper, quote_language()).extracts.at(0).findings;
  };
  CHECK(findings("\u201COh no\u201D (ID01, carer).").empty());
  const auto masked = findings("\u201CAnd that was in Haworth, Yorkshire, was it?\u201D (INT1).");
  REQUIRE(!masked.empty());
  CHECK(masked[0].fault == QuoteFault::masked);
  CHECK(masked[0].says == "where the transcript has [village b yorkshire] the paper has words");
}

TEST_CASE("an alignment tells where the words stand and how they differ") {
  const auto paper = quote_words("told me \u2026 the tablets"),
             passage = quote_words("nobody told me anything about the tablets at all");
  const QuoteAlignment alignment = align_quote(paper, passage);
  CHECK(alignment.fit > 0.9);
  CHECK(alignment.begin == 1);
  CHECK(alignment.end == 7);
  REQUIRE(alignment.pieces.size() == 3);
  CHECK(alignment.pieces[1].kind == QuotePiece::Kind::left_out);
  CHECK(alignment.pieces[1].told);
}

TEST_CASE("a contraction and what it stands for are the same words, and an owner's 's is none") {
  const auto same = [](std::string_view paper, std::string_view said) {
    const QuoteAlignment alignment = align_quote(quote_words(paper), quote_words(said));
    return alignment.pieces.size() == 1 && alignment.pieces[0].kind == QuotePiece::Kind::same;
  };
  CHECK(same("it is like change", "it\u2019s like change"));
  CHECK(same("it has been long", "it's been long"));
  CHECK(same("I had ironed it", "I'd ironed it"));
  CHECK_FALSE(same("the nurse is bag", "the nurse's bag"));
  CHECK_FALSE(same("it had been long", "it's been long"));
}
