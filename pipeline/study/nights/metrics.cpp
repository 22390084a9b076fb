#include "nights/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "nights/folder_names.hpp"

namespace moniker::study {
namespace {

/// As the format wants a label's value.
std::string label_value(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '"') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

/// A collector takes no file in which one series stands twice, so that no two have one label.
std::vector<std::string> labels_of(const std::vector<Night>& nights) {
  std::vector<std::string> folders;
  for (const Night& night : nights) folders.push_back(night.folder);
  std::vector<std::string> labels = folder_names(folders);
  for (std::string& label : labels) label = label_value(label);
  return labels;
}

std::uint64_t parts_waiting(const Night& night, bool fresh) {
  std::uint64_t parts = 0;
  for (const Waiting& one : night.waiting) parts += fresh ? one.fresh : one.matter.parts.size() - one.fresh;
  return parts;
}

struct Series {
  const char* labels;  // beside the study's
  std::function<double(const Night&)> value;
};
struct Gauge {
  const char* name;
  const char* help;
  bool of_failures;  // said of a run that failed, too
  std::vector<Series> series;
};

double as_double(std::uint64_t n) { return static_cast<double>(n); }

std::vector<Gauge> gauges() {
  return {
      {"moniker_run_seconds", "How long the last run took.", true, {{"", [](const Night& n) { return n.seconds; }}}},
      {"moniker_transcripts",
       "Transcripts by what became of them.",
       false,
       {{",state=\"sealed\"", [](const Night& n) { return as_double(n.counts.sealed); }},
        {",state=\"review\"", [](const Night& n) { return as_double(n.counts.review); }},
        {",state=\"draft\"", [](const Night& n) { return as_double(n.counts.draft); }},
        {",state=\"quarantined\"", [](const Night& n) { return as_double(n.counts.quarantined); }}}},
      {"moniker_waiting",
       "What waits for a person: new, or told before.",
       false,
       {{",new=\"yes\"", [](const Night& n) { return as_double(parts_waiting(n, true)); }},
        {",new=\"no\"", [](const Night& n) { return as_double(parts_waiting(n, false)); }}}},
      {"moniker_doubtful_findings",
       "Masked, and a person should look.",
       false,
       {{"", [](const Night& n) { return as_double(n.counts.doubtful); }}}},
      {"moniker_open_questions",
       "How often it has to be asked who is meant.",
       false,
       {{"", [](const Night& n) { return as_double(n.counts.questions); }}}},
      {"moniker_retention_overdue",
       "What should be gone by the study's rules.",
       false,
       {{"", [](const Night& n) { return as_double(n.counts.overdue); }}}},
      {"moniker_audit_records", "Records in the audit log.", false, {{"", [](const Night& n) {
                                                                        return as_double(n.audit_records);
                                                                      }}}}};
}

std::string head_of(const char* name, const char* help) {
  return fmt::format("# HELP {} {}\n# TYPE {} gauge\n", name, help, name);
}

/// Seconds since 1970 of 2026-12-01T02:30:00Z.
std::int64_t seconds_of(const std::string& time) {
  std::tm parts{};
  return ::strptime(time.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts) == nullptr ? 0 : ::timegm(&parts);
}

}  // namespace

std::string metrics_of(const std::vector<Night>& nights, const std::vector<int>& statuses) {
  const std::vector<std::string> labels = labels_of(nights);
  std::string text = head_of("moniker_run_status", "Exit status of the last run.");
  for (std::size_t i = 0; i < nights.size(); ++i)
    text += fmt::format("moniker_run_status{{study=\"{}\"}} {}\n", labels[i], statuses.at(i));
  text += head_of("moniker_run_timestamp_seconds", "When the last run ended.");
  for (std::size_t i = 0; i < nights.size(); ++i)
    text += fmt::format("moniker_run_timestamp_seconds{{study=\"{}\"}} {}\n", labels[i], seconds_of(nights[i].time));
  for (const Gauge& gauge : gauges()) {
    std::string lines;
    for (std::size_t i = 0; i < nights.size(); ++i) {
      if (nights[i].failure && !gauge.of_failures) continue;
      for (const Series& series : gauge.series)
        lines +=
            fmt::format("{}{{study=\"{}\"{}}} {:g}\n", gauge.name, labels[i], series.labels, series.value(nights[i]));
    }
    if (!lines.empty()) text += head_of(gauge.name, gauge.help) + lines;
  }
  return text;
}

}  // namespace moniker::study
