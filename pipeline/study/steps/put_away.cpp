// After incoming/ is emptied nobody who has the server's disk and study.key can name anybody: what names somebody is
// sealed to the custodian's side, and of what later nights need hashes alone are kept. The order: parts, registry,
// ledger, files. Whoever is interrupted finds the transcript still there, or gone but for files that the ledger does
// not know, and goes on.
#include "steps/put_away.hpp"

#include <algorithm>

#include "base/atomic_file.hpp"
#include "base/delivery_folder.hpp"
#include "base/iso_date.hpp"
#include "base/remove_files.hpp"
#include "base/sha256.hpp"
#include "opened/described_entities.hpp"
#include "opened/roots.hpp"
#include "report/linkage.hpp"
#include "resolve/numbering.hpp"
#include "resolve/same_talk.hpp"
#include "resolve/surrogates/surrogate_lists.hpp"
#include "steps/in_results.hpp"
#include "steps/seal_table.hpp"
#include "work/apply_record.hpp"

namespace moniker::study {
namespace {

namespace fs = std::filesystem;

/// Why something goes without anybody's rule.
struct Going {
  std::string what{}, rule{}, key{};
};
Going with_delivery(const std::string& key) { return {"work", std::string(goes_with_delivery), key}; }

/// What goes is told before and after, as everything that a rule takes away.
void remove_told(OpenedStudy& opened, const std::vector<fs::path>& files, const Going& why) {
  const std::string today = iso_date(std::chrono::floor<std::chrono::days>(opened.options.clock()));
  audit::AuditLog& log = opened.books.audit;
  std::vector<audit::events::Deleted> gone;
  for (const fs::path& file : files) {
    if (!fs::exists(file)) continue;
    audit::events::Deleted event{.what = why.what,
                                 .name = file.lexically_relative(opened.study.layout.root).generic_string(),
                                 .sha256 = sha256_of_file(file),
                                 .rule = why.rule,
                                 .due = today,
                                 .as_of = today};
    if (!why.key.empty()) event.file = why.key;
    log.add(audit::events::DeletionBegun{
        event.what, event.name, event.sha256, event.rule, event.due, event.as_of, event.file, {}, opened.options.by});
    gone.push_back(std::move(event));
  }
  if (gone.empty()) return;
  log.sync();
  remove_for_good(files, why.what + " files");
  for (const audit::events::Deleted& event : gone) log.add(event);
  log.sync();
}

/// A transcript on its way out.
struct Leaving {
  std::uint32_t number = 0;
  std::string id{}, file{};
  KeptTranscript kept{};
  LedgerEntry applied{};
  ApplyRecord record{};
};

class PuttingAway {
 public:
  PuttingAway(OpenedStudy& opened, const std::vector<Delivered>& files) : opened_(opened) {
    for (const Delivered& file : files) there_.insert(file.key);
  }

  std::size_t run() {
    std::vector<std::string> gone = keys_gone();
    if (gone.empty()) return 0;
    const StudyMap map = read_study_map(layout(), work());
    lists_ = resolve::load_surrogate_lists(opened_.rules.lists);
    std::vector<Leaving> leaving;
    std::erase_if(gone, [&](const std::string& key) { return !take(key, map, leaving); });
    seal_parts(map, leaving);
    keep(leaving);
    opened_.books.ledger.forget("scan", gone);
    return gone.size();
  }

  /// Of what the ledger does not know, and nobody delivers, nothing is left.
  void sweep() {
    std::map<std::string, std::vector<fs::path>> left;
    for (const auto& entry : fs::directory_iterator(layout().work())) {
      const std::string name = entry.path().filename().string(), key = name.substr(0, name.find('.'));
      const auto files = layout().work_files(key);
      if (std::find(files.begin(), files.end(), entry.path()) == files.end()) continue;
      if (!there_.contains(key) && !opened_.books.ledger.find("scan", key)) left[key].push_back(entry.path());
    }
    for (const auto& [key, files] : left) remove_told(opened_, files, with_delivery(key));
  }

