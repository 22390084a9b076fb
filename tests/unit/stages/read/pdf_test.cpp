#include "pdf_fixture.hpp"

#include <catch2/catch.hpp>

#include "base/run_program.hpp"
#include "reading.hpp"

using namespace reading;

TEST_CASE("a pdf's lines are those of the talk") {
  const Result result = read_all(
      pdf_of({{"Interviewer: Who came to the ward that", "morning?", "", "Siân: Łucja did, and", "so did Mary."},
              {"Nobody else.", "Interviewer: I see."}}));
  CHECK(result.format == "pdf");
  CHECK(lines_of(result) == std::vector<std::string>{"Interviewer | Who came to the ward that/morning?",
                                                     "Siân | Łucja did, and/so did Mary./Nobody else.",
                                                     "Interviewer | I see."});
  CHECK(result.issues.empty());
}

TEST_CASE("what comes back at the edges of pages is no talk, is searched, and is counted") {
  std::vector<PdfPage> pages;
  for (int i = 1; i <= 4; ++i) {
    const std::string number = std::to_string(i);
    pages.push_back({"Interview with Mary Lloyd, page " + number + " of 4", "Kate: This is what I said " + number + ".",
                     "Tom: And I.", number});
  }
  const Result result = read_all(pdf_of(pages));
  const auto lines = lines_of(result);
  REQUIRE(lines.size() == 16);
  CHECK(lines[0] == "Kate | This is what I said 1.");
  CHECK(lines[7] == "Tom | And I.");
  CHECK(lines[8] == "header:  | Interview with Mary Lloyd, page 1 of 4");
  CHECK(lines[9] == "header:  | 1");
  CHECK(count_of(result, IssueCode::document_headers_footers) == 8);
}

TEST_CASE("a year at the end of one page stays talk") {
  CHECK(lines_of(pdf_of({{"Kate: It was in", "1998"}, {"Tom: Or later.", "Kate: No."}})) ==
        std::vector<std::string>{"Kate | It was in/1998", "Tom | Or later.", "Kate | No."});
}

TEST_CASE("pages of pictures are told") {
  CHECK(refusal_of(pdf_of({{}, {" "}, {"- 3 -"}})) ==
        "is a scan: a pdf of pictures of pages, without any text / have its text recognised and read over, and deliver "
        "that as .docx or .txt");
  CHECK(count_of(read_all(pdf_of({{"Kate: One."}, {}, {"Tom: Two."}})), IssueCode::document_pictures) == 1);
}

TEST_CASE("a pdf that cannot be read says why") {
  const std::string ask = " / ask for the transcript as .docx, or save its text as .txt";
  CHECK(refusal_of("%PDF-1.7\n") == "is a damaged pdf" + ask);
  CHECK(refusal_of("%PDF-1.7\nno object anywhere\n%%EOF") == "is a damaged pdf" + ask);
  const std::string locked =
      pdf_of({{"Kate: One."}}, "/Encrypt << /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >>");
  CHECK(refusal_of(locked) ==
        "is a password-protected pdf / remove the password, or ask for the transcript as .docx, or save its text as "
        ".txt");
}

TEST_CASE("without Poppler a pdf is refused with what to install") {
  ReadOptions options{.language = test::english()};
  options.pdf_to_text = "/nowhere/pdftotext";
  try {
    read_all(pdf_of({{"Kate: One."}}), options);
    FAIL("read");
  } catch (const Error& error) {
    CHECK(error.problem().what == "is a pdf, and the program that reads its text is not installed");
    CHECK(error.problem().remedy ==
          "install Poppler (Debian: poppler-utils), or ask for the transcript as .docx, or save its text as .txt");
  }
}

TEST_CASE("another program gets its input, and its limits hold") {
  using How = ProgramEnd::How;
  const std::string much(1'000'000, 'x');
  CHECK(run_program("/bin/cat", {}, much)->output == much);
  CHECK(run_program("/bin/cat", {"/dev/stdin"}, "Kate")->output == "Kate");
  CHECK(run_program("/usr/bin/env", {}, "")->output.empty());  // no environment
  CHECK(run_program("/bin/false", {}, "")->how == How::badly);
  CHECK(run_program("/bin/sleep", {"60"}, "", {.time = std::chrono::seconds(1)})->how == How::over_time);
  CHECK(run_program("/usr/bin/yes", {}, "", {.output_bytes = 100'000})->how == How::over_size);
  CHECK_FALSE(run_program("/bin/nothing", {}, ""));
  CHECK_FALSE(run_program("/bin", {}, "").value_or(ProgramEnd{}).how == How::well);
}
