// The report of a run for machines and as a page to keep: what became of every transcript, what has to be looked at,
// who is meant where that has to be asked, and what was noticed.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "check/issue_page.hpp"
#include "report/render.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

const char* state_name(const Outcome& outcome) {
  if (outcome.state != Outcome::State::published) return "quarantined";
  return outcome.draft ? "draft" : "published";
}

Json outcome_json(const Outcome& outcome) {
  Json issues = Json::array();
  for (const ReportIssue& issue : outcome.issues) issues.push_back(check::issue_json(issue));
  Json places = Json::array();
  for (const DoubtfulPlace& place : outcome.places)
    places.push_back({{"turn", place.turn}, {"by", place.by}, {"rule", place.rule}});
  return {{"transcript", outcome.transcript}, {"file", outcome.shown},        {"state", state_name(outcome)},
          {"words", outcome.words},           {"doubtful", outcome.doubtful}, {"places", std::move(places)},
          {"replaced", outcome.replaced},     {"outputs", outcome.outputs},   {"issues", std::move(issues)}};
}

/// Names of files come from others: none may break a row of a table, make a link or begin a tag of html (CommonMark,
/// 2.4 and 6).
std::string cell(std::string_view name) {
  constexpr std::string_view marks = "\\`*[]<>|&~";
  std::string text;
  for (const char c : name) {
    if (marks.find(c) != std::string_view::npos) text += '\\';
    text += c;
  }
  return text;
}

/// Where a person should look: masked, but not surely an identifier.
std::string doubtful_places(const StudyReport& report) {
  std::string list;
  for (const Outcome& outcome : report.outcomes) {
    for (const DoubtfulPlace& place : outcome.places) {
      list += fmt::format("- {}, turn {}: {} (rule `{}`)\n", outcome.transcript, place.turn, place.by, place.rule);
    }
  }
  return list.empty()
             ? list
             : "\n## What a person should look at\n\nMasked, but not surely an identifier. `moniker review` shows each "
               "in its sentence and asks; or say it by name: `moniker decide STUDY keep PERSON_3`, "
               "`moniker decide STUDY replace PERSON_3`; turns are as the outputs count them.\n\n" +
                   list;
}

std::string places_of(const OpenQuestion& question) {
  return question.turn == 0 ? question.transcript + ", who speaks"
                            : fmt::format("{}, turn {}", question.transcript, question.turn);
}

/// "ID01 or ID02"; "ID01 or somebody else".
std::string could_be(const OpenQuestion& question) {
  return fmt::format("{}{}", fmt::join(question.could_be, " or "),
                     question.could_be.size() == 1 ? " or somebody else" : "");
}

/// Who is meant, where more than one could be.
std::string open_questions(const StudyReport& report) {
  std::string list;
  for (const OpenQuestion& question : report.questions)
    list += fmt::format("- {}: {}? It says {}.\n", places_of(question), could_be(question), question.taken_for);
  if (list.empty()) return list;
  return "\n## Who is meant\n\nMore than one person could be. Nobody's ID was given; an alias in the register, a "
         "session or a decision settles it: `moniker decide STUDY same PERSON_3 ID01`, or `apart PERSON_3`.\n\n" +
         list;
}

/// What this study replaces otherwise than its labels say.
std::string exceptions(const StudyReport& report) {
  std::string list;
  for (const auto& [name, chosen] : report.overrides) list += fmt::format("- {}: {}\n", name, chosen);
  if (!list.empty()) list = "\n## What is replaced in a way of its own\n\n" + list;
  if (report.surrogates_shared == 0) return list;
  return list + fmt::format(
                    "\n## Surrogates that are real names too\n\n{} of the names that were given in earlier runs are "
                    "somebody's real name, as later transcripts show. They stay as they are.\n",
                    report.surrogates_shared);
}

std::string who_waits(const StudyReport& report) {
  std::string list;
  for (const std::string& row : report.waiting) list += fmt::format("- {}\n", row);
  if (list.empty()) return list;
  return "\n## Who has not consented\n\nNothing of them is in the results until the register says that they have.\n\n" +
         list;
}

}  // namespace

