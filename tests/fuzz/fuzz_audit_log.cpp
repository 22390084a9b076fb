// Audit logs, their signatures and heads from anybody, cut where a byte is 0, read by all who read them. What is good
// by the key in signed_log.hpp is the log that it signed, to the byte.
#include <nlohmann/json.hpp>

#include "audit/audit_log.hpp"
#include "audit/checkpoint.hpp"
#include "audit/named_files.hpp"
#include "audit/segment.hpp"
#include "audit/show.hpp"
#include "dossier/log_account.hpp"
#include "fuzz/fuzzing.hpp"
#include "fuzz/signed_log.hpp"
#include "opened/log_memory.hpp"
#include "rights/log_dates.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

struct Files {
  test::TemporaryFolder folder;
  StudyLayout layout{.root = folder.path()};
  std::filesystem::path key = folder.write("own.pub", fuzz::log_key), heads = layout.audit() / "checkpoint";
};

void read_by_all(const StudyLayout& layout) {
  fuzz::takes([&] { audit::walk_chain(layout.audit_log(), [](std::string_view, std::uint64_t) {}); });
  fuzz::takes([&] { audit::NamedFiles(layout).read(layout.audit_log()); });
  fuzz::takes([&] { audit::read_records(layout.audit_log(), [](const nlohmann::ordered_json&) {}); });
  fuzz::takes([&] {
    audit::show_audit(layout.audit_log(), [](const std::string& line) {
      for (const char c : line) fuzz::hold(c >= ' ');
    });
  });
  fuzz::takes([&] { study::read_log_memory(layout); });
  fuzz::takes([&] { study::read_log_dates(layout); });
  fuzz::takes([&] { study::read_log_account(layout.audit_log()); });
}

/// What is added to a log that can be opened follows what stands there.
void add_to(const StudyLayout& layout) {
  fuzz::takes([&] {
    audit::AuditLog log(layout.audit_log(), [] { return std::chrono::system_clock::time_point{}; });
    const std::uint64_t before = log.records();
    log.append(audit::events::Sealed{.output = "attributes.csv.age", .digest = "ab"});
    fuzz::hold(log.records() == before + 1);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Files files;
  const auto parts = fuzz::parts_of(fuzz::text_of(data, size), 3);
  files.folder.write("audit/audit.jsonl", parts[0]);
  files.folder.write("audit/audit.jsonl.minisig", parts[1]);
  files.folder.write("audit/checkpoint", parts[2]);
  const auto log = files.layout.audit_log();
  const auto report = audit::verify_audit(log, files.layout.audit_signature(), files.key);
  if (report.faults.empty()) fuzz::hold(hex(digest_of(parts[0])) == fuzz::log_digest);
  fuzz::hold(report.signed_records == 0 || report.signed_records == fuzz::records);
  const auto heads = audit::head_faults(log, fuzz::log_key, {files.heads});
  for (const auto& fault : heads) fuzz::hold(!fault.what.empty() && !fault.remedy.empty());
  read_by_all(files.layout);
  add_to(files.layout);
  return 0;
}
