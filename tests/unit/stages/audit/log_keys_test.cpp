#include "audit/log_keys.hpp"

#include <catch2/catch.hpp>

#include "audit/checkpoint.hpp"
#include "moniker/error.hpp"
#include "sample_log.hpp"
#include "support/refusal.hpp"

namespace moniker {

using namespace moniker::audit;
namespace {

/// A log that was signed by three keys, one after the other, with a witness of all heads.
struct ThreeKeys : SampleLog {
  std::filesystem::path witness = folder.path() / "witness";
  SigningKey second = SigningKey::generate(), third = SigningKey::generate();

  ThreeKeys() {
    sign(5, key);
    change(key, second);
    sign(12, second);
    change(second, third);
    sign(20, third);
  }
  void sign(std::uint64_t records, const SigningKey& by) {
    fill(records, 1, false);
    AuditLog log(file, stopped_clock());
    sign_head(log, file, by, witness);
  }
  void change(const SigningKey& from, const SigningKey& to) const {
    AuditLog log(file, stopped_clock());
    log.append(signing_key_change(from, to, log.records() + 1, log.head(), "me"));
    sign_head(log, file, from, witness);
    sign_head(log, file, to, witness);
  }
  std::string faults(const SigningKey& trusted) const {
    publish(public_key, trusted.public_text());
    std::string text;
    for (const AuditFault& fault : verify().faults) text += fault.what + "\n";
    for (const AuditFault& fault : head_faults(file, trusted.public_text(), {checkpoint_of(file), witness}))
      text += fault.what + "\n";
    return text;
  }
};

}  // namespace

TEST_CASE("whoever trusts one key of a log follows to the next, and heads of all are good") {
  const ThreeKeys log;
  for (const SigningKey* trusted : {&log.key, &log.second, &log.third}) CHECK(log.faults(*trusted).empty());
  CHECK(read_checkpoints(log.witness, LogKeys(log.third.public_text(), log.file)).size() == 7);
  CHECK(log.faults(SigningKey::generate()).find("the log's signature: was signed with key ") == 0);
}

TEST_CASE("a key that gave way signs nothing more") {
  ThreeKeys log;
  AuditLog again(log.file, stopped_clock());
  CHECK(test::refusal_of([&] { sign_head(again, log.file, log.second, log.witness); }) ==
        "the log's signing key has given way to another / end what was interrupted: `moniker rekey signing`");
  SECTION("a head of more records than it vouches for") {
    publish(log.witness, seal::to_text(make_checkpoint(20, leaf_hash(""), log.second).note));
    CHECK(log.faults(log.third).find("was signed with a key that gave way to another before") != std::string::npos);
  }
  SECTION("a signature of the whole log") {
    publish(log.signature, log.second.sign(log.text(), head_comment({20, again.head()})));
    CHECK(log.faults(log.second).find("was made with a key that gave way to another before") != std::string::npos);
    CHECK(log.faults(log.third).find("was signed with key ") != std::string::npos);
  }
}

TEST_CASE("nobody names a successor but the key itself, at this place of this log") {
  SampleLog log;
  log.fill(5);
  const SigningKey thief = SigningKey::generate();
  AuditLog audit(log.file, stopped_clock());
  const auto trusted_until = [&] { return LogKeys(log.key.public_text(), log.file).trusted().until; };
  auto event = signing_key_change(thief, thief, 6, audit.head(), "me");
  event.before = key_line(log.key.public_text());
  SECTION("signed by another") { audit.append(event); }
  SECTION("signed for another place") { audit.append(signing_key_change(log.key, thief, 7, audit.head(), "me")); }
  SECTION("signed for another log") { audit.append(signing_key_change(log.key, thief, 6, digest_of("other"), "me")); }
  CHECK(trusted_until() > 6);
  CHECK_FALSE(test::problem_of([&] { sign_head(audit, log.file, thief); }).what.empty());
}

TEST_CASE("a head that was altered is told under whichever key it is") {
  const ThreeKeys log;
  std::string heads = read_file(log.witness);
  const std::size_t at = heads.find("\n5\n");
  REQUIRE(at != std::string::npos);
  heads[at + 1] = '4';
  publish(log.witness, heads);
  CHECK(log.faults(log.third).find("the head in witness: was altered after it was signed") == 0);
}

}  // namespace moniker
