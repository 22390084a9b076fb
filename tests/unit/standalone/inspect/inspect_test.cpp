#include "inspect/inspection.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>

#include "inspect/metadata.hpp"
#include "support/english.hpp"
#include "support/temporary_folder.hpp"
#include "unit/stages/read/docx_fixture.hpp"

namespace moniker {

namespace {

class Files {
 public:
  std::filesystem::path make(const std::string& name, const std::string& bytes) const {
    const auto path = folder_.path() / name;
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

 private:
  test::TemporaryFolder folder_{};
};

const inspect::Metadatum* of_kind(const std::vector<inspect::Metadatum>& list, std::string_view kind) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const inspect::Metadatum& m) { return m.kind == kind; });
  return found == list.end() ? nullptr : &*found;
}

TEST_CASE("who speaks how much, and when") {
  const Files files;
  const inspect::Inspection seen = inspect::inspect(
      files.make("talk.vtt",
                 "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Kate Shaw>Hello there, you.\n\n"
                 "00:03.000 --> 00:04.500\n<v Interviewer>Hello.\n\n00:02.000 --> 00:06.000\n<v Kate Shaw>Well now.\n"),
      moniker::test::english());
  CHECK(seen.format == "vtt");
  CHECK_FALSE(seen.failure);
  REQUIRE(seen.speakers.size() == 2);
  CHECK(seen.speakers[0].label == "Kate Shaw");
  CHECK(seen.speakers[0].turns == 2);
  CHECK(seen.speakers[0].words == 5);
  CHECK(seen.speakers[0].spoken.count() == 6000);
  CHECK(seen.speakers[1].spoken.count() == 1500);
  CHECK(seen.turns() == 3);
  CHECK(seen.words == 6);
  CHECK(seen.backwards == 1);
  REQUIRE(seen.time);
  CHECK(seen.time->begin.count() == 1000);
  CHECK(seen.time->end.count() == 6000);
}

TEST_CASE("what is no transcript is an answer") {
  const Files files;
  const inspect::Inspection picture =
      inspect::inspect(files.make("a.png", "\x89PNG\r\n\x1a\n"), moniker::test::english());
  CHECK(picture.format.empty());
  REQUIRE(picture.failure);
  CHECK(picture.failure->fault == Fault::input);
  CHECK(inspect::inspect(files.make("empty.txt", ""), moniker::test::english()).failure);
  CHECK(inspect::inspect("/nowhere/at/all.txt", moniker::test::english()).failure);
}

TEST_CASE("what captions tell beside their talk") {
  const Files files;
  const auto list = inspect::metadata_of(
      "vtt", files.make("talk.vtt",
                        "WEBVTT - Meeting of Kate\nKind: captions\n\nNOTE\nmade for Kate\nand Tom\n\nNOTE short\n\n"
                        "7f3a/1-0\n00:01.000 --> 00:03.000\nNOTE is a word here\n\n00:03.000 --> 00:04.000\nYes.\n"));
  REQUIRE(of_kind(list, "note"));
  CHECK(of_kind(list, "note")->values == std::vector<std::string>{"made for Kate and Tom", "short"});
  REQUIRE(of_kind(list, "name of a caption"));
  CHECK(of_kind(list, "name of a caption")->values == std::vector<std::string>{"7f3a/1-0"});
  CHECK(of_kind(list, "line of the head")->count == 2);
}

TEST_CASE("what a portable document tells beside its text") {
  const Files files;
  const auto list = inspect::metadata_of(
      "pdf",
      files.make(
          "talk.pdf",
          "%PDF-1.4\n1 0 obj\n<< /Author (Kate \\(Shaw\\)) /Title <FEFF0054006F006D> /Producer (Word) >>\nendobj\n"
          "2 0 obj\n<< /Type /Annot /Subtype /FreeText >>\nendobj\n3 0 obj\n<< /S /URI >>\nendobj\n"));
  REQUIRE(of_kind(list, "author"));
  CHECK(of_kind(list, "author")->values == std::vector<std::string>{"Kate (Shaw)"});
  REQUIRE(of_kind(list, "title"));
  CHECK(of_kind(list, "title")->values == std::vector<std::string>{"Tom"});
  CHECK(of_kind(list, "note"));
  CHECK(of_kind(list, "link"));
  CHECK_FALSE(of_kind(list, "script"));
}

