#include "look/check_delivered.hpp"

#include <algorithm>
#include <map>

#include "base/display_name.hpp"
#include "base/shown_text.hpp"
#include "check/expected_people.hpp"
#include "check/issue_words.hpp"
#include "check/kept_issues.hpp"
#include "read/open_transcript.hpp"

namespace moniker::look {
namespace {

struct Checked {
  check::TranscriptFacts facts{};
  std::vector<Issue> issues{};
  std::optional<Problem> failure{};
};

Checked check_one(const check::CheckRules& rules, const std::shared_ptr<const check::ExpectedPeople>& people,
                  const words::Language& language, const DeliveryEntry& file) {
  Checked checked;
  checked.facts.file = file.name;
  const Sink<Issue> issues = check::keep_in(checked.issues);
  try {
    if (file.odd) {
      issues({file.odd->code, {}, 1});
      if (file.odd->what.empty()) return checked;
      throw Error::input(std::string(file.odd->what), std::string(file.odd->remedy));
    }
    read::OpenedTranscript opened =
        read::open_transcript(file.place, issues, {.language = language, .limits = rules.limits});
    check::Checker checker(rules, people, language, checked.facts.file, std::string(opened.format), issues);
    const Sink<Utterance> nowhere = [](Utterance) {};
    while (auto utterance = opened.reader->next()) checker.take(std::move(*utterance), nowhere);
    checker.finish(nowhere);
    checked.facts = checker.facts();
  } catch (const Error& error) {
    checked.failure = error.problem();
  }
  return checked;
}

std::vector<check::FileIssue> issues_of_file(const Checked& checked) {
  std::vector<check::FileIssue> issues;
  for (const Issue& issue : checked.issues) issues.push_back({.file = checked.facts.file, .issue = issue});
  return issues;
}

}  // namespace

std::vector<CheckedFile> check_delivered(const check::CheckRules& rules, const Register& people,
                                         const words::Language& language, const std::vector<DeliveryEntry>& files,
                                         const Watcher& progress) {
  std::vector<Checked> all;
  std::vector<check::TranscriptFacts> facts;
  const auto expected = std::make_shared<const check::ExpectedPeople>(rules, people);
  for (const auto& file : files) {
    all.push_back(check_one(rules, expected, language, file));
    facts.push_back(all.back().facts);
    if (progress) progress({.step = "check", .done = all.size(), .total = files.size()});
  }
  std::vector<CheckedFile> shown;
  const auto delivery = check::check_delivery(rules, people, facts);
  std::multimap<std::string, const check::FileIssue*> by_file;
  for (const check::FileIssue& d : delivery) {
    if (d.issue.code != IssueCode::file_missing) by_file.emplace(d.file, &d);
  }
  const DisplayNames names(people);
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (files[i].odd) by_file.erase(all[i].facts.file);  // no row of the register can expect it
    std::vector<check::FileIssue> issues = issues_of_file(all[i]);
    for (auto [d, end] = by_file.equal_range(all[i].facts.file); d != end; ++d) issues.push_back(*d->second);
    const bool odd_name = files[i].odd && files[i].odd->code == IssueCode::file_name_broken;
    shown.push_back({names.delivery(files[i].name, odd_name, i), false, all[i].facts,
                     check::in_words(issues, all[i].failure, rules)});
  }
  for (const check::FileIssue& d : delivery) {
    if (d.issue.code != IssueCode::file_missing) continue;
    CheckedFile missing{.shown = names.delivery(d.file, !can_be_shown(d.file), DisplayNames::not_there),
                        .missing = true,
                        .facts = {},
                        .issues = {check::in_words(d, rules)}};
    missing.facts.file = d.file;
    shown.push_back(std::move(missing));
  }
  return shown;
}

}  // namespace moniker::look
