// What must go by when. Dates come from the signed log and the register, rules from moniker.yaml, and nothing goes that
// could still be needed to mend what is sealed: when in doubt an item waits, and says for what.
#include "rights/retention.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/atomic_file.hpp"
#include "base/bundle.hpp"
#include "base/display_name.hpp"
#include "base/iso_date.hpp"
#include "base/sha256.hpp"
#include "config/retention.hpp"
#include "opened/transcripts.hpp"
#include "rights/certificate.hpp"
#include "rights/log_dates.hpp"
#include "steps/steps.hpp"
#include "work/apply_record.hpp"
#include "work/study_map.hpp"
#include "work/work_files.hpp"

namespace moniker::study {
namespace {

namespace fs = std::filesystem;
using Days = std::chrono::sys_days;

std::optional<Days> found(const auto& map, const auto& key) {
  const auto at = map.find(key);
  return at == map.end() ? std::nullopt : std::optional<Days>(at->second);
}

/// Collects the items of one study.
class Inventory {
 public:
  Inventory(const Study& study, const StudyKeys& keys, const Ledger& ledger)
      : study_(study),
        work_(keys.work_identity),
        ledger_(ledger),
        rules_(read_retention(study.layout.root)),
        dates_(read_log_dates(study.layout)),
        interview_(last_interview(study.people)),
        deliveries_(delivered(study.layout, keys.registry)) {
    if (fs::exists(study.layout.assignment())) map_ = read_study_map(study.layout, work_);
    for (const Delivered& file : deliveries_) delivered_.insert(file.key);
  }

