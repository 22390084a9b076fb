#include "rekey/rekey.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "audit/checkpoint.hpp"
#include "audit/log_keys.hpp"
#include "audit/named_files.hpp"
#include "audit/sign.hpp"
#include "base/layout.hpp"
#include "config/init.hpp"
#include "keys/keys.hpp"
#include "moniker/error.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::study;
namespace {

Clock now() {
  return [] { return std::chrono::system_clock::now(); };
}

StudyKey opened_with(const std::string& passphrase) {
  return StudyKey({.instead = {}, .passphrase = [passphrase](const auto&) { return Passphrase(passphrase); }});
}

/// A study with keys and a signed log of one record.
struct Keys {
  test::TemporaryFolder temp{};
  StudyLayout layout{.root = temp.path() / "study"};
  StudyConfig config{};
  std::string first{};  // public key

  Keys() {
    init_study(layout.root);
    temp.write("study/keys/custodian.pub", "age1x\n");
    write_study_key(layout.study_key());
    seal::SigningKey::generate().write(layout.signing_key(), layout.signing_public_key());
    config = read_config(layout.root);
    config.witness = temp.path() / "witness";
    first = read_file(config.signing_public_key);
    audit::AuditLog log(layout.audit_log(), now());
    log.append(audit::events::Exported{.package = "nvivo"});
    audit::sign_head(log, layout.audit_log(), seal::SigningKey::read(config.signing_key), config.witness);
  }
  std::string faults(const std::string& public_key) const {
    const auto file = temp.path() / "trusted.pub";
    publish(file, public_key);
    std::string text;
    for (const auto& fault : audit::verify_log(layout, file, {config.witness}).faults) text += fault.what + "\n";
    return text;
  }
  std::string key_hex(const StudyKey& key) const {
    const Secret<32>& secret = key.of(config.study_key);
    return hex({reinterpret_cast<const char*>(secret.data()), secret.size()});
  }
  std::vector<std::string> in_keys() const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(layout.keys()))
      names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
  }
};

}  // namespace

TEST_CASE("study.key comes under a passphrase, another one, and none, and stays the same key") {
  const Keys keys;
  const std::string key = keys.key_hex(StudyKey());
  CHECK(change_passphrase(keys.config, StudyKey(), Passphrase("one")).changed);
  CHECK(keys.key_hex(opened_with("one")) == key);
  CHECK_FALSE(change_passphrase(keys.config, opened_with("never asked"), Passphrase("one")).changed);
  CHECK(change_passphrase(keys.config, opened_with("one"), Passphrase("two")).changed);
  CHECK(keys.key_hex(opened_with("two")) == key);
  const std::string before = read_file(keys.config.study_key);
  CHECK(test::problem_of([&] { change_passphrase(keys.config, opened_with("one"), {}); }).fault == Fault::usage);
  CHECK(read_file(keys.config.study_key) == before);
  CHECK(change_passphrase(keys.config, opened_with("two"), {}).changed);
  CHECK(keys.key_hex(StudyKey()) == key);
  CHECK_FALSE(change_passphrase(keys.config, StudyKey(), {}).changed);
}

TEST_CASE("a new signing key is named by the old one, and both lead to a good log") {
  const Keys keys;
  const RekeyPage page = change_signing_key(keys.config, "me", now());
  const std::string second = read_file(keys.config.signing_public_key);
  CHECK(second != keys.first);
  CHECK(page.number == seal::public_number(second));
  CHECK(seal::SigningKey::read(keys.config.signing_key).public_text() == second);
  CHECK(keys.faults(keys.first).empty());
  CHECK(keys.faults(second).empty());
  CHECK(keys.in_keys() == std::vector<std::string>{"custodian.pub",
                                                   "signing-" + seal::public_number(keys.first) + ".pub", "signing.key",
                                                   "signing.pub", "study.key"});
  change_signing_key(keys.config, "me", now());
  CHECK(keys.faults(keys.first).empty());
  CHECK(keys.faults(read_file(keys.config.signing_public_key)).empty());
}

// What lies there after each step is what a kill would leave; the step after it is done by the next call.
TEST_CASE("a change of the signing key that was interrupted is ended by the same call, and the log is good all along") {
  const Keys keys;
  const auto next_secret = keys.layout.keys() / "next-signing.key",
             next_public = keys.layout.keys() / "next-signing.pub";
  const seal::SigningKey next = seal::SigningKey::generate(), old = seal::SigningKey::read(keys.config.signing_key);
  const auto file = keys.layout.audit_log();
  const int steps = GENERATE(1, 2, 3, 4, 5, 6);
  next.write(next_secret, next_public);
  {
    audit::AuditLog log(file, now());
    if (steps >= 2) log.append(audit::signing_key_change(old, next, log.records() + 1, log.head(), "me"));
    if (steps >= 3) audit::sign_head(log, file, old, keys.config.witness);
    if (steps >= 4) audit::sign_head(log, file, next, keys.config.witness);
  }
  if (steps >= 5) std::filesystem::rename(next_secret, keys.config.signing_key);
  if (steps >= 6) std::filesystem::remove(next_public);
  INFO(steps);
  if (steps != 2) CHECK(keys.faults(keys.first).empty());
  change_signing_key(keys.config, "me", now());
  CHECK(read_file(keys.config.signing_public_key) == next.public_text());
  CHECK(seal::SigningKey::read(keys.config.signing_key).public_text() == next.public_text());
  CHECK(keys.faults(keys.first).empty());
  CHECK(keys.faults(next.public_text()).empty());
  CHECK_FALSE(std::filesystem::exists(next_secret));
  CHECK_FALSE(std::filesystem::exists(next_public));
}

TEST_CASE("no key is changed where the log is not as it was signed") {
  const Keys keys;
  std::string log = read_file(keys.layout.audit_log());
  log.replace(log.find("nvivo"), 5, "other");
  publish(keys.layout.audit_log(), log);
  CHECK(test::problem_of([&] { change_signing_key(keys.config, "me", now()); }).fault == Fault::integrity);
  CHECK(read_file(keys.config.signing_public_key) == keys.first);
}

TEST_CASE("what became of a key is told") {
  CHECK(as_text({.key = "signing", .says = "signs", .number = "A1"}, no_style) ==
        "signing.key signs (minisign public key A1)\n");
  CHECK(as_json({.key = "study", .says = "lies", .changed = false}).dump() == R"({"key":"study","changed":false})");
}

}  // namespace moniker
