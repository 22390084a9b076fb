#include "base/layout.hpp"

#include <sys/stat.h>

#include "base/display_name.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {
namespace {

using test::TemporaryFolder;
using test::told;

Register people() {
  Register people;
  people.people.push_back({});
  people.people.back().name = "Katherine O'Connor-Shaw";
  people.people.back().aliases = {"Kate", "Mo"};
  people.people.push_back({});
  people.people.back().name = "Zoë Ng";
  return people;
}

TEST_CASE("delivered files come in byte order, without what is hidden") {
  const TemporaryFolder temp;
  for (const char* name : {"b.txt", "a.vtt", "B.txt", ".hidden", "é.srt"})
    temp.write(std::string("incoming/") + name, "x");
  std::vector<std::string> names;
  for (const auto& file : delivered_files({temp.path()})) names.push_back(file.filename().string());
  CHECK(names == std::vector<std::string>{"B.txt", "a.vtt", "b.txt", "é.srt"});
}

TEST_CASE("what is no file stops the run and is not named") {
  const TemporaryFolder temp;
  const auto incoming = (temp.path() / "incoming").string();
  temp.write("incoming/a.txt", "x");
  SECTION("folder") {
    temp.write("incoming/Katherine/b.txt", "x");
    CHECK(told([&] { delivered_files({temp.path()}); }) ==
          incoming +
              ": holds a folder, and folders in it are not read / move the files up into it, or the folder away");
  }
  SECTION("link") {
    std::filesystem::create_symlink(temp.path() / "incoming" / "a.txt", temp.path() / "incoming" / "Katherine.txt");
    CHECK(told([&] { delivered_files({temp.path()}); }) ==
          incoming + ": holds a symbolic link, and links are not followed / put the file itself there");
  }
  SECTION("pipe") {
    REQUIRE(::mkfifo((temp.path() / "incoming" / "Katherine").c_str(), 0600) == 0);
    CHECK(told([&] { delivered_files({temp.path()}); }) ==
          incoming + ": holds something that is neither a file nor a folder / move it away");
  }
}

TEST_CASE("a study without incoming/") {
  const TemporaryFolder temp;
  const auto incoming = (temp.path() / "incoming").string();
  const std::string complaint =
      incoming + ": there is no such folder / make it and put the delivered transcripts into it";
  CHECK(told([&] { delivered_files({temp.path()}); }) == complaint);
  std::filesystem::create_directory_symlink(temp.path(), incoming);
  CHECK(told([&] { delivered_files({temp.path()}); }) == complaint);
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
  }));
  INFO(name);
  CHECK(holds_registered_name(name, people()) == holds);
}

TEST_CASE("names for messages") {
  const TemporaryFolder temp;
  const auto incoming = temp.path() / "incoming";
  for (const char* name : {"a.txt", "b.txt", "kate.txt", ".x"}) temp.write(std::string("incoming/") + name, "x");
  CHECK(display_name(incoming / "b.txt", people()) == "b.txt");
  CHECK(display_name(incoming / "kate.txt", people()) == "file 3 of incoming/ (its name holds a name of the register)");
  CHECK(display_name(incoming / "kate-2.txt", people()) ==
        "a file of incoming/ (its name holds a name of the register)");
  CHECK(display_name("kate.txt", people()) == "a file (its name holds a name of the register)");
  CHECK(display_name(temp.path() / "kate" / "kate.txt", people()) == "a file (its name holds a name of the register)");
  CHECK(display_name("kate.txt", {}) == "kate.txt");
}

}  // namespace
}  // namespace moniker
