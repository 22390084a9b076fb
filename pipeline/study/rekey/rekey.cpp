// Keys changed in steps, each of which may be the last: what is left to do is seen from the keys and the log that lie
// there. Of a signing key: the new one is made aside; the log names it, by the old one's signature; the old one signs
// the head over that; the new one signs the log; then it takes its place, and last its public half does.
#include "rekey/rekey.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "audit/audit_log.hpp"
#include "audit/log_keys.hpp"
#include "audit/sign.hpp"
#include "base/atomic_file.hpp"
#include "base/layout.hpp"
#include "base/lock.hpp"
#include "base/remove_files.hpp"
#include "keys/keys.hpp"
#include "moniker/error.hpp"
#include "opened/log_memory.hpp"

namespace moniker::study {
namespace {

using Path = std::filesystem::path;

/// Where a signing key lies until the log is signed with it.
Path next_secret(const StudyConfig& config) {
  return config.signing_key.parent_path() / ("next-" + config.signing_key.filename().string());
}
Path next_public(const StudyConfig& config) {
  return config.signing_key.parent_path() / ("next-" + config.signing_public_key.filename().string());
}

void remove_next(const Path& file) { remove_for_good({file}, file.string()); }

/// What verifies certificates and heads of before.
Path kept_public(const StudyConfig& config, const std::string& text) {
  return config.signing_public_key.parent_path() / fmt::format("signing-{}.pub", seal::public_number(text));
}
void keep_public(const StudyConfig& config, const std::string& text) {
  publish(kept_public(config, text), text, AtomicFile::IfThere::replace, 0644);
}

seal::SigningKey next_key(const StudyConfig& config) {
  const Path secret = next_secret(config);
  if (!std::filesystem::exists(secret)) {
    remove_next(next_public(config));
    seal::SigningKey::generate().write(secret, next_public(config));
  }
  return seal::SigningKey::read(secret);
}

/// The log names the next key, and is signed with it.
void hand_over(const StudyConfig& config, const std::string& by, const Clock& clock, const seal::SigningKey& old,
               const seal::SigningKey& next) {
  const Path file = StudyLayout{config.folder}.audit_log();
  audit::AuditLog log(file, clock);
  const auto named = [&] { return audit::LogKeys(old.public_text(), file).trusted().until; };
  if (named() > log.records()) log.append(audit::signing_key_change(old, next, log.records() + 1, log.head(), by));
  if (named() == log.records()) audit::sign_head(log, file, old, config.witness);
  audit::sign_head(log, file, next, config.witness);
}

/// Last of all, since a change is at its end when the public half is the new one's.
RekeyPage put_public(const StudyConfig& config, const seal::SigningKey& key) {
  remove_next(next_public(config));
  publish(config.signing_public_key, key.public_text(), AtomicFile::IfThere::replace, 0644);
  return {.key = "signing",
          .says = "signs the audit log from now on; give signing.pub to whoever checks",
          .number = seal::public_number(key.public_text())};
}

/// Also where the call before was killed at the end of its work.
bool lies_under(const Path& file, const Passphrase& passphrase) {
  const bool under = is_under_passphrase(file);
  if (!under || passphrase.empty()) return under != passphrase.empty();
  try {
    read_study_key(file, passphrase);
    return true;
  } catch (const Error&) {
    return false;
  }
}

RekeyPage passphrase_page(const Passphrase& now) {
  return {.key = "study",
          .says = now.empty() ? "lies under no passphrase: its file's mode protects it"
                              : "lies under that passphrase: nothing opens it without"};
}

/// All but the public half of a signing key was in its place when a call before ended.
bool is_moved(const StudyConfig& config, const seal::SigningKey& old) {
  return !std::filesystem::exists(next_secret(config)) &&
         audit::key_line(read_file(config.signing_public_key)) != audit::key_line(old.public_text());
}

}  // namespace

RekeyPage rehearse_passphrase(const StudyConfig& config, const StudyKey& key, const Passphrase& now) {
  RekeyPage page = passphrase_page(now);
  page.changed = !lies_under(config.study_key, now);
  if (!page.changed) return page;
  key.of(config.study_key);
  page.rewrites = {config.study_key};
  return page;
}

RekeyPage rehearse_signing_key(const StudyConfig& config) {
  const StudyLayout layout{config.folder};
  const Lock lock(layout.lock());
  require_good_log(layout, config.signing_public_key, config.witness);
  const seal::SigningKey old = seal::SigningKey::read(config.signing_key);
  RekeyPage page{.key = "signing", .rewrites = {config.signing_public_key}};
  if (is_moved(config, old)) return page;
  page.rewrites.push_back(config.signing_key);
  page.makes = {kept_public(config, old.public_text())};
  return page;
}

RekeyPage change_passphrase(const StudyConfig& config, const StudyKey& key, const Passphrase& now) {
  RekeyPage page = passphrase_page(now);
  remove_stale(config.study_key.parent_path());  // of a call that was killed: the key under none may lie there
  page.changed = !lies_under(config.study_key, now);
  if (page.changed) write_study_key(config.study_key, key.of(config.study_key), now, AtomicFile::IfThere::replace);
  return page;
}

RekeyPage change_signing_key(const StudyConfig& config, const std::string& by, const Clock& clock) {
  const StudyLayout layout{config.folder};
  const Lock lock(layout.lock());
  for (const Path& folder : {config.signing_key.parent_path(), layout.audit()}) remove_stale(folder);
  require_good_log(layout, config.signing_public_key, config.witness);
  const seal::SigningKey old = seal::SigningKey::read(config.signing_key);
  if (is_moved(config, old)) return put_public(config, old);
  const seal::SigningKey next = next_key(config);
  hand_over(config, by, clock, old, next);
  keep_public(config, old.public_text());
  rename_whole(next_secret(config), config.signing_key);
  sync_folder(config.signing_key.parent_path());
  return put_public(config, next);
}

std::string as_text(const RekeyPage& page, const Style& style) {
  return fmt::format("{}{}.key{} {}{}{}\n", style.bold, page.key, style.plain, page.changed ? "" : "already ",
                     page.says, page.number.empty() ? "" : fmt::format(" (minisign public key {})", page.number));
}

nlohmann::ordered_json as_json(const RekeyPage& page) {
  nlohmann::ordered_json json{{"key", page.key}, {"changed", page.changed}};
  if (!page.number.empty()) json["number"] = page.number;
  return json;
}

}  // namespace moniker::study
