// All that the study knows of its transcripts: of those whose delivered file is there, by what scan found; of those
// that were put away, by hashes, and by who of the register spoke in them.
#include "steps/gathered.hpp"

#include <algorithm>

#include "resolve/learned_mentions.hpp"
#include "resolve/numbering.hpp"
#include "steps/last_scan.hpp"
#include "steps/put_away.hpp"
#include "steps/recognised.hpp"
#include "work/apply_record.hpp"
#include "work/study_map.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

/// By the words of the talk, whatever its format and its file's name; of what could not be read, by its bytes.
std::string talk_of(const ScanSummary& summary) {
  if (summary.facts.content != Digest{}) return "talk/" + hex(summary.facts.content);
  return summary.record.content == Digest{} ? std::string() : "bytes/" + hex(summary.record.content);
}

/// The ledger may have been deleted since: what it knew of the outputs is kept, too.
void restore_outputs(const StudyLayout& layout, const KeptTranscript& kept, Ledger& ledger) {
  if (kept.outputs.empty() || ledger.find("apply", kept.key)) return;
  const bool there = std::all_of(kept.outputs.begin(), kept.outputs.end(),
                                 [&](const std::string& name) { return std::filesystem::exists(layout.out() / name); });
  if (there) ledger.set("apply", kept.key, {}, to_json(ApplyRecord{.outputs = kept.outputs, .names = kept.names}));
}

void add_kept(const Study& study, Ledger& ledger, resolve::Registry& registry, Gathered& gathered) {
  for (auto& [number, kept] : read_kept(registry)) {
    if (ledger.find("scan", kept.key)) {  // killed before the ledger forgot it: it leaves once more
      forget_transcript(registry, number, kept);
      continue;
    }
    restore_outputs(study.layout, kept, ledger);
    gathered.mentions.push_back(silent_mentions(kept));
    check::TranscriptFacts facts;
    facts.file = put_away_name(kept.key);
    facts.sketch = kept.sketch;
    gathered.facts.push_back(std::move(facts));
    gathered.kept.emplace(number, std::move(kept));
  }
}

/// What is kept of it has had its time. A file that is back under its own name did not move.
void forget_what_is_back(const Secret<32>& key, resolve::RecognisedTranscripts& recognised, resolve::Registry& registry,
                         Gathered& gathered) {
  std::erase_if(gathered.kept, [&](const auto& entry) {
    const auto& [number, kept] = entry;
    const std::string name = put_away_name(kept.key);
    if (recognised.dropped.erase(name) == 0) return false;
    std::erase_if(recognised.moved, [&, &kept_key = kept.key](const resolve::MovedTranscript& moved) {
      return moved.from == name && !moved.to.empty() && file_key(key, moved.to) == kept_key;
    });
    forget_transcript(registry, number, kept);
    return true;
  });
}

/// As the report calls them, and as the register calls those files that it names, since it goes on expecting them.
void name_put_away(const Study& study, const Secret<32>& key, const resolve::Registry& registry, Gathered& gathered) {
  std::map<std::string, std::string> expected;  // by what they are called once they are put away
  for (const Participant& person : study.people.people) {
    for (const Session& session : person.sessions)
      expected.emplace(put_away_name(file_key(key, session.file)), session.file);
  }
  for (check::TranscriptFacts& facts : gathered.facts) {
    if (!gathered.leaving.contains(facts.file) && !is_put_away_name(facts.file)) continue;
    const auto number = registry.find(resolve::transcript_kind, facts.file);
    facts.put_away = number ? resolve::transcript_id(*number, numbering_of(study.config)) : "new";
    if (const auto name = expected.find(facts.file); name != expected.end()) facts.file = name->second;
  }
}

}  // namespace

Gathered gather(const Study& study, const rules::RuleSet& rules, const StudyKeys& keys, Ledger& ledger,
                const std::vector<Delivered>& files, resolve::Registry& registry, LearnedNames& learned) {
  Gathered gathered;
  std::set<std::string> there;
  for (const Delivered& file : files) there.insert(file.key);
  add_kept(study, ledger, registry, gathered);
  for (const auto& entry : ledger.all("scan")) {
    ScanSummary summary = read_summary(study.layout, entry.transcript, keys.work_identity);
    // Of what is gone nothing can be scanned again, nor is anything of it written.
    if (there.contains(entry.transcript)) {
      require_last_scan(study.layout, entry.transcript, summary.record, entry.input,
                        "run `moniker scan` again (all shards), or `moniker run` for all steps");
    }
    resolve::add_learned(summary.mentions, summary.learned, rules.labels(), rules.language());
    gathered.keys[summary.facts.file] = entry.transcript;
    summary.mentions.talk = talk_of(summary);
    if (there.contains(entry.transcript)) {
      learned.merge(summary.learned);
    } else {
      summary.mentions.leaving = true;
      gathered.leaving.insert(summary.facts.file);
      gathered.leaving_learned.emplace_back(summary.facts.file, std::move(summary.learned));
    }
    std::vector<check::FileIssue> own;
    for (const Issue& issue : summary.record.issues) own.push_back({.file = summary.facts.file, .issue = issue});
    if (there.contains(entry.transcript) && entry.output == unread_now && !is_unread(own))
      gathered.unread.insert(summary.facts.file);
    if (is_quarantined(study.config, own)) gathered.quarantined.insert(summary.facts.file);
    summary.mentions.mentions.shrink_to_fit();
    gathered.mentions.push_back(std::move(summary.mentions));
    summary.facts.speakers.clear();  // no check of the delivery asks for them
    summary.facts.sketch = hashed_sketch(keys.registry, summary.facts.sketch);
    gathered.facts.push_back(std::move(summary.facts));
  }
  return gathered;
}

resolve::RecognisedTranscripts recognise(const Study& study, const StudyKeys& keys, const DecidedStudy& decided,
                                         const std::vector<Delivered>& files, Gathered& gathered, LearnedNames& learned,
                                         resolve::Registry& registry) {
  std::vector<resolve::SeenTranscript> seen;
  for (const resolve::TranscriptMentions& m : gathered.mentions)
    seen.push_back({m.file, m.talk, !m.silent && !m.leaving});
  auto told = superseding(study.config, files, registry);
  add_decided(decided.holding(), study.config, files, registry, told);
  auto recognised = resolve::recognise_transcripts(std::move(seen), told, registry);
  const auto dropped = [&](const auto& one) { return recognised.dropped.contains(one.file); };
  std::erase_if(gathered.mentions, dropped);
  std::erase_if(gathered.facts, dropped);
  for (const std::string& file : recognised.dropped) gathered.quarantined.erase(file);
  for (const auto& [file, names] : gathered.leaving_learned) {
    if (!recognised.dropped.contains(file)) learned.merge(names);
  }
  forget_what_is_back(keys.registry, recognised, registry, gathered);
  name_put_away(study, keys.registry, registry, gathered);
  std::sort(gathered.facts.begin(), gathered.facts.end(),
            [](const check::TranscriptFacts& a, const check::TranscriptFacts& b) { return a.file < b.file; });
  return recognised;
}

void learn_again(const StudyLayout& layout, const StudyKeys& keys, const Gathered& gathered, LearnedNames& learned) {
  std::vector<HashedLearned> names;
  for (const auto& [number, kept] : gathered.kept) names.insert(names.end(), kept.learned.begin(), kept.learned.end());
  if (names.empty()) return;
  SaidAgain again(keys.registry, std::move(names));
  for (const auto& [file, key] : gathered.keys) again.hear(read_vocabulary(layout, key, keys.work_identity).second);
  learned.merge(again.names());
}

}  // namespace moniker::study
