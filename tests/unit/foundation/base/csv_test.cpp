#include "base/csv.hpp"

#include <random>
#include "support/refusal.hpp"

namespace moniker {
namespace {

using test::told;

using Cells = std::vector<std::vector<std::string>>;

Cells cells(std::string_view text) {
  Cells all;
  for (const CsvRow& row : parse_csv(text, "p.csv")) {
    all.emplace_back();
    for (const CsvCell& cell : row.cells) all.back().push_back(cell.text);
  }
  return all;
}

TEST_CASE("csv: what RFC 4180 allows") {
  auto [text, expected] = GENERATE(table<std::string, Cells>({
      {"", {}},
      {"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
      {"a,b\nc,d", {{"a", "b"}, {"c", "d"}}},
      {"a,b\rc,d\r", {{"a", "b"}, {"c", "d"}}},
      {"\xEF\xBB\xBF"
       "a,b\n",
       {{"a", "b"}}},
      {"a,,\n", {{"a", "", ""}}},
      {",\n", {{"", ""}}},
      {"\n\na\n\n", {{"a"}}},
      {"\"a,b\",c\n", {{"a,b", "c"}}},
      {"\"a\"\"b\"\n", {{"a\"b"}}},
      {"\"\"\n", {{""}}},
      {"\"\"\"\"", {{"\""}}},
      {"\"two\r\nlines\",x\n", {{"two\r\nlines", "x"}}},
      {" a , b \n", {{" a ", " b "}}},
      {"Zo\xC3\xAB,\xE2\x80\x9Cq\xE2\x80\x9D\n", {{"Zo\xC3\xAB", "\xE2\x80\x9Cq\xE2\x80\x9D"}}},
  }));
  INFO(text);
  CHECK(cells(text) == expected);
}

TEST_CASE("csv: cells know their places") {
  const auto rows = parse_csv("\xC3\xA9t\xC3\xA9,b\n\"x\ny\",\"z\"\nlast,1\n", "p.csv");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0].cells[1].at == Position{1, 5});
  CHECK(rows[1].line == 2);
  CHECK(rows[1].cells[1].at == Position{3, 4});
  CHECK(rows[2].line == 4);
}

TEST_CASE("csv: errors") {
  auto [text, complaint] = GENERATE(table<std::string, std::string>({
      {"a,\"b\n", "p.csv:1:3: the quote that opens here is never closed / close the cell with a quote"},
      {"a,b\"c\n",
       "p.csv:1:4: a quote stands inside a cell without quotes / put the whole cell in quotes and double the quote "
       "inside it"},
      {"a\n\"b\"c\n",
       "p.csv:2:4: something stands between a closing quote and the comma / put the whole cell in quotes and double "
       "the quotes inside it"},
      {"a\n\xC3\xA9\xE9x\n", "p.csv:2:2: is not UTF-8 text / save the file as `CSV UTF-8`"},
      {std::string("a,\0", 3), "p.csv:1:3: holds a NUL character / save the file again as `CSV UTF-8`"},
      {"\xFF\xFE"
       "a\0",
       "p.csv:1:1: is not UTF-8 text / save the file as `CSV UTF-8`"},
      {"a\n" + std::string(16'384, ','),
       "p.csv:2:16384: a row has more than 16,384 cells / save the table again with its own columns alone"},
      {"a\n\"" + std::string(17 << 20, '\n'),
       "p.csv:16777217:1: a row is longer than 16 MiB / look for a quote that is never closed"},
  }));
  INFO(text.substr(0, 100));
  CHECK(told([&] { parse_csv(text, "p.csv"); }) == complaint);
}

std::string in_quotes(const std::string& cell) {
  std::string out = "\"";
  for (const char c : cell) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

TEST_CASE("csv: whatever is written is read back") {
  std::mt19937 random(4180);
  const std::vector<std::string> pieces{"a", "Z", " ", ",", "\"", "\n", "\r\n", ";", "\xC3\xA9", "\xF0\x9F\x98\x80",
                                        "'"};
  for (int round = 0; round < 500; ++round) {
    Cells written(1 + random() % 5, std::vector<std::string>(2 + random() % 4));
    std::string text;
    for (auto& row : written) {
      for (std::size_t i = 0; i < row.size(); ++i) {
        for (std::size_t n = random() % 6; n > 0; --n) row[i] += pieces[random() % pieces.size()];
        text += (i ? "," : "") + in_quotes(row[i]);
      }
      text += random() % 2 ? "\n" : "\r\n";
    }
    REQUIRE(cells(text) == written);
  }
}

}  // namespace
}  // namespace moniker
