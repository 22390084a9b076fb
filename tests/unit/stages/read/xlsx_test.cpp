#include <catch2/catch.hpp>

#include "reading.hpp"
#include "xlsx_fixture.hpp"

using namespace reading;
using Lines = std::vector<std::string>;

TEST_CASE("a sheet of talk is read by the names of its columns") {
  const auto [name, rows, expected] = GENERATE(table<const char*, XlsxSheet, Lines>({
      {"speaker and text", {{{"Speaker"}, {"Text"}}, {{"I1"}, {"One"}}, {{"R"}, {"Two"}}}, {"I1 | One", "R | Two"}},
      {"seconds",
       {{{"start"}, {"end"}, {"speaker"}, {"text"}}, {{"1.5", "n"}, {"2", "n"}, {"R"}, {"One"}}},
       {"R 1500-2000 | One"}},
      {"times of day",
       {{{"Time"}, {"Who"}, {"Talk"}}, {{"0.000717592592592593", "t"}, {"R"}, {"One"}}},
       {"R 62000-62000 | One"}},
      {"rows above the names of columns",
       {{{"Interview of 4 May"}}, {}, {{"Speaker"}, {"Text"}}, {{"R"}, {"One"}}},
       {"matter:  | Interview of 4 May", "R | One"}},
      {"a cell that is not there",
       {{{"Speaker"}, {"Note"}, {"Text"}}, {{"R"}, {""}, {"One"}}, {{""}, {"x"}, {"two"}}},
       {"R | One", " | two", "comment:  | x"}},
      {"a formula guarded", {{{"Speaker"}, {"Text"}}, {{"R"}, {"'=1+1"}}}, {"R | =1+1"}},
  }));
  CAPTURE(name);
  const auto result = read_all(Xlsx{.sheets = {rows}}.bytes());
  CHECK(result.format == "xlsx");
  CHECK(lines_of(result) == expected);
}

TEST_CASE("shared strings are read with all their runs, and not how they are spoken") {
  const auto result =
      read_all(Xlsx{.sheets = {{{{"Speaker"}, {"Text"}}, {{"R"}, {"1", "s"}}, {{"R"}, {"0", "s"}}}},
                    .shared = {"<t>Two</t>", "<r><rPr/><t>On</t></r><r><t>e</t></r><rPh><t>wan</t></rPh>"}}
                   .bytes());
  CHECK(lines_of(result) == Lines{"R | One", "R | Two"});
}

TEST_CASE("other sheets and notes are searched and are no talk") {
  const auto result = read_all(
      Xlsx{.sheets = {{{{"Name"}, {"Phone"}}, {{"Kate Shaw"}, {"07700"}}}, {{{"Speaker"}, {"Text"}}, {{"R"}, {"One"}}}},
           .notes = "<comment ref=\"A1\"><text><r><t>ask </t></r><r><t>Kate</t></r></text></comment>"}
          .bytes());
  CHECK(lines_of(result) ==
        Lines{"R | One", "comment:  | Name\tPhone", "comment:  | Kate Shaw\t07700", "comment:  | ask Kate"});
  for (std::size_t i = 0; i < result.utterances.size(); ++i) CHECK(result.utterances[i].number == i);
  CHECK(count_of(result, IssueCode::document_comments) == 1);
}

