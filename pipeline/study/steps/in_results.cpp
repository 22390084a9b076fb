// The ledger remembers of every published transcript whom it names. What an older moniker published it does not say of:
// then every name counts that can occur in what the transcript says, and rather one too many, since the custodian must
// find whoever is called by a pseudonym.
#include "steps/in_results.hpp"

#include <filesystem>

#include "check/consent.hpp"
#include "check/withdrawn.hpp"
#include "opened/study_keys.hpp"
#include "work/apply_record.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
std::optional<std::set<std::string>> may_be_named(const StudyLayout& layout, const std::string& key,
                                                  const seal::Identity& work, const StudyMap& map) {
  if (!std::filesystem::exists(layout.summary(key))) return std::nullopt;
  ScanReader reader(layout, key, work);
  ScanSummary summary;
  reader.summary(summary);
  const std::string& file = summary.facts.file;
  const SpokenWords said = reader.vocabulary();
  std::set<std::string> names;
  for (const Entity& entity : map.assignment.entities) {
    if (may_occur(said, entity.form)) names.insert(shown_name(entity));
  }
  for (const auto& [place, index] : map.assignment.speakers) {
    if (place.first == file) names.insert(shown_name(map.assignment.entities[index]));
  }
  return names;
}

InResults in_results(const Study& study, const Ledger& ledger, const Secret<32>& registry_key,
                     const seal::Identity& work, const StudyMap& map) {
  // A file's name may tell whose it is.
  InResults results{.without = check::files_of_withdrawn_alone(study.config.checks, study.people),
                    .waiting = {},
                    .others = {},
                    .names = std::set<std::string>()};
  std::set<std::string> published;  // by key
  for (const LedgerEntry& entry : ledger.all("apply")) {
    ApplyRecord record = apply_record_from_json(entry.output);
    if (record.outputs.empty()) continue;
    published.insert(entry.transcript);
    auto names = record.names ? std::move(record.names) : may_be_named(study.layout, entry.transcript, work, map);
    if (!names) results.names.reset();
    if (results.names) results.names->merge(*names);
  }
  for (const auto& [file, id] : map.assignment.transcripts) {
    if (!published.contains(file_key(registry_key, file))) results.without.insert(file);
  }
  for (std::size_t i = 0; i < study.people.people.size(); ++i) {
    if (check::has_not_consented(study.config.checks, study.people.people[i])) results.waiting.insert(i);
    if (!check::is_participant(study.config.checks, study.people.people[i])) results.others.insert(i);
  }
  return results;
}

}  // namespace moniker::study
