#include "work/study_map.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/bounded_json.hpp"
#include "base/fold.hpp"
#include "base/json_number.hpp"
#include "work/kept_json.hpp"
#include "work/sealed_parts.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

/// What follows the assignment's lines.
void take_line(const Json& line, StudyMap& map) {
  if (line.at(0) == "learned") {
    map.learned.add(learned_name_from(line.at(1)));
  } else if (line.at(0) == "surrogates") {
    map.surrogates_shared = whole_number<std::uint64_t>(line.at(1));
    if (line.size() > 2) map.decisions_lost = whole_number<std::uint64_t>(line.at(2));
    if (line.size() > 3) map.decisions_seen = whole_number<std::uint64_t>(line.at(3));
  } else {
    map.delivery.push_back({.file = line.at(1).get<std::string>(),
                            .issue = issue_from(line.at(2)),
                            .register_line = whole_number<std::uint32_t>(line.at(3))});
    if (line.size() > 4) map.delivery.back().other = line.at(4).get<std::string>();
  }
}

}  // namespace

Digest write_study_map(const StudyLayout& layout, const seal::Identity& study, const StudyMap& map) {
  SealedParts lines(layout.assignment(), study);
  resolve::assignment_lines(map.assignment, [&](std::string_view line) { lines.add(line); });
  for (const auto& [key, name] : map.learned.all()) lines.add(Json::array({"learned", kept_json(name)}).dump());
  for (const check::FileIssue& d : map.delivery) {
    lines.add(Json::array({"delivery", d.file, kept_json(d.issue), d.register_line, d.other}).dump());
  }
  lines.add(Json::array({"surrogates", map.surrogates_shared, map.decisions_lost, map.decisions_seen}).dump());
  return lines.publish();
}

StudyMap read_study_map(const StudyLayout& layout, const seal::Identity& study,
                        resolve::AssignmentReader::Grounds grounds) {
  const auto file = layout.assignment();
  if (!std::filesystem::exists(file)) {
    throw Error::usage("the study was not assigned yet", "run `moniker assign` first, or `moniker run` for all steps",
                       {layout.root.string()});
  }
  SealedPartReader reader(file, study);
  try {
    StudyMap map;
    resolve::AssignmentReader assignment(grounds);
    while (!assignment.ended()) assignment.take(reader.next().value());
    map.assignment = assignment.finish();
    while (const auto line = reader.next()) take_line(parse_json<Json>(*line), map);
    return map;
  } catch (const Error&) {
    throw;
  } catch (const std::exception&) {
    throw Error::integrity("the assignment is damaged", "run `moniker assign` again", {file.string()});
  }
}

std::vector<check::FileIssue> issues_of(const StudyMap& map, const std::string& file, const std::vector<Issue>& own) {
  std::vector<check::FileIssue> issues;
  for (const Issue& issue : own) issues.push_back({.file = file, .issue = issue});
  // The checks of the delivery tell their issues by file.
  const auto before = [](const check::FileIssue& d, const std::string& name) { return d.file < name; };
  for (auto d = std::lower_bound(map.delivery.begin(), map.delivery.end(), file, before);
       d != map.delivery.end() && d->file == file; ++d) {
    if (d->issue.code != IssueCode::file_missing) issues.push_back(*d);
  }
  return issues;
}

bool is_quarantined(const StudyConfig& config, const std::vector<check::FileIssue>& issues) {
  return std::any_of(issues.begin(), issues.end(), [&](const check::FileIssue& d) {
    return check::severity_of(d.issue.code, config.checks) == Severity::error;
  });
}

bool is_unread(const std::vector<check::FileIssue>& issues) {
  return std::any_of(issues.begin(), issues.end(),
                     [](const check::FileIssue& d) { return d.issue.code == IssueCode::file_unreadable; });
}

bool is_only_unread(const StudyConfig& config, std::vector<check::FileIssue> issues) {
  if (!is_unread(issues)) return false;
  std::erase_if(issues, [](const check::FileIssue& d) { return d.issue.code == IssueCode::file_unreadable; });
  return !is_quarantined(config, issues);
}

bool may_occur(const resolve::SaidWords& vocabulary, const std::string& form) {
  const auto words = folded_words(form);
  const auto known = [&](const std::string& word) { return resolve::begins_a_word(vocabulary, word); };
  return !words.empty() && std::all_of(words.begin(), words.end(), known);
}

}  // namespace moniker::study
