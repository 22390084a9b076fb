// What came from somebody who has withdrawn: their own interview, by its name or, under whatever name, by its words. A
// focus group goes on, and apply leaves their turns out.
#include "check/withdrawn.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "check/checks.hpp"

namespace moniker::check {
namespace {

bool is_participant(const Participant& person, const CheckRules& rules) {
  const std::string role = fold(person.role);
  return std::none_of(rules.roles.begin(), rules.roles.end(),
                      [&](const auto& entry) { return fold(entry.first) == role; });
}

bool speaks_in(const Participant& person, const std::string& file) {
  return std::any_of(person.sessions.begin(), person.sessions.end(), [&](const Session& s) { return s.file == file; });
}

}  // namespace

bool is_of_withdrawn_alone(const CheckRules& rules, const Register& people, const std::string& file) {
  bool withdrawn = false;
  for (const Participant& person : people.people) {
    if (!speaks_in(person, file)) continue;
    if (person.withdrawn) {
      withdrawn |= is_participant(person, rules);
    } else if (is_participant(person, rules)) {
      return false;
    }
  }
  return withdrawn;
}

std::set<std::string> files_of_withdrawn_alone(const CheckRules& rules, const Register& people) {
  std::set<std::string> files;
  for (const Participant& person : people.people) {
    if (!person.withdrawn) continue;
    for (const Session& session : person.sessions) {
      if (is_of_withdrawn_alone(rules, people, session.file)) files.insert(session.file);
    }
  }
  return files;
}

void check_withdrawn(const Delivery& delivery, const Sink<FileIssue>& issues) {
  std::set<std::string> contents;
  for (const Participant& person : delivery.people.people) {
    if (!person.withdrawn) continue;
    contents.insert(person.withdrawn->contents.begin(), person.withdrawn->contents.end());
    if (person.line != 0) {
      issues({delivery.rules.register_name, {IssueCode::register_withdrawn, {}, 1}, person.line});
    }
  }
  const std::set<std::string> theirs_alone = files_of_withdrawn_alone(delivery.rules, delivery.people);
  for (const TranscriptFacts& facts : delivery.transcripts) {
    const bool theirs = contents.contains(hex(facts.content)) || theirs_alone.contains(facts.file);
    if (theirs) issues({facts.file, {IssueCode::consent_withdrawn, {}, 1}});
  }
}

}  // namespace moniker::check
