// What is due goes: logged before, since what is gone has no digest any more, taken away, and logged as gone when it
// is. A call that was interrupted is taken up by the next, which logs what went, and takes what did not; the
// certificate lists what is proved to be gone.
#include "rights/retention.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/bundle.hpp"
#include "base/iso_date.hpp"
#include "base/remove_files.hpp"
#include "base/sha256.hpp"
#include "opened/log_memory.hpp"
#include "opened/transcripts.hpp"
#include "rights/certificate.hpp"
#include "rights/log_dates.hpp"
#include "steps/put_away.hpp"
#include "steps/steps.hpp"

namespace moniker::study {
namespace {

namespace fs = std::filesystem;
using Days = std::chrono::sys_days;
using audit::events::Deleted;
using audit::events::DeletionBegun;

bool is_delivery(const std::string& kind) { return kind == "deliveries" || kind == "quarantine"; }

/// Whether what the log tells of still lies there, as it was.
class Remains {
 public:
  Remains(const Study& study, const StudyKeys& keys) : layout_(study.layout), keys_(keys) {}

  template <class Event>
  bool have(const Event& event) {
    if (is_delivery(event.what)) return delivered().contains({event.file.value_or(""), event.sha256});
    const fs::path file = layout_.root / event.name;
    return fs::exists(file) && sha256_of_file(file) == event.sha256;
  }

 private:
  /// By key, none for a bundle, with their digests as this moniker and an older one log them.
  const std::set<std::pair<std::string, std::string>>& delivered() {
    if (delivered_) return *delivered_;
    delivered_.emplace();
    std::set<fs::path> seen;
    for (const Delivered& file : study::delivered(layout_, keys_.registry)) {
      const auto bundle = bundle_of(file.place);
      const fs::path place = bundle.value_or(file.place);
      if (!seen.insert(place).second || !fs::is_regular_file(fs::symlink_status(place))) continue;
      const std::string digest = sha256_of_file(place);
      for (const std::string& logged : {digest, logged_input(keys_.audit, digest)})
        delivered_->emplace(bundle ? std::string() : file.key, logged);
    }
    return *delivered_;
  }

  const StudyLayout& layout_;
  const StudyKeys& keys_;
  std::optional<std::set<std::pair<std::string, std::string>>> delivered_{};
};

/// How log and certificate call a file: a delivered one by its key, since its name may be a person's.
std::string logged_name(const StudyLayout& layout, const RetentionItem& item, const fs::path& file) {
  if (is_delivery(item.kind)) {
    return fmt::format("incoming/: {} ({})", item.transcript.empty() ? "a transcript" : item.transcript,
                       item.key.empty() ? "a bundle" : "file " + item.key);
  }
  return file.lexically_relative(layout.root).generic_string();
}

DeletionBegun begun(const OpenedStudy& opened, const RetentionItem& item, const fs::path& file, Days as_of) {
  const std::string digest = sha256_of_file(file);
  DeletionBegun event{.what = item.kind,
                      .name = logged_name(opened.study.layout, item, file),
                      .sha256 = is_delivery(item.kind) ? logged_input(opened.keys.audit, digest) : digest,
                      .rule = item.rule,
                      .due = iso_date(*item.due),
                      .as_of = iso_date(as_of),
                      .by = opened.options.by};
  if (!item.key.empty()) event.file = item.key;
  if (item.kind == "outputs") event.output = file.filename().string();
  return event;
}

/// Log, then ledger, then files, then log again: the ledger knows of nothing that is gone.
void remove_item(OpenedStudy& opened, const RetentionItem& item, Days as_of) {
  Books& books = opened.books;
  std::vector<DeletionBegun> events;
  for (const fs::path& file : item.files) events.push_back(begun(opened, item, file, as_of));
  for (const DeletionBegun& event : events) books.audit.add(event);
  books.audit.sync();
  if (item.kind == "work" && !item.key.empty()) books.ledger.forget("scan", {item.key});
  if (item.kind == "outputs") books.ledger.forget("apply", {item.key});
  remove_for_good(item.files, item.shown);
  for (const DeletionBegun& event : events) books.audit.add(deleted(event));
  books.audit.sync();
}

std::string free_name(const StudyLayout& layout, Days day) {
  const std::string stem = "retention-" + iso_date(day);
  std::string name = stem;
  for (int n = 2; fs::exists(layout.certificate_json(name)); ++n) name = fmt::format("{}-{}", stem, n);
  return name;
}

/// Of all that went since the last certificate, by this call or by one that was interrupted; a file that was logged
/// twice once, and none that is there.
std::string certify(OpenedStudy& opened, Days as_of, const std::string& by) {
  const Study& study = opened.study;
  Certificate certificate;
  std::set<std::pair<std::string, std::string>> told;
  Remains remains(study, opened.keys);
  const LogDates dates = read_log_dates(study.layout);
  for (const Deleted& d : dates.uncertified) {
    if (remains.have(d) || !told.emplace(d.name, d.sha256).second) continue;
    (is_delivery(d.what) ? certificate.deliveries : certificate.removed)
        .push_back({.path = d.name, .before = d.sha256, .why = d.what + ": " + d.rule});
  }
  if (told.empty()) return {};
  certificate.name = dates.begun_certificate.empty() ? free_name(study.layout, as_of) : dates.begun_certificate;
  certificate.title = "Deletion after the study's retention rules";
  certificate.facts = {{"as of", iso_date(as_of)}, {"finished", iso_time(opened.options.clock())}, {"by", by}};
  certificate.remarks = {"The audit log is kept.", keyed_remark, deletion_remark};
  publish_certificate(study, opened.books.audit, certificate, by);
  return certificate.name;
}

}  // namespace

RetentionResult apply_retention(OpenedStudy& opened, Days as_of, const std::string& by) {
  RetentionResult result;
  Remains remains(opened.study, opened.keys);
  log_what_went(read_log_memory(opened.study.layout), opened.books.audit,
                [&](const DeletionBegun& event) { return !remains.have(event); });
  // What goes may be what another item waits for.
  for (bool more = true; more;) {
    more = false;
    put_away(opened);
    drop_assignment(opened);
    for (RetentionItem& item : retention_items(opened)) {
      if (!item.due || *item.due > as_of || !item.waits.empty()) continue;
      remove_item(opened, item, as_of);
      result.deleted.push_back(std::move(item));
      more = true;
    }
  }
  result.certificate = certify(opened, as_of, by);
  // Whoever was interrupted may have left a last record unsigned.
  if (result.certificate.empty()) sign_audit(opened.study, opened.books.audit);
  return result;
}

}  // namespace moniker::study
