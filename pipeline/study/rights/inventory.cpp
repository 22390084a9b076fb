// What of a study has an end, and when. Dates come from the signed log and the register, rules from moniker.yaml, and
// what lies there from the folders: whatever an interrupted deletion left is found again. Nothing is due that could
// still be needed to mend what is sealed: when in doubt an item waits, and says for what.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/bundle.hpp"
#include "base/display_name.hpp"
#include "config/retention.hpp"
#include "opened/transcripts.hpp"
#include "rights/log_dates.hpp"
#include "rights/retention.hpp"
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
        audit_(keys.audit),
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
    for (const std::string& key : worked_on()) add_work(key);
    add_assignment();
    add_outputs();
    add_table("attributes", study_.layout.attributes(), rules_.attributes, last_sealed());
    add_linkage();
    add_withdrawn();
    wait_for_outputs();
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
      return output != dates_.outputs.end() && output->second.key == key &&
             is_logged_input(output->second.input, audit_, input) && fs::exists(file) &&
             hex(digest_of_file(file)) == output->second.digest;
    });
  }

  /// Whether the last run decided against these very bytes.
  bool is_put_aside(const std::string& file, const std::string& key, const std::string& input) const {
    if (!map_ || !ledger_.find("scan", key) || !fs::exists(study_.layout.summary(key))) return false;
    const ScanRecord scanned = read_record(study_.layout, key, work_);
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
    const auto seen = found(dates_.scanned, key), sealed = sealed_of(key, input);
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

  /// When these bytes were sealed first.
  std::optional<Days> sealed_of(const std::string& key, const std::string& input) const {
    const auto older = found(dates_.sealed, std::pair(key, input));  // by an older moniker
    return older ? older : found(dates_.sealed, std::pair(key, logged_input(audit_, input)));
  }

  std::optional<Days> first_sealed(const std::string& key) const {
    std::optional<Days> first;
    for (const auto& [place, day] : dates_.sealed) {
      if (place.first == key && (!first || day < *first)) first = day;
    }
    return first;
  }

  std::optional<Days> last_sealed() const {
    std::optional<Days> last;
    for (const auto& [place, day] : dates_.sealed) last = std::max(last, std::optional(day));
    return last;
  }

  /// Whose work files lie there. The folder says it and not the ledger, which has forgotten what it was about when a
  /// deletion was interrupted.
  std::set<std::string> worked_on() const {
    std::set<std::string> keys;
    for (const auto& entry : fs::directory_iterator(study_.layout.work())) {
      const std::string name = entry.path().filename().string(), key = name.substr(0, name.find('.'));
      const auto files = study_.layout.work_files(key);
      if (std::find(files.begin(), files.end(), entry.path()) != files.end()) keys.insert(key);
    }
    return keys;
  }

  /// Who is who, by name, and how the delivered files were called. With no transcript in it, it says nothing that the
  /// register does not.
  void add_assignment() {
    if (!map_ || (map_->assignment.transcripts.empty() && map_->learned.all().empty())) return;
    items_.push_back({.kind = "work",
                      .shown = "work/assignment.age",
                      .rule = rules_.work.text,
                      .due = day_of(rules_.work, last_sealed(), std::nullopt),
                      .waits = delivered_.empty() ? "" : std::string(still_needed),
                      .files = {study_.layout.assignment()}});
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
    item.waits = "it is put away first: `moniker run`, or --apply once all of incoming/ can be seen";
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

  /// The table with its parts.
  void add_linkage() {
    RetentionItem item{.kind = "linkage",
                       .shown = "linkage/linkage.csv.age",
                       .rule = rules_.linkage.text,
                       .due = day_of(rules_.linkage, std::nullopt, std::nullopt)};
    for (const auto& entry : fs::directory_iterator(study_.layout.linkage())) {
      if (!entry.path().filename().native().starts_with('.')) item.files.push_back(entry.path());
    }
    std::sort(item.files.begin(), item.files.end());
    if (item.files.size() > 1) item.shown = "linkage/*";
    if (!item.files.empty()) items_.push_back(std::move(item));
  }

  /// They mask names in others' talk, and refuse the same interview, for as long as any can come.
  void add_withdrawn() {
    for (const WithdrawalRecord& record : study_.withdrawals) {
      const fs::path file = study_.layout.withdrawal(record.person.withdrawn->id);
      items_.push_back(
          {.kind = "withdrawn",
           .shown = file.lexically_relative(study_.layout.root).generic_string(),
           .rule = rules_.withdrawn.text,
           .due = day_of(rules_.withdrawn, std::nullopt, std::nullopt),
           .waits = delivered_.empty() ? "" : "transcripts are still in incoming/, and it masks a name in theirs",
           .files = {file}});
    }
  }

  void add_table(const std::string& kind, const fs::path& file, const RetentionRule& rule, std::optional<Days> sealed) {
    if (!fs::exists(file)) return;
    items_.push_back({.kind = kind,
                      .shown = file.lexically_relative(study_.layout.root).generic_string(),
                      .rule = rule.text,
                      .due = day_of(rule, sealed, std::nullopt),
                      .files = {file}});
  }

  /// Without a rule of their own attributes go when the last transcript went that they are of.
  void wait_for_outputs() {
    const auto is = [](std::string_view kind) { return [kind](const RetentionItem& i) { return i.kind == kind; }; };
    const auto attributes = std::find_if(items_.begin(), items_.end(), is("attributes"));
    if (attributes == items_.end() || rules_.attributes_alone) return;
    if (std::any_of(items_.begin(), items_.end(), is("outputs"))) attributes->waits = "transcripts are still in out/";
  }

  static constexpr std::string_view still_needed =
      "transcripts are still in incoming/, and names learned here mask theirs";

  const Study& study_;
  const seal::Identity& work_;
  const Secret<32>& audit_;  // key
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

}  // namespace

std::vector<RetentionItem> retention_items(const OpenedStudy& opened) {
  return retention_items(opened.study, opened.keys, opened.books.ledger);
}

std::vector<RetentionItem> retention_items(const Study& study, const StudyKeys& keys, const Ledger& ledger) {
  return Inventory(study, keys, ledger).take();
}

}  // namespace moniker::study
