// The delivery against the register: what came without being expected, and what is expected and did not come.
// A register without sessions expects nothing in particular.
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
  for (const TranscriptFacts& facts : delivery.transcripts) {
    delivered.insert(facts.file);
    if (!expected.contains(facts.file)) issues({facts.file, {IssueCode::file_unexpected, {}, 1}});
  }
  for (const std::string& file : expected) {
    const bool wanted = !is_of_withdrawn_alone(delivery.rules, delivery.people, file);
    if (wanted && !delivered.contains(file)) issues({file, {IssueCode::file_missing, {}, 1}});
  }
}

}  // namespace moniker::check
