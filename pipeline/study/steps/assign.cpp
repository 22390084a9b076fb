// ASSIGN: the only place where the whole study meets. Serial, small and deterministic: it reads the summaries, in
// file order, and decides who is who and who is quarantined.
#include <algorithm>
#include <set>

#include "check/consent.hpp"
#include "decisions/meanings.hpp"
#include "opened/roots.hpp"
#include "resolve/learned_mentions.hpp"
#include "resolve/numbering.hpp"
#include "shards/merge.hpp"
#include "steps/overrides.hpp"
#include "steps/recognised.hpp"
#include "steps/steps.hpp"
#include "steps/study_surrogates.hpp"
#include "work/study_map.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

void require_scanned(const StudyLayout& layout, const std::vector<Delivered>& files, const Ledger& ledger) {
  for (const Delivered& file : files) {
    if (ledger.find("scan", file.key)) continue;
    throw Error::usage("a delivered file was not scanned yet",
                       "run `moniker scan` first (all shards), or `moniker run` for all steps",
                       {layout.incoming().string()});
  }
}

/// What assign takes from the summaries; each is let go before the next is read.
struct Gathered {
  std::vector<resolve::TranscriptMentions> mentions{};
  std::vector<check::TranscriptFacts> facts{};  // in file order
  std::set<std::string> quarantined{};          // by their own issues
  std::set<std::string> unread{};               // files that were read once and cannot be read now
  std::map<std::string, std::string> keys{};    // of the files
  std::set<std::string> put_away{};             // files that are gone
  std::vector<std::pair<std::string, LearnedNames>> put_away_learned{};
};

/// By the words of the talk, whatever its format and its file's name; of what could not be read, by its bytes.
std::string talk_of(const ScanSummary& summary) {
  if (summary.facts.content != Digest{}) return "talk/" + hex(summary.facts.content);
  return summary.record.content == Digest{} ? std::string() : "bytes/" + hex(summary.record.content);
}

/// Of every transcript ever scanned: one whose delivered file was put away since still counts, so that its people keep
/// their names, unless recognise() finds it again.
Gathered gather(const Study& study, const rules::RuleSet& rules, const Ledger& ledger, const seal::Identity& work,
                const std::vector<Delivered>& files, LearnedNames& learned) {
  Gathered gathered;
  std::set<std::string> there;
  for (const Delivered& file : files) there.insert(file.key);
  for (const auto& entry : ledger.all("scan")) {
    ScanSummary summary = read_summary(study.layout.summary(entry.transcript), work);
    resolve::add_learned(summary.mentions, summary.learned, rules.labels(), rules.language());
    gathered.keys[summary.facts.file] = entry.transcript;
    summary.mentions.talk = talk_of(summary);
    if (there.contains(entry.transcript)) {
      learned.merge(summary.learned);
    } else {
      gathered.put_away.insert(summary.facts.file);
      gathered.put_away_learned.emplace_back(summary.facts.file, std::move(summary.learned));
    }
    std::vector<check::FileIssue> own;
    for (const Issue& issue : summary.record.issues) own.push_back({.file = summary.facts.file, .issue = issue});
    if (there.contains(entry.transcript) && entry.output == unread_now && !is_unread(own))
      gathered.unread.insert(summary.facts.file);
    if (is_quarantined(study.config, own)) gathered.quarantined.insert(summary.facts.file);
    summary.mentions.mentions.shrink_to_fit();
    gathered.mentions.push_back(std::move(summary.mentions));
    summary.facts.speakers.clear();  // no check of the delivery asks for them
    summary.facts.sketch.shrink_to_fit();
    gathered.facts.push_back(std::move(summary.facts));
  }
  std::sort(gathered.facts.begin(), gathered.facts.end(),
            [](const check::TranscriptFacts& a, const check::TranscriptFacts& b) { return a.file < b.file; });
  return gathered;
}

