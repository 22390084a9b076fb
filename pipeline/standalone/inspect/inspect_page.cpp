// A heading and its table, or the same as an object.
#include "inspect/inspect_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "check/issue_page.hpp"
#include "check/issue_words.hpp"
#include "words/shown_label.hpp"

namespace moniker::inspect {
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

std::vector<ReportIssue> issues_in_words(const std::string& file, const Inspection& inspection) {
  std::vector<check::FileIssue> issues;
  for (const Issue& issue : inspection.issues) issues.push_back({.file = file, .issue = issue});
  return check::in_words(issues, inspection.failure, check::CheckRules{});
}

/// A heading and its table.
class Text {
 public:
  Text(const InspectPage& page, const Style& style)
      : file_(page.file),
        inspected_(page.inspected),
        style_(style),
        show_text_(page.show_text),
        language_(page.language) {}

  std::string text() const {
    std::string page =
        fmt::format("{}{}{}  {}\n", style_.bold, file_, style_.plain,
                    inspected_.format.empty() ? fmt::format("{}no reader takes it{}", style_.red, style_.plain)
                                              : inspected_.format);
    if (!inspected_.format.empty()) page += talk() + times() + speakers() + beside();
    page += metadata();
    return page + check::issues_text(file_, issues_in_words(file_, inspected_), style_);
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
      const InspectedSpeaker& s = inspected_.speakers[i];
      std::string line =
          fmt::format("{:<36}{:>6} {:<6}{:>8} words", words::shown_label(s.label, i, show_text_, language_), s.turns,
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
    for (const Metadatum& datum : inspected_.metadata) {
      rows += row(rows.empty() ? "metadata" : "", fmt::format("{:<36}{:>6}", datum.kind, datum.count));
      if (!show_text_) continue;
      for (const std::string& value : datum.values)
        rows += row("", fmt::format("  {}{}{}", style_.dim, value, style_.plain));
    }
    return rows;
  }

  const std::string& file_;
  const Inspection& inspected_;
  const Style& style_;
  bool show_text_;
  const words::Language& language_;
};

/// "page headers" as page_headers.
std::string part_key(Part part) {
  std::string key(part_names[static_cast<std::size_t>(part)]);
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

Json seconds(std::chrono::milliseconds time) { return static_cast<double>(time.count()) / 1000; }

}  // namespace

std::string as_text(const InspectPage& page, const Style& style) { return Text(page, style).text(); }

Json as_json(const InspectPage& page) {
  const Inspection& inspected = page.inspected;
  Json speakers = Json::array(), metadata = Json::array(), issues = Json::array(), parts = Json::object();
  for (std::size_t i = 0; i < inspected.speakers.size(); ++i) {
    const InspectedSpeaker& s = inspected.speakers[i];
    speakers.push_back({{"label", words::shown_label(s.label, i, page.show_text, page.language)},
                        {"turns", s.turns},
                        {"words", s.words},
                        {"seconds", seconds(s.spoken)}});
  }
  for (const Metadatum& datum : inspected.metadata) {
    Json entry{{"kind", datum.kind}, {"count", datum.count}};
    if (page.show_text) entry["values"] = datum.values;
    metadata.push_back(std::move(entry));
  }
  for (const auto& [part, count] : inspected.parts) parts[part_key(part)] = count;
  for (const ReportIssue& issue : issues_in_words(page.file, inspected)) issues.push_back(check::issue_json(issue));
  Json times = nullptr;
  if (inspected.time) {
    times = {{"begin", seconds(inspected.time->begin)},
             {"end", seconds(inspected.time->end)},
             {"turns", inspected.timed},
             {"backwards", inspected.backwards}};
  }
  return {{"file", page.file},          {"format", inspected.format.empty() ? Json(nullptr) : Json(inspected.format)},
          {"turns", inspected.turns()}, {"words", inspected.words},
          {"times", std::move(times)},  {"speakers", std::move(speakers)},
          {"parts", std::move(parts)},  {"metadata", std::move(metadata)},
          {"issues", std::move(issues)}};
}

}  // namespace moniker::inspect
