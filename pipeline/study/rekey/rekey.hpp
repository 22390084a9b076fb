#pragma once
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/passphrase.hpp"
#include "base/style.hpp"
#include "config/config.hpp"
#include "keys/study_key.hpp"

namespace moniker::study {

/// What became of a key.
struct RekeyPage {
  std::string key{};                                       // study, signing
  std::string says{};                                      // in words
  std::string number{};                                    // of the new signing key, as minisign shows it
  bool changed = true;                                     // or it was so already
  std::vector<std::filesystem::path> makes{}, rewrites{};  // key files, of a rehearsal
};
std::string as_text(const RekeyPage& page, const Style& style);
nlohmann::ordered_json as_json(const RekeyPage& page);

/// study.key, the same key, under `now`, or under none where it is empty. Throws Error{usage} as StudyKey does.
RekeyPage change_passphrase(const StudyConfig& config, const StudyKey& key, const Passphrase& now);
/// Whether it would, and nothing more; throws as it does.
RekeyPage rehearse_passphrase(const StudyConfig& config, const StudyKey& key, const Passphrase& now);

/// A new signing key. The record that names it, and the head over that record, are signed by the old one, which then
/// goes; its public half is kept as keys/signing-NUMBER.pub, since certificates and heads of before are verified with
/// it. Throws Error{integrity} where the log is not as it was signed.
RekeyPage change_signing_key(const StudyConfig& config, const std::string& by, const Clock& clock);
/// Which files of keys it would make and rewrite; makes no key; throws as it does.
RekeyPage rehearse_signing_key(const StudyConfig& config);

}  // namespace moniker::study
