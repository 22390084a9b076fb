#include "shards/shard_records.hpp"

#include <fstream>

#include "audit/events.hpp"
#include "audit/record.hpp"
#include "audit/segment.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

std::string said(std::string_view line) {
  const Digest digest = digest_of(audit::record_body(line));
  return {digest.begin(), digest.begin() + 16};
}

ShardRecords::Taken taken_since(const std::filesystem::path& log, const ShardPlan& plan) {
  ShardRecords::Taken taken;
  std::uint64_t number = 0;
  std::string head = hex(digest_of(""));
  audit::walk_chain(log, [&](std::string_view line, std::uint64_t) {
    if (++number > plan.audit_records) ++taken[said(line)];
    if (number == plan.audit_records) head = hex(digest_of(line));
  });
  if (number >= plan.audit_records && head == plan.audit_head) return taken;
  throw Error::integrity("the audit log is not the one that the study was planned with",
                         "restore it from a copy; what the shards did waits", {log.string()});
}

}  // namespace

ShardRecords::ShardRecords(const ShardPlan& plan) : plan_(plan) {
  for (const PlannedFile& file : plan.files) records_[file.key];
}

std::string ShardRecords::file_of(std::string_view line) const {
  const auto parts = audit::record_parts(line);
  const auto event = parts ? audit::read_event(parts->event, parts->fields) : std::nullopt;
  const auto file = event ? records_.find(std::string(audit::file_of(*event))) : records_.end();
  return file == records_.end() ? std::string() : file->first;
}

audit::SignedHead ShardRecords::add(const std::filesystem::path& log) {
  logs_.push_back(log);
  std::vector<Record> waiting;
  std::string last;
  const auto give = [&](const std::string& file) {
    auto& list = records_[file];
    list.insert(list.end(), waiting.begin(), waiting.end());
    waiting.clear();
  };
  const audit::SignedHead head = audit::walk_chain(log, [&](std::string_view line, std::uint64_t offset) {
    waiting.push_back({logs_.size() - 1, offset, line.size()});
    const std::string file = file_of(line);
    if (!file.empty()) give(last = file);
  });
  give(last);
  return head;
}

void ShardRecords::take_into(audit::AuditLog& audit, const std::filesystem::path& file) const {
  audit.sync();
  Taken taken = taken_since(file, plan_);
  for (const PlannedFile& planned : plan_.files) take(records_.at(planned.key), taken, audit);
  if (const auto rest = records_.find(""); rest != records_.end()) take(rest->second, taken, audit);
  audit.sync();
}

void ShardRecords::take(const std::vector<Record>& records, Taken& taken, audit::AuditLog& audit) const {
  std::ifstream log;
  std::size_t opened = logs_.size();
  std::string line;
  for (const Record& record : records) {
    if (opened != record.log) log = std::ifstream(logs_[opened = record.log], std::ios::binary);
    line.resize(record.size);
    log.seekg(static_cast<std::streamoff>(record.offset));
    if (!log.read(line.data(), static_cast<std::streamsize>(line.size()))) {
      throw Error::input("the log of the shard cannot be read",
                         "check the disk and its permissions, and run this again", {logs_[record.log].string()});
    }
    if (const auto there = taken.find(said(line)); there != taken.end() && there->second > 0) {
      --there->second;
    } else {
      audit.adopt(line);
    }
  }
}

}  // namespace moniker::study
