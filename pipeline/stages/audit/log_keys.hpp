#pragma once
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "audit/events.hpp"
#include "base/keyed_hash.hpp"
#include "seal/minisign.hpp"

namespace moniker::audit {

/// The line of base64 of a public key file's text.
std::string key_line(std::string_view public_key_text);

/// A public key of a log, in its line of base64, and how far it vouches: up to the record by which it gave way to the
/// next one.
struct LogKey {
  std::string text{};
  std::uint64_t until = std::numeric_limits<std::uint64_t>::max();
};

/// The keys that signed a log, one after the other. Each change is a record, `signing_key_changed`, that the key before
/// signed: so who trusts one of them can follow to the next, without being told of it by anybody else.
class LogKeys {
 public:
  /// One key alone is a list of one.
  LogKeys(std::string_view trusted);
  LogKeys(const std::string& trusted) : LogKeys(std::string_view(trusted)) {}
  /// Those that the log names before and after the trusted one; what it says of others is passed over.
  LogKeys(std::string_view trusted, const std::filesystem::path& log);

  const LogKey& trusted() const { return keys_[trusted_]; }
  /// Of those that may have made this signature, which is the trusted one or came after it; the trusted one where none
  /// did.
  const LogKey& signer(std::string_view signature_text) const;
  /// Of any that ever signed: heads are kept for as long as the log is.
  const LogKey& earlier_signer(std::string_view signature_text) const;
  const std::vector<LogKey>& all() const { return keys_; }
  /// A further one, of which somebody who has no log knows.
  void add(std::string_view text) { keys_.push_back({.text = key_line(text)}); }

 private:
  std::vector<LogKey> keys_{};
  std::size_t trusted_ = 0;
};

/// The record by which `before` gives way to `after`, as the record `number` behind the one with the digest `previous`.
events::SigningKeyChanged signing_key_change(const seal::SigningKey& before, const seal::SigningKey& after,
                                             std::uint64_t number, const Digest& previous, std::string by);

}  // namespace moniker::audit
