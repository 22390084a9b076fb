// The log names a digest of every file that leaves the study sealed, and of what else is read back. Read from its
// beginning, the last word on each says what must lie there now: so a file that was exchanged, cut, removed or put back
// as it once was is found.
#include "audit/named_files.hpp"

#include <fmt/format.h>

#include "audit/log_events.hpp"
#include "base/bundle.hpp"
#include "base/sha256.hpp"
#include "moniker/error.hpp"

namespace moniker::audit {
namespace {

constexpr std::string_view run_again = "run `moniker run` to make it again",
                           look_for_copy = "look for a copy of it: its signature tells whether that is the one",
                           from_backup = "restore it from a backup";

}  // namespace

struct NamedFiles::Taking {
  const NamedFiles& names;
  const StudyLayout& layout;
  std::map<std::string, NamedFile>& files;
  std::uint64_t line = 0;

  void name(const std::filesystem::path& file, NamedFile named) {
    named.line = line;
    files[names.name_of(file)] = std::move(named);
  }
  void forget(const std::filesystem::path& file) { files.erase(names.name_of(file)); }

  void take(const auto&) {}
  void take(const events::Published& event) {
    name(layout.out() / event.output, {.digest = event.digest, .mend = run_again});
  }
  void take(const events::Sealed& event) {
    const auto linkage = layout.linkage_table();
    name(event.output == linkage.filename() ? linkage : layout.out() / event.output,
         {.digest = event.digest, .mend = run_again});
  }
  void take(const events::Withdrawn& event) { forget(layout.out() / event.output); }
  void take(const events::Deleted& event) { files.erase(event.name); }
  void take(const events::Certified& event) {
    const auto page = layout.certificate_page(event.certificate);
    name(layout.certificate_json(event.certificate), {.digest = event.sha256, .sha256 = true, .mend = look_for_copy});
    // An older moniker named the digest of the one file alone.
    forget(page);
    if (event.page_sha256) name(page, {.digest = event.page_sha256, .sha256 = true, .mend = look_for_copy});
  }
};

void NamedFiles::read(const std::filesystem::path& log, bool of_shard) {
  if (!std::filesystem::exists(log)) return;
  Taking taking{*this, layout_, files_};
  for_each_event(log, [&](const LoggedEvent& logged) {
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

NamedFiles verified_files(const StudyLayout& layout, const std::filesystem::path& public_key) {
  const auto log = layout.audit_log();
  const AuditReport report = verify_audit(log, layout.audit_signature(), public_key);
  if (!report.faults.empty()) {
    const AuditFault& first = report.faults.front();
    throw Error::integrity(first.what, first.remedy, {log.string(), {static_cast<std::uint32_t>(first.line), 0}});
  }
  NamedFiles files(layout);
  files.read(log);
  return files;
}

}  // namespace moniker::audit
