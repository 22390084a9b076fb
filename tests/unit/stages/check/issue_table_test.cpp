#include <catch2/catch.hpp>
#include <fstream>
#include <set>
#include <sstream>

#include "base/utf8.hpp"
#include "check/checker.hpp"
#include "moniker/error.hpp"

namespace moniker {

using namespace moniker::check;
namespace {

/// The table of docs/checks.md as it must be.
std::string documented_issues() {
  std::ostringstream out;
  out << "| issue | severity | what it says | what to do |\n|---|---|---|---|\n";
  for (const IssueEntry& e : issue_entries()) {
    std::string sentence(e.sentence);
    if (const auto at = sentence.find("{}"); at != std::string::npos) sentence.replace(at, 2, "*n*");
    out << "| `" << e.name << "` | " << severity_name(e.severity) << (e.fixed ? ", fixed" : "") << " | " << sentence
        << " | " << e.remedy << " |\n";
  }
  return out.str();
}

bool is_house_style(std::string_view text) {
  if (text.empty() || text.ends_with('.') || text.ends_with(' ') || text.find("  ") != text.npos) return false;
  return !is_upper(code_point_at(text, 0).value) || text.starts_with("UTF");
}

TEST_CASE("every code has one entry, in order, with a name of its own") {
  std::set<std::string_view> names;
  for (std::size_t i = 0; i < static_cast<std::size_t>(IssueCode::count_); ++i) {
    const IssueEntry& entry = issue_entry(static_cast<IssueCode>(i));
    INFO(entry.name);
    CHECK(static_cast<std::size_t>(entry.code) == i);
    CHECK(names.insert(entry.name).second);
    CHECK(entry.name.find('.') != entry.name.npos);
    CHECK(entry.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz._") == entry.name.npos);
  }
}

TEST_CASE("sentences and remedies keep the house style") {
  for (const IssueEntry& entry : issue_entries()) {
    INFO(entry.name);
    CHECK(is_house_style(entry.sentence));
    CHECK(is_house_style(entry.remedy));
    CHECK(entry.sentence.find("{}") == entry.sentence.rfind("{}"));  // the count at most once
    CHECK(entry.remedy.find("{}") == entry.remedy.npos);
  }
}

TEST_CASE("what a run tells beside errors no study silences") {
  for (const IssueCode code : {IssueCode::docx_left_out, IssueCode::masked_delivered}) {
    INFO(issue_entry(code).name);
    CHECK(issue_entry(code).fixed);
    CHECK(issue_entry(code).severity != Severity::error);
  }
}

TEST_CASE("what can never pass is an error that no study lowers") {
  for (const IssueCode code :
       {IssueCode::file_unreadable, IssueCode::file_empty, IssueCode::format_unknown, IssueCode::format_broken,
        IssueCode::limit_exceeded, IssueCode::encoding_broken, IssueCode::rule_out_of_memory, IssueCode::proof_hit}) {
    INFO(issue_entry(code).name);
    CHECK(issue_entry(code).fixed);
    CheckRules rules;
    rules.severities[std::string(issue_entry(code).name)] = {Severity::note, {}};
    CHECK(severity_of(code, rules) == Severity::error);
  }
}

TEST_CASE("a study may raise and lower the others") {
  CheckRules rules;
  rules.severities["speaker.unknown"] = {Severity::warning, {}};
  rules.severities["time.gap"] = {Severity::error, {}};
  CHECK(severity_of(IssueCode::speaker_unknown, rules) == Severity::warning);
  CHECK(severity_of(IssueCode::time_gap, rules) == Severity::error);
  CHECK(severity_of(IssueCode::speaker_missing, rules) == Severity::warning);
  CHECK_NOTHROW(check_severities(rules));
}

TEST_CASE("severities that cannot be are refused with their place") {
  auto [name, severity, what, remedy] = GENERATE(table<std::string, Severity, std::string, std::string>({
      {"speaker.unknwon", Severity::note, "unknown issue `speaker.unknwon`", "did you mean `speaker.unknown`?"},
      {"proof.hit", Severity::warning, "the severity of `proof.hit` cannot be changed",
       "remove the line: such a transcript must never pass"},
  }));
  CheckRules rules;
  rules.file = "study/moniker.yaml";
  rules.severities[name] = {severity, {14, 5}};
  try {
    check_severities(rules);
    FAIL("no error");
  } catch (const Error& error) {
    CHECK(error.problem().fault == Fault::usage);
    CHECK(error.problem().file == "study/moniker.yaml");
    CHECK(error.problem().at == Position{14, 5});
    CHECK(error.problem().what == what);
    CHECK(error.problem().remedy == remedy);
  }
}

TEST_CASE("docs/checks.md holds the table") {
  std::ifstream file(MONIKER_SOURCE_DIR "/docs/checks.md");
  std::ostringstream text;
  text << file.rdbuf();
  const bool holds = text.str().find(documented_issues()) != std::string::npos;
  INFO("docs/checks.md should hold:\n" << documented_issues());
  CHECK(holds);
}

}  // namespace
}  // namespace moniker
