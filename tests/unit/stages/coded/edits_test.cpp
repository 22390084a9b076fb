#include "coded/edits.hpp"

#include <catch2/catch.hpp>

#include "support/chance.hpp"

namespace moniker {

using coded::EditedText;
using coded::Edits;

namespace {

std::string part(const std::string& text, ByteRange range) { return text.substr(range.begin, range.size()); }

}  // namespace

TEST_CASE("a coded range stands where its words are, and grows to hold what it cuts") {
  const std::string text = "Then Kate Shaw rang, and Will came.";
  const EditedText edited(text, {{{5, 14}, "[ID01]"}, {{25, 29}, "[PERSON_22]"}});
  REQUIRE(edited.text() == "Then [ID01] rang, and [PERSON_22] came.");
  const auto [was, is, grown] = GENERATE(table<ByteRange, std::string, bool>({
      {{0, 4}, "Then", false},
      {{0, 5}, "Then ", false},                          // ends where the name begins
      {{5, 14}, "[ID01]", false},                        // the name
      {{14, 19}, " rang", false},                        // begins where it ends
      {{0, 6}, "Then [ID01]", true},                     // ends in it
      {{7, 9}, "[ID01]", true},                          // lies in it
      {{9, 9}, "[ID01]", true},                          // empty, in it
      {{5, 5}, "", false},                               // empty, before it
      {{13, 19}, "[ID01] rang", true},                   // begins in it
      {{13, 27}, "[ID01] rang, and [PERSON_22]", true},  // both
      {{15, 24}, "rang, and", false},                    // between two
      {{0, 35}, "Then [ID01] rang, and [PERSON_22] came.", false},
      {{35, 35}, "", false},
  }));
  const coded::MovedRange moved = edited.moved(was);
  CHECK(part(edited.text(), moved.is) == is);
  CHECK(moved.grown == grown);
}

TEST_CASE("edits that overlap become one, and others are put in order") {
  Edits edits{{{8, 12}, "c"}, {{0, 4}, "a"}, {{3, 6}, "b"}};
  coded::settle_edits(edits);
  REQUIRE(edits.size() == 2);
  CHECK(edits[0].was == ByteRange{0, 6});
  CHECK(edits[0].by == "a");
  CHECK(edits[1].was == ByteRange{8, 12});
}

TEST_CASE("whatever is exchanged and coded, a range begins and ends as it did or with what was exchanged") {
  test::Chance chance(20261201);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const std::size_t size = chance.below(40);
    for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('a' + chance.below(26));
    Edits edits;
    for (std::uint32_t at = 0; at < size;) {
      const auto begin = static_cast<std::uint32_t>(at + chance.below(6));
      const auto end = static_cast<std::uint32_t>(begin + 1 + chance.below(4));
      if (end > size) break;
      edits.push_back({{begin, end}, std::string(1 + chance.below(7), static_cast<char>('0' + edits.size() % 10))});
      at = end;
    }
    const EditedText edited(text, edits);
    const auto begin = static_cast<std::uint32_t>(chance.below(size + 1));
    const auto end = static_cast<std::uint32_t>(begin + chance.below(size - begin + 1));
    const coded::MovedRange moved = edited.moved({begin, end});
    REQUIRE(moved.is.begin <= moved.is.end);
    REQUIRE(moved.is.end <= edited.text().size());
    // The same, worked out byte by byte: what each byte of the old text became, and whether the range holds it.
    std::string expected;
    bool cut = false;
    std::uint32_t at = 0;
    for (std::size_t next = 0; next <= edits.size(); ++next) {
      const std::uint32_t until = next < edits.size() ? edits[next].was.begin : static_cast<std::uint32_t>(size);
      for (; at < until; ++at) {
        if (at >= begin && at < end) expected += text[at];
      }
      if (next == edits.size()) break;
      const ByteRange was = edits[next].was;
      const bool inside = (begin < was.end && end > was.begin) && begin < end;
      const bool empty_inside = begin == end && begin > was.begin && begin < was.end;
      if (inside || empty_inside) expected += edits[next].by;
      cut = cut || (begin > was.begin && begin < was.end) || (end > was.begin && end < was.end);
      at = was.end;
    }
    REQUIRE(part(edited.text(), moved.is) == expected);
    REQUIRE(moved.grown == cut);
  }
}

}  // namespace moniker
