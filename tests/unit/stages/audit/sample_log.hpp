#pragma once
#include <chrono>
#include <random>
#include <string>
#include <vector>

#include "audit/audit_log.hpp"
#include "audit/replacement_rows.hpp"
#include "audit/sign.hpp"
#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::audit;
using namespace moniker::seal;

inline Clock stopped_clock() {
  return
      [] { return std::chrono::system_clock::time_point(std::chrono::seconds(1'795'400'080)); };  // 2026-11-23 02:14:40
}

/// A log in a folder of its own, with the key that signs it.
struct SampleLog {
  test::TemporaryFolder folder;
  std::filesystem::path file = folder.path() / "audit.jsonl", signature = folder.path() / "audit.jsonl.minisig",
                        public_key = folder.path() / "s.pub";
  SigningKey key = SigningKey::generate();

  SampleLog() { publish(public_key, key.public_text()); }

  /// So many records, of both kinds, then signed if asked.
  void fill(std::uint64_t records, unsigned seed = 1, bool sign = true) {
    std::mt19937 random(seed);
    AuditLog log(file, stopped_clock());
    while (log.records() < records) {
      if (random() % 3 == 0) {
        ReplacementRecord row{.turn = random() % 99,
                              .begin = 3,
                              .label = "PERSON",
                              .rule = "register",
                              .by = "[PERSON_3]",
                              .score = 0.95F,
                              .was = digest_of(std::to_string(random()))};
        ReplacementRows rows("ID04", [&](std::string_view body) { log.add(events::Replaced{body}); });
        for (auto count = 1 + random() % 3; count > 0; --count) rows.add(row);
        rows.finish();
      } else {
        log.append(
            events::Scanned{.file = "ab" + std::to_string(random() % 1000), .input = "0c", .rules = "17", .issues = 4});
      }
    }
    log.sync();
    if (sign) sign_head(log, file, key);
  }

  std::string text() const { return read_file(file); }
  void set_text(std::string_view bytes) const { publish(file, bytes); }
  std::vector<std::string> lines() const {
    std::vector<std::string> all;
    const std::string bytes = text();
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t end = bytes.find('\n', at);
      all.push_back(bytes.substr(at, end - at));
      at = end + 1;
    }
    return all;
  }
  void set_lines(const std::vector<std::string>& all) const {
    std::string bytes;
    for (const std::string& line : all) bytes += line + '\n';
    set_text(bytes);
  }
  AuditReport verify() const { return verify_audit(file, signature, public_key); }
};

}  // namespace moniker
