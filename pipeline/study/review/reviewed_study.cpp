#include "review/reviewed_study.hpp"

#include <algorithm>
#include <filesystem>

#include "base/display_name.hpp"
#include "check/issue_words.hpp"

namespace moniker::study {
namespace {

/// Why a transcript was quarantined, in the words of the worst issue.
std::string why_stopped(const Study& study, const StudyMap& map, const std::string& file, const ScanRecord& scanned) {
  const std::vector<check::FileIssue> issues = issues_of(map, file, scanned.issues);
  if (!is_quarantined(study.config, issues)) return {};
  const std::vector<ReportIssue> told = check::in_words(issues, scanned.failure, study.config.checks);
  return told.empty() ? "it is quarantined" : told.front().sentence;  // worst first
}

std::vector<ReviewedTranscript> reviewed(const Study& study, const StudyKeys& keys, const StudyMap& map) {
  const DisplayNames names(study.people);
  std::vector<ReviewedTranscript> all;
  for (Delivered& file : delivered(study.layout, keys.registry)) {
    const auto id = map.assignment.transcripts.find(file.file);
    if (id == map.assignment.transcripts.end()) continue;  // came after the last run
    ReviewedTranscript one{.id = id->second, .shown = shown_name_of(file, names)};
    if (std::filesystem::exists(study.layout.summary(file.key))) {
      const ScanRecord scanned = read_record(study.layout, file.key, keys.work_identity);
      one.words = scanned.words;
      one.content = hex(scanned.content);
      one.stopped = why_stopped(study, map, file.file, scanned);
    } else {
      one.stopped = "it was not scanned";
    }
    one.file = std::move(file);
    all.push_back(std::move(one));
  }
  return all;
}

}  // namespace

ReviewedStudy::ReviewedStudy(const std::filesystem::path& folder, const RunOptions& options)
    : study(read_study(folder, options.key)),
      rules(load_rules(study.config, options)),
      keys(read_keys(study.config, options.key)),
      decided(study, rules.set, keys),
      map(read_study_map(study.layout, keys.work_identity)),
      transcripts(reviewed(study, keys, map)),
      shared(study, keys, rules, decided, map) {}

const ReviewedTranscript* ReviewedStudy::find(std::string_view id) const {
  const auto found =
      std::find_if(transcripts.begin(), transcripts.end(), [&](const auto& one) { return one.id == id; });
  return found == transcripts.end() ? nullptr : &*found;
}

}  // namespace moniker::study
