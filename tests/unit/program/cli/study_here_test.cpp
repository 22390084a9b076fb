#include "cli/study_here.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <set>

#include "moniker/error.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::cli;
namespace fs = std::filesystem;

namespace {

/// In a folder for as long as it lives.
class Inside {
 public:
  explicit Inside(const fs::path& folder) : before_(fs::current_path()) { fs::current_path(folder); }
  ~Inside() { fs::current_path(before_); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

 private:
  fs::path before_;
};

std::vector<std::string> operands(const std::string& command, const std::vector<std::string>& words) {
  const Command& row = *find_command(command);
  Arguments arguments = parse_arguments(row, words);
  take_study_here(row, arguments);
  return arguments.rest;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("every command that is about a study takes the one that it is called in") {
  for (const Command& command : commands()) {
    INFO(command.name);
    const std::size_t study = command.operands.find("STUDY");
    if (study == std::string_view::npos) continue;
    CHECK(command.operands.substr(study - 1, 6) == "[STUDY");
    // But for these, which do something else where there is none.
    const std::set<std::string_view> do_else = {"keygen", "doctor", "quotes", "status"};
    CHECK(((command.reach & wants_study) != 0) == !do_else.contains(command.name));
  }
}

TEST_CASE("a study that is left out is put where it belongs, and one that is typed stays") {
  const test::TemporaryFolder folder;
  folder.write("one/moniker.yaml", "");
  folder.write("one/incoming/a.txt", "");
  folder.write("two/moniker.yaml", "");
  const Inside inside(folder.path() / "one");
  CHECK(operands("run", {}) == Words{"."});
  CHECK(operands("run", {"../two"}) == Words{"../two"});
  CHECK(operands("run", {"misspelt"}) == Words{"misspelt"});
  CHECK(operands("export", {"nvivo"}) == Words{"nvivo", "."});
  CHECK(operands("export", {"nvivo", "../two"}) == Words{"nvivo", "../two"});
  CHECK(operands("diff", {"T03"}) == Words{".", "T03"});
  CHECK(operands("withdraw", {"ID04"}) == Words{".", "ID04"});
  CHECK(operands("withdraw", {"../two", "ID04"}) == Words{"../two", "ID04"});
  CHECK(operands("decide", {"same", "PERSON_3", "ID04"}) == Words{".", "same", "PERSON_3", "ID04"});
  CHECK(operands("relink", {"../two", "ID04", "ID05"}) == Words{"../two", "ID04", "ID05"});
  CHECK(operands("audit", {"prove", "T03"}) == Words{"prove", ".", "T03"});
  CHECK(operands("audit", {"verify-proof", "proof"}) == Words{"verify-proof", "proof"});
  CHECK(operands("project", {"in.qdpx"}) == Words{"in.qdpx", "."});
  CHECK(operands("check", {"incoming/a.txt"}) == Words{"incoming/a.txt"});
  CHECK(operands("quotes", {"paper.md"}) == Words{"paper.md"});
  CHECK(operands("quotes", {"paper.md", "-i", "key"}) == Words{"paper.md", "."});
  CHECK(operands("keygen", {"-o", "elsewhere"}) == Words{});
  CHECK(operands("detect", {"incoming/a.txt"}) == Words{"incoming/a.txt"});
}

TEST_CASE("a folder below a study is in it, and elsewhere there is none") {
  const test::TemporaryFolder folder;
  folder.write("one/moniker.yaml", "");
  folder.write("one/incoming/week-2/a.txt", "");
  {
    const Inside inside(folder.path() / "one/incoming/week-2");
    CHECK(operands("run", {}) == Words{"../.."});
  }
  const Inside inside(folder.path());
  CHECK(study_here().empty());
  CHECK_THROWS_AS(operands("run", {}), Error);
  CHECK(operands("doctor", {}).empty());
}
