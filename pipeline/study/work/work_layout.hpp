#pragma once
#include "opened/opened_study.hpp"
#include "work/work_files.hpp"

namespace moniker::study {

inline std::filesystem::path findings_file(const OpenedStudy& study, const std::string& key) {
  return study.layout.work() / (key + ".findings.age");
}
inline std::filesystem::path summary_file(const OpenedStudy& study, const std::string& key) {
  return study.layout.work() / (key + ".summary.age");
}
inline std::filesystem::path replacements_file(const OpenedStudy& study, const std::string& key) {
  return study.layout.work() / (key + ".replacements.age");
}
inline std::filesystem::path assignment_file(const OpenedStudy& study) {
  return study.layout.work() / "assignment.age";
}

/// Digest of what moniker.yaml says about checks, and about writing: what a change of which means doing it again.
Digest check_digest(const StudyConfig& config);
Digest write_digest(const StudyConfig& config);

}  // namespace moniker::study
