#include <algorithm>
#include <catch2/catch.hpp>

#include "cli/reach.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::cli;
namespace fs = std::filesystem;

namespace {

sandbox::Confines reach(const std::string& command, const std::vector<std::string>& words) {
  const Command& row = *find_command(command);
  return reach_of(row, parse_arguments(row, words), Terminal("moniker"));
}

bool has(const std::vector<fs::path>& paths, const fs::path& path) {
  return std::find(paths.begin(), paths.end(), path) != paths.end();
}

bool names_files(std::string_view argument) {
  for (const std::string_view word : {"FILE", "FOLDER", "DIR", "STUDY", "CAPTIONS", "KEY", "GOLD", "PROOF"}) {
    if (argument.find(word) != std::string_view::npos) return true;
  }
  return false;
}

constexpr std::string_view yaml =
    "study: {title: T}\nregister: {file: ../people.csv, columns: {number: {use: key}}}\n"
    "seal: {recipients: [../custodian.pub]}\nkeys: {study: ../secret/study.key}\n";

}  // namespace

TEST_CASE("whatever names a file in the table of commands says what becomes of it") {
  for (const Command& command : commands()) {
    INFO(command.name);
    if (names_files(command.operands)) CHECK(command.reach != 0);
    for (const OptionSpec& option : command.options) {
      INFO(option.name);
      CHECK(names_files(option.argument) == (option.touch != Touch::nothing));
    }
  }
}

TEST_CASE("a file that is made costs its folder, and one that is read itself alone") {
  const test::TemporaryFolder folder;
  const fs::path sealed = folder.write("sealed/a.age", ""), key = folder.write("keys/me.key", "");
  const auto confines =
      reach("decrypt", {sealed.string(), "-i", key.string(), "-o", (folder.path() / "out/deep/a.txt").string()});
  CHECK(confines.writes == std::vector<fs::path>{folder.path()});  // out/ is not there yet
  CHECK(has(confines.reads, sealed));
  CHECK(has(confines.reads, key));
  CHECK_FALSE(has(confines.reads, key.parent_path()));
  CHECK(confines.programs.empty());
  CHECK_FALSE(confines.listens);
}

TEST_CASE("a study is written by what works on it, and read by what looks at it") {
  const test::TemporaryFolder folder;
  const std::string study = (folder.path() / "study").string();
  folder.write("study/moniker.yaml", "");
  CHECK(has(reach("run", {study}).writes, study));
  CHECK(has(reach("relink", {study, "ID04"}).writes, study));
  CHECK(has(reach("check", {study}).reads, study));
  CHECK_FALSE(has(reach("check", {study}).writes, study));
  CHECK(has(reach("audit", {"verify", study}).writes, study));  // SQLite keeps files beside the registry
  CHECK_FALSE(has(reach("detect", {"--study", study}).writes, study));
}

TEST_CASE("what moniker.yaml names outside the study can be read") {
  const test::TemporaryFolder folder;
  folder.write("study/moniker.yaml", yaml);
  folder.write("custodian.pub", "age1\n");
  const auto confines = reach("run", {(folder.path() / "study").string()});
  CHECK(has(confines.writes, folder.path() / "study"));
  CHECK_FALSE(has(confines.reads, folder.path()));
  CHECK_FALSE(has(confines.writes, folder.path()));
}

TEST_CASE("a line behind a file's name is no part of it") {
  const test::TemporaryFolder folder;
  const fs::path talk = folder.write("talk.txt", "I: Hello.\n");
  CHECK(has(reach("explain", {talk.string() + ":1"}).reads, talk));
}

TEST_CASE("one command listens, and only where it opens a browser") {
  for (const Command& command : commands()) CHECK(((command.reach & listens) != 0) == (command.name == "review"));
  CHECK(reach("review", {"study", "--port", "8123"}).listens == 8123);
  CHECK(reach("review", {"study"}).listens == 0);
  CHECK_FALSE(reach("review", {"study", "--tty"}).listens);
}

TEST_CASE("no other program is started by what reads no deliveries") {
  for (const std::string_view name :
       {"keygen", "init", "decrypt", "relink", "export", "audit", "filter", "eval", "rules"}) {
    INFO(name);
    CHECK((find_command(name)->reach & reads_pdf) == 0);
  }
}

TEST_CASE("decisions are carried out of the study and into it by the file that is named alone") {
  const test::TemporaryFolder folder;
  const fs::path file = folder.write("carried.age", "");
  folder.write("study/moniker.yaml", "");
  const std::string study = (folder.path() / "study").string();
  CHECK(has(reach("decide", {study, "import", file.string()}).reads, file));
  CHECK(has(reach("decide", {study, "export", file.string()}).writes, folder.path()));
}