/// Leaves out whatever is there by another name, or in another version.
resolve::RecognisedTranscripts recognise(const Study& study, const DecidedStudy& decided,
                                         const std::vector<Delivered>& files, Gathered& gathered, LearnedNames& learned,
                                         resolve::Registry& registry) {
  std::vector<resolve::SeenTranscript> seen;
  for (const resolve::TranscriptMentions& m : gathered.mentions)
    seen.push_back({m.file, m.talk, !gathered.put_away.contains(m.file)});
  auto told = superseding(study.config, files, registry);
  add_decided(decided.holding(), study.config, files, registry, told);
  auto recognised = resolve::recognise_transcripts(std::move(seen), std::move(told), registry);
  const auto dropped = [&](const auto& one) { return recognised.dropped.contains(one.file); };
  std::erase_if(gathered.mentions, dropped);
  std::erase_if(gathered.facts, dropped);
  for (const std::string& file : recognised.dropped) gathered.quarantined.erase(file);
  for (const auto& [file, names] : gathered.put_away_learned) {
    if (!recognised.dropped.contains(file)) learned.merge(names);
  }
  for (check::TranscriptFacts& facts : gathered.facts) {
    if (!gathered.put_away.contains(facts.file)) continue;
    const auto number = registry.find(resolve::transcript_kind, facts.file);
    facts.put_away = number ? resolve::transcript_id(*number, numbering_of(study.config)) : "new";
  }
  return recognised;
}

/// No row of the register can expect what is no file: it is told by itself.
void drop_unexpected(const std::vector<Delivered>& files, std::vector<check::FileIssue>& delivery) {
  std::set<std::string_view> odd;
  for (const Delivered& file : files) {
    if (file.odd) odd.insert(file.file);
  }
  std::erase_if(delivery, [&](const check::FileIssue& d) {
    return d.issue.code == IssueCode::file_unexpected && odd.contains(d.file);
  });
}

/// What others are heard to say of names that somebody who withdrew has taught.
void add_withdrawn(const Study& study, const rules::RuleSet& rules, Gathered& gathered, LearnedNames& learned) {
  for (const WithdrawalRecord& record : study.withdrawals) {
    learned.merge(record.learned);
    if (!gathered.mentions.empty())
      resolve::add_learned(gathered.mentions.front(), record.learned, rules.labels(), rules.language());
  }
}

/// Who speaks where no session of theirs says so, by a label that is their name, is asked for consent as well.
void ask_consent_of_speakers(const Study& study, const resolve::Assignment& assignment,
                             std::vector<check::FileIssue>& delivery) {
  std::map<std::uint32_t, const Participant*> waiting;
  const auto keys = resolve::participant_keys(study.people);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Participant& person = study.people.people[i];
    if (check::has_not_consented(study.config.checks, person)) waiting[assignment.people.at(keys[i])] = &person;
  }
  if (waiting.empty()) return;
  std::set<std::pair<std::string, std::uint32_t>> told;  // file and row
  for (const check::FileIssue& d : delivery) {
    if (d.issue.code >= IssueCode::consent_missing && d.issue.code <= IssueCode::consent_undated)
      told.emplace(d.file, d.register_line);
  }
  for (const auto& [place, index] : assignment.speakers) {
    const auto found = waiting.find(index);
    if (found == waiting.end() || !told.emplace(place.first, found->second->line).second) continue;
    std::vector<IssueCode> codes = check::missing_consent(study.config.checks, *found->second);
    if (codes.empty()) codes = {IssueCode::consent_after_interview};
    for (const IssueCode code : codes) delivery.push_back({place.first, {code, {}, 1}, found->second->line});
  }
  check::sort_issues(delivery);
}

std::size_t count_quarantined(const Study& study, const std::vector<check::FileIssue>& delivery,
                              std::set<std::string> quarantined) {
  for (const check::FileIssue& issue : delivery) {
    if (issue.issue.code != IssueCode::file_missing && is_quarantined(study.config, {issue}))
      quarantined.insert(issue.file);
  }
  return quarantined.size();
}

/// By file, from the summaries.
resolve::WordsSaidIn words_said(const StudyLayout& layout, const std::map<std::string, std::string>& keys,
                                const seal::Identity& work) {
  return [&layout, &keys, &work](const std::string& file) -> std::optional<SpokenWords> {
    const auto key = keys.find(file);
    if (key == keys.end()) return std::nullopt;
    return read_vocabulary(layout.summary(key->second), work).second;
  };
}

