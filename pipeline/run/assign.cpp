// ASSIGN: the only place where the whole study meets. Serial, small and deterministic: it reads the summaries, in
// file order, and decides who is who and who is quarantined.
#include <algorithm>
#include <set>

#include "run/merge.hpp"
#include "run/steps.hpp"
#include "run/study_map.hpp"
#include "run/work_layout.hpp"

namespace moniker {
namespace {

/// Summaries of every transcript ever scanned: one whose delivered file was put away since still counts, so that
/// its people keep their names.
std::vector<ScanSummary> read_summaries(OpenedStudy& study) {
  std::vector<ScanSummary> summaries;
  for (const auto& entry : study.ledger.all("scan")) {
    summaries.push_back(read_summary(summary_file(study, entry.transcript), study.work_identity));
  }
  std::sort(summaries.begin(), summaries.end(),
            [](const ScanSummary& a, const ScanSummary& b) { return a.facts.file < b.facts.file; });
  return summaries;
}

void require_scanned(OpenedStudy& study) {
  for (const Delivered& file : delivered(study)) {
    if (study.ledger.find("scan", file_key(study, file.file))) continue;
    throw Error({.fault = Fault::usage, .file = study.layout.incoming().string(),
                 .what = "a delivered file was not scanned yet",
                 .remedy = "run `moniker scan` first (all shards), or `moniker run` for all steps"});
  }
}

/// A learned name may occur where no finding did; it needs an entity as well.
void add_learned(TranscriptMentions& mentions, const LearnedNames& learned) {
  std::uint64_t last = 0;
  std::set<std::pair<std::string, std::string>> there;
  for (const Mention& m : mentions.mentions) {
    last = std::max(last, m.first_utterance);
    there.emplace(m.label, normal_form(m.label, m.surface));
  }
  for (const auto& [key, name] : learned.all()) {
    if (there.contains({name.label, normal_form(name.label, name.form)})) continue;
    mentions.mentions.push_back({name.label, "", name.form, 0, last + 1, 0});
  }
}

NumberingOptions numbering(const StudyConfig& config) {
  NumberingOptions options{.transcript_prefix = config.transcript_prefix,
                           .participant_prefix = config.participant_prefix,
                           .role_prefixes = {},
                           .shuffled = config.order == "shuffled"};
  for (const auto& [role, rule] : config.roles) {
    if (!rule.prefix.empty()) options.role_prefixes[role] = rule.prefix;
  }
  return options;
}

}  // namespace

AssignResult assign_study(OpenedStudy& study) {
  merge_scans(study);
  require_scanned(study);
  StudyMap map;
  std::vector<TranscriptMentions> mentions;
  std::vector<TranscriptFacts> facts;
  std::map<std::string, std::vector<Issue>> own;
  for (ScanSummary& summary : read_summaries(study)) {
    add_learned(summary.mentions, summary.learned);
    map.learned.merge(summary.learned);
    own[summary.facts.file] = summary.record.issues;
    mentions.push_back(std::move(summary.mentions));
    facts.push_back(std::move(summary.facts));
  }
  map.delivery = check_delivery(study.config, study.people, facts);

  Registry registry(study.layout.registry(), study.registry_key);
  registry.begin();
  map.assignment = assign_entities(study.people, std::move(mentions), registry, numbering(study.config), study.nicknames);
  registry.commit();
  const Digest written = write_study_map(study, map);

  AssignResult result{.transcripts = facts.size(), .entities = map.assignment.entities.size(),
                      .learned = map.learned.all().size()};
  for (const auto& [file, issues] : own) result.quarantined += is_quarantined(study.config, issues_of(map, file, issues));
  study.audit.append("assigned", {{"transcripts", static_cast<std::int64_t>(result.transcripts)},
                                  {"entities", static_cast<std::int64_t>(result.entities)},
                                  {"learned", static_cast<std::int64_t>(result.learned)}});
  mark_assigned(study, written);
  return result;
}

}  // namespace moniker
