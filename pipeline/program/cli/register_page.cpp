// The sheet of people looked through as its author would: row by row what would keep somebody's talk back or let a name
// slip, then file by file which label nobody has claimed, with the very words that go into the column `sessions`.
#include "cli/register_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/fold.hpp"
#include "check/checker.hpp"
#include "check/consent.hpp"
#include "check/expected_people.hpp"
#include "check/issue_words.hpp"
#include "check/speaker_labels.hpp"

namespace moniker::cli {
namespace {

using Json = nlohmann::ordered_json;

/// What is wrong with a consent, and what to write.
struct ConsentWords {
  IssueCode code{};
  std::string_view what{}, remedy{};
};
constexpr ConsentWords consent_words[] = {
    {IssueCode::consent_missing, "no consent is written down",
     "write consent_date and consent_scope, or leave their talk out of incoming/"},
    {IssueCode::consent_undated, "the consent has no day", "write consent_date, as 2026-03-12"},
    {IssueCode::consent_after_interview, "the consent is later than the interview",
     "compare consent_date with interview_date"}};
constexpr ConsentWords consent_falls_short{
    .what = "the consent does not cover what moniker.yaml asks of everybody",
    .remedy = "write what they agreed to into consent_scope: analysis;quotation;archive"};

const ConsentWords& words_for(IssueCode code) {
  const auto row = std::find_if(std::begin(consent_words), std::end(consent_words),
                                [&](const ConsentWords& words) { return words.code == code; });
  return row == std::end(consent_words) ? consent_falls_short : *row;
}

void look_at_consent(const study::StudyConfig& config, const Participant& person, RegisterPage& page) {
  if (!check::is_participant(config.checks, person)) return;
  ++page.participants;
  const auto wrong = check::missing_consent(config.checks, person);
  if (!wrong.empty()) ++page.waiting;
  for (const IssueCode code : wrong) {
    const ConsentWords& words = words_for(code);
    page.rows.push_back({person.line, std::string(words.what), std::string(words.remedy)});
  }
}

void look_at_name(const Participant& person, RegisterPage& page) {
  if (person.name.empty()) {
    page.rows.push_back({person.line, "there is no name: only what they are called by label is found",
                         "write the full name into `name`"});
  } else if (person.name.find(' ') == std::string::npos) {
    page.rows.push_back({person.line, "the name is one word: a family name in a transcript would not be theirs",
                         "write first name and family name"});
  }
}

/// Two rows that could be one person, or one person's name that is another's: every mention would be asked about.
void look_at_doubles(const Register& people, RegisterPage& page) {
  std::map<std::string, std::uint32_t> first;
  for (const Participant& person : people.people) {
    if (person.name.empty()) continue;
    const auto [at, fresh] = first.emplace(fold(person.name), person.line);
    if (!fresh)
      page.rows.push_back(
          {person.line, fmt::format("has the same name as line {}", at->second),
           "if they are one person, make one row of both; else give each an alias that tells them apart"});
  }
}

void look_at_sessions(const study::StudyConfig& config, const Participant& person, RegisterPage& page) {
  if (!person.sessions.empty() || !check::is_participant(config.checks, person) || person.consent_scope.empty()) return;
  page.rows.push_back({person.line, "takes part, and no file is theirs",
                       "write `file=label` into `sessions`, or, of somebody only talked about, no consent either"});
}

FileRemark look_at_file(const look::CheckedFile& file, const check::ExpectedPeople& people) {
  FileRemark remark{
      .file = file.shown, .name = file.facts.file, .missing = file.missing, .unclaimed = {}, .not_there = {}};
  if (file.missing || file.facts.words == 0) return remark;
  const auto& sessions = people.sessions(file.facts.file);
  std::set<std::string> claimed, spoken;
  std::size_t any = 0;  // sessions without a label take one that nobody claims
  for (const Session* session : sessions)
    session->speaker.empty() ? void(++any) : void(claimed.insert(check::label_key(session->speaker)));
  for (const auto& [label, turns] : file.facts.speakers) {
    const std::string key = check::label_key(label);
    spoken.insert(key);
    if (!claimed.contains(key) && !people.is_welcome(key, !sessions.empty())) remark.unclaimed.push_back(label);
  }
  if (any >= remark.unclaimed.size()) remark.unclaimed.clear();
  for (const Session* session : sessions) {
    if (!session->speaker.empty() && !spoken.contains(check::label_key(session->speaker)))
      remark.not_there.push_back(session->speaker);
  }
  return remark;
}

std::string labels(const std::vector<std::string>& labels, std::string_view one, std::string_view more) {
  return labels.size() == 1 ? fmt::format("1 {}", one) : fmt::format("{} {}", labels.size(), more);
}

Json labels_json(const std::vector<std::string>& labels, bool show) {
  return show ? Json(labels) : Json(labels.size());
}

}  // namespace

RegisterPage register_page(const study::StudyConfig& config, const Register& people,
                           const std::vector<look::CheckedFile>& delivered) {
  RegisterPage page{.file = config.register_file.filename().string(), .people = people.people.size()};
  for (const Participant& person : people.people) {
    if (person.withdrawn) continue;
    look_at_name(person, page);
    look_at_consent(config, person, page);
    look_at_sessions(config, person, page);
  }
  look_at_doubles(people, page);
  std::stable_sort(page.rows.begin(), page.rows.end(),
                   [](const RowRemark& a, const RowRemark& b) { return a.line < b.line; });
  const check::ExpectedPeople expected(config.checks, people);
  for (const look::CheckedFile& file : delivered) {
    FileRemark remark = look_at_file(file, expected);
    if (remark.missing || !remark.unclaimed.empty() || !remark.not_there.empty())
      page.files.push_back(std::move(remark));
  }
  return page;
}

std::string as_text(const RegisterPage& page, const Style& style) {
  std::string text =
      fmt::format("{}{}{}: {}, {} of whom take part\n", style.bold, page.file, style.plain,
                  page.people == 1 ? "1 person" : fmt::format("{} people", page.people), page.participants);
  if (page.people == 0)
    return text + "\nWrite a row for everybody who speaks, interviewers too: docs/guide/2-the-register.md shows one.\n";
  for (const RowRemark& row : page.rows)
    text += fmt::format("\n  line {:<4}  {}\n             {}\n", row.line, row.says, row.remedy);
  for (const FileRemark& file : page.files) {
    text += fmt::format("\n  {}{}{}\n", style.bold, page.show_text ? file.name : file.file, style.plain);
    if (file.missing) text += "    the sheet has it, and it is not in incoming/\n";
    if (!file.unclaimed.empty())
      text += fmt::format("    {} of nobody's row: write into `sessions` of whoever it is\n",
                          labels(file.unclaimed, "label is", "labels are"));
    for (const std::string& label : file.unclaimed)
      if (page.show_text) text += fmt::format("      {}={}\n", file.name, label);
    if (!file.not_there.empty())
      text += fmt::format("    {} there\n", labels(file.not_there, "label is in the sheet, and does not speak",
                                                   "labels are in the sheet, and do not speak"));
    for (const std::string& label : file.not_there)
      if (page.show_text) text += fmt::format("      {}={}\n", file.name, label);
  }
  const bool labels_hidden =
      !page.show_text && std::any_of(page.files.begin(), page.files.end(),
                                     [](const FileRemark& f) { return !f.unclaimed.empty() || !f.not_there.empty(); });
  if (labels_hidden)
    text += "\nWith --show-text the labels are told, as they are written into the sheet; they may identify.\n";
  if (!page.needs_a_person())
    text +=
        "Everybody has a name, a consent that covers what is asked, and a label in every file. Next: moniker check\n";
  return text;
}

nlohmann::ordered_json as_json(const RegisterPage& page) {
  Json rows = Json::array(), files = Json::array();
  for (const RowRemark& row : page.rows)
    rows.push_back({{"line", row.line}, {"what", row.says}, {"remedy", row.remedy}});
  for (const FileRemark& file : page.files)
    files.push_back({{"file", page.show_text ? file.name : file.file},
                     {"missing", file.missing},
                     {"unclaimed", labels_json(file.unclaimed, page.show_text)},
                     {"not_there", labels_json(file.not_there, page.show_text)}});
  return {{"register", page.file},           {"people", page.people},   {"participants", page.participants},
          {"without_consent", page.waiting}, {"rows", std::move(rows)}, {"files", std::move(files)}};
}

}  // namespace moniker::cli
