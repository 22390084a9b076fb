#include <catch2/catch.hpp>
#include <fstream>

#include "odt_fixture.hpp"
#include "reading.hpp"
#include "support/temporary_folder.hpp"

using namespace reading;
using namespace std::string_literals;

using namespace moniker::read;

namespace {

const std::string save_again = " / open the document in a word processor, save it again as .docx and deliver that";
const std::string deliver_again = " / deliver the document again; it may have been cut off on its way";
const std::string word_save = " / open it in the program that made it and save it again";

std::string with_document(const std::string& xml) {
  return zip_of(
      {{"_rels/.rels", relations(relation("officeDocument", "word/document.xml"))}, {"word/document.xml", xml}});
}

/// The head of a compound file, and far behind it a name of its directory.
std::string compound_with(const std::string& stream) {
  std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(20'000, '\1');
  for (const char c : stream) bytes += {c, '\0'};
  return bytes + std::string(64, '\0');
}

}  // namespace

TEST_CASE("what is delivered in a transcript's place is refused by name, with a remedy") {
  const std::string transcribe = " / have it transcribed, and deliver its transcript as .docx, .vtt, .srt or .txt";
  const std::string as_word = " / open it in a word processor and save it as .docx or plain text";
  const auto [bytes, expected] = GENERATE_COPY(table<std::string, std::string>({
      {"", "is empty / deliver the transcript again"},
      {" \n\n\t", "holds no words / deliver the transcript again"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest",
       "is an old Office file, or one with a password / open it in the program that made it, and save it as .docx or "
       ".xlsx"},
      {compound_with("EncryptedPackage"),
       "is a password-protected document or spreadsheet / remove the password in the program that made it, and deliver "
       "it as .docx or .xlsx"},
      {compound_with("WordDocument"),
       "is an old .doc document / open it in a word processor, without its password, and save it as .docx"},
      {compound_with("Workbook"),
       "is an old .xls spreadsheet / open it, without its password, and save it as .xlsx or .csv"},
      {compound_with("PowerPoint Document"), "is an old .ppt presentation / save its transcript as .docx or .txt"},
      {compound_with("__properties_version1.0"),
       "is a mail (.msg) / save the transcript that it holds, and deliver that"},
      {"{\\rtf1\\ansi",
       "1:12: the rich text ends before its groups do / open the document in a word processor, save it as .docx and "
       "deliver that"},
      {"\x89PNG\r\n\x1A\n", "is a picture / deliver the transcript itself as .docx, .vtt, .srt or .txt"},
      {"\xFF\xD8\xFF\xE0", "is a picture / deliver the transcript itself as .docx, .vtt, .srt or .txt"},
      {"\0\0\0\x18"
       "ftypheic"s,
       "is a picture / deliver the transcript itself as .docx, .vtt, .srt or .txt"},
      {"ID3\x03", "is a sound recording" + transcribe},
      {"RIFF\x24\0\0\0WAVEfmt "s, "is a sound recording" + transcribe},
      {"\0\0\0\x18"
       "ftypM4A "s,
       "is a sound recording" + transcribe},
      {"\x03"
       "ds2\1\0"s,
       "is a sound recording" + transcribe},
      {"\0\0\0\x18"
       "ftypmp42"s,
       "is a video recording" + transcribe},
      {"\x30\x26\xB2\x75\x8E\x66\xCF\x11", "is a video recording" + transcribe},
      {"[InternetShortcut]\r\nURL=https://example.org/\r\n",
       "is a link to a file or a page that lies elsewhere / deliver the file itself"},
      {"L\0\0\0\x01\x14\x02\0"s, "is a link to a file or a page that lies elsewhere / deliver the file itself"},
      {"From: a@example.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed\n\nKate: Hello.\n",
       "is a mail or a web archive / save the transcript that it holds, and deliver that"},
      {"<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>",
       "is a Word document as xml" + as_word},
      {zip_of({{"Index/Document.iwa", "x"}}),
       "is a Pages, Numbers or Keynote document / export it as .docx (a table as .csv)"},
      {zip_of({{"project.qde", "x"}}),
       "is a project of qualitative analysis (.qdpx) / export its transcripts as .docx or .txt"},
      {"\x1F\x8B\x08", "is an archive / unpack it and deliver the transcripts in it one by one"},
      {"age-encryption.org/v1\n", "is encrypted / decrypt it first"},
      {" <!DOCTYPE html><html>", "is html or xml, a format that is not read yet" + as_word},
      {"[ {\"speaker\": 1}]",
       "is json without segments of talk / export the transcript with its segments, or as .vtt, .srt, .docx or .txt"},
      {"name,date\nKate,1 May\nTom,2 May\n",
       "is a table whose columns do not say who speaks, when and what / name one column \"text\" and one \"speaker\" "
       "or "
       "\"start\" in its first row"},
      {zip_of({{"xl/workbook.xml", "x"}}), "is a damaged spreadsheet / open it, and save it again as .xlsx or .csv"},
      {zip_of({{"mimetype", "x"}, {"content.xml", "x"}}),
       "is an open document that is no text, or one packed by hand / open it in a word processor and save it as .odt "
       "or .docx"},
      {zip_of({{"notes.txt", "x"}}),
       "is a zip archive without a transcript that is read from one / deliver the transcripts in it one by one, or "
       "pack them with a manifest of their SHA-256 sums"},
  }));
  CAPTURE(expected);
  CHECK(refusal_of(bytes) == expected);
}

TEST_CASE("a broken document is refused with its place and a remedy, and never a word of it") {
  const std::string damaged = "is a damaged zip archive: its directory cannot be read" + deliver_again;
  const std::string whole = Docx{.body = said_line("I1: One") + said_line("R: Two")}.bytes();
  const auto [bytes, expected] = GENERATE_COPY(table<std::string, std::string>({
      {whole.substr(0, whole.size() / 2), damaged},
      {"PK\x03\x04", damaged},
      {with_document("<w:document"),
       "the main text of the .docx is not well-formed (line 1, column 12 of its xml)" + save_again},
      {with_document("<a>\n<b>Kate</c></a>"),
       "the main text of the .docx is not well-formed (line 2, column 12 of its xml)" + save_again},
      {with_document("<a>&kate;</a>"),
       "the main text of the .docx is not well-formed (line 1, column 10 of its xml)" + save_again},
      {with_document("<!DOCTYPE a [<!ENTITY kate \"x\">]><a>&kate;</a>"),
       "the main text of the .docx declares or uses entities, which a transcript never does (line 1, "
       "column 47 of its xml)" +
           save_again},
      {with_document(""), "the main text of the .docx is not well-formed (line 1, column 1 of its xml)" + save_again},
      {with_document(std::string(20'000'000, ' ')), "unpacks to far more than a document holds" + word_save},
  }));
  CAPTURE(expected);
  const std::string refusal = refusal_of(bytes);
  CHECK(refusal == expected);
  CHECK(refusal.find("ate") == refusal.find("ated"));
}

TEST_CASE("elements nested without end, and a text without end, are refused") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<w:ins>";
  CHECK_FALSE(refusal_of(Docx{.body = deep}.bytes()).empty());
  std::string noise;
  for (std::uint32_t i = 0, x = 1; i < 11'000'000; ++i)
    noise += static_cast<char>('a' + ((x = x * 1664525U + 1013904223U) >> 24) % 26);
  const std::string refusal = refusal_of(Docx{.body = said_line(noise)}.bytes());
  CHECK(refusal.starts_with("the main text of the .docx is not well-formed"));
}