  std::vector<RetentionItem> take() {
    const DisplayNames shown(study_.people);
    for (const Delivered& file : deliveries_) add_delivery(file, shown_name_of(file, shown));
    for (const auto& entry : ledger_.all("scan")) add_work(entry.transcript);
    add_outputs();
    add_linkage();
    const auto rank = [](const RetentionItem& item) {
      return std::tuple(!item.due.has_value(), item.due.value_or(Days()), item.kind, item.shown);
    };
    std::sort(items_.begin(), items_.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return std::move(items_);
  }

 private:
  std::optional<Days> day_of(const RetentionRule& rule, std::optional<Days> sealed, std::optional<Days> seen) const {
    using From = RetentionRule::From;
    return due_day(rule, rule.from == From::sealed ? sealed : rule.from == From::delivered ? seen : interview_);
  }

  /// Whether all that the log says was made of these very bytes is there, as it was sealed.
  bool is_sealed(const std::string& key, const std::string& input) const {
    const auto entry = ledger_.find("apply", key);
    if (!entry) return false;
    const ApplyRecord record = apply_record_from_json(entry->output);
    if (!record.proof.empty() || record.outputs.empty()) return false;
    return std::all_of(record.outputs.begin(), record.outputs.end(), [&](const std::string& name) {
      const auto output = dates_.outputs.find(name);
      const fs::path file = study_.layout.out() / name;
      return output != dates_.outputs.end() && output->second.key == key && output->second.input == input &&
             fs::exists(file) && hex(digest_of_file(file)) == output->second.digest;
    });
  }

  /// Whether the last run decided against these very bytes.
  bool is_put_aside(const std::string& file, const std::string& key, const std::string& input) const {
    if (!map_ || !ledger_.find("scan", key) || !fs::exists(study_.layout.summary(key))) return false;
    const ScanRecord scanned = read_record(study_.layout.summary(key), work_);
    if (hex(scanned.content) != input) return false;
    if (is_quarantined(study_.config, issues_of(*map_, file, scanned.issues))) return true;
    const auto applied = ledger_.find("apply", key);
    return applied && !apply_record_from_json(applied->output).proof.empty();
  }

  std::string transcript_of(const std::string& file) const {
    if (!map_) return {};
    const auto at = map_->assignment.transcripts.find(file);
    return at == map_->assignment.transcripts.end() ? std::string() : at->second;
  }

  void add_delivery(const Delivered& file, const std::string& shown) {
    const std::string key = file.key, input = hex(content_of(file).value_or(Digest{}));
    RetentionItem item{.kind = "deliveries",
                       .shown = "incoming/" + shown,
                       .rule = rules_.deliveries.text,
                       .transcript = transcript_of(file.file),
                       .key = key,
                       .files = {file.place}};
    const auto seen = found(dates_.scanned, key), sealed = found(dates_.sealed, std::pair(key, input));
    if (is_sealed(key, input)) {
      item.due = day_of(rules_.deliveries, sealed, seen);
    } else if (is_put_aside(file.file, key, input)) {
      item.kind = "quarantine";
      item.rule = rules_.quarantine.text;
      item.due = day_of(rules_.quarantine, std::nullopt, seen);
    } else {
      item.due = day_of(rules_.deliveries, sealed, seen);
      item.waits = "its transcript is not sealed: run `moniker run`";
    }
    if (const auto bundle = bundle_of(file.place)) return add_to_bundle(*bundle, std::move(item));
    items_.push_back(std::move(item));
  }

  /// A bundle goes as a whole, when the last of its transcripts may.
  void add_to_bundle(const fs::path& bundle, RetentionItem item) {
    const auto [at, fresh] = bundles_.try_emplace(bundle, items_.size());
    if (fresh) {
      item.files = {bundle};
      item.shown += " and others of its bundle";
      item.key.clear();
      items_.push_back(std::move(item));
      return;
    }
    RetentionItem& whole = items_[at->second];
    whole.transcript += (whole.transcript.empty() ? "" : ", ") + item.transcript;
    if (whole.waits.empty()) whole.waits = item.waits;
    if (!whole.due || (item.due && *item.due <= *whole.due)) return;
    whole.due = item.due;
    whole.rule = item.rule;
  }

  std::optional<Days> first_sealed(const std::string& key) const {
    std::optional<Days> first;
    for (const auto& [place, day] : dates_.sealed) {
      if (place.first == key && (!first || day < *first)) first = day;
    }
    return first;
  }

  /// Work files hold names that were learned, which mask others' talk for as long as any of it can be run again.
  void add_work(const std::string& key) {
    if (delivered_.contains(key)) return;  // would be made again
    RetentionItem item{
        .kind = "work", .shown = fmt::format("work/{}.*", key.substr(0, 8)), .rule = rules_.work.text, .key = key};
    for (const fs::path& file : study_.layout.work_files(key)) {
      if (fs::exists(file)) item.files.push_back(file);
    }
    item.due = day_of(rules_.work, first_sealed(key), found(dates_.scanned, key));
    if (!delivered_.empty()) item.waits = "transcripts are still in incoming/, and names learned here mask theirs";
    if (!item.files.empty()) items_.push_back(std::move(item));
  }

  void add_outputs() {
    std::map<std::string, std::vector<std::string>> by_key;
    for (const auto& [name, output] : dates_.outputs) by_key[output.key].push_back(name);
    for (const auto& [key, names] : by_key) {
      RetentionItem item{.kind = "outputs",
                         .rule = rules_.outputs.text,
                         .transcript = names.front().substr(0, names.front().find('.')),
                         .key = key};
      for (const std::string& name : names) {
        if (fs::exists(study_.layout.out() / name)) item.files.push_back(study_.layout.out() / name);
      }
      item.shown = fmt::format("out/{}.*", item.transcript);
      item.due = day_of(rules_.outputs, first_sealed(key), std::nullopt);
      if (delivered_.contains(key)) item.waits = "its delivered file is still in incoming/: a run would make it again";
      if (!item.files.empty()) items_.push_back(std::move(item));
    }
  }

  void add_linkage() {
    const fs::path file = study_.layout.linkage_table();
    if (!fs::exists(file)) return;
    items_.push_back({.kind = "linkage",
                      .shown = file.lexically_relative(study_.layout.root).generic_string(),
                      .rule = rules_.linkage.text,
                      .due = day_of(rules_.linkage, std::nullopt, std::nullopt),
                      .files = {file}});
  }

  const Study& study_;
  const seal::Identity& work_;
  const Ledger& ledger_;
  Retention rules_;
  LogDates dates_;
  std::optional<Days> interview_;
  std::vector<Delivered> deliveries_;
  std::optional<StudyMap> map_{};
  std::set<std::string> delivered_{};          // keys
  std::map<fs::path, std::size_t> bundles_{};  // to its item
  std::vector<RetentionItem> items_{};
};

/// How log and certificate call a file: a delivered one by its key, since its name may be a person's.
std::string logged_name(const StudyLayout& layout, const RetentionItem& item, const fs::path& file) {
  if (item.kind == "deliveries" || item.kind == "quarantine") {
    return fmt::format("incoming/: {} ({})", item.transcript.empty() ? "a transcript" : item.transcript,
                       item.key.empty() ? "a bundle" : "file " + item.key);
  }
  return file.lexically_relative(layout.root).generic_string();
}

/// Log, then ledger, then files: whatever interrupts it, what is left is deleted, and logged again, by the next.
void remove_item(const StudyLayout& layout, Books& books, const RetentionItem& item, Days as_of) {
  for (const fs::path& file : item.files) {
    audit::events::Deleted deleted{.what = item.kind,
                                   .name = logged_name(layout, item, file),
                                   .sha256 = sha256_of_file(file),
                                   .rule = item.rule,
                                   .due = iso_date(*item.due),
                                   .as_of = iso_date(as_of)};
    if (!item.key.empty()) deleted.file = item.key;
    if (item.kind == "outputs") deleted.output = file.filename().string();
    books.audit.add(deleted);
  }
  books.audit.sync();
  if (item.kind == "work") books.ledger.erase("scan", item.key);
  if (item.kind == "outputs") books.ledger.erase("apply", item.key);
  std::set<fs::path> folders;
  for (const fs::path& file : item.files) {
    fs::remove(file);
    folders.insert(file.parent_path());
  }
  for (const fs::path& folder : folders) sync_folder(folder);
}

std::string free_name(const StudyLayout& layout, Days day) {
  const std::string stem = "retention-" + iso_date(day);
  std::string name = stem;
  for (int n = 2; fs::exists(layout.certificate_json(name)); ++n) name = fmt::format("{}-{}", stem, n);
  return name;
}

/// Of all that went since the last certificate, by this call or by one that was interrupted; a file that was logged
/// twice once.
std::string certify(const Study& study, audit::AuditLog& audit, const Clock& clock, Days as_of, const std::string& by) {
  audit.sync();
  Certificate certificate;
  std::set<std::pair<std::string, std::string>> told;
  const LogDates dates = read_log_dates(study.layout);
  for (const auto& d : dates.uncertified) {
    if (!told.emplace(d.name, d.sha256).second) continue;
    (d.what == "deliveries" || d.what == "quarantine" ? certificate.deliveries : certificate.removed)
        .push_back({.path = d.name, .before = d.sha256, .why = d.what + ": " + d.rule});
  }
  if (told.empty()) return {};
  certificate.name = dates.begun_certificate.empty() ? free_name(study.layout, as_of) : dates.begun_certificate;
  certificate.title = "Deletion after the study's retention rules";
  certificate.facts = {{"as of", iso_date(as_of)}, {"finished", iso_time(clock())}, {"by", by}};
  certificate.remarks = {"The audit log is kept.", deletion_remark};
  publish_certificate(study, audit, certificate);
  return certificate.name;
}

}  // namespace

std::vector<RetentionItem> retention_items(const OpenedStudy& opened) {
  return Inventory(opened.study, opened.keys, opened.books.ledger).take();
}

RetentionResult apply_retention(OpenedStudy& opened, Days as_of, const std::string& by) {
  RetentionResult result;
  // What goes may be what another item waits for.
  for (bool more = true; more;) {
    more = false;
    for (RetentionItem& item : retention_items(opened)) {
      if (!item.due || *item.due > as_of || !item.waits.empty()) continue;
      remove_item(opened.study.layout, opened.books, item, as_of);
      result.deleted.push_back(std::move(item));
      more = true;
    }
  }
  result.certificate = certify(opened.study, opened.books.audit, opened.options.clock, as_of, by);
  return result;
}

}  // namespace moniker::study
