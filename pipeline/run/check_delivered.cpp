#include "run/check_delivered.hpp"

#include <algorithm>
#include <map>

#include "check/expected_people.hpp"
#include "read/reader.hpp"
#include "run/issues.hpp"
#include "study/display_name.hpp"

namespace moniker {
namespace {

struct Checked {
  TranscriptFacts facts{};
  std::vector<FileIssue> issues{};
  std::optional<Problem> failure{};
};

Checked check_one(const StudyConfig& config, const std::shared_ptr<const ExpectedPeople>& people,
                  const std::filesystem::path& file) {
  Checked checked;
  checked.facts.file = file.filename().string();
  const Sink<Issue> issues = [&](Issue issue) {
    checked.issues.push_back({.file = checked.facts.file, .issue = issue});
  };
  try {
    OpenedTranscript opened = open_transcript(file, issues);
    Checker checker(config, people, checked.facts.file, std::string(opened.format), issues);
    const Sink<Utterance> nowhere = [](Utterance) {};
    while (auto utterance = opened.reader->next()) checker.take(std::move(*utterance), nowhere);
    checker.finish(nowhere);
    checked.facts = checker.facts();
  } catch (const Error& error) {
    checked.failure = error.problem();
  }
  return checked;
}

}  // namespace

std::vector<CheckedFile> check_delivered(const StudyConfig& config, const Register& people,
                                         const std::vector<std::filesystem::path>& files) {
  std::vector<Checked> all;
  std::vector<TranscriptFacts> facts;
  const auto expected = std::make_shared<const ExpectedPeople>(config, people);
  for (const auto& file : files) {
    all.push_back(check_one(config, expected, file));
    facts.push_back(all.back().facts);
  }
  std::vector<CheckedFile> shown;
  const auto delivery = check_delivery(config, people, facts);
  std::multimap<std::string, const FileIssue*> by_file;
  for (const FileIssue& d : delivery) {
    if (d.issue.code != IssueCode::file_missing) by_file.emplace(d.file, &d);
  }
  const DisplayNames display_name(people);
  for (std::size_t i = 0; i < files.size(); ++i) {
    for (auto [d, end] = by_file.equal_range(all[i].facts.file); d != end; ++d) all[i].issues.push_back(*d->second);
    shown.push_back({display_name(files[i]), all[i].facts, in_words(all[i].issues, all[i].failure, config)});
  }
  for (const FileIssue& d : delivery) {
    if (d.issue.code != IssueCode::file_missing) continue;
    CheckedFile missing{.shown = display_name(d.file), .facts = {}, .issues = {in_words(d, config)}};
    missing.facts.file = d.file;
    shown.push_back(std::move(missing));
  }
  return shown;
}

}  // namespace moniker
