// What became of the transcripts is told by the ledger and the work folder; what was replaced in them, sealed and seen,
// by the log, which is verified as `moniker audit verify` does it.
#include "dossier/gather.hpp"

#include <algorithm>

#include "base/byte_source.hpp"
#include "base/delivery_folder.hpp"
#include "base/iso_date.hpp"
#include "base/lock.hpp"
#include "base/sha256.hpp"
#include "config/study_recipients.hpp"
#include "decisions/decision_book.hpp"
#include "decisions/listed_words.hpp"
#include "dossier/consent_matrix.hpp"
#include "dossier/decisions_told.hpp"
#include "dossier/log_account.hpp"
#include "moniker/version.hpp"
#include "opened/rules_in_use.hpp"
#include "opened/study_keys.hpp"
#include "steps/audited_outputs.hpp"
#include "steps/collect.hpp"
#include "steps/in_results.hpp"
#include "steps/put_away.hpp"

namespace moniker::study {
namespace {

/// As people read it out: four times four digits of the SHA-256 of the key's text.
std::string fingerprint(std::string_view text) {
  const std::string digits = sha256_of(text).substr(0, 16);
  return digits.substr(0, 4) + ' ' + digits.substr(4, 4) + ' ' + digits.substr(8, 4) + ' ' + digits.substr(12);
}

/// The second line of a public key file, which `minisign -P` takes.
std::string public_key_line(const std::filesystem::path& file) {
  try {
    constexpr std::size_t most = 4096;
    const std::string text = read_file(file, most);
    const std::size_t begin = text.find('\n') + 1;
    return text.substr(begin, text.find_first_of("\r\n", begin) - begin);
  } catch (const Error&) {
    return {};  // that it is missing is a fault of the log's
  }
}

/// A key that does several things is told once.
void add_key(Dossier& dossier, const std::string& use, const std::string& text) {
  const auto same =
      std::find_if(dossier.keys.begin(), dossier.keys.end(), [&](const KeyTold& key) { return key.text == text; });
  if (same != dossier.keys.end())
    same->use += ", " + use;
  else if (!text.empty())
    dossier.keys.push_back({use, text, fingerprint(text)});
}

void tell_keys(const StudyConfig& config, const StudyKeys& keys, Dossier& dossier) {
  for (const seal::Recipient& recipient : keys.recipients)
    add_key(dossier, "opens the transcripts", to_text(recipient));
  for (const seal::Recipient& recipient : keys.linkage_recipients)
    add_key(dossier, "opens the linkage table", to_text(recipient));
  add_key(dossier, "seals work between the steps, by study.key", to_text(keys.work_recipient));
  dossier.log.public_key = public_key_line(config.signing_public_key);
  add_key(dossier, "signs the log", dossier.log.public_key);
}

void tell_rules(const StudyConfig& config, const RulesInUse& rules, const LogAccount& log, Dossier& dossier) {
  dossier.rules = {.languages = config.languages,
                   .off = config.rules_off,
                   .profile = config.profile,
                   .digest = rules.set.digest().substr(0, rules_digits),
                   .tagger = config.tagger,
                   .rules = rules.set.rules().size(),
                   .labels = rules.set.labels().size(),
                   .own_files = config.extra_rules.size()};
  std::map<std::pair<std::string, std::string>, std::set<std::string>> made;
  for (const auto& [path, output] : log.outputs) {
    if (!output.transcript.empty()) made[{output.version, output.rules}].insert(output.transcript);
  }
  for (const auto& [with, transcripts] : made)
    dossier.rules.made_with.push_back({with.first, with.second, {transcripts.begin(), transcripts.end()}});
}

void sort_by_count(Counts& counts) {
  std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
}

/// Of transcripts that are published.
void tell_labels(const RulesInUse& rules, const LogAccount& log, Dossier& dossier) {
  std::map<std::string, LabelAccount> labels;
  for (const Outcome& outcome : dossier.run.outcomes) {
    const auto counted = log.replaced.find(outcome.transcript);
    if (outcome.state != Outcome::State::published || counted == log.replaced.end()) continue;
    for (const auto& [kind, count] : counted->second) {
      const auto& [label, rule] = kind;
      LabelAccount& account = labels[label];
      account.label = label;
      account.count += count;
      account.by_transcript[outcome.transcript] += count;
      const auto same = std::find_if(account.rules.begin(), account.rules.end(),
                                     [&rule = rule](const auto& one) { return one.first == rule; });
      if (same == account.rules.end())
        account.rules.emplace_back(rule, count);
      else
        same->second += count;
    }
  }
  for (auto& [label, account] : labels) {
    const auto choice = rules.operators.by_label.find(label);
    if (choice != rules.operators.by_label.end()) account.operation = choice->second.name;
    std::sort(account.rules.begin(), account.rules.end());
    sort_by_count(account.rules);
    dossier.labels.push_back(std::move(account));
  }
  std::stable_sort(dossier.labels.begin(), dossier.labels.end(),
                   [](const LabelAccount& a, const LabelAccount& b) { return a.count > b.count; });
}

void tell_log(const LogAccount& log, Dossier& dossier) {
  dossier.log.head = log.head;
  dossier.log.first_day = iso_date(log.first);
  dossier.log.last_day = iso_date(log.last);
  dossier.acts = log.acts;
  for (const auto& [path, output] : log.outputs) {
    dossier.sealed.push_back({path, output.digest, iso_date(output.day)});
    auto& day = dossier.sealed_on[output.transcript];
    if (!output.transcript.empty()) day = std::max(day, iso_date(output.day));
  }
  dossier.sealed_on.erase("");
}

/// Of a log that cannot be read nothing is told but that it cannot.
LogAccount log_account_of(const StudyLayout& layout, Dossier& dossier) {
  try {
    return read_log_account(layout.audit_log());
  } catch (const Error& error) {
    auto& faults = dossier.log.verified.faults;
    if (faults.empty()) faults.push_back({0, "the log: " + error.problem().what, error.problem().remedy});
    return {};
  }
}

}  // namespace

std::uint64_t Dossier::words() const {
  std::uint64_t all = 0;
  for (const Outcome& outcome : run.outcomes) all += outcome.words;
  return all;
}

std::uint64_t Dossier::replaced() const {
  std::uint64_t all = 0;
  for (const Outcome& outcome : run.outcomes) {
    for (const auto& [label, count] : outcome.replaced) all += count;
  }
  return all;
}

std::uint64_t Dossier::doubtful() const {
  std::uint64_t all = 0;
  for (const Outcome& outcome : run.outcomes) all += outcome.doubtful;
  return all;
}

std::size_t Dossier::participants() const {
  return static_cast<std::size_t>(std::count_if(consent.rows.begin(), consent.rows.end(), [](const ConsentRow& row) {
    return row.state == ConsentRow::State::given;
  }));
}

std::size_t Dossier::published() const {
  return static_cast<std::size_t>(std::count_if(run.outcomes.begin(), run.outcomes.end(), [](const Outcome& outcome) {
    return outcome.state == Outcome::State::published;
  }));
}

Dossier gather_dossier(const std::filesystem::path& folder, const RunOptions& options) {
  const Study study = read_study(folder, options.key);
  const RulesInUse rules = load_rules(study.config, options);
  check_names(study.config, rules.set);
  const StudyKeys keys = read_keys(study.config, options.key);
  const Lock lock(study.layout.lock());
  const bool emptied =
      !std::filesystem::exists(study.layout.assignment()) && list_deliveries(study.layout).entries.empty();
  const StudyMap map = emptied ? map_of_register(study, rules, keys) : read_study_map(study.layout, keys.work_identity);
  const Ledger ledger(study.layout.ledger(), Ledger::Use::alone);
  const InResults results = in_results(study, ledger, keys.registry, keys.work_identity, map);

  Dossier dossier{.made = iso_date(std::chrono::floor<std::chrono::days>(options.clock())),
                  .version = std::string(version)};
  dossier.run = collect(study, ledger, keys.work_identity, map, delivered(study.layout, keys.registry));
  count_people(study, map.assignment, results, dossier.run);
  dossier.run.waiting.clear();  // by numbers of the register: the matrix tells them by row
  dossier.consent = consent_matrix(study, map.assignment, results, keys.registry);
  dossier.log.verified = verify_study(study.config, study.config.signing_public_key, {}, options.key);
  dossier.run.audit_records = dossier.log.verified.records;
  const LogAccount log = log_account_of(study.layout, dossier);
  tell_decisions_of(read_decisions(study.layout, keys.decisions_identity), log, study.people, dossier);
  for (const ListedWords& line : read_listed_words(study.layout, rules.set.labels()))
    ++(line.label.empty() ? dossier.always_kept : dossier.always_masked);
  tell_labels(rules, log, dossier);
  tell_log(log, dossier);
  tell_keys(study.config, keys, dossier);
  tell_rules(study.config, rules, log, dossier);
  return dossier;
}

}  // namespace moniker::study
