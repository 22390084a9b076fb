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
namespace {

/// Of which linkage says nothing: a file's name may tell whose it is.
std::set<std::string> withdrawn_files(const Study& study) {
  std::set<std::string> files;
  for (const Participant& person : study.people.people) {
    if (!person.withdrawn) continue;
    for (const Session& session : person.sessions) {
      if (check::is_of_withdrawn_alone(study.config.checks, study.people, session.file)) files.insert(session.file);
    }
  }
  return files;
}

}  // namespace

std::optional<std::set<std::string>> may_be_named(const std::filesystem::path& summary, const seal::Identity& work,
                                                  const StudyMap& map) {
  if (!std::filesystem::exists(summary)) return std::nullopt;
  const std::string file = read_summary(summary, work).facts.file;
  const SpokenWords said = read_vocabulary(summary, work).second;
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
  InResults results{.without = withdrawn_files(study), .waiting = {}, .others = {}, .names = std::set<std::string>()};
  std::set<std::string> published;  // by key
  for (const LedgerEntry& entry : ledger.all("apply")) {
    ApplyRecord record = apply_record_from_json(entry.output);
    if (record.outputs.empty()) continue;
    published.insert(entry.transcript);
    auto names =
        record.names ? std::move(record.names) : may_be_named(study.layout.summary(entry.transcript), work, map);
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
