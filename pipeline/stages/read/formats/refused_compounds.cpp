// Compound files (MS-CFB) are what Office wrote until 2003, and what it puts a document into that has a password
// (MS-OFFCRYPTO, 2.3). Which of them one is, the names of its streams say, wherever in the file its directory lies.
#include <algorithm>

#include "moniker/error.hpp"
#include "read/formats/formats.hpp"

namespace moniker::read {
namespace {

using namespace std::string_view_literals;

struct Compound {
  std::string_view stream;  // its name
  RefusedFormat refused;
};
constexpr Compound compounds[] = {
    {"EncryptedPackage",
     {nullptr, "is a password-protected document or spreadsheet",
      "remove the password in the program that made it, and deliver it as .docx or .xlsx"}},
    {"WordDocument",
     {nullptr, "is an old .doc document", "open it in a word processor, without its password, and save it as .docx"}},
    {"Workbook",
     {nullptr, "is an old .xls spreadsheet", "open it, without its password, and save it as .xlsx or .csv"}},
    {"Book", {nullptr, "is an old .xls spreadsheet", "open it, and save it as .xlsx or .csv"}},
    {"PowerPoint Document", {nullptr, "is an old .ppt presentation", "save its transcript as .docx or .txt"}},
    {"VisioDocument", {nullptr, "is a drawing (.vsd)", "deliver the transcript itself as .docx, .vtt, .srt or .txt"}},
    {"Quill", {nullptr, "is a Publisher document", "save its transcript as .docx or .txt"}},
    {"MatOST", {nullptr, "is a Works document", "open it in a word processor and save it as .docx"}},
    {"HwpSummaryInformation", {nullptr, "is a Hangul document (.hwp)", "save it as .docx"}},
    {"__properties_version1.0", {nullptr, "is a mail (.msg)", "save the transcript that it holds, and deliver that"}},
};
constexpr RefusedFormat any_compound{nullptr, "is an old Office file, or one with a password",
                                     "open it in the program that made it, and save it as .docx or .xlsx"};

/// As a directory holds a name: UTF-16, ended by NUL.
std::string in_directory(std::string_view name) {
  std::string units;
  for (const char c : name) units += {c, '\0'};
  return units + std::string(2, '\0');
}

}  // namespace

bool is_compound(const Head& head) { return head.bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv); }

const RefusedFormat& refused_compound(ByteSource& source) {
  constexpr std::size_t enough = std::size_t{64} << 20;
  std::string bytes;
  try {
    bytes = read_all(source, enough);
  } catch (const Error&) {
    return any_compound;
  }
  for (const Compound& row : compounds) {
    if (bytes.find(in_directory(row.stream)) != std::string::npos) return row.refused;
  }
  return any_compound;
}

}  // namespace moniker::read
