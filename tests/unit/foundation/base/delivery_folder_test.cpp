#include "base/delivery_folder.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <fstream>

#include "base/litter.hpp"
#include "base/shown_text.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {
namespace {

namespace fs = std::filesystem;
using test::TemporaryFolder;
using test::told;

std::string said_of(const Oddity& odd) {
  if (odd.code == IssueCode::file_name_broken) return "bad name";
  return odd.code == IssueCode::file_namesake ? "namesake" : std::string(odd.what);
}

/// "name", or "name: what is odd".
std::vector<std::string> listed(const TemporaryFolder& temp) {
  std::vector<std::string> list;
  for (const DeliveryEntry& entry : list_deliveries({temp.path()}).entries)
    list.push_back(entry.odd ? entry.name + ": " + said_of(*entry.odd) : entry.name);
  return list;
}

/// By any name, which TemporaryFolder's text would not hold.
void put(const TemporaryFolder& temp, const std::string& name) {
  fs::create_directories((temp.path() / "incoming" / name).parent_path());
  std::ofstream(temp.path() / "incoming" / name) << "Delyth: Hi.\n";
}

TEST_CASE("deliveries come in byte order, with their folders, and what is litter is counted") {
  const TemporaryFolder temp;
  for (const char* name : {"b.txt", "week-2/a.txt", "week-2/deep/er/a.txt", "a.vtt", "B.txt", ".hidden", "é.srt",
                           "__MACOSX/a.vtt", "week-2/desktop.ini", "~$terview.docx"})
    put(temp, name);
  CHECK(listed(temp) ==
        std::vector<std::string>{"B.txt", "a.vtt", "b.txt", "week-2/a.txt", "week-2/deep/er/a.txt", "é.srt"});
  CHECK(list_deliveries({temp.path()}).passed_over == 4);
}

TEST_CASE("nothing odd stops what lies beside it") {
  const TemporaryFolder temp;
  put(temp, "a.txt");
  fs::create_symlink(temp.path() / "incoming" / "a.txt", temp.path() / "incoming" / "b.txt");
  fs::create_symlink("nowhere", temp.path() / "incoming" / "c.txt");
  fs::create_directory_symlink(temp.path(), temp.path() / "incoming" / "d");
  REQUIRE(::mkfifo((temp.path() / "incoming" / "e").c_str(), 0600) == 0);
  const std::string is_link = ": is a symbolic link, and links are not followed";
  CHECK(listed(temp) == std::vector<std::string>{"a.txt", "b.txt" + is_link, "c.txt" + is_link, "d" + is_link,
                                                 "e: is a pipe, a socket or a device, and no file"});
  CHECK(list_deliveries({temp.path()}).entries[1].odd->code == IssueCode::file_no_file);
}

TEST_CASE("a name that is not UTF-8, or could fake a line, is escaped and odd") {
  const auto [name, shown] = GENERATE(table<std::string, std::string>({
      {"Si\xE2n.txt", "Si\\xE2n.txt"},
      {"a\nT01  fine.txt", "a\\u{000A}T01  fine.txt"},
      {"a\x1B[2Kb.txt", "a\\u{001B}[2Kb.txt"},
      {"a\xC2\x85"
       "b.txt",
       "a\\u{0085}b.txt"},
      {"a\u2028b.txt", "a\\u{2028}b.txt"},
      {"a\u202Etxt.exe", "a\\u{202E}txt.exe"},
      {"a\u200Bb.txt", "a\\u{200B}b.txt"},
      {"week\r/b.txt", "week\\u{000D}/b.txt"},
      {"\xFF\xFE/b.txt", "\\xFF\\xFE/b.txt"},
  }));
  const TemporaryFolder temp;
  put(temp, name);
  put(temp, "z.txt");
  const auto all = listed(temp);
  REQUIRE(all.size() == 2);
  const std::size_t last = all[1] == "z.txt" ? 1 : 0;
  CHECK(all[last] == "z.txt");
  CHECK(all[1 - last] == shown + ": bad name");
}

TEST_CASE("one entry has a name, whatever parts its folders") {
  const TemporaryFolder temp;
  for (const char* name : {"week-1/a.txt", "week-1\\a.txt", "week-2\\a.txt"}) put(temp, name);
  CHECK(listed(temp) == std::vector<std::string>{"week-1/a.txt", "week-1/a.txt (2): namesake", "week-2/a.txt"});
}

TEST_CASE("a name that a Mac took apart is the one that the register has") {
  const TemporaryFolder temp;
  put(temp, "Sia\u0302n.txt");
  CHECK(listed(temp) == std::vector<std::string>{"Si\u00E2n.txt"});
}

TEST_CASE("folders in folders end somewhere") {
  const TemporaryFolder temp;
  std::string deep;
  for (int i = 0; i < 20; ++i) deep += "d/";
  put(temp, deep + "a.txt");
  put(temp, "z.txt");
  const auto all = listed(temp);
  REQUIRE(all.size() == 2);
  CHECK(all[0].ends_with(": is a folder with more than 16 folders above it"));
}

TEST_CASE("a study without incoming/") {
  const TemporaryFolder temp;
  const auto incoming = (temp.path() / "incoming").string();
  const std::string complaint =
      incoming + ": there is no such folder / make it and put the delivered transcripts into it";
  CHECK(told([&] { list_deliveries({temp.path()}); }) == complaint);
  fs::create_directory_symlink(temp.path(), incoming);
  CHECK(told([&] { list_deliveries({temp.path()}); }) == complaint);
}

TEST_CASE("litter is known by its name") {
  const auto [name, litter] = GENERATE(table<std::string, bool>({
      {".DS_Store", true},
      {"._a.docx", true},
      {".~lock.a.odt#", true},
      {"Desktop.INI", true},
      {"Thumbs.db", true},
      {"~$terview.docx", true},
      {"~WRL0003.tmp", true},
      {"__MACOSX", true},
      {"@eaDir", true},
      {"$RECYCLE.BIN", true},
      {"System Volume Information", true},
      {"a.docx:Zone.Identifier", true},
      {"Icon\r", true},
      {"a.docx.crdownload", true},
      {"a.txt.part", true},
      {"a.txt~", true},
      {"part", false},
      {"my part.txt", false},
      {"desktop.ini.txt", false},
      {"thumbs.txt", false},
      {"~a.docx", false},
      {"$a.docx", false},
      {"icon", false},
      {"", false},
      {"recycling-interview.docx", false},
  }));
  INFO(name);
  CHECK(is_litter(name) == litter);
}

TEST_CASE("what can be shown is shown as it is") {
  const std::string text =
      GENERATE(as<std::string>{}, "", "a b-c.txt", "Siân", "名前.txt", "\U0001F469\u200D\U0001F393", "a\\b", "f\u0301");
  CHECK(can_be_shown(text));
  CHECK(shown_text(text) == text);
}

}  // namespace
}  // namespace moniker
