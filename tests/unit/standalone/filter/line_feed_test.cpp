#include <catch2/catch.hpp>

#include "filter/line_feed.hpp"
#include "small_filter.hpp"

using namespace moniker;
using namespace moniker::filter;
using moniker::test::ChoppedSource;

namespace {

/// The lines with a mark for how each ended: $ a line feed, ~ too long, nothing at the end.
std::string shown(std::string_view bytes, std::size_t longest, unsigned seed) {
  ChoppedSource source(bytes, seed);
  LineFeed feed(source, longest);
  std::string out;
  std::uint32_t count = 0;
  for (LineFeed::Line line; feed.next(line);) {
    out.append(line.text).append(line.overlong ? "~" : line.ended ? "$" : "");
    CHECK(feed.number() == ++count);
  }
  return out;
}

}  // namespace

TEST_CASE("bytes are cut into lines whatever pieces they come in") {
  struct Case {
    std::string in{}, out{};
  };
  const Case cases[] = {{"", ""},
                        {"\n", "$"},
                        {"a", "a"},
                        {"a\n", "a$"},
                        {"a\n\nb", "a$$b"},
                        {"12345678\n1", "12345678$1"},
                        {"12345678", "12345678"},
                        {"123456789\nb\n", "12345678~b$"},
                        {"123456789", "12345678~"},
                        {"a\r\nb\n", "a\r$b$"},
                        {std::string(100, 'x') + "\nb", "xxxxxxxx~b"}};
  for (const Case& one : cases) {
    for (unsigned seed = 0; seed < 20; ++seed) CHECK(shown(one.in, 8, seed) == one.out);
  }
}

TEST_CASE("lines longer than a block are whole") {
  const std::string line(1'000'000, 'x');
  CHECK(shown(line + "\n" + line, std::size_t{16} << 20, 1) == line + "$" + line);
}
