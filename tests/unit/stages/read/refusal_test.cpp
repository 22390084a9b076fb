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

TEST_CASE("each kind of file that is no transcript is called by its name") {
  const std::string itself = " / deliver the transcript itself as .docx, .vtt, .srt or .txt";
  const std::string as_word = " / open it in a word processor and save it as .docx or plain text";
  const std::string mail = "is a mail or a web archive / save the transcript that it holds, and deliver that";
  const std::string project =
      "is a database, or a project of qualitative analysis / export its transcripts as .docx or .txt";
  const std::string archive = "is an archive / unpack it and deliver the transcripts in it one by one";
  const std::string link = "is a link to a file or a page that lies elsewhere / deliver the file itself";
  const std::string tail(64, '\1');
  std::string tar = "a.txt" + std::string(252, '\0') + "ustar";
  const auto [bytes, expected] = GENERATE_COPY(table<std::string, std::string>({
      {"8BPS\0\1"s + tail, "is a picture" + itself},
      {"\0\0\1\0\1\0"s + tail, "is a picture" + itself},
      {"\0\0\0\x0CjP  \r\n"s, "is a picture" + itself},
      {"\0\0\0\x18"
       "ftypmsf1"s,
       "is a picture" + itself},
      {"<svg xmlns='x'><text>Kate</text></svg>", "is a picture" + itself},
      {"<?xml version='1.0'?>\n<svg/>", "is a picture" + itself},
      {".snd\0\0\0\x18"s,
       "is a sound recording / have it transcribed, and deliver its transcript as .docx, .vtt, "
       ".srt or .txt"},
      {"OggS\0\2"s + std::string(22, '\0') + "\x01\x2a\x80theora",
       "is a video recording / have it transcribed, and deliver its transcript as .docx, .vtt, .srt or .txt"},
      {"G" + std::string(187, '\0') + "G" + std::string(187, '\0') + "G" + std::string(187, '\0'),
       "is a video recording / have it transcribed, and deliver its transcript as .docx, .vtt, .srt or .txt"},
      {tar, archive},
      {"MSCF\0\0\0\0"s + tail, archive},
      {"7z\xBC\xAF\x27\x1C" + tail, archive},
      {"\x01\x0F\0\0\x08"s + tail, project},
      {"SQLite format 3\0"s + tail, project},
      {"\0\1\0\0Standard ACE DB\0"s, project},
      {"$FL2@(#) SPSS" + tail, "is a data set of a statistics program" + itself},
      {"MZ\x90\0"s + tail, "is a program" + itself},
      {"\xFFWPC" + tail, "is a document of an old word processor, or of OneNote" + as_word},
      {"%!PS-Adobe-3.0\n", "is pages for a printer (PostScript)" + itself},
      {"BEGIN:VCARD\nFN:Kate\nEND:VCARD\n", "is an address or a date" + itself},
      {"Return-Path: <a@example.org>\r\nFrom: Kate <a@example.org>\r\n\r\nKate: Hello.\r\n", mail},
      {"From: Kate <a@example.org>\nTo: b@example.org\nSubject: Talk\n\nKate: Hello.\n", mail},
      {"From a@example.org Mon Jan  1 00:00:00 2024\nSubject: x\n\nKate: hello\n", mail},
      {"bplist00" + tail, link},
      {"<?xml version=\"1.0\"?><plist><dict><key>URL</key></dict></plist>", link},
      {"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>",
       "is a spreadsheet as xml / open it, and save it again as .xlsx or .csv"},
      {"<pkg:package xmlns:pkg=\"x\"/>", "is a Word document as xml" + as_word},
      {"<tt xmlns=\"http://www.w3.org/ns/ttml\"/>", "is html or xml, a format that is not read yet" + as_word},
      {std::string(5000, '\0'),
       "is zero bytes where its beginning should be: what was in it is lost / copy it again "
       "from where it came"},
      {compound_with("VisioDocument"), "is a drawing (.vsd)" + itself},
      {compound_with("Quill"), "is a Publisher document / save its transcript as .docx or .txt"},
      {zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "x"}}),
       "is an OpenDocument spreadsheet (.ods) / save it as .xlsx or .csv"},
      {zip_of({{"mimetype", "application/vnd.oasis.opendocument.presentation"}, {"content.xml", "x"}}),
       "is a presentation / save its transcript as .docx or .txt"},
      {zip_of({{"index.xml.gz", "x"}}), "is an old Pages document / export it as .docx"},
      {zip_of({{"visio/document.xml", "x"}}), "is a drawing (.vsdx) / deliver the transcript itself as .docx or .txt"},
      {zip_of({{"ppt/presentation.xml", "x"}}), "is a presentation / save its transcript as .docx or .txt"},
      {zip_of({{"xl/workbook.bin", "x"}}), "is a binary spreadsheet / save it as .xlsx or .csv"},
      {zip_of({{"META-INF/container.xml", "x"}}), "is an e-book / deliver the transcript itself as .docx or .txt"},
      {zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
               {"content.xml", "x"},
               {"META-INF/manifest.xml", "<m xmlns=\"m\"><encryption-data/></m>"}}),
       "is a password-protected .odt document / remove the password and save it again"},
  }));
  CAPTURE(expected);
  CHECK(refusal_of(bytes) == expected);
}

TEST_CASE("what only begins like a file of another kind is read") {
  const std::string begin = GENERATE(as<std::string>(), "MZ: Hello.\n", "From: the beginning of it.\n", "G: Yes.\n",
                                     "<Kate> Yes.\n<Tom> No.\n", "BM: Hello.\n", "Received: two letters.\n");
  CAPTURE(begin);
  CHECK(refusal_of(begin + "Kate: Yes, I was there.\nTom: So was I.\n").empty());
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
