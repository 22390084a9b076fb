#include "base/layout.hpp"

#include <sys/stat.h>

#include "base/display_name.hpp"
#include "base/plain_file_names.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {
namespace {

using test::TemporaryFolder;

Register people() {
  Register people;
  people.people.push_back({});
  people.people.back().name = "Katherine O'Connor-Shaw";
  people.people.back().aliases = {"Kate", "Mo"};
  people.people.push_back({});
  people.people.back().name = "Zoë Ng";
  return people;
}

TEST_CASE("folders are made private and may be there already") {
  const TemporaryFolder temp;
  const StudyLayout layout{temp.path() / "study"};
  make_folders(layout);
  make_folders(layout);
  struct stat status {};
  REQUIRE(::stat(layout.work().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777) == 0700);
}

TEST_CASE("file names that hold a registered name are found") {
  auto [name, holds] = GENERATE(table<std::string, bool>({
      {"interview-3.docx", false},
      {"Kate.docx", true},
      {"KATE_2026.vtt", true},
      {"kate2.docx", true},
      {"KateInterview.docx", true},
      {"oconnor shaw.txt", true},
      {"O\u2019Connor.txt", true},
      {"kshaw.txt", false},
      {"koconnor.txt", true},
      {"interviewwithkatherine.txt", true},
      {"Zoe.txt", true},
      {"zo\u00EB.txt", true},
      {"Zoe\u0308.txt", true},
      {"mo.txt", true},
      {"model.txt", false},
      {"ng-1.txt", true},
      {"ringing.txt", false},
      {"", false},
      {"01.txt", false},
      {"shaw.txt", true},
      {"K\u0430te.txt", true},                 // a Cyrillic letter
      {"\u041A\u0430t\u0435.txt", true},       // three
      {"\u039A\u03B1te.txt", true},            // Greek ones
      {"\uFF2B\uFF41\uFF54\uFF45.txt", true},  // full width
      {"Ka\u00ADte.txt", true},                // a soft hyphen
      {"interviewwithk\u0430therine.txt", true},
      {"\u043C\u043E\u0434\u0435\u043B.txt", false},  // a word of another script
  }));
  INFO(name);
  CHECK(holds_registered_name(name, people()) == holds);
}

TEST_CASE("names of files that are nobody's") {
  const auto [name, plain] = GENERATE(table<const char*, bool>({
      {"interview-03.docx", true},
      {"FG2_2026-03-04.vtt", true},
      {"FocusGroup2.docx", true},
      {"week-2/P07 final v2.txt", true},
      {"20260214-093000.srt", true},
      {"4 May 2026 interview (checked).odt", true},
      {"pt12-follow-up.TextGrid", true},
      {"b.txt", true},
      {"P07 Brenda.txt", false},    // nobody of the register
      {"Kati 2.txt", false},        // a diminutive
      {"KShwa.srt", false},         // a slip
      {"JS interview.txt", false},  // initials
      {"Jo3.txt", false},
      {"June2.txt", false},
      {"S T interview.txt", false},
      {"May interview.txt", false},  // somebody's name as well
      {"interview.Brenda", false},
      {"4857773456.docx", false},  // a number of somebody's
      {"07700 900123 call 12.docx", false},
      {"Leeds ward 3.docx", false},
      {"intervi\u00E9w.txt", false},
      {"interview\n3.txt", false},
      {"", false},
  }));
  INFO(name);
  CHECK(is_plain_file_name(name) == plain);
}

TEST_CASE("names for messages") {
  const std::string why = " (its name holds a name of the register)";
  CHECK(display_name("incoming/b.txt", people()) == "b.txt");
  CHECK(display_name("incoming/kate.txt", people()) == "a file" + why);
  CHECK(display_name("kate/b.txt", people()) == "b.txt");
  CHECK(display_name("kate.txt", {}) == "kate.txt");
  CHECK(display_name("a\nmoniker: error: b.txt", {}) == "a\\u{000A}moniker: error: b.txt");
  const DisplayNames names(people());
  CHECK(names.delivery("week-2/b.txt", false, 2) == "week-2/b.txt");
  CHECK(names.delivery("Brenda visit.txt", false, 2) == "file 3 of incoming/ (its name may be somebody's)");
  CHECK(names.delivery("Kate/b.txt", false, 2) == "file 3 of incoming/" + why);
  CHECK(names.delivery("kate.txt", false, DisplayNames::not_there) == "a file of incoming/" + why);
  CHECK(names.delivery("K\\u{200B}ate.txt", true, 0) == "file 1 of incoming/ (its name cannot be shown)");
}

}  // namespace
}  // namespace moniker
