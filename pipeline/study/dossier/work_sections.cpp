// What was done: the transcripts, the consent, what was replaced.
#include <fmt/format.h>

#include <algorithm>

#include "dossier/sections.hpp"
#include "html/bars.hpp"
#include "html/tables.hpp"

namespace moniker::study {
namespace {

using html::Column;
using html::grouped;

bool is_published(const Outcome& outcome) { return outcome.state == Outcome::State::published; }

std::uint64_t replaced_in(const Outcome& outcome) {
  std::uint64_t all = 0;
  for (const auto& [label, count] : outcome.replaced) all += count;
  return all;
}

double per_thousand(const Outcome& outcome, std::uint64_t count) {
  return outcome.words == 0 ? 0 : 1000 * static_cast<double>(count) / static_cast<double>(outcome.words);
}

std::string state_of(const Dossier& dossier, const Outcome& outcome) {
  if (!is_published(outcome)) return "quarantined";
  const auto day = dossier.sealed_on.find(outcome.transcript);
  return day == dossier.sealed_on.end() ? "sealed" : "sealed " + day->second;
}

void tell_each_transcript(const Dossier& dossier, html::Html& html) {
  const std::vector<Column> columns{
      {"transcript"},          {"came as"},       {"words", "number"}, {"replaced", "number"}, {"doubtful", "number"},
      {"per 1,000", "number"}, {"rate", "chart"}, {"state", "fixed"}};
  double most = 1;
  for (const Outcome& outcome : dossier.run.outcomes)
    most = std::max(most, per_thousand(outcome, replaced_in(outcome)));
  html::open_table(html, "Transcripts, and how much of a thousand words was replaced; hatched: doubtful, and masked",
                   columns);
  for (const Outcome& outcome : dossier.run.outcomes) {
    const std::uint64_t all = replaced_in(outcome);
    const bool there = is_published(outcome);
    html::open_row(html, columns,
                   std::vector<std::string>{outcome.transcript, kind_of_file(outcome), grouped(outcome.words),
                                            there ? grouped(all) : "–", there ? grouped(outcome.doubtful) : "–",
                                            there ? fmt::format("{:.0f}", per_thousand(outcome, all)) : "–"});
    html.open("td", {{"class", "chart"}});
    if (there) {
      const double doubtful = per_thousand(outcome, outcome.doubtful) / most;
      const html::BarPart parts[] = {{per_thousand(outcome, all) / most - doubtful, html::Fill::solid},
                                     {doubtful, html::Fill::hatched}};
      html::add_bar(html, parts);
    }
    html.close();
    html.element("td", state_of(dossier, outcome), {{"class", there ? "fixed" : "fixed alarm"}}).close().line();
  }
  html::close_table(html);
}

void tell_quarantine(const Dossier& dossier, html::Html& html) {
  html.element("h3", "Quarantined, and why").line();
  bool any = false;
  for (const Outcome& outcome : dossier.run.outcomes) {
    if (is_published(outcome)) continue;
    if (!any) html.open("ul").line();
    any = true;
    html.open("li").element("strong", outcome.transcript).text(": ");
    std::string why;
    for (const ReportIssue& issue : outcome.issues) {
      if (issue.severity == Severity::error)
        why += fmt::format("{}{} ({}); {}", why.empty() ? "" : ". ", issue.sentence, issue.code, issue.remedy);
    }
    html.text(why.empty() ? "it waits for the next run" : why).close().line();
  }
  if (any)
    html.close().line();
  else
    html.element("p", "Nothing.").line();
}

/// "comments in the document: 3" without its number, where a row stands for many.
std::string without_count(const std::string& sentence) {
  const std::size_t colon = sentence.find_last_of(':');
  const bool counts = colon != std::string::npos && colon + 2 < sentence.size() &&
                      sentence.find_first_not_of(" 0123456789", colon + 1) == std::string::npos;
  return counts ? sentence.substr(0, colon) : sentence;
}

/// A row an issue: in how many transcripts, and which.
void tell_noticed(const Dossier& dossier, html::Html& html) {
  struct Noticed {
    const ReportIssue* issue = nullptr;
    std::string where{};
    std::uint64_t count = 0;
  };
  std::map<std::string, Noticed> all;
  for (const Outcome& outcome : dossier.run.outcomes) {
    for (const ReportIssue& issue : outcome.issues) {
      if (issue.severity == Severity::error) continue;
      Noticed& noticed = all[issue.code];
      noticed.issue = &issue;
      noticed.count += issue.count;
      if (!noticed.where.ends_with(outcome.transcript))
        noticed.where += (noticed.where.empty() ? "" : " ") + outcome.transcript;
    }
  }
  const std::vector<Column> columns{{"check"}, {"weight"}, {"what it says"}, {"times", "number"}, {"where"}};
  if (!all.empty()) html::open_table(html, "What the checks noticed", columns);
  for (const auto& [code, noticed] : all)
    html::add_row(html, columns,
                  {code, std::string(severity_name(noticed.issue->severity)), without_count(noticed.issue->sentence),
                   grouped(noticed.count), noticed.where});
  if (!all.empty()) html::close_table(html);
  for (const auto& [file, issue] : dossier.run.delivery)
    html.element("p", fmt::format("Of the delivery: {} ({}); {}.", issue.sentence, issue.code, issue.remedy)).line();
}

std::string told_interviews(const ConsentRow& row) {
  std::string text;
  for (const ConsentRow::Interview& one : row.interviews) {
    const std::string date = one.dated == "given" ? std::string() : one.dated;
    text +=
        fmt::format("{}{}{}{}{}", text.empty() ? "" : ", ", one.transcript.empty() ? "not delivered" : one.transcript,
                    date.empty() ? "" : " ", date, one.before_consent ? " (before the consent)" : "");
  }
  return text;
}

void tell_scope(const ConsentRow& row, const std::string& scope, bool required, html::Html& html) {
  const bool asked = row.state == ConsentRow::State::given || row.state == ConsentRow::State::lacking;
  const bool covered = row.covers.contains(scope);
  html.open("td", {{"class", !covered && required && asked ? "middle alarm" : "middle"}});
  if (covered)
    html.element("span", "●", {{"aria-hidden", "true"}}).element("span", "yes", {{"class", "unseen"}});
  else if (asked)
    html.element("span", required ? "missing" : "–", {{"aria-hidden", "true"}})
        .element("span", "no", {{"class", "unseen"}});
  html.close();
}

}  // namespace

std::string kind_of_file(const Outcome& outcome) {
  const std::size_t dot = outcome.shown.find_last_of('.');
  constexpr std::size_t longest = 8;
  const std::string end = dot == std::string::npos ? std::string() : outcome.shown.substr(dot + 1);
  const bool fits = !end.empty() && end.size() <= longest && std::all_of(end.begin(), end.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
  return fits ? end : "file";
}

std::string state_in_words(ConsentRow::State state) {
  constexpr std::string_view words[] = {"", "needs none", "none that holds: not in the results", "withdrawn"};
  return std::string(words[static_cast<std::size_t>(state)]);
}

void tell_transcripts(const Dossier& dossier, html::Html& html) {
  tell_each_transcript(dossier, html);
  html.element("p", "Which file is which transcript stands in reports/run.md: a file's name may tell whose it is.",
               {{"class", "faint"}});
  html.line();
  tell_quarantine(dossier, html);
  tell_noticed(dossier, html);
  if (dossier.run.passed_over > 0)
    html.element(
        "p", fmt::format("Left in incoming/ by systems and programs, and passed over: {}.", dossier.run.passed_over));
}

void tell_consent(const Dossier& dossier, html::Html& html) {
  const ConsentMatrix& matrix = dossier.consent;
  const auto required = [&](const std::string& scope) {
    return std::find(matrix.required.begin(), matrix.required.end(), scope) != matrix.required.end();
  };
  std::vector<Column> columns{{"who"}, {"role"}, {"consent"}};
  for (const std::string& scope : matrix.scopes)
    columns.push_back({required(scope) ? scope + " (required)" : scope, "middle"});
  columns.push_back({"interviews"});
  html::open_table(html, "What each person agreed to, by their ID in the transcripts", columns);
  for (const ConsentRow& row : matrix.rows) {
    const std::string state = state_in_words(row.state);
    html::open_row(html, columns, std::vector<std::string>{row.who, row.role, state.empty() ? row.dated : state});
    for (const std::string& scope : matrix.scopes) tell_scope(row, scope, required(scope), html);
    html.element("td", told_interviews(row)).close().line();
  }
  html::close_table(html);
  if (matrix.dates_dropped) {
    html.element(
        "p",
        "moniker.yaml drops dates of the register: they were compared, so that no interview lies before its consent "
        "unseen, and are not told here.",
        {{"class", "faint"}});
    html.line();
  }
}

void tell_replaced(const Dossier& dossier, html::Html& html) {
  if (dossier.labels.empty()) {
    html.element("p", "Nothing.").line();
    return;
  }
  const std::vector<Column> columns{{"kind"}, {"becomes"}, {"replaced", "number"}, {"share", "chart"}, {"found by"}};
  html::open_table(html, "By kind of identifier, with the rules that found it", columns);
  const auto most = static_cast<double>(std::max<std::uint64_t>(dossier.labels.front().count, 1));
  for (const LabelAccount& label : dossier.labels) {
    html::open_row(html, columns, std::vector<std::string>{label.label, label.operation, grouped(label.count)});
    html.open("td", {{"class", "chart"}});
    const html::BarPart part[] = {{static_cast<double>(label.count) / most, html::Fill::solid}};
    html::add_bar(html, part);
    html.close().open("td");
    bool first = true;
    for (const auto& [rule, count] : label.rules) {
      html.text(first ? "" : ", ").element("span", fmt::format("{} {}", rule, grouped(count)), {{"class", "fixed"}});
      first = false;
    }
    html.close().close().line();
  }
  html::close_table(html);

  std::vector<Column> by_transcript{{"kind"}};
  for (const Outcome& outcome : dossier.run.outcomes) {
    if (is_published(outcome)) by_transcript.push_back({outcome.transcript, "number"});
  }
  by_transcript.push_back({"all", "number"});
  html::open_table(html, "By kind and transcript", by_transcript);
  std::vector<std::uint64_t> sums(by_transcript.size());
  for (const LabelAccount& label : dossier.labels) {
    std::vector<std::string> cells{label.label};
    for (std::size_t i = 1; i + 1 < by_transcript.size(); ++i) {
      const auto count = label.by_transcript.find(by_transcript[i].head);
      cells.push_back(count == label.by_transcript.end() ? "–" : grouped(count->second));
      if (count != label.by_transcript.end()) sums[i] += count->second;
    }
    cells.push_back(grouped(label.count));
    sums.back() += label.count;
    html::add_row(html, by_transcript, cells);
  }
  std::vector<std::string> cells{"all"};
  for (std::size_t i = 1; i < sums.size(); ++i) cells.push_back(grouped(sums[i]));
  html.close().open("tfoot").line();
  html::add_row(html, by_transcript, cells);
  html::close_table(html);
}

}  // namespace moniker::study
