#include "coded/units.hpp"

#include <catch2/catch.hpp>

namespace moniker {

using coded::Counting;
using coded::Units;

namespace {

const std::string text = "a\r\n\xF0\x9F\x98\x80 b\xC3\xA9.";  // a, CR LF, a face, a blank, b, é, a full stop

}  // namespace

TEST_CASE("a text's places in each way of counting, there and back") {
  const auto [counting, marked, size, face, end_of_face] =
      GENERATE(table<Counting, bool, std::int64_t, std::int64_t, std::int64_t>({
          {{}, false, 8, 3, 4},
          {{.utf16 = true}, false, 9, 3, 5},
          {{.line_end_is_one = true}, false, 7, 2, 3},
          {{.utf16 = true, .line_end_is_one = true}, false, 8, 2, 4},
          {{.counts_mark = true}, true, 9, 4, 5},
          {{.counts_mark = true}, false, 8, 3, 4},
      }));
  const Units units(text, counting, marked);
  CHECK(units.size() == size);
  CHECK(units.byte_of(face) == 3U);
  CHECK(units.byte_of(end_of_face) == 7U);
  CHECK(units.unit_of(3) == face);
  CHECK(units.unit_of(7) == end_of_face);
  CHECK(units.byte_of(size) == static_cast<std::uint32_t>(text.size()));
  CHECK_FALSE(units.byte_of(size + 1));
  CHECK_FALSE(units.byte_of(-1));
}

TEST_CASE("how a project counts is told by its ranges") {
  using Ranges = std::vector<std::pair<std::int64_t, std::int64_t>>;
  const std::string talk = "Yes \xF0\x9F\x98\x80 no\r\nNo more words";
  const auto [ranges, counting] = GENERATE(table<Ranges, Counting>({
      {{}, {}},
      {{{0, 3}}, {}},                                  // fits any: the standard's
      {{{6, 8}, {10, 12}}, {}},                        // "no", "No"
      {{{7, 9}, {11, 13}}, {.utf16 = true}},           // the same, counted as Windows does
      {{{6, 8}, {9, 11}}, {.line_end_is_one = true}},  //
      {{{0, 24}}, {.utf16 = true}},                    // longer than the text, but for this way
      {{{0, 3}, {500, 600}}, {}},                      // outside in any way
  }));
  CHECK(coded::counting_of({{.text = talk, .marked = false, .ranges = ranges}}) == counting);
}

TEST_CASE("one source that tells is enough for a project") {
  const std::string plain = "nothing odd here", odd = "\xF0\x9F\x98\x80 face";
  CHECK(coded::counting_of({{.text = plain, .marked = false, .ranges = {{0, 7}}},
                            {.text = odd, .marked = false, .ranges = {{3, 7}}}}) == Counting{.utf16 = true});
  CHECK(coded::counting_of({{.text = plain, .marked = true, .ranges = {{1, 8}, {9, 12}}}}) ==
        Counting{.counts_mark = true});
}

}  // namespace moniker
