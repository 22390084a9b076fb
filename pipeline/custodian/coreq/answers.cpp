// What a study's own data say, in sentences that a manuscript can take.
#include <fmt/format.h>

#include <numeric>

#include "coreq/checklist.hpp"

namespace moniker::custodian::answers {
namespace {

std::string counted(std::size_t n, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", n, n == 1 ? one : many);
}

std::string listed(const std::map<std::string, std::size_t>& counts, std::string_view one, std::string_view many) {
  std::vector<std::string> items;
  for (const auto& [who, n] : counts) items.push_back(fmt::format("{} ({})", who, counted(n, one, many)));
  return fmt::format("{}", fmt::join(items, ", "));
}

std::int64_t minutes(std::int64_t seconds) { return (seconds + 30) / 60; }

/// "5", "5 to 6".
template <class Number>
std::string range(Number least, Number most) {
  return least == most ? fmt::format("{}", least) : fmt::format("{} to {}", least, most);
}

}  // namespace

std::string sample(const StudyFacts& facts) {
  std::vector<std::string> talks;
  if (facts.interviews > 0) talks.push_back(counted(facts.interviews, "interview", "interviews"));
  if (facts.groups > 0) {
    talks.push_back(fmt::format("{} (of {} participants)", counted(facts.groups, "group", "groups"),
                                range(facts.smallest_group, facts.largest_group)));
  }
  return fmt::format("{} took part in {}; {} words of talk.",
                     counted(facts.participants, "participant", "participants"), fmt::join(talks, " and "),
                     facts.words);
}

std::string staff(const StudyFacts& facts) {
  if (facts.staff.empty()) return {};
  return "Asked, by the IDs of the transcripts: " + listed(facts.staff, "transcript", "transcripts") + ".";
}

std::string staff_gender(const StudyFacts& facts) {
  std::vector<std::string> items;
  for (const auto& [who, gender] : facts.staff_gender) {
    if (!gender.empty()) items.push_back(who + ": " + gender);
  }
  return items.empty() ? "" : fmt::format("{}.", fmt::join(items, "; "));
}

std::string who_else_spoke(const StudyFacts& facts) {
  std::string text = facts.staff.empty() ? "Nobody but participants speaks under an ID"
                                         : "Beside participants those speak who are named in item 1";
  if (facts.unnamed_turns > 0)
    text += fmt::format("; of {} nobody is named", counted(facts.unnamed_turns, "turn", "turns"));
  return text + ".";
}

std::string characteristics(const StudyFacts& facts) {
  if (facts.columns.empty()) return {};
  return fmt::format("Known of participants: {}. `moniker participants` makes the table, in which nobody can be told.",
                     fmt::join(facts.columns, ", "));
}

std::string repeats(const StudyFacts& facts) {
  if (facts.more_than_once == 0) return "No participant speaks in more than one transcript.";
  return fmt::format("{} in more than one transcript.",
                     counted(facts.more_than_once, "participant speaks", "participants speak"));
}

std::string recording(const StudyFacts& facts) {
  return fmt::format("{} of {} transcripts have times of a recording.", facts.seconds.size(),
                     facts.seconds.size() + facts.untimed);
}

std::string durations(const StudyFacts& facts) {
  if (facts.seconds.empty()) return {};
  const std::int64_t all = std::accumulate(facts.seconds.begin(), facts.seconds.end(), std::int64_t{0});
  const auto n = static_cast<std::int64_t>(facts.seconds.size());
  std::string text =
      fmt::format("{} minutes, {} on average ({} in all), from the first timed turn to the last",
                  range(minutes(facts.seconds.front()), minutes(facts.seconds.back())), minutes(all / n), minutes(all));
  if (facts.untimed > 0)
    text += fmt::format("; {} without times left out", counted(facts.untimed, "transcript", "transcripts"));
  return text + ".";
}

std::string collected(const StudyFacts& facts) {
  std::string text;
  if (!facts.days.empty()) text = fmt::format("Collected from {} to {}. ", facts.days.front(), facts.days.back());
  return text + sample(facts) + " " + durations(facts);
}

std::string withdrawals(const StudyFacts& facts) {
  if (facts.withdrew == 0) return "Nobody withdrew after their talk was processed.";
  return fmt::format("{} after their talk was processed; it was taken out.",
                     counted(facts.withdrew, "participant withdrew", "participants withdrew"));
}

std::string software(const StudyFacts& facts) {
  std::string text = fmt::format("Pseudonymised with moniker {} (rules {}).", fmt::join(facts.versions, ", "),
                                 fmt::join(facts.rules, ", "));
  if (!facts.packages.empty()) text += fmt::format(" Exported for {}.", fmt::join(facts.packages, ", "));
  return text;
}

std::string quotations(const StudyFacts& facts) {
  if (facts.participants == 0) return {};
  return fmt::format("Every turn has its participant's ID ({} to {}), the same in all transcripts.", facts.first_id,
                     facts.last_id);
}

std::string ethics(const StudyFacts& facts) {
  std::string text;
  if (!facts.consent_required.empty())
    text = fmt::format("No transcript was processed in which somebody speaks who had not agreed to {}. ",
                       fmt::join(facts.consent_required, ", "));
  return text + withdrawals(facts) + " Transcripts are pseudonymised and sealed to the custodian's key.";
}

std::string processing(const StudyFacts& facts) {
  return software(facts) + fmt::format(" Every replacement stands in a signed log of {} records.", facts.log_records);
}

std::string checking(const StudyFacts& facts) {
  std::string text;
  if (!facts.decided.empty())
    text += "Checked what was replaced: " + listed(facts.decided, "decision", "decisions") + ". ";
  if (!facts.read.empty())
    text += "Read passages of what was left alone: " + listed(facts.read, "passage", "passages") + ". ";
  if (facts.signed_off > 0)
    text += fmt::format("Signed off: {}. ", counted(facts.signed_off, "transcript", "transcripts"));
  if (text.empty()) return "Nobody has checked the replacements in the study's review yet.";
  text.pop_back();
  return text;
}

}  // namespace moniker::custodian::answers
