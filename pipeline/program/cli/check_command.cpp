#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/bundle.hpp"
#include "base/layout.hpp"
#include "cli/command.hpp"
#include "config/config.hpp"
#include "look/check_delivered.hpp"

namespace moniker::cli {

Run run_check_against;  // against_command.cpp

namespace {

bool is_study(const std::filesystem::path& place) {
  return std::filesystem::is_directory(place) && std::filesystem::exists(StudyLayout{place}.config());
}

std::vector<look::CheckedFile> check_operands(const Arguments& arguments) {
  const std::filesystem::path first = arguments.rest.front();
  if (arguments.rest.size() == 1 && std::filesystem::is_directory(first)) {
    if (!is_study(first)) {
      throw Error({.fault = Fault::usage,
                   .file = first.string(),
                   .what = "is not a study: it has no moniker.yaml",
                   .remedy = fmt::format("name transcripts, or make a study with `moniker init {}`", first.string())});
    }
    const study::StudyConfig config = study::read_config(first);
    check::check_severities(config.checks);
    return look::check_delivered(config.checks, study::read_register(config), delivered_files(StudyLayout{first}));
  }
  std::vector<std::filesystem::path> files;
  for (const std::string& operand : arguments.rest) {
    for (auto& file : deliveries_in(operand)) files.push_back(std::move(file));
  }
  return look::check_delivered(check::CheckRules{}, Register{}, files);
}

nlohmann::ordered_json as_json(const look::CheckedFile& file) {
  auto issues = nlohmann::ordered_json::array();
  for (const ReportIssue& issue : file.issues) {
    issues.push_back({{"code", issue.code},
                      {"severity", std::string(severity_name(issue.severity))},
                      {"line", issue.at.line},
                      {"column", issue.at.column},
                      {"count", issue.count},
                      {"what", issue.sentence},
                      {"remedy", issue.remedy}});
  }
  return {{"file", file.shown},
          {"format", file.facts.format},
          {"words", file.facts.words},
          {"speakers", file.facts.speakers.size()},
          {"minutes", std::chrono::duration<double>(file.facts.duration).count() / 60},
          {"issues", std::move(issues)}};
}

std::string as_text(const look::CheckedFile& file, const study::Style& style) {
  std::string text = fmt::format("{}{}{}", style.bold, file.shown, style.plain);
  if (!file.facts.format.empty()) {
    text += fmt::format("  {}{}, {} words, {} speaker{}{}", style.dim, file.facts.format, file.facts.words,
                        file.facts.speakers.size(), file.facts.speakers.size() == 1 ? "" : "s", style.plain);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(file.facts.duration).count();
    if (minutes > 0) text += fmt::format("{}, {} min{}", style.dim, minutes, style.plain);
  }
  text += "\n";
  for (const ReportIssue& issue : file.issues) text += study::issue_lines(file.shown, issue, style);
  return text;
}

/// Somebody who sets a threshold must not believe that it was looked at.
void refuse_options_of_captions(const Arguments& arguments) {
  for (const std::string_view option :
       {"show-text", "passages", "fillers", "most-errors", "most-missing", "most-seconds"}) {
    if (!arguments.has(option)) continue;
    throw Error({.fault = Fault::usage,
                 .file = {},
                 .at = {},
                 .what = fmt::format("--{} goes with --against", option),
                 .remedy = "name the captions too: `moniker check --against CAPTIONS FILE`"});
  }
}

}  // namespace

int run_check(const Arguments& arguments, Terminal& terminal) {
  if (arguments.has("against")) return run_check_against(arguments, terminal);
  refuse_options_of_captions(arguments);
  const auto files = check_operands(arguments);
  std::size_t counts[3] = {};
  auto json = nlohmann::ordered_json::array();
  for (const look::CheckedFile& file : files) {
    for (const ReportIssue& issue : file.issues) ++counts[static_cast<std::size_t>(issue.severity)];
    if (arguments.has("json"))
      json.push_back(as_json(file));
    else
      terminal.print(as_text(file, terminal.out_style()));
  }
  if (arguments.has("json")) {
    terminal.print(json.dump(2) + "\n");
  } else {
    terminal.print(fmt::format("\n{} file{}: {} errors, {} warnings, {} notes\n", files.size(),
                               files.size() == 1 ? "" : "s", counts[2], counts[1], counts[0]));
  }
  return counts[2] > 0 ? 1 : 0;
}

}  // namespace moniker::cli
