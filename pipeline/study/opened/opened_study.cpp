// Opens a study in the order in which things can fail without having been touched: configuration, withdrawals,
// register, rules, keys; then the lock, and only then ledger and log. Digests say what of the configuration makes which
// step's results stale: a key that changes results and is missing here leaves stale outputs.
#include "opened/opened_study.hpp"

#include <fmt/format.h>

#include "base/atomic_file.hpp"
#include "check/checker.hpp"
#include "config/study_recipients.hpp"
#include "keys/keys.hpp"
#include "replace/operators.hpp"
#include "shards/plan.hpp"
#include "shards/shard.hpp"
#include "work/work_layout.hpp"
#include "write/writer.hpp"

namespace moniker::study {
namespace {

StudyLayout ready_folders(const std::filesystem::path& folder) {
  StudyLayout layout{.root = folder};
  if (!std::filesystem::exists(layout.config())) {
    throw Error({.fault = Fault::usage,
                 .file = folder.string(),
                 .what = "is not a study: it has no moniker.yaml",
                 .remedy = fmt::format("make one with `moniker init {}`", folder.string())});
  }
  make_folders(layout);
  return layout;
}

/// Names in moniker.yaml that only other stages can judge.
void check_names(const StudyConfig& config, const rules::RuleSet& rules) {
  check::check_severities(config.checks);
  for (const FormatChoice& format : config.formats) write::write_format_named(format.name, config.file, format.at);
  for (const auto& [name, choice] : config.operators.overrides) {
    replace::check_settings(replace::operator_named(choice.name, config.file, choice.at), choice.settings, config.file,
                            choice.at);
  }
  for (const auto& [label, choice] : config.operators.by_label) {
    replace::check_settings(replace::operator_named(choice.name, config.file, choice.at), choice.settings, config.file,
                            choice.at);
    const std::string coarse = label.substr(0, label.find('/'));
    const auto& labels = rules.labels();
    if (std::any_of(labels.begin(), labels.end(), [&](const rules::Label& l) { return l.name == coarse; })) continue;
    if (choice.label_at.line == 0) continue;  // a default, for a label this language does not have
    throw Error({.fault = Fault::usage,
                 .file = config.file,
                 .at = choice.label_at,
                 .what = fmt::format("no rule gives the label {}", coarse),
                 .remedy = "`moniker rules list` shows the labels that there are"});
  }
}

rules::RuleSources sources_of(const StudyConfig& config, const RunOptions& options) {
  return {.rules = options.rules,
          .languages = config.languages,
          .profile = config.profile,
          .extra = config.extra_rules,
          .off = config.rules_off,
          .tagger = config.tagger,
          .cache = options.cache};
}

Digest digest_of_register(const Register& people) {
  Hasher hasher;
  for (const Participant& person : people.people) {
    hasher.take_field(person.number);
    hasher.take_field(person.name);
    hasher.take_field(person.role);
    for (const std::string& alias : person.aliases) hasher.take_field(alias);
    for (const Session& session : person.sessions) hasher.take_field(session.file), hasher.take_field(session.speaker);
    hasher.take_field("end");
  }
  return hasher.finish();
}

/// Where lock and ledger lie.
std::filesystem::path own_folder(const OpenedStudy& study) {
  return study.options.shard ? ready_shard_folder(study.layout, *study.options.shard) : study.layout.work();
}

/// A task that was put back into the queue may start while its killed self lingers.
constexpr auto shard_patience = std::chrono::minutes(2);

Secret<32> derived(const StudyConfig& config, KeyUse use) { return derive_key(read_study_key(config.study_key), use); }

/// Only where there is one is a key needed this early.
std::vector<WithdrawalRecord> withdrawals_of(const StudyLayout& layout, const StudyConfig& config) {
  if (!std::filesystem::exists(layout.withdrawn())) return {};
  return read_withdrawals(layout, seal::Identity::from_scalar(derived(config, KeyUse::work_identity)));
}

}  // namespace

OpenedStudy::OpenedStudy(const std::filesystem::path& folder, RunOptions given)
    : layout(ready_folders(folder)),
      options(std::move(given)),
      config(read_config(folder)),
      withdrawals(withdrawals_of(layout, config)),
      people(honour_withdrawals(read_register(config), withdrawals)),
      rules(rules::RuleSet::load(sources_of(config, options))),
      nicknames(words::Nicknames::load(options.rules / "lists" / "names" / "nicknames.tsv")),
      recipients(study_recipients(config)),
      linkage_recipients(config.linkage_recipients.empty() ? recipients : parse_recipients(config.linkage_recipients)),
      registry_key(derived(config, KeyUse::registry)),
      audit_key(derived(config, KeyUse::audit)),
      work_identity(seal::Identity::from_scalar(derived(config, KeyUse::work_identity))),
      work_recipient(work_identity.recipient()),
      lock(own_folder(*this) / "lock", options.shard ? shard_patience : std::chrono::seconds(0)),
      ledger(own_folder(*this) / "ledger.sqlite", Ledger::Use::alone),
      audit(options.shard ? shard_log(layout, *options.shard) : layout.audit() / "audit.jsonl", options.clock),
      register_digest(digest_of_register(people)) {
  check_names(config, rules);
  if (options.shard) {
    shard_files = files_of_shard(layout, *options.shard);
    return;
  }
  for (const auto& place : {layout.linkage(), layout.reports(), layout.audit()}) remove_stale(place);
  // While there is a plan these two may hold what a shard is writing: the merge clears them, when no shard runs.
  if (read_plan(layout)) return;
  for (const auto& place : {layout.out(), layout.work()}) remove_stale(place);
}

std::unique_ptr<OpenedStudy> open_study(const std::filesystem::path& folder, RunOptions options) {
  return std::make_unique<OpenedStudy>(folder, std::move(options));
}

std::string file_key(const OpenedStudy& study, const std::string& file) {
  return hex(keyed_hash(study.registry_key, "file", file)).substr(0, 32);
}

Digest check_digest(const StudyConfig& config) {
  Hasher hasher;
  for (const auto minutes : {config.checks.shortest, config.checks.longest})
    hasher.take_field(std::to_string(minutes.count()));
  hasher.take_field(std::to_string(config.checks.gap.count()));
  for (const auto& [role, rule] : config.checks.roles) hasher.take_field(role);
  return hasher.finish();
}

Digest write_digest(const StudyConfig& config) {
  Hasher hasher;
  hasher.take_field(config.title);
  for (const auto* choices : {&config.operators.by_label, &config.operators.overrides}) {
    for (const auto& [label, choice] : *choices) {
      hasher.take_field(label);
      hasher.take_field(choice.name);
      for (const auto& [name, value] : choice.settings) hasher.take_field(name), hasher.take_field(value);
    }
    hasher.take_field("end");
  }
  for (const FormatChoice& format : config.formats) {
    hasher.take_field(format.name);
    if (format.preserve) hasher.take_field("preserve");
  }
  for (const auto* list : {&config.recipients, &config.linkage_recipients}) {
    for (const RecipientText& recipient : *list) hasher.take_field(recipient.text);
    hasher.take_field("end");
  }
  hasher.take_field(config.armor ? "armor" : "binary");
  return hasher.finish();
}

}  // namespace moniker::study
