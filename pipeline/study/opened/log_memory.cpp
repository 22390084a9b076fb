#include "opened/log_memory.hpp"

#include <algorithm>

#include "audit/audit_log.hpp"
#include "audit/checkpoint.hpp"
#include "audit/log_events.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

struct Remembering {
  const StudyLayout& layout;
  LogMemory memory{};
  std::uint64_t line = 0;
  bool is_first = true;  // no root was named yet, and nothing published

  void take(const auto&) {}
  void take(const audit::events::Published&) { is_first = memory.registry_may_be_empty = false; }
  void take(const audit::events::WithdrawalBegun& event) {
    memory.withdrawn.insert(event.participant);
    memory.released.erase(event.participant);
    about_to(event.registry);
  }
  void take(const audit::events::DeletionBegun& event) {
    forget_going(event.name, event.sha256);  // begun once more
    memory.going.push_back(event);
  }
  /// By a rule of retention.
  void take(const audit::events::Deleted& event) {
    forget_going(event.name, event.sha256);
    std::erase_if(memory.withdrawn, [&](const std::string& id) {
      const bool it = event.name == layout.withdrawal(id).lexically_relative(layout.root).generic_string();
      if (it) memory.released.insert(id);
      return it;
    });
  }
  void take(const audit::events::Decided& event) { memory.decided[event.number] = event.digest; }
  void take(const audit::events::Assigned& event) { about_to(event.registry); }
  void take(const audit::events::PutAway& event) { about_to(event.registry); }
  void take(const audit::events::Finished& event) {
    memory.registry.clear();
    about_to(event.registry);
    is_first = memory.registry_may_be_empty = false;
    memory.finished = line;
    memory.ledger = event.ledger.value_or("");
  }
  void forget_going(const std::string& name, const std::string& digest) {
    std::erase_if(memory.going, [&](const auto& one) { return one.name == name && one.sha256 == digest; });
  }
  void about_to(const std::optional<std::string>& root) {
    memory.registry_may_be_empty = is_first;
    if (root)
      memory.registry.push_back({line, *root});
    else
      memory.registry.clear();
  }
};

}  // namespace

audit::events::Deleted deleted(const audit::events::DeletionBegun& event) {
  return {event.what, event.name, event.sha256, event.rule, event.due, event.as_of, event.file, event.output};
}

void log_what_went(const LogMemory& memory, audit::AuditLog& log,
                   const std::function<bool(const audit::events::DeletionBegun&)>& went) {
  for (const audit::events::DeletionBegun& event : memory.going) {
    if (went(event)) log.add(deleted(event));
  }
  log.sync();
}

LogMemory read_log_memory(const StudyLayout& layout) {
  Remembering remembering{layout};
  if (!std::filesystem::exists(layout.audit_log())) return {};
  audit::for_each_event(layout.audit_log(), [&](const audit::LoggedEvent& logged) {
    remembering.line = logged.line;
    std::visit([&](const auto& event) { remembering.take(event); }, logged.event);
  });
  return std::move(remembering.memory);
}

void require_good_log(const StudyLayout& layout, const std::filesystem::path& public_key,
                      const std::filesystem::path& witness) {
  const auto log = layout.audit_log();
  if (!std::filesystem::exists(layout.audit_signature()) || !std::filesystem::exists(public_key)) return;
  audit::AuditReport report = audit::verify_audit(log, layout.audit_signature(), public_key);
  std::vector<std::filesystem::path> heads;  // what is not there yet the next signature makes
  for (const auto& file : {audit::checkpoint_of(log), witness}) {
    if (!file.empty() && std::filesystem::exists(file)) heads.push_back(file);
  }
  if (std::filesystem::exists(log)) {
    for (audit::AuditFault& one : audit::head_faults(log, read_file(public_key), heads))
      report.faults.push_back(std::move(one));
  }
  const auto fault = std::find_if(report.faults.begin(), report.faults.end(),
                                  [](const audit::AuditFault& one) { return !one.passing; });
  if (fault == report.faults.end()) return;
  throw Error::integrity(fault->what, fault->remedy, {log.string(), {static_cast<std::uint32_t>(fault->line), 0}});
}

}  // namespace moniker::study