 private:
  const StudyLayout& layout() const { return opened_.study.layout; }
  const seal::Identity& work() const { return opened_.keys.work_identity; }
  const Secret<32>& hashes() const { return opened_.keys.registry; }

  std::vector<std::string> keys_gone() const {
    std::vector<std::string> gone;
    for (const LedgerEntry& entry : opened_.books.ledger.all("scan")) {
      if (!there_.contains(entry.transcript)) gone.push_back(entry.transcript);
    }
    return gone;
  }

  /// Whether it can go. One that the assignment does not know waits for the next.
  bool take(const std::string& key, const StudyMap& map, std::vector<Leaving>& leaving) {
    if (!fs::exists(layout().summary(key))) return true;  // nothing is left to tell
    const ScanSummary summary = read_summary(layout(), key, work());
    const std::string& file = summary.facts.file;
    const auto id = map.assignment.transcripts.find(file);
    const auto number = registry_.find(resolve::transcript_kind, file);
    if (id == map.assignment.transcripts.end() || !number) return !number;
    Leaving one{.number = *number, .id = id->second, .file = file};
    one.kept = kept_of(key, summary, map);
    if (const auto applied = opened_.books.ledger.find("apply", key)) take_applied(*applied, map, one);
    leaving.push_back(std::move(one));
    return true;
  }

  KeptTranscript kept_of(const std::string& key, const ScanSummary& summary, const StudyMap& map) {
    KeptTranscript kept{.key = key};
    if (summary.facts.content != Digest{}) kept.talk = hex(hashed_talk(hashes(), hex(summary.facts.content)));
    kept.sketch = hashed_sketch(hashes(), summary.facts.sketch);
    kept.learned = hashed_learned(hashes(), summary.learned);
    for (const std::string& word : read_vocabulary(layout(), key, work()).second) {
      for (const std::string& listed : resolve::listed_words(lists_, word))
        kept.said.insert(hashed_word(hashes(), listed));
    }
    for (const auto& [place, index] : map.assignment.speakers) {
      const Entity& who = map.assignment.entities[index];
      if (place.first == summary.facts.file && !who.participant.empty()) kept.speakers.insert(who.participant);
    }
    return kept;
  }

  void take_applied(const LedgerEntry& applied, const StudyMap& map, Leaving& one) {
    one.applied = applied;
    one.record = apply_record_from_json(applied.output);
    if (!one.record.names) one.record.names = may_be_named(layout(), one.kept.key, work(), map);
    one.kept.names = one.record.names.value_or(std::set<std::string>());
    one.kept.outputs = one.record.outputs;
  }

  void seal_parts(const StudyMap& map, const std::vector<Leaving>& leaving) {
    const Study& study = opened_.study;
    const Retention retention = read_retention(layout().root);
    if (leaving.empty() || is_over(study, layout().linkage_table(), retention.linkage, opened_.options.clock)) return;
    const auto described = described_entities(map.assignment, opened_.rules);
    TableSealer parts(study.config, opened_.books, opened_.keys.linkage_recipients);
    for (const Leaving& one : leaving) {
      if (one.kept.outputs.empty()) continue;
      parts.seal(layout().linkage_part(one.id),
                 linkage_part_csv(map.assignment, study.people, one.file, one.kept.names, described));
    }
    parts.publish();
    sync_file_system_of(layout().linkage());  // what goes next is the only other copy
  }

  void keep(const std::vector<Leaving>& leaving) {
    if (leaving.empty()) return;
    registry_.begin();
    for (const Leaving& one : leaving) keep_transcript(registry_, one.number, one.kept);
    Books& books = opened_.books;
    books.audit.append(audit::events::PutAway{.transcripts = leaving.size(),
                                              .registry = root_of(registry_, opened_.keys, books.audit.records() + 1)});
    registry_.commit();
    books.ledger.begin();
    for (const Leaving& one : leaving) {
      if (!one.kept.outputs.empty()) books.ledger.set("apply", one.kept.key, one.applied.input, to_json(one.record));
    }
    books.ledger.commit();
  }