SpeakerLabels speaker_labels(const std::vector<resolve::TranscriptMentions>& transcripts) {
  SpeakerLabels labels;
  for (const resolve::TranscriptMentions& transcript : transcripts) {
    for (const std::string& label : transcript.speakers) labels.emplace_back(transcript.file, label);
  }
  return labels;
}

/// Who has withdrawn is nobody any more: one word for all of them, wherever they speak or are named.
void bury(const Register& people, resolve::Assignment& assignment) {
  const auto keys = resolve::participant_keys(people);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (people.people[i].withdrawn) assignment.entities.at(assignment.people.at(keys[i])).withdrawn = true;
  }
}

}  // namespace

AssignResult assign_study(OpenedStudy& opened) {
  const Study& study = opened.study;
  const Ledger& ledger = opened.books.ledger;
  const seal::Identity& work = opened.keys.work_identity;
  const std::vector<Delivered> files = delivered(study.layout, opened.keys.registry);
  merge_scans(study.layout, files, opened.books, opened.options.clock);
  require_scanned(study.layout, files, ledger);
  resolve::Registry registry(study.layout.registry(), opened.keys.registry);
  require_records(registry, study.people, study.config);
  registry.begin();
  const rules::RuleSet& rules = opened.rules.set;
  StudyMap map;
  Gathered gathered = gather(study, rules, ledger, work, files, map.learned);
  const resolve::RecognisedTranscripts recognised =
      recognise(study, opened.decided, files, gathered, map.learned, registry);
  add_withdrawn(study, rules, gathered, map.learned);
  map.learned = opened.decided.without_kept(map.learned);
  resolve::spread_learned(gathered.mentions, map.learned, words_said(study.layout, gathered.keys, work), rules.labels(),
                          rules.language());
  const check::Renamed renamed = renamed_files(study.people, files, recognised, registry);
  const Register people = still_withdrawn(study.people, renamed);
  map.delivery = check::check_delivery(study.config.checks, people, gathered.facts, renamed);
  drop_unexpected(files, map.delivery);
  AssignResult result{.transcripts = gathered.facts.size()};
  std::vector<check::TranscriptFacts>().swap(gathered.facts);  // the largest part, and what follows needs the room

  const SpeakerLabels labels = speaker_labels(gathered.mentions);
  map.assignment = resolve::assign_entities(people, std::move(gathered.mentions), rules.labels(), registry,
                                            numbering_of(study.config), opened.rules.names, rules.language());
  if (!opened.decided.all().empty()) map.decisions_seen = opened.decided.all().back().number;
  map.decisions_lost =
      settle_meanings(opened.decided.holding(), opened.keys.decisions, labels, map.assignment, registry);
  ask_consent_of_speakers(study, map.assignment, map.delivery);
  for (const std::string& file : gathered.unread) map.delivery.push_back({file, {IssueCode::file_unreadable, {}, 1}});
  check::sort_issues(map.delivery);
  result.quarantined = count_quarantined(study, map.delivery, std::move(gathered.quarantined));
  check_overrides(study.config, map.assignment);
  bury(study.people, map.assignment);
  const resolve::SurrogateCount surrogates = give_surrogates(study, opened.rules, ledger, work, map, registry);
  // The log first: a registry that it does not name stops every run.
  opened.books.audit.append(
      audit::events::Assigned{.transcripts = result.transcripts,
                              .entities = map.assignment.entities.size(),
                              .learned = map.learned.all().size(),
                              .surrogates = surrogates.given,
                              .surrogates_shared = surrogates.shared,
                              .registry = root_of(registry, opened.keys, opened.books.audit.records() + 1)});
  registry.commit();
  take_over(study.layout, opened.keys.registry, opened.books, study.config, recognised);
  map.surrogates_shared = surrogates.shared;
  const Digest written = write_study_map(study.layout, opened.keys.work_recipient, map);

  result.entities = map.assignment.entities.size();
  result.learned = map.learned.all().size();
  result.surrogates = surrogates.given;
  result.surrogates_shared = surrogates.shared;
  mark_assigned(study.layout, written);
  return result;
}

}  // namespace moniker::study
