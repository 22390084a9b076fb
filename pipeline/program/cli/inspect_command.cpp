// What a file is. Labels and metadata may identify, so without --show-text a label is shown by its shape and a value
// not at all.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/bundle.hpp"
#include "check/issue_words.hpp"
#include "cli/command.hpp"
#include "cli/shown_label.hpp"
#include "inspect/inspection.hpp"

namespace moniker::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view part_names[] = {"talk",         "headings and heads", "footnotes",
                                           "page headers", "page footers",       "comments"};

std::string clock_time(std::chrono::milliseconds time) {
  const auto seconds = time.count() / 1000;
  return fmt::format("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string counted(std::uint64_t count, std::string_view thing) {
  return fmt::format("{} {}{}", count, thing, count == 1 ? "" : "s");
}

std::vector<ReportIssue> issues_in_words(const std::string& file, const inspect::Inspection& inspection) {
  std::vector<check::FileIssue> issues;
  for (const Issue& issue : inspection.issues) issues.push_back({.file = file, .issue = issue});
  return check::in_words(issues, inspection.failure, check::CheckRules{});
}

/// A heading and its table.
class Page {
 public:
  Page(const std::string& file, const inspect::Inspection& inspection, const study::Style& style, bool show_text)
      : file_(file), inspected_(inspection), style_(style), show_text_(show_text) {}

  std::string text() const {
    std::string page =
        fmt::format("{}{}{}  {}\n", style_.bold, file_, style_.plain,
                    inspected_.format.empty() ? fmt::format("{}no reader takes it{}", style_.red, style_.plain)
                                              : inspected_.format);
    if (!inspected_.format.empty()) page += talk() + times() + speakers() + beside();
    page += metadata();
    for (const ReportIssue& issue : issues_in_words(file_, inspected_))
      page += study::issue_lines(file_, issue, style_);
    return page;
  }

 private:
  std::string row(std::string_view name, const std::string& says) const {
    return fmt::format("  {}{:<10}{}{}\n", style_.dim, name, style_.plain, says);
  }

  std::string talk() const {
    return row("talk", fmt::format("{}, {}, {}", counted(inspected_.turns(), "turn"), counted(inspected_.words, "word"),
                                   counted(inspected_.speakers.size(), "speaker")));
  }

  std::string times() const {
    if (!inspected_.time) return row("times", "none");
    const std::string order = inspected_.backwards == 0 ? "ascending"
                                                        : fmt::format("{}{} times backwards{}", style_.yellow,
                                                                      inspected_.backwards, style_.plain);
    return row("times", fmt::format("{} to {}, on {} of {} turns, {}", clock_time(inspected_.time->begin),
                                    clock_time(inspected_.time->end), inspected_.timed, inspected_.turns(), order));
  }

  std::string speakers() const {
    std::string rows;
    for (std::size_t i = 0; i < inspected_.speakers.size(); ++i) {
      const inspect::InspectedSpeaker& s = inspected_.speakers[i];
      std::string line = fmt::format("{:<36}{:>6} {:<6}{:>8} words", shown_label(s.label, i, show_text_), s.turns,
                                     s.turns == 1 ? "turn" : "turns", s.words);
      if (s.spoken.count() > 0) line += fmt::format("  {:>9}", clock_time(s.spoken));
      rows += row(i == 0 ? "speakers" : "", line);
    }
    return rows;
  }

  std::string beside() const {
    std::string rows;
    for (const auto& [part, count] : inspected_.parts) {
      if (part == Part::talk) continue;
      rows += row(rows.empty() ? "beside" : "",
                  fmt::format("{:<36}{:>6}", part_names[static_cast<std::size_t>(part)], count));
    }
    return rows;
  }

  std::string metadata() const {
    std::string rows;
    for (const inspect::Metadatum& datum : inspected_.metadata) {
      rows += row(rows.empty() ? "metadata" : "", fmt::format("{:<36}{:>6}", datum.kind, datum.count));
      if (!show_text_) continue;
      for (const std::string& value : datum.values)
        rows += row("", fmt::format("  {}{}{}", style_.dim, value, style_.plain));
    }
    return rows;
  }

  const std::string& file_;
  const inspect::Inspection& inspected_;
  const study::Style& style_;
  bool show_text_;
};

Json seconds(std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; }

Json as_json(const std::string& file, const inspect::Inspection& inspected, bool show_text) {
  Json speakers = Json::array(), metadata = Json::array(), issues = Json::array(), parts = Json::object();
  for (std::size_t i = 0; i < inspected.speakers.size(); ++i) {
    const inspect::InspectedSpeaker& s = inspected.speakers[i];
    speakers.push_back({{"label", shown_label(s.label, i, show_text)},
                        {"turns", s.turns},
                        {"words", s.words},
                        {"seconds", seconds(s.spoken)}});
  }
  for (const inspect::Metadatum& datum : inspected.metadata) {
    Json entry{{"kind", datum.kind}, {"count", datum.count}};
    if (show_text) entry["values"] = datum.values;
    metadata.push_back(std::move(entry));
  }
  for (const auto& [part, count] : inspected.parts)
    parts[std::string(part_names[static_cast<std::size_t>(part)])] = count;
  for (const ReportIssue& issue : issues_in_words(file, inspected)) {
    issues.push_back({{"code", issue.code},
                      {"severity", std::string(severity_name(issue.severity))},
                      {"line", issue.at.line},
                      {"count", issue.count},
                      {"what", issue.sentence},
                      {"remedy", issue.remedy}});
  }
  Json times = nullptr;
  if (inspected.time) {
    times = {{"begin", seconds(inspected.time->begin)},
             {"end", seconds(inspected.time->end)},
             {"turns", inspected.timed},
             {"backwards", inspected.backwards}};
  }
  return {{"file", file},
          {"format", inspected.format.empty() ? Json(nullptr) : Json(inspected.format)},
          {"turns", inspected.turns()},
          {"words", inspected.words},
          {"times", std::move(times)},
          {"speakers", std::move(speakers)},
          {"parts", std::move(parts)},
          {"metadata", std::move(metadata)},
          {"issues", std::move(issues)}};
}

}  // namespace

int run_inspect(const Arguments& arguments, Terminal& terminal) {
  const bool show_text = arguments.has("show-text"), json = arguments.has("json");
  Json all = Json::array();
  bool refused = false;
  std::vector<std::string> files;
  for (const std::string& operand : arguments.rest) {
    for (const auto& file : deliveries_in(operand)) files.push_back(file.string());
  }
  for (std::size_t i = 0; i < files.size(); ++i) {
    const inspect::Inspection inspected = inspect::inspect(files[i]);
    refused |= inspected.failure.has_value();
    if (json)
      all.push_back(as_json(files[i], inspected, show_text));
    else
      terminal.print((i == 0 ? "" : "\n") + Page(files[i], inspected, terminal.out_style(), show_text).text());
  }
  if (json) terminal.print(all.dump(2) + "\n");
  return refused ? static_cast<int>(Fault::input) : 0;
}

}  // namespace moniker::cli
