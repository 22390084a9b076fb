// Whether everybody in a delivered file agreed, in time and to enough. What the register has no column for is
// not asked, unless moniker.yaml requires it; a column that is there must be filled in.
#include "check/consent.hpp"

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "check/checks.hpp"

namespace moniker::check {
namespace {

/// What this study's register can say about consent.
struct Asked {
  bool date = false, scope = false, interview = false;

  explicit Asked(const CheckRules& rules)
      : date(rules.consent_dates),
        scope(rules.consent_scopes || !rules.consent_required.empty()),
        interview(rules.interview_dates) {}
};

bool is_exempt(const Participant& person, const CheckRules& rules) {
  const std::string role = fold(person.role);
  return std::any_of(rules.roles.begin(), rules.roles.end(),
                     [&](const auto& entry) { return entry.second.consent_exempt && fold(entry.first) == role; });
}

bool covers(const std::vector<std::string>& given, const std::vector<std::string>& required) {
  return std::all_of(required.begin(), required.end(),
                     [&](const std::string& use) { return std::find(given.begin(), given.end(), use) != given.end(); });
}

/// What is wrong with one person's consent for one session; without one, for anything.
std::vector<IssueCode> judge(const Participant& person, const Session* session, const CheckRules& rules, Asked asked) {
  if (!asked.date && !asked.scope) return {};
  const bool dated = session && session->date;
  const bool no_date = asked.date && !person.consent_date, no_scope = asked.scope && person.consent_scope.empty();
  if ((no_date || !asked.date) && (no_scope || !asked.scope)) return {IssueCode::consent_missing};
  std::vector<IssueCode> wrong;
  if (no_date || (asked.date && asked.interview && session && !dated)) wrong.push_back(IssueCode::consent_undated);
  if (person.consent_date && dated && *person.consent_date > *session->date) {
    wrong.push_back(IssueCode::consent_after_interview);
  }
  if (no_scope || !covers(person.consent_scope, rules.consent_required))
    wrong.push_back(IssueCode::consent_not_covering);
  return wrong;
}

bool stops(const std::vector<IssueCode>& wrong, const CheckRules& rules) {
  return std::any_of(wrong.begin(), wrong.end(),
                     [&](IssueCode code) { return severity_of(code, rules) == Severity::error; });
}

}  // namespace

bool is_participant(const CheckRules& rules, const Participant& person) { return !is_exempt(person, rules); }

std::vector<IssueCode> missing_consent(const CheckRules& rules, const Participant& person) {
  if (person.withdrawn || is_exempt(person, rules)) return {};
  return judge(person, nullptr, rules, Asked(rules));
}

bool has_not_consented(const CheckRules& rules, const Participant& person) {
  if (person.withdrawn || is_exempt(person, rules)) return false;
  const Asked asked(rules);
  if (stops(judge(person, nullptr, rules, asked), rules)) return true;
  const auto& sessions = person.sessions;
  return !sessions.empty() && std::all_of(sessions.begin(), sessions.end(), [&](const Session& session) {
    const auto wrong = judge(person, &session, rules, asked);
    const bool late = std::find(wrong.begin(), wrong.end(), IssueCode::consent_after_interview) != wrong.end();
    return late && stops({IssueCode::consent_after_interview}, rules);
  });
}

void check_consent(const Delivery& delivery, const Sink<FileIssue>& issues) {
  const Asked asked(delivery.rules);
  if (!asked.date && !asked.scope) return;
  std::set<std::string> delivered;
  for (const TranscriptFacts& facts : delivery.transcripts) delivered.insert(facts.file);
  for (const Participant& person : delivery.people.people) {
    if (person.withdrawn || is_exempt(person, delivery.rules)) continue;
    for (const Session& session : person.sessions) {
      const auto renamed = delivery.renamed.find(session.file);
      const std::string& file = renamed == delivery.renamed.end() ? session.file : renamed->second;
      if (!delivered.contains(file)) continue;
      for (const IssueCode code : judge(person, &session, delivery.rules, asked)) {
        issues({file, {code, {}, 1}, person.line});
      }
    }
  }
}

}  // namespace moniker::check
