// What is written down of somebody before anything of theirs is taken away: which files they speak in, what lies there
// now, what refuses the same interview, and what they taught that still masks others.
#include "rights/withdrawal_record.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/sha256.hpp"
#include "check/withdrawn.hpp"
#include "opened/transcripts.hpp"
#include "resolve/numbering.hpp"
#include "work/study_map.hpp"
#include "work/work_files.hpp"

namespace moniker::study {

namespace fs = std::filesystem;

Whom find_whom(const Study& study, resolve::Registry& registry, const std::string& id) {
  const resolve::NumberingOptions options = numbering_of(study.config);
  const auto slots = resolve::number_participants(study.people, registry, options);
  const auto found = std::find_if(slots.begin(), slots.end(),
                                  [&](const resolve::Slot& slot) { return resolve::shown_id(slot, options) == id; });
  if (found == slots.end()) {
    throw Error::usage(fmt::format("nobody in the register has the ID {}", id),
                       "write it as the transcripts do: ID04; `moniker relink` says who that is",
                       {study.config.register_file.string()});
  }
  const auto index = static_cast<std::size_t>(found - slots.begin());
  return {index, *found, resolve::participant_keys(study.people)[index]};
}

std::optional<Delivered> place_of(const std::vector<Delivered>& deliveries, const std::string& name) {
  const auto found = std::find_if(deliveries.begin(), deliveries.end(),
                                  [&](const Delivered& file) { return file.file == name && !file.odd; });
  return found == deliveries.end() ? std::nullopt : std::optional(*found);
}

std::vector<fs::path> work_files_of(const StudyLayout& layout, const std::string& key) {
  std::vector<fs::path> there;
  for (const fs::path& file : layout.work_files(key)) {
    if (fs::exists(file)) there.push_back(file);
  }
  return there;
}

std::string shown_path(const StudyLayout& layout, const fs::path& file) {
  return file.lexically_relative(layout.root).generic_string();
}

namespace {

std::optional<StudyMap> map_of(const StudyLayout& layout, const seal::Identity& work) {
  if (!fs::exists(layout.assignment())) return std::nullopt;
  return read_study_map(layout, work);
}

/// Every file in which they speak: those that the register names, and those in which their label was recognised.
std::set<std::string> files_of(const Register& people, const Whom& whom, const std::optional<StudyMap>& map) {
  std::set<std::string> files;
  for (const Session& session : people.people[whom.index].sessions) files.insert(session.file);
  if (!map) return files;
  const auto entity = map->assignment.people.find(whom.key);
  if (entity == map->assignment.people.end()) return files;
  for (const auto& [place, index] : map->assignment.speakers) {
    if (index == entity->second) files.insert(place.first);
  }
  return files;
}

/// What was put away and their ID speaks in is known by its key alone, unless the register names it.
void add_put_away(const Study& study, const KeptTranscripts& kept, const std::string& id,
                  std::vector<WithdrawnFile>& list) {
  for (const auto& [number, transcript] : kept) {
    const std::string shown = resolve::transcript_id(number, numbering_of(study.config));
    const auto known = std::find_if(list.begin(), list.end(),
                                    [&key = transcript.key](const WithdrawnFile& file) { return file.key == key; });
    if (known != list.end()) {
      known->transcript = shown;
    } else if (transcript.speakers.contains(id)) {
      list.push_back({.key = transcript.key, .transcript = shown});
    }
  }
}

/// Everything that may go or be rewritten, by path.
std::map<std::string, std::string> digests_now(const StudyLayout& layout, const std::vector<WithdrawnFile>& files) {
  std::map<std::string, std::string> digests;
  for (const auto& folder : {layout.out(), layout.linkage()}) {
    for (const auto& entry : fs::directory_iterator(folder)) {
      if (!entry.path().filename().native().starts_with('.'))
        digests[shown_path(layout, entry.path())] = sha256_of_file(entry.path());
    }
  }
  for (const WithdrawnFile& file : files) {
    if (!file.own) continue;
    for (const fs::path& work : work_files_of(layout, file.key))
      digests[shown_path(layout, work)] = sha256_of_file(work);
  }
  return digests;
}

const KeptTranscript* kept_by(const KeptTranscripts& put_away, const std::string& key) {
  const auto found =
      std::find_if(put_away.begin(), put_away.end(), [&](const auto& entry) { return entry.second.key == key; });
  return found == put_away.end() ? nullptr : &found->second;
}

std::vector<HashedLearned> taught_by(const KeptTranscripts& put_away, const std::vector<WithdrawnFile>& files) {
  std::vector<HashedLearned> names;
  for (const WithdrawnFile& file : files) {
    const KeptTranscript* const kept = file.own ? kept_by(put_away, file.key) : nullptr;
    if (kept != nullptr) names.insert(names.end(), kept->learned.begin(), kept->learned.end());
  }
  return names;
}

/// A name that only this person taught still masks where others say it: without it their transcripts would lose a mask.
LearnedNames said_by_others(const StudyLayout& layout, const Ledger& ledger, const StudyKeys& keys,
                            const std::vector<WithdrawnFile>& files, const KeptTranscripts& put_away) {
  LearnedNames taught, kept;
  const seal::Identity& work = keys.work_identity;
  std::set<std::string> own;
  for (const WithdrawnFile& file : files) {
    if (!file.own || !ledger.find("scan", file.key)) continue;
    own.insert(file.key);
    taught.merge(read_summary(layout, file.key, work).learned);
  }
  SaidAgain again(keys.registry, taught_by(put_away, files));
  for (const auto& entry : ledger.all("scan")) {
    if (own.contains(entry.transcript)) continue;
    const SpokenWords said = read_vocabulary(layout, entry.transcript, work).second;
    again.hear(said);
    for (const auto& [key, name] : taught.all()) {
      if (!kept.all().contains(key) && may_occur(said, name.form)) kept.add(name);
    }
  }
  kept.merge(again.names());
  return kept;
}

std::vector<std::string> contents_of(const StudyLayout& layout, const Ledger& ledger, const StudyKeys& keys,
                                     const std::vector<WithdrawnFile>& files, const KeptTranscripts& put_away) {
  std::vector<std::string> contents;
  const auto add = [&](const std::string& hash) { contents.push_back(std::string(keyed_talk) + hash); };
  for (const WithdrawnFile& file : files) {
    if (!file.own) continue;
    if (const KeptTranscript* const kept = kept_by(put_away, file.key); kept != nullptr && !kept->talk.empty())
      add(kept->talk);
    if (!ledger.find("scan", file.key)) continue;
    const Digest content = read_summary(layout, file.key, keys.work_identity).facts.content;
    if (content != Digest{}) add(hex(hashed_talk(keys.registry, hex(content))));
  }
  return contents;
}

}  // namespace

std::vector<WithdrawnFile> describe_files(const Study& study, const StudyKeys& keys, const Whom& whom,
                                          const KeptTranscripts& kept) {
  const std::optional<StudyMap> map = map_of(study.layout, keys.work_identity);
  const std::vector<Delivered> deliveries = delivered(study.layout, keys.registry);
  Register marked = study.people;
  marked.people[whom.index].withdrawn.emplace();
  std::vector<WithdrawnFile> list;
  for (const std::string& name : files_of(study.people, whom, map)) {
    if (is_put_away_name(name)) continue;
    WithdrawnFile file{.key = file_key(keys.registry, name), .name = name};
    if (map && map->assignment.transcripts.contains(name)) file.transcript = map->assignment.transcripts.at(name);
    if (const auto place = place_of(deliveries, name)) file.sha256 = sha256_of_file(place->place);
    file.own = check::is_of_withdrawn_alone(study.config.checks, marked, name);
    list.push_back(std::move(file));
  }
  add_put_away(study, kept, resolve::shown_id(whom.slot, numbering_of(study.config)), list);
  return list;
}

WithdrawalRecord make_record(const OpenedStudy& opened, const Whom& whom, const WithdrawRequest& request,
                             const KeptTranscripts& put_away) {
  const StudyLayout& layout = opened.study.layout;
  const Ledger& ledger = opened.books.ledger;
  WithdrawalRecord record{.person = opened.study.people.people[whom.index],
                          .begun = iso_time(opened.options.clock()),
                          .reason = request.reason,
                          .by = request.by};
  record.files = describe_files(opened.study, opened.keys, whom, put_away);
  record.person.attributes.clear();
  record.person.withdrawn =
      Withdrawal{request.id, whom.key, contents_of(layout, ledger, opened.keys, record.files, put_away)};
  record.before = digests_now(layout, record.files);
  record.learned = said_by_others(layout, ledger, opened.keys, record.files, put_away);
  return record;
}

}  // namespace moniker::study
