// The delivery against the register: what came without being expected, and what is expected and did not come.
// A register without sessions expects nothing in particular. A row that calls a file by the name that it had before is
// told at the file, since nobody of that row is known to speak in it.
#include <set>

#include "check/checks.hpp"
#include "check/withdrawn.hpp"

namespace moniker::check {

void check_expected_files(const Delivery& delivery, const Sink<FileIssue>& issues) {
  std::set<std::string> expected, delivered;
  for (const Participant& person : delivery.people.people) {
    for (const Session& session : person.sessions) expected.insert(session.file);
  }
  if (expected.empty()) return;
  std::set<std::string> told;
  for (const Participant& person : delivery.people.people) {
    for (const Session& session : person.sessions) {
      const auto now = delivery.renamed.find(session.file);
      if (now == delivery.renamed.end() || person.withdrawn) continue;
      issues({now->second, {IssueCode::file_renamed, {}, 1}, person.line});
      told.insert(now->second);
    }
  }
  for (const TranscriptFacts& facts : delivery.transcripts) {
    delivered.insert(facts.file);
    if (!expected.contains(facts.file) && !told.contains(facts.file))
      issues({facts.file, {IssueCode::file_unexpected, {}, 1}});
  }
  const std::set<std::string> withdrawn = files_of_withdrawn_alone(delivery.rules, delivery.people);
  for (const std::string& file : expected) {
    const bool wanted = !withdrawn.contains(file);
    if (wanted && !delivered.contains(file) && !delivery.renamed.contains(file))
      issues({file, {IssueCode::file_missing, {}, 1}});
  }
}

}  // namespace moniker::check
