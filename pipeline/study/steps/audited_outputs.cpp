// The log names a digest of every file that leaves the study sealed, and of every certificate. Read from its beginning,
// the last word on each says what must lie there now: so a file that was exchanged, cut, removed or put back as it once
// was is found.
#include "steps/audited_outputs.hpp"

#include <fmt/format.h>

#include <map>

#include "audit/log_events.hpp"
#include "base/bundle.hpp"
#include "base/sha256.hpp"
#include "opened/transcripts.hpp"
#include "shards/plan.hpp"

namespace moniker::study {
namespace {

std::string blake2b_of_file(const std::filesystem::path& file) { return hex(digest_of_file(file)); }

struct Kept {
  std::uint64_t line = 0;
  std::string digest{};  // empty: the log names none
  std::string (*digest_now)(const std::filesystem::path&) = blake2b_of_file;
  std::string_view mend = "run `moniker run` to make it again";
};

/// The last word of the log on every file, by its path in the study.
class LastWords {
 public:
  explicit LastWords(const StudyLayout& layout) : layout_(layout) {}
  /// Of a shard's log, which is no part of the study's yet, nothing is said by line.
  void read(const std::filesystem::path& log, bool of_shard) {
    if (!std::filesystem::exists(log)) return;
    audit::for_each_event(log, [&](const audit::LoggedEvent& logged) {
      line_ = of_shard ? 0 : logged.line;
      std::visit([&](const auto& event) { take(event); }, logged.event);
    });
  }
  const std::map<std::string, Kept>& all() const { return kept_; }

 private:
  void take(const auto&) {}
  void take(const audit::events::Published& event) {
    kept_[shown(layout_.out() / event.output)] = {line_, event.digest};
  }
  void take(const audit::events::Sealed& event) {
    const auto linkage = layout_.linkage_table();
    const auto file = event.output == linkage.filename() ? linkage : layout_.out() / event.output;
    kept_[shown(file)] = {line_, event.digest.value_or("")};
  }
  void take(const audit::events::Withdrawn& event) { kept_.erase(shown(layout_.out() / event.output)); }
  void take(const audit::events::Deleted& event) { kept_.erase(event.name); }
  void take(const audit::events::Certified& event) {
    constexpr std::string_view mend = "look for a copy of it: its signature tells whether that is the one";
    const std::string page = shown(layout_.certificate_page(event.certificate));
    kept_[shown(layout_.certificate_json(event.certificate))] = {line_, event.sha256, sha256_of_file, mend};
    // An older moniker named the digest of the one file alone.
    kept_.erase(page);
    if (event.page_sha256) kept_[page] = {line_, *event.page_sha256, sha256_of_file, mend};
  }
  /// As the log calls files that were deleted.
  std::string shown(const std::filesystem::path& file) const {
    return file.lexically_relative(layout_.root).generic_string();
  }

  const StudyLayout& layout_;
  std::map<std::string, Kept> kept_{};
  std::uint64_t line_ = 0;
};

LastWords last_words(const StudyLayout& layout) {
  LastWords words(layout);
  words.read(layout.audit_log(), false);
  if (const auto plan = read_plan(layout)) {
    for (unsigned number = 1; number <= plan->shards; ++number) {
      words.read(layout.shard(number, plan->shards).log("apply"), true);
    }
  }
  return words;
}

std::optional<audit::AuditFault> fault_of(const std::filesystem::path& root, const std::string& name,
                                          const Kept& kept) {
  const auto file = root / name;
  if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file))) {
    return audit::AuditFault{kept.line, fmt::format("{} is in the log and is gone", name),
                             fmt::format("put it back, or {}", kept.mend)};
  }
  if (kept.digest.empty()) {
    return audit::AuditFault{
        kept.line, fmt::format("of {} the log names no digest: nobody can tell whether it is what was written", name),
        "an older moniker sealed it; `moniker run` seals it again, and names the digest"};
  }
  if (kept.digest_now(file) != kept.digest) {
    return audit::AuditFault{kept.line, fmt::format("{} is not the file that the log names", name),
                             fmt::format("do not use it: delete it and {}", kept.mend)};
  }
  return std::nullopt;
}

}  // namespace

std::vector<audit::AuditFault> check_outputs(const StudyLayout& layout) {
  std::vector<audit::AuditFault> faults;
  const LastWords words = last_words(layout);
  for (const auto& [name, kept] : words.all()) {
    if (auto fault = fault_of(layout.root, name, kept)) faults.push_back(std::move(*fault));
  }
  for (const auto& folder : {layout.out(), layout.linkage()}) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
      const std::string name = entry.path().lexically_relative(layout.root).generic_string();
      if (!words.all().contains(name))
        faults.push_back({0, fmt::format("{} is not in the log", name), "find out where it came from"});
    }
  }
  return faults;
}

audit::AuditReport verify_study(const StudyLayout& layout, const std::filesystem::path& public_key) {
  audit::AuditReport report = audit::verify_audit(layout.audit_log(), layout.audit_signature(), public_key);
  if (report.faults.empty()) report.faults = check_outputs(layout);
  return report;
}

}  // namespace moniker::study
