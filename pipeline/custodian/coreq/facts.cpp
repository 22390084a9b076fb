// Counted from what was sealed, and read from the log: how a study was done, told without a word of its talk.
#include "coreq/facts.hpp"

#include <algorithm>

#include "audit/log_events.hpp"
#include "moniker/error.hpp"
#include "outputs/asker.hpp"

namespace moniker::custodian {
namespace {

using namespace audit::events;

std::uint64_t words_in(const std::string& text) {
  std::uint64_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !blank && !inside;
    inside = !blank;
  }
  return words;
}

/// From where the first timed turn begins to where the last one ends.
std::optional<std::int64_t> seconds_of(const ExportedTranscript& transcript) {
  std::optional<TimeSpan> all;
  for (const ExportedTurn& one : transcript.turns) {
    if (!one.turn.time) continue;
    if (!all) all = one.turn.time;
    all->begin = std::min(all->begin, one.turn.time->begin);
    all->end = std::max(all->end, one.turn.time->end);
  }
  if (!all || all->end <= all->begin) return std::nullopt;
  return (all->end - all->begin).count() / 1000;
}

void count_transcript(const ExportedTranscript& transcript, const ExportedStudy& study, StudyFacts& facts,
                      std::map<std::string, std::size_t>& heard) {
  std::size_t participants = 0;
  for (const std::string& speaker : speakers_of(transcript)) {
    if (is_numbered_id(speaker, study.participant_prefix)) {
      ++participants;
      ++heard[speaker];
    } else {
      ++facts.staff[speaker];
    }
  }
  for (const ExportedTurn& one : transcript.turns) {
    if (one.turn.part != Part::talk) continue;
    facts.words += words_in(one.turn.text);
    facts.unnamed_turns += one.turn.speaker.empty();
  }
  if (participants > 1) {
    facts.smallest_group = facts.groups == 0 ? participants : std::min(facts.smallest_group, participants);
    facts.largest_group = std::max(facts.largest_group, participants);
    ++facts.groups;
  } else {
    ++facts.interviews;
  }
  const auto seconds = seconds_of(transcript);
  if (seconds)
    facts.seconds.push_back(*seconds);
  else
    ++facts.untimed;
}

/// The values of a column, one by one where a cell has several.
void add_days(const std::string& cell, std::set<std::string>& days) {
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find(';', at), cell.size());
    const std::size_t begin = std::min(cell.find_first_not_of(' ', at), end);
    if (end > begin) days.insert(cell.substr(begin, end - begin));
    at = end + 1;
  }
}

void read_log(const StudyLayout& layout, StudyFacts& facts) {
  std::map<std::string, std::pair<std::string, std::string>> made;  // by file: version and rules
  std::set<std::string> withdrew;
  audit::for_each_event(layout.audit_log(), [&](const audit::LoggedEvent& logged) {
    ++facts.log_records;
    if (const auto* published = std::get_if<Published>(&logged.event))
      made[published->output] = {published->version, published->rules};
    if (const auto* gone = std::get_if<Withdrawn>(&logged.event)) made.erase(gone->output);
    if (const auto* exported = std::get_if<Exported>(&logged.event)) facts.packages.insert(exported->package);
    if (const auto* begun = std::get_if<WithdrawalBegun>(&logged.event)) withdrew.insert(begun->participant);
    if (const auto* decided = std::get_if<Decided>(&logged.event)) {
      const bool read = decided->act == "looked";
      ++(read ? facts.read : facts.decided)[decided->by];
      facts.signed_off += decided->act == "signed off";
    }
  });
  facts.withdrew = withdrew.size();
  for (const auto& [file, with] : made) {
    facts.versions.insert(with.first);
    facts.rules.insert(with.second.substr(0, 16));
  }
}

}  // namespace

StudyFacts facts_of(const ExportedStudy& study) {
  StudyFacts facts{.columns = study.columns};
  std::map<std::string, std::size_t> heard;
  for (const ExportedTranscript& transcript : study.transcripts) count_transcript(transcript, study, facts, heard);
  facts.participants = heard.size();
  for (const auto& [id, times] : heard) facts.more_than_once += times > 1;
  if (!heard.empty()) {
    const auto shorter = [](const auto& a, const auto& b) {
      return std::pair(a.first.size(), a.first) < std::pair(b.first.size(), b.first);
    };
    facts.first_id = std::min_element(heard.begin(), heard.end(), shorter)->first;
    facts.last_id = std::max_element(heard.begin(), heard.end(), shorter)->first;
  }
  std::sort(facts.seconds.begin(), facts.seconds.end());
  std::set<std::string> days;
  for (std::size_t c = 0; c < study.columns.size(); ++c) {
    for (const ExportedPerson& person : study.people) {
      if (study.columns[c] == "interview_date") add_days(person.values[c], days);
      const bool gender = study.columns[c] == "gender" || study.columns[c] == "sex";
      if (gender && facts.staff.contains(person.id)) facts.staff_gender[person.id] = person.values[c];
    }
  }
  facts.days.assign(days.begin(), days.end());
  return facts;
}

StudyFacts gather_facts(const StudyLayout& layout, const FactsRequest& request, const Clock& clock) {
  const Asker& asker = request.asker;
  StudyFacts facts = facts_of(open_outputs(layout, asker).study);
  facts.consent_required = request.consent_required;
  read_log(layout, facts);
  log_signed(layout, asker, clock,
             Consulted{.what = "coreq", .by = asker.by, .reason = asker.reason, .written = request.files});
  return facts;
}

}  // namespace moniker::custodian
