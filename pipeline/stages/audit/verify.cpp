#include <fmt/core.h>

#include <algorithm>

#include "audit/audit_log.hpp"
#include "audit/chain.hpp"
#include "audit/log_keys.hpp"
#include "audit/log_lines.hpp"
#include "audit/sign.hpp"
#include "moniker/error.hpp"

namespace moniker::audit {
namespace {

/// What the signature file says, if it can be believed.
struct Voucher {
  std::string signature{}, public_key{};
  std::optional<SignedHead> head{};
};

struct LogReading {
  std::vector<ChainLine> lines{};
  bool torn = false;
  std::optional<seal::Prehash> signed_prehash{};  // of as many lines as were signed, if there are so many
};

void add(AuditReport& report, std::string what, std::string remedy) {
  report.faults.push_back({0, std::move(what), std::move(remedy)});
}

std::optional<std::string> read_part(AuditReport& report, const std::filesystem::path& file, std::string_view name,
                                     std::string_view remedy) {
  try {
    return read_file(file);
  } catch (const Error& error) {
    add(report, fmt::format("{}: {}", name, error.problem().what), std::string(remedy));
    return std::nullopt;
  }
}

/// The log's own word on a change of its key counts where the key that is trusted signed it.
Voucher read_voucher(AuditReport& report, const std::filesystem::path& log, const std::filesystem::path& signature_file,
                     const std::filesystem::path& public_key_file) {
  const auto signature = read_part(report, signature_file, "the log's signature",
                                   "restore it from a copy, or let `moniker run` finish, which signs the log");
  const auto key = read_part(report, public_key_file, "the public key", "name the .pub file of the signing key");
  if (!signature || !key) return {};
  Voucher voucher{.signature = *signature, .public_key = *key};
  try {
    const LogKeys keys(*key, log);
    const LogKey& signer = keys.signer(*signature);
    voucher.public_key = signer.text;
    voucher.head = parse_head_comment(seal::read_trusted_comment(*signature, signer.text));
    if (!voucher.head)
      add(report, "the log's signature: is of something other than an audit log", "restore the .minisig file");
    else if (voucher.head->records > signer.until)
      add(report, "the log's signature: was made with a key that gave way to another before", "find out who signed");
  } catch (const Error& error) {
    add(report, fmt::format("the log's signature: {}", error.problem().what), error.problem().remedy);
  }
  return voucher;
}

LogReading read_log(const std::filesystem::path& log, std::uint64_t signed_records) {
  LogReading reading;
  seal::Prehasher prehasher;
  if (signed_records == 0) reading.signed_prehash = seal::Prehasher(prehasher).finish();
  for_each_line(log, [&](const LogLine& line) {
    reading.torn = !line.whole;
    reading.lines.push_back(
        {.link = line.whole ? parse_link(line.text) : std::nullopt, .digest = digest_of(line.text)});
    prehasher.take(line.text);
    if (line.whole) prehasher.take("\n");
    if (reading.lines.size() == signed_records) reading.signed_prehash = seal::Prehasher(prehasher).finish();
  });
  return reading;
}

bool vouched(const LogReading& reading, const Voucher& voucher) {
  if (!voucher.head || !reading.signed_prehash) return false;
  try {
    seal::verify_signature(*reading.signed_prehash, voucher.signature, voucher.public_key);
    return true;
  } catch (const Error&) {
    return false;
  }
}

void say_what_is_unsigned(AuditReport& report) {
  const std::uint64_t more = report.records - report.signed_records;
  report.faults.push_back(
      {report.signed_records + 1,
       more == 1 ? "1 record is not yet signed" : fmt::format("{} records are not yet signed", more),
       "let `moniker run` finish: it signs the log at its end", true});
}

}  // namespace

AuditReport verify_audit(const std::filesystem::path& log, const std::filesystem::path& signature_file,
                         const std::filesystem::path& public_key_file) {
  AuditReport report;
  const Voucher voucher = read_voucher(report, log, signature_file, public_key_file);
  LogReading reading;
  try {
    reading = read_log(log, voucher.head ? voucher.head->records : 0);
  } catch (const Error& error) {
    add(report, fmt::format("the log: {}", error.problem().what), "restore it from a copy");
    return report;
  }
  report.records = reading.lines.size();
  std::vector<AuditFault> faults = chain_faults(reading.lines, voucher.head);
  if (reading.torn) {
    std::erase_if(faults, [&](const AuditFault& fault) { return fault.line == report.records; });
    faults.push_back({report.records,
                      "the last line is torn: power was lost while it was written, or the end was cut off",
                      "let `moniker run` finish: it cuts the torn line off and records that it did", true});
  }
  if (vouched(reading, voucher)) {
    report.signed_records = voucher.head->records;
    if (faults.empty() && report.records > report.signed_records) say_what_is_unsigned(report);
  } else if (voucher.head && faults.empty()) {
    faults.push_back(
        {0, "the log is not the one that was signed", "restore it from a copy, and find out who had access to it"});
  }
  report.faults.insert(report.faults.end(), faults.begin(), faults.end());
  std::stable_sort(report.faults.begin(), report.faults.end(),
                   [](const AuditFault& a, const AuditFault& b) { return a.line < b.line; });
  return report;
}

}  // namespace moniker::audit
