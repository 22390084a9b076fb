#include "diff/aligned.hpp"

#include <catch2/catch.hpp>

#include "support/chance.hpp"

namespace moniker::custodian {
namespace {

using Marks = std::vector<ExportedMark>;

/// Pieces as a pipe shows them.
std::string shown(const std::vector<DiffPiece>& pieces) {
  std::string text;
  for (const DiffPiece& piece : pieces) text += piece.changed ? "[-" + piece.was + "-]{+" + piece.is + "+}" : piece.is;
  return text;
}

/// Marks round everything in brackets, in code points.
Marks marks_in(const std::string& after) {
  Marks marks;
  std::uint64_t point = 0;
  for (const char c : after) {
    if (c == '[') marks.push_back({point, 0, "PERSON", "", "PERSON_1"});
    point += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (c == ']') marks.back().end = point;
  }
  return marks;
}

TEST_CASE("before and after: each replacement has what it stands for") {
  const auto [before, after, expected] = GENERATE(table<std::string, std::string, std::string>({
      {"", "", ""},
      {"Nobody here.", "Nobody here.", "Nobody here."},
      {"I saw Kate Shaw.", "I saw [A].", "I saw [-Kate Shaw-]{+[A]+}."},
      {"Kate", "[A]", "[-Kate-]{+[A]+}"},
      {"Kate, Jo and Will", "[A], [B] and [C]", "[-Kate-]{+[A]+}, [-Jo-]{+[B]+} and [-Will-]{+[C]+}"},
      {"Jos\xC3\xA9 \xE2\x80\x93 Siobh\xC3\xA1n!", "[A] \xE2\x80\x93 [B]!",
       "[-Jos\xC3\xA9-]{+[A]+} \xE2\x80\x93 [-Siobh\xC3\xA1n-]{+[B]+}!"},
      {"Kate\nJo", "[A]\n[B]", "[-Kate-]{+[A]+}\n[-Jo-]{+[B]+}"},
  }));
  CHECK(shown(aligned(before, after, marks_in(after))) == expected);
}

TEST_CASE("before and after: what cannot be told apart is one piece, and nothing is guessed") {
  const auto [before, after, expected] = GENERATE(table<std::string, std::string, std::string>({
      // Kate, or Kate Shaw?
      {"Kate Shaw Leeds.", "[A] [B].", "[-Kate Shaw Leeds-]{+[A] [B]+}."},
      // Nothing stands between them.
      {"KateLeeds.", "[A][B].", "[-KateLeeds-]{+[A][B]+}."},
      // The first two are one; the third is clear.
      {"Kate Shaw Leeds and Jo.", "[A] [B] and [C].", "[-Kate Shaw Leeds-]{+[A] [B]+} and [-Jo-]{+[C]+}."},
      // What was kept is not what was delivered: the marks do not tell.
      {"I saw Kate here.", "I met [A] here.", "I [-saw Kate-]{+met [A]+} here."},
      {"I saw here.", "I saw [A] here.", "I saw [--]{+[A] +}here."},
  }));
  CHECK(shown(aligned(before, after, marks_in(after))) == expected);
}

TEST_CASE("before and after: a piece has the labels of its marks") {
  const Marks marks{{0, 3, "PERSON", "given", "PERSON_1"}, {4, 7, "LOCATION", "", ""}};
  const auto pieces = aligned("Kate of Shaw Leeds", "[A] [B]", marks);
  REQUIRE(pieces.size() == 1);
  CHECK(pieces.front().labels == std::vector<std::string>{"PERSON/given", "LOCATION"});
  const auto withdrawn = aligned("Kate", "[WITHDRAWN]", {{0, 11, "PERSON", "", ""}});
  CHECK(withdrawn.front().labels == std::vector<std::string>{"WITHDRAWN"});
}

TEST_CASE("before and after: whatever was replaced, every byte of both is in a piece, in order") {
  test::Chance chance(20261123);
  const std::vector<std::string> words{"a",        "Jo",           " ",   " ",  ", ", "Kate",
                                       "\xC3\xA9", "\xE2\x80\x93", "and", "\n", "the"};
  for (int round = 0; round < 3000; ++round) {
    std::string before, after;
    Marks marks;
    std::uint64_t point = 0;
    for (std::size_t i = chance.below(12); i > 0; --i) {
      const std::string& word = chance.one_of(words);
      before += word;
      if (chance.one_in(3)) {
        const std::string by = chance.one_in(2) ? "[A]" : "\xC3\xA9x";
        const std::uint64_t points = by == "[A]" ? 3 : 2;
        marks.push_back({point, point + points, "PERSON", "", ""});
        after += by;
        point += points;
      } else {
        after += word;
        for (const char c : word) point += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      }
    }
    if (chance.one_in(20)) before += "z";  // read in another way than it was sealed
    std::string was, is;
    std::size_t labels = 0;
    for (const DiffPiece& piece : aligned(before, after, marks)) {
      was += piece.was;
      is += piece.is;
      labels += piece.labels.size();
      CHECK((piece.changed || piece.was == piece.is));
    }
    CAPTURE(before, after);
    REQUIRE(was == before);
    REQUIRE(is == after);
    CHECK((labels == marks.size() || before == after));
  }
}

TEST_CASE("before and after: without what was delivered the marks are shown alone") {
  const std::string after = "\xC3\x89 [A] and [B].";
  CHECK(shown(without_before(after, marks_in(after))) == "\xC3\x89 [--]{+[A]+} and [--]{+[B]+}.");
}

}  // namespace
}  // namespace moniker::custodian