  OpenedStudy& opened_;
  resolve::Registry registry_{opened_.study.layout.registry(), opened_.keys.registry};
  resolve::SurrogateLists lists_{};
  std::set<std::string> there_{};  // keys
};

}  // namespace

resolve::TranscriptMentions silent_mentions(const KeptTranscript& kept) {
  return {.file = put_away_name(kept.key),
          .speakers = {kept.speakers.begin(), kept.speakers.end()},
          .label_names = {},
          .talk = {},
          .mentions = {},
          .silent = true};
}

void keep_transcript(resolve::Registry& registry, std::uint32_t number, const KeptTranscript& kept) {
  registry.keep_put_away(number, to_json(kept));
  registry.bind(resolve::transcript_kind, put_away_name(kept.key), number);
}

void forget_transcript(resolve::Registry& registry, std::uint32_t number, const KeptTranscript& kept) {
  registry.forget_put_away(number);
  registry.forget(resolve::transcript_kind, put_away_name(kept.key));
}

std::size_t put_away(OpenedStudy& opened) {
  const StudyLayout& layout = opened.study.layout;
  if (may_hide_files(list_deliveries(layout)) || !fs::exists(layout.assignment())) return 0;
  PuttingAway putting(opened, delivered(layout, opened.keys.registry));
  const std::size_t gone = putting.run();
  putting.sweep();
  return gone;
}

void drop_parts(OpenedStudy& opened) {
  const StudyLayout& layout = opened.study.layout;
  const resolve::NumberingOptions numbering = numbering_of(opened.study.config);
  std::set<fs::path> wanted;
  for (const auto& [number, kept] : read_kept(resolve::Registry(layout.registry(), opened.keys.registry)))
    wanted.insert(layout.linkage_part(resolve::transcript_id(number, numbering)));
  std::vector<fs::path> gone;
  for (const auto& entry : fs::directory_iterator(layout.linkage())) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(kept_part) && !wanted.contains(entry.path())) gone.push_back(entry.path());
  }
  remove_told(opened, gone, {"linkage", "its transcript is there again, or was taken back", ""});
  for (const fs::path& part : gone) opened.books.ledger.erase("finish", part.filename().string());
}

bool drop_assignment(OpenedStudy& opened) {
  const StudyLayout& layout = opened.study.layout;
  const DeliveryFolder incoming = list_deliveries(layout);
  if (!incoming.entries.empty() || !fs::exists(layout.assignment())) return false;
  const StudyMap map = read_study_map(layout, opened.keys.work_identity);
  const auto& transcripts = map.assignment.transcripts;
  const bool tells =
      !map.learned.all().empty() ||
      std::any_of(transcripts.begin(), transcripts.end(), [](const auto& t) { return !is_put_away_name(t.first); });
  if (tells) {
    remove_told(opened, {layout.assignment()}, with_delivery(""));
  } else {
    remove_for_good({layout.assignment()}, "work/");  // it says nothing that the register does not
  }
  return tells;
}

StudyMap map_of_register(const Study& study, const RulesInUse& rules, const StudyKeys& keys) {
  if (!fs::exists(study.layout.registry())) {
    throw Error::usage("the study was not assigned yet", "run `moniker assign` first, or `moniker run` for all steps",
                       {study.layout.root.string()});
  }
  resolve::Registry registry(study.layout.registry(), keys.registry);
  registry.begin();  // and never committed
  std::vector<resolve::TranscriptMentions> silent;
  for (const auto& [number, kept] : read_kept(registry)) silent.push_back(silent_mentions(kept));
  StudyMap map;
  map.assignment = resolve::assign_entities(study.people, std::move(silent), rules.set.labels(), registry,
                                            numbering_of(study.config), rules.names, rules.set.language());
  bury(study.people, map.assignment);
  return map;
}

void bury(const Register& people, resolve::Assignment& assignment) {
  const auto keys = resolve::participant_keys(people);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (people.people[i].withdrawn) assignment.entities.at(assignment.people.at(keys[i])).withdrawn = true;
  }
}

}  // namespace moniker::study
