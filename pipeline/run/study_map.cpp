#include "run/study_map.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/fold.hpp"
#include "resolve/assignment_json.hpp"
#include "run/work_layout.hpp"

namespace moniker {
namespace {

using Json = nlohmann::ordered_json;

Json learned_json(const LearnedNames& learned) {
  Json list = Json::array();
  for (const auto& [key, n] : learned.all()) {
    list.push_back(Json::array({n.form, n.label, n.rule, n.score, n.times, n.word}));
  }
  return list;
}

LearnedNames learned_from(const Json& json) {
  LearnedNames learned;
  for (const Json& n : json) learned.add({n.at(0), n.at(1), n.at(2), n.at(3), n.at(4), n.at(5)});
  return learned;
}

Json delivery_json(const std::vector<FileIssue>& delivery) {
  Json list = Json::array();
  for (const FileIssue& d : delivery) {
    list.push_back(Json::array({d.file, static_cast<int>(d.issue.code), d.issue.at.line, d.issue.at.column, d.issue.count,
                                d.register_line}));
  }
  return list;
}

std::vector<FileIssue> delivery_from(const Json& json) {
  std::vector<FileIssue> delivery;
  for (const Json& d : json) {
    delivery.push_back({.file = d.at(0),
                        .issue = {static_cast<IssueCode>(d.at(1).get<int>()), {d.at(2), d.at(3)}, d.at(4)},
                        .register_line = d.at(5)});
  }
  return delivery;
}

}  // namespace

Digest write_study_map(const OpenedStudy& study, const StudyMap& map) {
  SealedLines lines(assignment_file(study), study.work_recipient);
  lines.add(to_json(map.assignment));
  lines.add(learned_json(map.learned).dump());
  lines.add(delivery_json(map.delivery).dump());
  return lines.publish();
}

StudyMap read_study_map(const OpenedStudy& study) {
  const auto file = assignment_file(study);
  if (!std::filesystem::exists(file)) {
    throw Error({.fault = Fault::usage, .file = study.layout.root.string(), .what = "the study was not assigned yet",
                 .remedy = "run `moniker assign` first, or `moniker run` for all steps"});
  }
  SealedLineReader reader(file, study.work_identity);
  try {
    StudyMap map;
    map.assignment = assignment_from_json(reader.next().value());
    map.learned = learned_from(Json::parse(reader.next().value()));
    map.delivery = delivery_from(Json::parse(reader.next().value()));
    return map;
  } catch (const Error&) {
    throw;
  } catch (const std::exception&) {
    throw Error({.fault = Fault::integrity, .file = file.string(), .what = "the assignment is damaged",
                 .remedy = "run `moniker assign` again"});
  }
}

std::vector<FileIssue> issues_of(const StudyMap& map, const std::string& file, const std::vector<Issue>& own) {
  std::vector<FileIssue> issues;
  for (const Issue& issue : own) issues.push_back({.file = file, .issue = issue});
  // The checks of the delivery tell their issues by file.
  const auto before = [](const FileIssue& d, const std::string& name) { return d.file < name; };
  for (auto d = std::lower_bound(map.delivery.begin(), map.delivery.end(), file, before);
       d != map.delivery.end() && d->file == file; ++d) {
    if (d->issue.code != IssueCode::file_missing) issues.push_back(*d);
  }
  return issues;
}

bool is_quarantined(const StudyConfig& config, const std::vector<FileIssue>& issues) {
  return std::any_of(issues.begin(), issues.end(),
                     [&](const FileIssue& d) { return severity_of(d.issue.code, config) == Severity::error; });
}

bool may_occur(const std::set<std::string>& vocabulary, const std::string& form) {
  const auto words = folded_words(form);
  const auto known = [&](const std::string& word) {
    const auto there = vocabulary.lower_bound(word);
    // Anything that starts with the word may be its possessive, its plural or a compound of it.
    return there != vocabulary.end() && there->starts_with(word);
  };
  return !words.empty() && std::all_of(words.begin(), words.end(), known);
}

}  // namespace moniker
