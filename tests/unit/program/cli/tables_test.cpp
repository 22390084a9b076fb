// One more is one file and one line, and what people are told of it and how it is tried: every row of every table has
// its row in a page of docs/ and its case in the tests.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "check/checker.hpp"
#include "cli/command.hpp"
#include "config/config.hpp"
#include "export/exporters.hpp"
#include "inspect/metadata.hpp"
#include "read/formats/formats.hpp"
#include "replace/operators.hpp"
#include "rules/validators.hpp"
#include "write/writer.hpp"

using namespace moniker;

namespace {

const std::filesystem::path root = MONIKER_SOURCE_DIR;

/// A row of a table: how the line of its page begins, and what stands in a test that tries it: one of each.
struct Row {
  std::string name{};
  std::vector<std::string> told{}, tried{};
};
struct Table {
  std::string name{};
  std::vector<Row> rows{};
  std::string page{};
  std::vector<std::string> tests{};  // folders
};

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string all_text_in(const std::vector<std::string>& folders) {
  std::string text;
  for (const std::string& folder : folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / folder)) {
      if (entry.is_regular_file()) text += text_of(entry.path());
    }
  }
  return text;
}

/// Not as a part of a longer name.
bool holds(const std::string& text, const std::string& words) {
  const auto goes_on = [&](std::size_t at) { return at < text.size() && (std::isalnum(text[at]) || text[at] == '_'); };
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    if (!goes_on(at - 1) && !goes_on(at + words.size())) return true;
  }
  return false;
}

/// The rows that nobody is told of, or that nothing tries.
std::vector<std::string> missing(const Table& table) {
  std::vector<std::string> missing;
  const std::string page = text_of(root / table.page), tests = all_text_in(table.tests);
  for (const Row& row : table.rows) {
    const std::string who = table.name + " " + row.name;
    const auto begins_line = [&](const auto& words) { return page.find("\n" + words) != std::string::npos; };
    if (std::none_of(row.told.begin(), row.told.end(), begins_line))
      missing.push_back(who + ": no line of " + table.page + " begins with " + row.told.front());
    if (std::none_of(row.tried.begin(), row.tried.end(), [&](const auto& words) { return holds(tests, words); }))
      missing.push_back(who + ": no test in " + table.tests.front() + " has " + row.tried.front());
  }
  return missing;
}

/// "| {} |" is how the lines begin; tests name the rows in quotation marks.
std::vector<Row> rows_of(const auto& table, std::string_view told) {
  std::vector<Row> rows;
  for (const auto& row : table) {
    std::string name;
    if constexpr (requires { row.name; })
      name = row.name;
    else
      name = row;
    rows.push_back({name, {fmt::format(fmt::runtime(told), name)}, {'"' + name + '"'}});
  }
  return rows;
}

/// Most tests call a code as C++ does, so the names of the enumeration are read from its header, in its order.
std::vector<Row> issue_rows() {
  std::istringstream header(text_of(root / "include/moniker/issue.hpp"));
  std::string line;
  while (std::getline(header, line) && line.find("enum class IssueCode") == std::string::npos) continue;
  std::vector<Row> rows;
  for (const check::IssueEntry& entry : check::issue_entries()) {
    const std::string name(entry.name);
    while (std::getline(header, line) && (line.size() < 3 || !std::islower(line[2]))) continue;
    REQUIRE(header);
    rows.push_back({name, {"| `" + name + "` |"}, {line.substr(2, line.find(',') - 2), name}});
  }
  return rows;
}

std::vector<Row> command_rows() {
  std::vector<Row> rows;
  for (const cli::Command& command : cli::commands()) {
    const std::string name(command.name);
    rows.push_back({name, {fmt::format("| `{}` | {} |", name, command.says)}, {"moniker " + name, '"' + name + '"'}});
  }
  return rows;
}

/// Told by the template of `moniker init`, where what few need is commented out.
std::vector<Row> section_rows() {
  std::vector<Row> rows;
  for (const std::string_view section : study::config_sections()) {
    const std::string key = std::string(section) + ":";
    rows.push_back({std::string(section), {key, "# " + key}, {key}});
  }
  return rows;
}

std::vector<Table> tables() {
  const std::string cell = "| {} |", code = "| `{}` |";
  return {
      {"reader", rows_of(read::formats(), "| {} | yes |"), "docs/formats.md", {"tests/unit/stages/read"}},
      {"reader", rows_of(read::package_formats(), "| {} | yes |"), "docs/formats.md", {"tests/unit/stages/read"}},
      {"writer", rows_of(write::write_formats(), cell), "docs/formats.md", {"tests/unit/stages/write"}},
      {"operator", rows_of(replace::operators(), code), "docs/replacing.md", {"tests/unit/stages/replace"}},
      {"validator", rows_of(rules::validator_names(), code), "docs/adding-a-validator.md", {"tests/unit/stages/rules"}},
      {"issue", issue_rows(), "docs/checks.md", {"tests/unit", "tests/golden"}},
      {"exporter", rows_of(custodian::exporters(), code), "docs/exports.md", {"tests/unit/custodian/export"}},
      {"metadata of",
       rows_of(inspect::formats_with_metadata(), code),
       "docs/formats.md",
       {"tests/unit/standalone/inspect"}},
      {"section", section_rows(), "pipeline/study/config/init.cpp", {"tests/unit/study/config"}},
      {"command", command_rows(), "docs/commands.md", {"tests/cli/cases", "tests/golden"}},
  };
}

}  // namespace

TEST_CASE("every row of every table is told in a page and tried by a test") {
  for (const Table& table : tables()) {
    INFO(table.name);
    REQUIRE_FALSE(table.rows.empty());
    CHECK(missing(table) == std::vector<std::string>{});
  }
}

TEST_CASE("a row that is neither told nor tried is found out") {
  const std::string nowhere = std::string("nothing like") + " it";  // not even here
  for (Table table : tables()) {
    INFO(table.name);
    table.rows = {{nowhere, {"| " + nowhere + " |"}, {nowhere}}};
    CHECK(missing(table).size() == 2);
  }
}

TEST_CASE("the page of commands is what `moniker help --markdown` prints") {
  CHECK(text_of(root / "docs/commands.md") == cli::commands_page());
}