TEST_CASE("what a Word document tells beside its talk") {
  const Files files;
  const std::string core =
      "<cp:coreProperties xmlns:cp=\"urn:cp\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>Kate "
      "Shaw</dc:creator>"
      "<cp:lastModifiedBy> Tom </cp:lastModifiedBy><dc:title></dc:title></cp:coreProperties>";
  const std::string custom =
      "<Properties xmlns:vt=\"urn:vt\"><property name=\"Patient\"><vt:lpwstr>K. "
      "Shaw</vt:lpwstr></property></Properties>";
  const auto list = inspect::metadata_of(
      "docx",
      files.make(
          "talk.docx",
          reading::zip_of({
              {"docProps/core.xml", core},
              {"docProps/custom.xml", custom},
              {"word/document.xml",
               reading::part_of("w:document",
                                "<w:body><w:p><w:ins w:author=\"Tom\"/><w:del w:author=\"Ann\"/></w:p></w:body>")},
              {"word/comments.xml",
               reading::part_of("w:comments", "<w:comment w:author=\"Tom\"/><w:comment w:author=\"Tom\"/>")},
              {"word/_rels/document.xml.rels",
               reading::relations(reading::relation("hyperlink", "https://example.org/kate", "External"))},
              {"word/media/image1.png", "x"},
              {"customXml/item1.xml", "<a/>"},
              {"docProps/thumbnail.jpeg", "x"},
              {"word/people.xml", "<broken"},
          })));
  const auto [kind, count, values] = GENERATE(table<std::string, std::uint64_t, std::vector<std::string>>({
      {"author", 1, {"Kate Shaw"}},
      {"last modified by", 1, {"Tom"}},
      {"custom property", 1, {"Patient = K. Shaw"}},
      {"revision author", 2, {"Tom", "Ann"}},
      {"comment author", 2, {"Tom"}},
      {"link to outside", 1, {"https://example.org/kate"}},
      {"picture", 1, {}},
      {"custom XML part", 1, {}},
      {"thumbnail", 1, {}},
      {"unreadable part", 1, {}},
  }));
  INFO(kind);
  REQUIRE(of_kind(list, kind));
  CHECK(of_kind(list, kind)->count == count);
  CHECK(of_kind(list, kind)->values == values);
  CHECK_FALSE(of_kind(list, "title"));
}

TEST_CASE("what other documents tell beside their talk") {
  const Files files;
  const std::string core =
      "<cp:coreProperties xmlns:cp=\"urn:cp\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      "<dc:creator>Kate Shaw</dc:creator></cp:coreProperties>";
  const std::string meta =
      "<office:document-meta xmlns:office=\"urn:o\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
      "xmlns:meta=\"urn:m\"><office:meta><meta:initial-creator>Kate Shaw</meta:initial-creator></office:meta>"
      "</office:document-meta>";
  const auto [format, bytes] = GENERATE_COPY(table<std::string, std::string>({
      {"xlsx", reading::zip_of({{"docProps/core.xml", core}, {"xl/media/image1.png", "x"}})},
      {"odt", reading::zip_of({{"meta.xml", meta}, {"Pictures/1.png", "x"}})},
      {"rtf", "{\\rtf1{\\info{\\author Kate Shaw}}{\\pict 00}Hello.}"},
  }));
  INFO(format);
  const auto list = inspect::metadata_of(format, files.make("talk." + format, bytes));
  REQUIRE(of_kind(list, "author"));
  CHECK(of_kind(list, "author")->values == std::vector<std::string>{"Kate Shaw"});
  REQUIRE(of_kind(list, "picture"));
  CHECK(of_kind(list, "picture")->count == 1);
}

TEST_CASE("what ELAN's annotations tell beside their talk") {
  const Files files;
  const auto list = inspect::metadata_of(
      "eaf", files.make("talk.eaf",
                        "<ANNOTATION_DOCUMENT AUTHOR=\"Kate\" "
                        "DATE=\"2026-01-01\"><HEADER><MEDIA_DESCRIPTOR MEDIA_URL=\"file:///C:/Kate.wav\"/>"
                        "<PROPERTY NAME=\"URN\">urn:x</PROPERTY></HEADER><TIER TIER_ID=\"a\" "
                        "PARTICIPANT=\"Kate\" ANNOTATOR=\"\"/></ANNOTATION_DOCUMENT>"));
  CHECK(of_kind(list, "author")->values == std::vector<std::string>{"Kate"});
  CHECK(of_kind(list, "recording")->count == 1);
  CHECK(of_kind(list, "property")->values == std::vector<std::string>{"URN = urn:x"});
  CHECK(of_kind(list, "participant of a tier")->count == 1);
  CHECK_FALSE(of_kind(list, "annotator of a tier"));
}

}  // namespace
}  // namespace moniker