TEST_CASE("a document cut off anywhere is refused or read, and nothing else") {
  const std::string whole = Docx{
      said_line("I1: One") + table({{"I1", "One."}, {"R", "Two."}}),
      relation("comments", "comments.xml"),
      {{"word/comments.xml",
        "<x/>"}}}.bytes();
  for (std::size_t length = 4; length < whole.size(); length += 7) {
    CHECK_FALSE(refusal_of(whole.substr(0, length)).empty());
  }
}

TEST_CASE("an error and an issue tell the file") {
  const moniker::test::TemporaryFolder folder;
  const auto file = folder.path() / "a.docx";
  std::ofstream(file, std::ios::binary) << with_document("<a>");
  try {
    auto opened = open_transcript(file, [](Issue) {}, {.language = test::english()});
    while (opened.reader->next()) {
    }
    FAIL("read");
  } catch (const Error& error) {
    CHECK(error.problem().file == file.string());
    CHECK(error.problem().fault == Fault::input);
  }
  std::vector<Issue> issues;
  const Sink<Issue> sink = [&](Issue issue) { issues.push_back(issue); };
  CHECK_THROWS_AS(open_transcript(folder.path() / "none.txt", sink, {.language = test::english()}), Error);
  CHECK(issues == std::vector<Issue>{{IssueCode::file_unreadable, {}, 1}});
}

TEST_CASE("a document on disk and one from a pipe read alike") {
  const moniker::test::TemporaryFolder folder;
  const auto file = folder.path() / "a.docx";
  const std::string bytes =
      GENERATE(as<std::string>(), Docx{.body = said_line("I1: One") + said_line("R: Two")}.bytes(),
               Odt{.body = odt_paragraph("I1: One") + odt_paragraph("R: Two")}.bytes(),
               "{\\rtf1\\ansi I1: One\\par R: Two\\par}");
  std::ofstream(file, std::ios::binary) << bytes;
  const auto from_disk = read_all(std::make_unique<FileSource>(file));
  CHECK(lines_of(from_disk) == std::vector<std::string>{"I1 | One", "R | Two"});
  for (const std::size_t size : {std::size_t{1}, std::size_t{7}, std::size_t{4096}}) {
    CHECK(lines_of(read_all(std::make_unique<PiecewiseSource>(bytes, std::vector{size}))) == lines_of(from_disk));
  }
}
