#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/audit_log.hpp"
#include "opened/study.hpp"

namespace moniker::study {

/// What was done, for whom it concerns. Holds IDs, paths of ours and digests, and no name of anybody.
struct Certificate {
  struct File {
    std::string path{}, before{}, after{};  // SHA-256; `after` empty: it is gone
    std::string why{};                      // empty, or the rule, or what became of it
  };
  std::string name{};   // of its files: ID04-2026-11-23
  std::string title{};  // "Withdrawal of ID04"
  std::vector<std::pair<std::string, std::string>> facts{};
  std::vector<File> removed{}, replaced{}, deliveries{};
  std::vector<std::string> remarks{};
};

/// certificates/NAME.md and NAME.json, each with its .minisig by the study's signing key, and the event "certified" in
/// the log, which is signed at the end. The .json comes after the event: where it is, all of it is.
void publish_certificate(const Study& study, audit::AuditLog& audit, const Certificate& certificate,
                         const std::optional<std::string>& by);

/// What unlinking is, and is not.
extern const char* const deletion_remark;
/// How a certificate calls delivered files.
extern const char* const keyed_remark;

}  // namespace moniker::study