Json as_json(const StudyReport& report) {
  Json outcomes = Json::array(), delivery = Json::array();
  for (const Outcome& outcome : report.outcomes) outcomes.push_back(outcome_json(outcome));
  for (const auto& [file, issue] : report.delivery) {
    Json entry = check::issue_json(issue);
    entry["file"] = file;
    delivery.push_back(std::move(entry));
  }
  Json questions = Json::array();
  for (const OpenQuestion& question : report.questions) {
    questions.push_back({{"transcript", question.transcript},
                         {"turn", question.turn},
                         {"taken_for", question.taken_for},
                         {"could_be", question.could_be}});
  }
  Json overrides = Json::object();
  for (const auto& [name, chosen] : report.overrides) overrides[name] = chosen;
  return {{"study", report.study},
          {"transcripts", std::move(outcomes)},
          {"delivery", std::move(delivery)},
          {"passed_over", report.passed_over},
          {"questions", std::move(questions)},
          {"lone_names", report.lone_names},
          {"overrides", std::move(overrides)},
          {"waiting", report.waiting},
          {"register_notes", report.register_notes},
          {"decisions_lost", report.decisions_lost},
          {"surrogates_shared", report.surrogates_shared},
          {"published", report.published},
          {"unchanged", report.unchanged},
          {"participants", report.participants},
          {"entities", report.entities},
          {"audit_records", report.audit_records},
          {"needs_a_person", report.needs_a_person()}};
}

std::string report_json(const StudyReport& report) { return as_json(report).dump(2) + "\n"; }

std::string report_markdown(const StudyReport& report) {
  std::string page = fmt::format(
      "# {}\n\nThe transcripts below are pseudonymised, not anonymous: whoever holds the linkage "
      "table can tell who is who.\nNo tool finds every identifier; people must read what "
      "leaves the team.\n\n| ID | transcript | state | words | replaced | doubtful |\n"
      "|---|---|---|---:|---:|---:|\n",
      report.study);
  for (const Outcome& outcome : report.outcomes) {
    std::uint64_t replaced = 0;
    for (const auto& [label, count] : outcome.replaced) replaced += count;
    page += fmt::format("| {} | {} | {} | {} | {} | {} |\n", outcome.transcript, cell(outcome.shown),
                        state_name(outcome), outcome.words, replaced, outcome.doubtful);
  }
  page += open_questions(report);
  page += doubtful_places(report);
  page += exceptions(report);
  page += who_waits(report);
  page += "\n## What was noticed\n\n";
  std::string noticed;
  const auto add = [&](const std::string& shown, const ReportIssue& issue) {
    const std::string place = issue.at.line == 0 ? "" : fmt::format(", line {}", issue.at.line);
    noticed += fmt::format("- **{}** {}{}: {} (`{}`). {}\n", severity_name(issue.severity), cell(shown), place,
                           issue.sentence, issue.code, issue.remedy);
  };
  for (const Outcome& outcome : report.outcomes) {
    for (const ReportIssue& issue : outcome.issues) add(outcome.transcript + " " + outcome.shown, issue);
  }
  for (const auto& [file, issue] : report.delivery) add(file, issue);
  if (report.decisions_lost > 0)
    noticed += fmt::format(
        "- **warning** decisions about names or speakers who are not there any more: {}. They stay "
        "until they are undone; `moniker decide STUDY list` shows them.\n",
        report.decisions_lost);
  for (const std::string& note : report.register_notes) noticed += fmt::format("- **note** the register: {}.\n", note);
  if (report.passed_over > 0)
    noticed +=
        fmt::format("- In incoming/, {} left there by systems and programs: passed over.\n",
                    report.passed_over == 1 ? "one thing was" : fmt::format("{} things were", report.passed_over));
  return page + (noticed.empty() ? "Nothing.\n" : noticed);
}

}  // namespace moniker::study
