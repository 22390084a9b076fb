#include <fmt/format.h>

#include "base/bundle.hpp"
#include "base/delivery_folder.hpp"
#include "base/shown_text.hpp"
#include "check/issue_page.hpp"
#include "cli/progress_bar.hpp"
#include "cli/rule_options.hpp"
#include "cli/show.hpp"
#include "config/config.hpp"
#include "look/check_page.hpp"

namespace moniker::cli {

Run run_check_against;  // against_command.cpp

namespace {

bool is_study(const std::filesystem::path& place) {
  return std::filesystem::is_directory(place) && std::filesystem::exists(StudyLayout{place}.config());
}

/// Files are called as they were typed: who typed a name has seen it.
std::vector<look::CheckedFile> check_files(const Arguments& arguments, const Terminal& terminal,
                                           const Watcher& progress) {
  std::vector<DeliveryEntry> files;
  for (const std::string& operand : arguments.rest) {
    if (!std::filesystem::exists(operand)) {
      throw Error::input("there is no such file", "name a study, or transcripts that are there", {shown_text(operand)});
    }
    for (const auto& file : deliveries_in(operand)) files.push_back({file, file.filename().string()});
  }
  auto checked =
      look::check_delivered(check::CheckRules{}, Register{}, language_of(arguments, terminal), files, progress);
  for (std::size_t i = 0; i < files.size(); ++i) checked[i].shown = shown_text(files[i].place.string());
  return checked;
}

look::CheckPage check_operands(const Arguments& arguments, Terminal& terminal) {
  ProgressBar bar(terminal, ProgressBar::From::a_second);
  const std::filesystem::path first = arguments.rest.front();
  if (arguments.rest.size() == 1 && std::filesystem::is_directory(first)) {
    if (!is_study(first)) {
      throw Error::usage("is not a study: it has no moniker.yaml",
                         fmt::format("name transcripts, or make a study with `moniker init {}`", first.string()),
                         {first.string()});
    }
    const study::StudyConfig config = study::read_config(first);
    check::check_severities(config.checks);
    const auto language = words::Language::load(terminal.rules_folder(arguments.value("rules")), config.languages);
    const DeliveryFolder folder = list_deliveries(StudyLayout{first});
    return {look::check_delivered(config.checks, study::read_register(config), language, folder.entries, bar.watcher()),
            folder.passed_over};
  }
  return {check_files(arguments, terminal, bar.watcher())};
}

int show_issue_table(const Arguments& arguments, Terminal& terminal) {
  if (arguments.has("json"))
    terminal.print(check::issue_table_json().dump(2) + "\n");
  else
    terminal.print_page(check::issue_table_text(terminal.out_style()));
  return 0;
}

/// Somebody who sets a threshold must not believe that it was looked at.
void refuse_options_of_captions(const Arguments& arguments) {
  for (const std::string_view option :
       {"show-text", "passages", "fillers", "most-errors", "most-missing", "most-seconds"}) {
    if (!arguments.has(option)) continue;
    throw Error::usage(fmt::format("--{} goes with --against", option),
                       "name the captions too: `moniker check --against CAPTIONS FILE`");
  }
}

}  // namespace

int run_check(const Arguments& arguments, Terminal& terminal) {
  if (arguments.has("list")) return show_issue_table(arguments, terminal);
  if (arguments.rest.empty()) {
    throw Error::usage("`moniker check` wants STUDY | FILE...", "see `moniker help check`");
  }
  if (arguments.has("against")) return run_check_against(arguments, terminal);
  refuse_options_of_captions(arguments);
  const look::CheckPage page = check_operands(arguments, terminal);
  show(arguments, terminal, page);
  return page.count(Severity::error) > 0 ? 1 : 0;
}

}  // namespace moniker::cli
