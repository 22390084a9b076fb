#include "base/display_name.hpp"
#include "check/checks.hpp"

namespace moniker::check {

void check_file_names(const Delivery& delivery, const Sink<FileIssue>& issues) {
  const DisplayNames names(delivery.people);
  for (const TranscriptFacts& facts : delivery.transcripts) {
    if (names.holds_registered_name(facts.file)) issues({facts.file, {IssueCode::file_name_identifies, {}, 1}});
  }
}

}  // namespace moniker::check
