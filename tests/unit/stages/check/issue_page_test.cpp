#include "check/issue_page.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "check/checker.hpp"

using namespace moniker;

namespace {

const ReportIssue issue{.code = "consent.missing",
                        .severity = Severity::error,
                        .at = {7, 2},
                        .count = 3,
                        .sentence = "consent is missing",
                        .remedy = "get it"};

}  // namespace

TEST_CASE("an issue is two lines, with its line where it has one") {
  CHECK(check::issue_lines("a.txt", issue, no_style) ==
        "  error  a.txt:7: consent is missing (consent.missing)\n     get it\n");
  ReportIssue nowhere = issue;
  nowhere.at = {};
  CHECK(check::issue_lines("a.txt", nowhere, no_style) ==
        "  error  a.txt: consent is missing (consent.missing)\n     get it\n");
}

TEST_CASE("colours are the style's alone") {
  CHECK(check::issue_lines("a.txt", issue, no_style).find('\x1b') == std::string::npos);
  CHECK(check::issue_lines("a.txt", issue, terminal_style).find(std::string(terminal_style.red) + "error") !=
        std::string::npos);
}

TEST_CASE("of one kind in a file twenty places are told, and how many more there are") {
  ReportIssue other = issue;
  other.code = "cue.malformed";
  std::vector<ReportIssue> issues(20, issue);
  issues.push_back(other);
  const std::string all = check::issues_text("a.txt", issues, no_style);
  CHECK(all.find("more of") == std::string::npos);
  issues.insert(issues.end(), 980, issue);
  const std::string some = check::issues_text("a.txt", issues, no_style);
  CHECK(some == all + "  2940 more of consent.missing in a.txt: --json tells where\n");
}

TEST_CASE("an issue as JSON") {
  CHECK(
      check::issue_json(issue).dump() ==
      R"({"code":"consent.missing","severity":"error","line":7,"column":2,"count":3,"what":"consent is missing","remedy":"get it"})");
}

TEST_CASE("the page of all issues has a row for each, and says which severity is fixed") {
  const std::string text = check::issue_table_text(no_style);
  const auto json = check::issue_table_json();
  REQUIRE(json.size() == check::issue_entries().size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const check::IssueEntry& entry = check::issue_entries()[i];
    INFO(entry.name);
    CHECK(json[i]["code"] == entry.name);
    CHECK(json[i]["fixed"] == entry.fixed);
    CHECK(("\n" + text).find("\n" + std::string(entry.name) + " ") != std::string::npos);
  }
  CHECK(text.starts_with("file.unreadable             error   fixed    the file cannot be read\n"));
  CHECK(text.find("{}") == std::string::npos);
}
