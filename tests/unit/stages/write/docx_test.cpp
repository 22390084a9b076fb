// What other programs make of our .docx: unzip lists its parts, xmllint reads them, docx2txt gives its text.
// Skipped programs are told, not passed over.
#include <catch2/catch.hpp>

#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "turns.hpp"
#include "write/zip_package.hpp"

using namespace turns;

using namespace moniker::write;

namespace {

/// A file in a folder of its own, removed at the end.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& bytes)
      : folder_(std::filesystem::temp_directory_path() / ("moniker-docx-" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(folder_);
    std::ofstream(path(), std::ios::binary) << bytes;
  }
  ~TemporaryFile() { std::filesystem::remove_all(folder_); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  std::string path() const { return (folder_ / "t.docx").string(); }

 private:
  std::filesystem::path folder_;
};

std::string output_of(const std::string& command, int* status = nullptr) {
  FILE* pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe);
  std::string out;
  std::array<char, 4096> buffer;
  while (const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), n);
  const int code = ::pclose(pipe);
  if (status) *status = code;
  return out;
}

bool installed(const std::string& program) {
  if (!output_of("command -v " + program).empty()) return true;
  WARN(program + " is not installed, this check is left out");
  return false;
}

std::string part_of(const TemporaryFile& file, const std::string& part) {
  return output_of("unzip -p '" + file.path() + "' '" + part + "'");
}

}  // namespace

TEST_CASE("a package holds its five parts and nothing that tells who or when") {
  if (!installed("unzip")) return;
  const TemporaryFile file(written("docx", awkward(), {.transcript = "T03", .study = "Living well"}));
  CHECK(output_of("unzip -Z1 '" + file.path() + "'") ==
        "[Content_Types].xml\n_rels/.rels\nword/document.xml\nword/_rels/document.xml.rels\nword/styles.xml\n");
  const std::string listing = output_of("unzip -Zv '" + file.path() + "' | grep -iE 'modified on|comment|extra field'");
  for (const char* year : {"1981", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "2028"}) {
    CHECK(listing.find(year) == std::string::npos);
  }
  CHECK(listing.find("1980 Jan 1 00:00:00") != std::string::npos);
  int status = -1;
  output_of("unzip -tq '" + file.path() + "'", &status);
  CHECK(status == 0);
}

TEST_CASE("every part is well-formed XML") {
  if (!installed("unzip") || !installed("xmllint")) return;
  const TemporaryFile file(written("docx", awkward(), {.transcript = "T03"}));
  for (const char* part : {"\\[Content_Types\\].xml", "_rels/.rels", "word/document.xml",
                           "word/_rels/document.xml.rels", "word/styles.xml"}) {
    CAPTURE(part);
    int status = -1;
    const std::string told =
        output_of("unzip -p '" + file.path() + "' '" + part + "' | xmllint --nonet --noout - 2>&1", &status);
    CHECK(told.empty());
    CHECK(status == 0);
  }
}

TEST_CASE("docx2txt reads the words that were written") {
  if (!installed("docx2txt")) return;
  const TemporaryFile file(written("docx", awkward(), {.transcript = "T03", .study = "Living: well"}));
  const std::string text = output_of("docx2txt < '" + file.path() + "'");
  std::string lines;  // docx2txt separates paragraphs as it likes
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines += text.substr(at, end - at) + '\n';
    at = end + 1;
  }
  CHECK(lines ==
        "T03, Living: well\nFocus group 3\nDate: a Monday\nINT1\nHow are you?\nID04\nFine.\n"
        "Note: I said \"fine\" & <meant> it --> so\nSPEAKER\nwho is this: me\nID05\n"
        "  two  blanks, a\ttab, Zoë, \U0001F600 \u05D0\u05D1 and [PERSON_3]'s \nID04\nNOTE\nSecond "
        "part\nID04\none\ntwo\n"
        "three\nfour\nID05\nbye\nFOOTNOTE\nsee: the protocol\n");
}

TEST_CASE("the speaker's ID stands alone in a heading, the talk in plain paragraphs") {
  if (!installed("unzip")) return;
  const TemporaryFile file(written("docx", {turn("ID04", " a\tb\x01 <&")}));
  const std::string xml = part_of(file, "word/document.xml");
  CHECK(xml.find("<w:body><w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t "
                 "xml:space=\"preserve\">ID04</w:t></w:r></w:p>"
                 "<w:p><w:pPr><w:pStyle w:val=\"Normal\"/></w:pPr><w:r><w:t xml:space=\"preserve\"> "
                 "a</w:t><w:tab/><w:t xml:space=\"preserve\">b  &lt;&amp;</w:t></w:r></w:p>"
                 "</w:body>") != std::string::npos);
  for (const char* telling : {"rsid", "author", "creator", "date", "docProps"})
    CHECK(xml.find(telling) == std::string::npos);
}

TEST_CASE("the same turns give the same bytes, whatever the time zone") {
  const std::string once = written("docx", awkward(), {.transcript = "T03"});
  REQUIRE(::setenv("TZ", "Pacific/Kiritimati", 1) == 0);
  ::tzset();
  const std::string again = written("docx", awkward(), {.transcript = "T03"});
  REQUIRE(::unsetenv("TZ") == 0);
  ::tzset();
  CHECK(once == again);
  CHECK(once.substr(0, 4) == "PK\x03\x04");
}

TEST_CASE("a long transcript is written whole") {
  if (!installed("docx2txt")) return;
  std::vector<Utterance> given;
  for (int i = 0; i < 5000; ++i)
    given.push_back(turn("ID0" + std::to_string(i % 9), "words number " + std::to_string(i)));
  const TemporaryFile file(written("docx", given));
  const std::string text = output_of("docx2txt < '" + file.path() + "'");
  CHECK(text.find("words number 0\n") != std::string::npos);
  CHECK(text.find("words number 4999\n") != std::string::npos);
}

TEST_CASE("a package of which one part changes is what it would be if it were made of all") {
  std::vector<moniker::write::ZipPart> parts{{"mimetype", "a/b"}, {"content.xml", ""}, {"styles.xml", "<s/>"}};
  for (const std::size_t place : {1U, 2U}) {
    const moniker::write::PackageMould mould(parts, place);
    for (const std::string& bytes : {std::string(), std::string("x"), std::string(70'000, 'y')}) {
      auto whole = parts;
      whole[place].second = bytes;
      CHECK(mould.fill(bytes) == moniker::write::zip_package(whole));
    }
  }
}

TEST_CASE("a package without parts is refused or empty, never torn") {
  CHECK(moniker::write::zip_package({{"a.txt", ""}}).size() > 4);
}
