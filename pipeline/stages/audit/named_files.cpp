// The log names a digest of every file that leaves the study sealed, and of what else is read back. Read from its
// beginning, the last word on each says what must lie there now: so a file that was exchanged, cut, removed or put back
// as it once was is found.
#include "audit/named_files.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "audit/checkpoint.hpp"
#include "audit/log_events.hpp"
#include "base/bundle.hpp"
#include "base/sha256.hpp"
#include "moniker/error.hpp"

namespace moniker::audit {
namespace {

constexpr std::string_view run_again = "run `moniker run` to make it again",
                           look_for_copy = "look for a copy of it: its signature tells whether that is the one",
                           from_backup = "restore it from a backup",
                           seal_again = "end what was interrupted: `moniker rekey recipients`",
                           end_deletion = "end the deletion that was interrupted: `moniker retention --apply`";

}  // namespace

struct NamedFiles::Taking {
  const NamedFiles& names;
  const StudyLayout& layout;
  std::map<std::string, NamedFile>& files;
  std::uint64_t& last_naming;
  std::uint64_t line = 0;

  void name(const std::filesystem::path& file, NamedFile named) {
    named.line = last_naming = line;
    files[names.name_of(file)] = std::move(named);
  }
  /// Whether it is the one that the root is of, only study.key can tell.
  void take_registry(const std::optional<std::string>& root) {
    if (root) name(layout.registry(), {.wants_digest = false, .mend = from_backup});
  }
  void forget(const std::string& file) {
    files.erase(file);
    last_naming = line;
  }
  void forget(const std::filesystem::path& file) { forget(names.name_of(file)); }

  void take(const auto&) {}
  void take(const events::Published& event) {
    name(layout.out() / event.output, {.digest = event.digest, .mend = run_again});
  }
  void take(const events::Sealed& event) {
    const bool part = event.output.ends_with(kept_part);  // whose names are nowhere else
    name(layout.sealed(event.output), {.digest = event.digest, .mend = part ? from_backup : run_again});
  }
  /// It was opened by the digest before, so that it holds what was sealed then.
  void take(const events::Resealed& event) {
    const auto named = files.find(event.output);
    if (named == files.end()) return;
    NamedFile& file = named->second;
    if (file.digest) file.before.push_back(*file.digest);
    file.line = last_naming = line;
    file.digest = event.digest;
    file.recipients = event.recipients;
    file.mend = seal_again;
  }
  void take(const events::Withdrawn& event) { forget(layout.sealed(event.output)); }
  void take(const events::DeletionBegun& event) {
    const auto named = files.find(event.name);
    if (named != files.end()) named->second.mend = end_deletion;
    last_naming = line;
  }
  void take(const events::Deleted& event) { forget(event.name); }
  void take(const events::WithdrawalBegun& event) {
    name(layout.withdrawal(event.participant), {.digest = event.digest, .wants_digest = false, .mend = from_backup});
    take_registry(event.registry);
  }
  void take(const events::Decided& event) {
    name(layout.decision(event.number), {.digest = event.sealed, .wants_digest = false, .mend = from_backup});
  }
  void take(const events::Assigned& event) { take_registry(event.registry); }
  void take(const events::PutAway& event) { take_registry(event.registry); }
  void take(const events::Finished& event) {
    take_registry(event.registry);
    if (event.report) name(layout.report_json(), {.digest = event.report, .mend = run_again});
    if (event.page) name(layout.report_page(), {.digest = event.page, .mend = run_again});
  }
  void take(const events::Certified& event) {
    const auto page = layout.certificate_page(event.certificate);
    name(layout.certificate_json(event.certificate), {.digest = event.sha256, .sha256 = true, .mend = look_for_copy});
    // An older moniker named the digest of the one file alone.
    forget(page);
    if (event.page_sha256) name(page, {.digest = event.page_sha256, .sha256 = true, .mend = look_for_copy});
  }
};

void NamedFiles::read(const std::filesystem::path& log, bool of_shard) {
  read(log, of_shard, std::numeric_limits<std::uint64_t>::max());
}

void NamedFiles::read_signed(const std::filesystem::path& log, std::uint64_t records) { read(log, false, records); }

void NamedFiles::read(const std::filesystem::path& log, bool of_shard, std::uint64_t records) {
  if (!std::filesystem::exists(log)) return;
  Taking taking{*this, layout_, files_, last_naming_};
  for_each_event(log, [&](const LoggedEvent& logged) {
    if (logged.line > records) return;
    taking.line = of_shard ? 0 : logged.line;
    std::visit([&](const auto& event) { taking.take(event); }, logged.event);
  });
}

std::string NamedFiles::name_of(const std::filesystem::path& file) const {
  return file.lexically_relative(layout_.root).generic_string();
}

const NamedFile* NamedFiles::find(const std::filesystem::path& file) const {
  const auto found = files_.find(name_of(file));
  return found == files_.end() ? nullptr : &found->second;
}

std::optional<AuditFault> fault_of(const StudyLayout& layout, const std::string& name, const NamedFile& named) {
  const auto file = layout.root / name;
  if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file))) {
    return AuditFault{named.line, fmt::format("{} is in the log and is gone", name),
                      fmt::format("put it back, or {}", named.mend)};
  }
  if (!named.digest) {
    if (!named.wants_digest) return std::nullopt;
    return AuditFault{
        named.line, fmt::format("of {} the log names no digest: nobody can tell whether it is what was written", name),
        "an older moniker sealed it; `moniker run` seals it again, and names the digest"};
  }
  const std::string now = named.sha256 ? sha256_of_file(file) : hex(digest_of_file(file));
  if (now == *named.digest) return std::nullopt;
  return AuditFault{named.line, fmt::format("{} is not the file that the log names", name),
                    fmt::format("do not use it: delete it and {}", named.mend)};
}

AuditReport verify_log(const StudyLayout& layout, const std::filesystem::path& public_key,
                       const std::vector<std::filesystem::path>& heads) {
  AuditReport report = verify_audit(layout.audit_log(), layout.audit_signature(), public_key);
  const bool broken = std::any_of(report.faults.begin(), report.faults.end(), [](const auto& f) { return !f.passing; });
  if (broken || !std::filesystem::exists(public_key)) return report;
  std::vector<std::filesystem::path> files{checkpoint_of(layout.audit_log())};
  files.insert(files.end(), heads.begin(), heads.end());
  for (AuditFault& fault : head_faults(layout.audit_log(), read_file(public_key), files))
    report.faults.push_back(std::move(fault));
  return report;
}

NamedFiles verified_files(const StudyLayout& layout, const std::filesystem::path& public_key,
                          const std::filesystem::path& witness) {
  const auto log = layout.audit_log();
  const AuditReport report =
      verify_log(layout, public_key, witness.empty() ? std::vector<std::filesystem::path>{} : std::vector{witness});
  const auto refuse = [&](const AuditFault& fault) {
    throw Error::integrity(fault.what, fault.remedy, {log.string(), {static_cast<std::uint32_t>(fault.line), 0}});
  };
  for (const AuditFault& fault : report.faults) {
    if (!fault.passing) refuse(fault);
  }
  NamedFiles files(layout);
  files.read(log);
  if (!report.faults.empty() && files.last_naming() > report.signed_records) refuse(report.faults.front());
  return files;
}

}  // namespace moniker::audit