TEST_CASE("what a spreadsheet hides is left out and counted by its cells") {
  const XlsxSheet talk = {{{"Speaker"}, {"Text"}, {"Note"}}, {{"R"}, {"One"}}, {{"R"}, {"Two"}, {"x"}}};
  const Lines all{"R | One", "R | Two", "comment:  | x"};
  const auto [name, book, expected, count] = GENERATE_COPY(table<const char*, Xlsx, Lines, std::uint64_t>({
      {"nothing", Xlsx{.sheets = {talk}}, all, 0},
      {"a row", Xlsx{.sheets = {talk}, .row_state = {{2, " hidden=\"1\""}}}, {"R | One"}, 3},
      {"a row of no height",
       Xlsx{.sheets = {talk}, .row_state = {{1, " ht=\"0\" customHeight=\"1\""}}},
       {"R | Two", "comment:  | x"},
       2},
      {"a column",
       Xlsx{.sheets = {talk}, .columns = "<cols><col min=\"3\" max=\"7\" hidden=\"true\"/></cols>"},
       {"R | One", "R | Two"},
       2},
      {"a column of no width",
       Xlsx{.sheets = {talk}, .columns = "<cols><col min=\"3\" max=\"3\" width=\"0\"/></cols>"},
       {"R | One", "R | Two"},
       2},
      {"another sheet", Xlsx{.sheets = {talk, {{{"Kate"}}}}, .sheet_state = {{1, " state=\"veryHidden\""}}}, all, 1},
      {"a second sheet of talk", Xlsx{.sheets = {talk, talk}, .sheet_state = {{0, " state=\"hidden\""}}}, all, 8},
      {"a cell whose format shows nothing",
       Xlsx{.sheets = {{{{"Speaker"}, {"Text"}, {"Note"}}, {{"R"}, {"One"}, {"7", "blank"}}}}},
       {"R | One"},
       1},
      {"a cell whose format shows numbers alone",
       Xlsx{.sheets = {{{{"Speaker"}, {"Text"}, {"Note"}}, {{"R"}, {"One"}, {"x", "numbers"}}}}},
       {"R | One"},
       1},
      {"a cell that another lies over",
       Xlsx{.sheets = {talk}, .merged = "<mergeCell ref=\"B2:C3\"/><mergeCell ref=\"A2:A2\"/>"},
       {"R | One"},
       2},
  }));
  CAPTURE(name);
  const auto result = read_all(book.bytes());
  CHECK(lines_of(result) == expected);
  CHECK(count_of(result, IssueCode::document_hidden_text) == count);
}

TEST_CASE("a place in a spreadsheet is a row and a column") {
  const auto result = read_all(Xlsx{.sheets = {{{{"Speaker"}, {"Text"}}, {}, {{"R"}, {"One"}}}}}.bytes());
  REQUIRE(result.utterances.size() == 1);
  CHECK(result.utterances[0].at == Position{3, 2});
}

TEST_CASE("a spreadsheet that is no talk, or is it twice, is refused") {
  const XlsxSheet talk = {{{"Speaker"}, {"Text"}}, {{"R"}, {"One"}}};
  CHECK(refusal_of(Xlsx{.sheets = {{{{"Name"}, {"Date"}}, {{"Kate"}, {"1"}}}}}.bytes())
            .starts_with("is a spreadsheet whose columns do not say who speaks, when and what"));
  CHECK(refusal_of(Xlsx{.sheets = {talk, talk}}.bytes())
            .starts_with("is a spreadsheet with more than one sheet of talk"));
  CHECK(refusal_of(Xlsx{}.bytes()).starts_with("is a spreadsheet whose columns"));
}

TEST_CASE("a row may end before the column of its text") {
  const Result result =
      read_all(Xlsx{.sheets = {{{{"Speaker"}, {"Text"}, {"Note"}}, {{"R"}}, {{"R"}, {"One"}}}}}.bytes());
  CHECK(lines_of(result) == Lines{"R | One"});
}

TEST_CASE("a sheet that would lose words, or never end, is refused at its place") {
  const auto row_of = [](std::size_t cells, const std::string& text, const std::string& type) {
    return std::vector<XlsxCell>(cells, XlsxCell{text, type});
  };
  const std::vector<XlsxCell> head = {{"Speaker"}, {"Text"}};
  const std::string long_text = "<t>" + std::string(1 << 20, 'a') + "</t>";
  CHECK(refusal_of(Xlsx{.sheets = {{head, {{"R"}, {"9", "s"}}}}}.bytes())
            .starts_with("2:2: names a shared string that is not there"));
  CHECK(refusal_of(Xlsx{.sheets = {{head, row_of(17, "0", "s")}}, .shared = {long_text}}.bytes())
            .starts_with("2:17: a row is longer than 16 MiB"));
  XlsxSheet again(200, row_of(2, "0", "s"));  // a shared string of 1 MiB, used 400 times
  again.front() = head;
  const std::string bytes = Xlsx{.sheets = {again}, .shared = {long_text}}.bytes();
  auto opened = open_transcript(std::make_unique<PiecewiseSource>(bytes, std::vector<std::size_t>{1U << 20}),
                                [](Issue) {}, {.language = test::english()});
  std::string what;
  try {
    while (opened.reader->next()) {  // kept, they would be as large as what is refused
    }
  } catch (const Error& error) {
    what = error.problem().what;
    CHECK(error.problem().at == Position{129, 2});
  }
  CHECK(what == "a sheet holds more than 256 MiB of text");
}
