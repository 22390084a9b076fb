// ASSIGN: the only place where the whole study meets. Serial, small and deterministic: it reads the summaries, in
// file order, and decides who is who and who is quarantined.
#include <algorithm>
#include <set>

#include "shards/merge.hpp"
#include "steps/overrides.hpp"
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

/// A learned name may occur where no finding did; it needs an entity as well.
void add_learned(resolve::TranscriptMentions& mentions, const LearnedNames& learned, const rules::RuleSet& rules) {
  const auto form_of = [&](const std::string& label, std::string_view surface) {
    return resolve::normal_form(meaning_of(rules.labels(), label), surface, rules.language());
  };
  std::uint64_t last = 0;
  std::set<std::pair<std::string, std::string>> there;
  for (const resolve::Mention& m : mentions.mentions) {
    last = std::max(last, m.first_utterance);
    there.emplace(m.label, form_of(m.label, m.surface));
  }
  for (const auto& [key, name] : learned.all()) {
    if (there.contains({name.label, form_of(name.label, name.form)})) continue;
    mentions.mentions.push_back({name.label, "", name.form, 0, last + 1, 0});
  }
}

/// What assign takes from the summaries; each is let go before the next is read.
struct Gathered {
  std::vector<resolve::TranscriptMentions> mentions{};
  std::vector<check::TranscriptFacts> facts{};  // in file order
  std::set<std::string> quarantined{};          // by their own issues
};

/// Of every transcript ever scanned: one whose delivered file was put away since still counts, so that its people keep
/// their names.
Gathered gather(const Study& study, const rules::RuleSet& rules, const Ledger& ledger, const seal::Identity& work,
                LearnedNames& learned) {
  Gathered gathered;
  for (const auto& entry : ledger.all("scan")) {
    ScanSummary summary = read_summary(study.layout.summary(entry.transcript), work);
    add_learned(summary.mentions, summary.learned, rules);
    learned.merge(summary.learned);
    std::vector<check::FileIssue> own;
    for (const Issue& issue : summary.record.issues) own.push_back({.file = summary.facts.file, .issue = issue});
    if (is_quarantined(study.config, own)) gathered.quarantined.insert(summary.facts.file);
    summary.mentions.mentions.shrink_to_fit();
    gathered.mentions.push_back(std::move(summary.mentions));
    summary.facts.speakers.clear();  // no check of the delivery asks for them
    summary.facts.sketch.shrink_to_fit();
    gathered.facts.push_back(std::move(summary.facts));
  }
  for (const WithdrawalRecord& record : study.withdrawals) {
    learned.merge(record.learned);
    if (!gathered.mentions.empty()) add_learned(gathered.mentions.front(), record.learned, rules);
  }
  std::sort(gathered.facts.begin(), gathered.facts.end(),
            [](const check::TranscriptFacts& a, const check::TranscriptFacts& b) { return a.file < b.file; });
  return gathered;
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
  StudyMap map;
  Gathered gathered = gather(study, opened.rules.set, ledger, work, map.learned);
  map.delivery = check::check_delivery(study.config.checks, study.people, gathered.facts);
  for (const check::FileIssue& issue : map.delivery) {
    if (issue.issue.code != IssueCode::file_missing && is_quarantined(study.config, {issue}))
      gathered.quarantined.insert(issue.file);
  }
  AssignResult result{.transcripts = gathered.facts.size(), .quarantined = gathered.quarantined.size()};
  std::vector<check::TranscriptFacts>().swap(gathered.facts);  // the largest part, and what follows needs the room

  resolve::Registry registry(study.layout.registry(), opened.keys.registry);
  require_records(registry, study.people, study.config);
  registry.begin();
  const rules::RuleSet& rules = opened.rules.set;
  map.assignment = resolve::assign_entities(study.people, std::move(gathered.mentions), rules.labels(), registry,
                                            numbering_of(study.config), opened.rules.nicknames, rules.language());
  check_overrides(study.config, map.assignment);
  bury(study.people, map.assignment);
  const resolve::SurrogateCount surrogates = give_surrogates(study, opened.rules, ledger, work, map, registry);
  registry.commit();
  map.surrogates_shared = surrogates.shared;
  const Digest written = write_study_map(study.layout, opened.keys.work_recipient, map);

  result.entities = map.assignment.entities.size();
  result.learned = map.learned.all().size();
  result.surrogates = surrogates.given;
  result.surrogates_shared = surrogates.shared;
  opened.books.audit.append(audit::events::Assigned{.transcripts = result.transcripts,
                                                    .entities = result.entities,
                                                    .learned = result.learned,
                                                    .surrogates = result.surrogates,
                                                    .surrogates_shared = result.surrogates_shared});
  mark_assigned(study.layout, written);
  return result;
}

}  // namespace moniker::study
