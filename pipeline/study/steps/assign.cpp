// ASSIGN: the only place where the whole study meets. Serial, small and deterministic: it reads the summaries, in
// file order, and decides who is who and who is quarantined. What is gone from incoming/ since the last night is put
// away once all of it was seen together, and then the study meets again, without.
#include <malloc.h>

#include <algorithm>
#include <set>

#include "check/consent.hpp"
#include "decisions/meanings.hpp"
#include "opened/log_memory.hpp"
#include "opened/roots.hpp"
#include "resolve/learned_mentions.hpp"
#include "resolve/numbering.hpp"
#include "shards/merge.hpp"
#include "steps/gathered.hpp"
#include "steps/overrides.hpp"
#include "steps/put_away.hpp"
#include "steps/recognised.hpp"
#include "steps/steps.hpp"
#include "steps/study_surrogates.hpp"
#include "work/kept_transcript.hpp"
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
    return read_vocabulary(layout, key->second, work).second;
  };
}

SpeakerLabels speaker_labels(const std::vector<resolve::TranscriptMentions>& transcripts) {
  SpeakerLabels labels;
  for (const resolve::TranscriptMentions& transcript : transcripts) {
    for (const std::string& label : transcript.speakers) labels.emplace_back(transcript.file, label);
  }
  return labels;
}

/// Talk by hashes, since of what was put away nothing else is known. What an older moniker wrote of an interview that
/// was withdrawn is a digest without a key.
void hash_talk(const Secret<32>& key, Register& people, std::vector<check::TranscriptFacts>& facts) {
  for (check::TranscriptFacts& one : facts) {
    if (one.content != Digest{}) one.content = hashed_talk(key, hex(one.content));
  }
  for (Participant& person : people.people) {
    if (!person.withdrawn) continue;
    for (std::string& content : person.withdrawn->contents) {
      content = content.starts_with(keyed_talk) ? content.substr(keyed_talk.size()) : hex(hashed_talk(key, content));
    }
  }
}

AssignResult assign_once(OpenedStudy& opened) {
  const Study& study = opened.study;
  Ledger& ledger = opened.books.ledger;
  const seal::Identity& work = opened.keys.work_identity;
  const std::vector<Delivered> files = delivered(study.layout, opened.keys.registry);
  merge_scans(study.layout, files, opened.books, opened.options.clock);
  require_scanned(study.layout, files, ledger);
  resolve::Registry registry(study.layout.registry(), opened.keys.registry);
  registry.begin();
  if (!registry.retired().empty())
    require_records(registry, study.people, study.config, read_log_memory(study.layout).released);
  const rules::RuleSet& rules = opened.rules.set;
  StudyMap map;
  Gathered gathered = gather(study, rules, opened.keys, ledger, files, registry, map.learned);
  const resolve::RecognisedTranscripts recognised =
      recognise(study, opened.keys, opened.decided, files, gathered, map.learned, registry);
  learn_again(study.layout, opened.keys, gathered, map.learned);
  add_withdrawn(study, rules, gathered, map.learned);
  map.learned = opened.decided.without_kept(map.learned);
  resolve::spread_learned(gathered.mentions, map.learned, words_said(study.layout, gathered.keys, work), rules.labels(),
                          rules.language());
  const check::Renamed renamed = renamed_files(study.people, files, recognised, registry);
  Register people = still_withdrawn(study.people, renamed);
  hash_talk(opened.keys.registry, people, gathered.facts);
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
  const resolve::SurrogateCount surrogates =
      give_surrogates(study, opened.rules, {ledger, work, opened.keys.registry, gathered.kept}, map, registry);
  // The log first: a registry that it does not name stops every run.
  opened.books.audit.append(
      audit::events::Assigned{.transcripts = result.transcripts,
                              .entities = map.assignment.entities.size(),
                              .learned = map.learned.all().size(),
                              .surrogates = surrogates.given,
                              .surrogates_shared = surrogates.shared,
                              .registry = root_of(registry, opened.keys, opened.books.audit.records() + 1),
                              .by = opened.options.by});
  registry.commit();
  take_over(study.layout, opened.keys.registry, opened.books, study.config, recognised);
  map.surrogates_shared = surrogates.shared;
  const Digest written = write_study_map(study.layout, opened.keys.work_identity, map);

  result.entities = map.assignment.entities.size();
  result.learned = map.learned.all().size();
  result.surrogates = surrogates.given;
  result.surrogates_shared = surrogates.shared;
  mark_assigned(study.layout, written);
  return result;
}

}  // namespace

AssignResult assign_study(OpenedStudy& opened) {
  const AssignResult result = assign_once(opened);
  const AssignResult last = put_away(opened) == 0 ? result : assign_once(opened);
  ::malloc_trim(0);  // what all of the study at once took is nothing to what follows
  return last;
}

}  // namespace moniker::study
