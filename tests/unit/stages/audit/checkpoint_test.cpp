#include "audit/checkpoint.hpp"

#include <catch2/catch.hpp>

#include "audit/named_files.hpp"
#include "audit/proof.hpp"
#include "moniker/error.hpp"
#include "sample_log.hpp"
#include "support/refusal.hpp"

namespace moniker {

using namespace moniker::audit;
namespace {

std::string text_of(const std::vector<AuditFault>& faults) {
  std::string text;
  for (const AuditFault& fault : faults) text += fault.what + "\n";
  return text;
}

/// A log with its head, and a witness beside it, not where the log is.
struct Witnessed : SampleLog {
  std::filesystem::path witness = folder.path() / "witness";
  std::string public_text = key.public_text();

  void go_on(std::uint64_t records, unsigned seed = 1) {
    fill(records, seed, false);
    AuditLog log(file, stopped_clock());
    sign_head(log, file, key, witness);
  }
  std::string faults() const { return text_of(head_faults(file, public_text, {checkpoint_of(file), witness})); }
  /// As whoever holds the signing key does it: nothing of what was signed before is left.
  void forge(std::uint64_t records) {
    std::filesystem::remove(file);
    std::filesystem::remove(signature);
    std::filesystem::remove(checkpoint_of(file));
    fill(records, 7);
  }
};

}  // namespace

TEST_CASE("a head is signed, kept by the witness once, and good for the log that goes on") {
  Witnessed log;
  log.go_on(5);
  log.go_on(5);
  log.go_on(12);
  const auto heads = read_checkpoints(log.witness, log.public_text);
  REQUIRE(heads.size() == 2);
  CHECK(heads[0].size == 5);
  CHECK(heads[1].size == 12);
  CHECK(log.faults().empty());
  log.fill(14, 1, false);
  CHECK(log.faults().empty());
}

TEST_CASE("what was put back as it once was, or made anew, is told by the witness alone") {
  Witnessed log;
  log.go_on(5);
  const std::string old_log = log.text(), old_signature = read_file(log.signature);
  const std::string old_head = read_file(checkpoint_of(log.file));
  log.go_on(12);
  SECTION("log, signature and head of before") {
    log.set_text(old_log);
    publish(log.signature, old_signature);
    publish(checkpoint_of(log.file), old_head);
    CHECK(log.verify().faults.empty());
    CHECK(log.faults() ==
          "witness has a head of 12 records, and the log has 5: it was cut, or put back as it once was\n");
  }
  SECTION("made anew with the study's own key") {
    log.forge(20);
    CHECK(log.verify().faults.empty());
    CHECK(log.faults().find("witness has a head of 5 records, and the log does not begin with those") == 0);
  }
  AuditLog again(log.file, stopped_clock());
  const Problem problem = test::problem_of([&] { sign_head(again, log.file, log.key, log.witness); });
  CHECK(problem.fault == Fault::integrity);
}

TEST_CASE("a head that is gone, torn, altered or somebody else's is a fault") {
  Witnessed log;
  log.go_on(5);
  const std::string good = read_file(log.witness);
  const auto is_told = [&] { return log.faults().find("the head in witness: ") == 0; };
  SECTION("gone") {
    std::filesystem::remove(log.witness);
    CHECK(is_told());
  }
  SECTION("altered") {
    for (std::size_t at = 0; at < good.size() - 1; at += 3) {
      CAPTURE(at);
      std::string other = good;
      other[at] = other[at] == 'A' ? 'B' : 'A';
      publish(log.witness, other);
      CHECK_FALSE(log.faults().empty());
    }
  }
  SECTION("of another key") {
    const auto other = seal::SigningKey::generate();
    publish(log.witness, seal::to_text(make_checkpoint(5, leaf_hash(""), other).note));
    CHECK(is_told());
  }
  SECTION("cut off in the middle of the last one: that one was never signed with") {
    log.go_on(9);
    const std::string two = read_file(log.witness);
    const std::size_t signature = two.rfind("\n\xE2\x80\x94");  // a part of that is a signature that is none
    for (std::size_t size = good.size(); size < signature; ++size) {
      publish(log.witness, two.substr(0, size));
      CHECK(log.faults().empty());
    }
  }
  SECTION("what follows a head and begins none") {
    publish(log.witness, good + "more\n");
    CHECK(is_told());
    publish(log.witness, "more\n");
    CHECK(is_told());
  }
}

TEST_CASE("a head that was torn is cut off before the next is kept") {
  Witnessed log;
  log.go_on(5);
  const std::size_t first = read_file(log.witness).size();
  log.go_on(9);
  const std::string two = read_file(log.witness);
  for (const std::size_t size : {first - 1, first, first + 1, first + 30, two.rfind("\n\xE2\x80\x94")}) {
    CAPTURE(size);
    publish(log.witness, two.substr(0, size));
    append_to_witness(log.witness, read_checkpoints(checkpoint_of(log.file), log.public_text).back());
    CHECK(read_file(log.witness) == two);
  }
}

TEST_CASE("questions that nobody lived to sign stop nobody, and what says something of a file does") {
  Witnessed log;
  log.go_on(5);
  test::TemporaryFolder place;
  const StudyLayout layout{place.path()};
  std::filesystem::create_directories(layout.audit_log().parent_path());
  for (const auto& [from, to] : {std::pair(log.file, layout.audit_log()),
                                 {log.signature, layout.audit_signature()},
                                 {checkpoint_of(log.file), checkpoint_of(layout.audit_log())}})
    std::filesystem::copy_file(from, to);
  const auto add = [&](const Event& event) { AuditLog(layout.audit_log(), stopped_clock()).append(event); };
  add(events::Relinked{.id = "ID04", .found = true, .by = "ann", .reason = "asked"});
  CHECK(verified_files(layout, log.public_key).last_naming() == 0);
  add(events::Sealed{.output = "attributes.csv.age", .digest = std::string(64, '0')});
  CHECK(test::problem_of([&] { verified_files(layout, log.public_key); }).what == "2 records are not yet signed");
}

TEST_CASE("records and beginnings are proved to who has the public key alone") {
  Witnessed log;
  log.go_on(5);
  const auto before = read_checkpoints(checkpoint_of(log.file), log.public_text).back();
  log.go_on(13);
  const auto now = read_checkpoints(checkpoint_of(log.file), log.public_text).back();
  const auto lines = log.lines();
  std::string all;
  for (std::uint64_t number = 1; number <= 13; ++number) {
    const std::string proof = inclusion_proof_text(log.file, number, now);
    const auto proved = verify_proofs(proof, log.public_text);
    REQUIRE(proved.size() == 1);
    CHECK(proved[0].record == lines[number - 1]);
    CHECK(proved[0].number == number);
    CHECK(proved[0].size == 13);
    all += proof + "\n";
  }
  all += consistency_proof_text(log.file, before, now);
  const auto proved = verify_proofs(all, log.public_text);
  REQUIRE(proved.size() == 14);
  CHECK(proved.back().before == 5);
  CHECK_THROWS_AS(inclusion_proof_text(log.file, 14, now), Error);
  CHECK_THROWS_AS(inclusion_proof_text(log.file, 0, now), Error);
  CHECK_THROWS_AS(consistency_proof_text(log.file, now, before), Error);
  CHECK_THROWS_AS(verify_proofs(all, seal::SigningKey::generate().public_text()), Error);
}

TEST_CASE("a proof with any letter changed is none") {
  Witnessed log;
  log.go_on(5);
  const auto before = read_checkpoints(checkpoint_of(log.file), log.public_text).back();
  log.go_on(7);
  const auto now = read_checkpoints(checkpoint_of(log.file), log.public_text).back();
  const bool included = GENERATE(true, false);
  const std::string proof =
      included ? inclusion_proof_text(log.file, 3, now) : consistency_proof_text(log.file, before, now);
  REQUIRE_NOTHROW(verify_proofs(proof, log.public_text));
  for (std::size_t at = 0; at + 1 < proof.size(); ++at) {
    std::string other = proof;
    other[at] = other[at] == 'A' ? 'B' : 'A';
    CAPTURE(at);
    CHECK_THROWS_AS(verify_proofs(other, log.public_text), Error);
    CHECK_THROWS_AS(verify_proofs(proof.substr(0, at), log.public_text), Error);
  }
}

TEST_CASE("a proof whose head is an empty line is none") {
  const std::string key = seal::SigningKey::generate().public_text();
  for (const char* proof : {"old 5\n\n\n", "c2sp.org/tlog-proof@v1\nextra YQ==\nindex 0\n\n\n"}) {
    INFO(proof);
    CHECK_THROWS_AS(verify_proofs(proof, key), Error);
  }
}

TEST_CASE("who cosigns a head is known by a key of their own") {
  Witnessed log;
  log.go_on(5);
  const auto cosigner = seal::SigningKey::generate(), other = seal::SigningKey::generate();
  auto head = read_checkpoints(checkpoint_of(log.file), log.public_text).back();
  const auto heads = log.folder.path() / "heads";
  append_to_witness(heads, head);
  CHECK_FALSE(cosigner_faults({heads}, log.public_text, cosigner.public_text()).empty());
  std::filesystem::remove(heads);
  seal::cosign_note(head.note, cosigner, 1'700'000'000);
  append_to_witness(heads, head);
  CHECK(cosigner_faults({heads}, log.public_text, cosigner.public_text()).empty());
  CHECK_FALSE(cosigner_faults({heads}, log.public_text, other.public_text()).empty());
  CHECK(seal::verify_cosignature(head.note, cosigner.public_text()) == 1'700'000'000);
  const std::string proof = inclusion_proof_text(log.file, 2, head);
  CHECK(verify_proofs(proof, log.public_text, cosigner.public_text()).front().cosigned ==
        std::vector<std::uint64_t>{1'700'000'000});
  CHECK_THROWS_AS(verify_proofs(proof, log.public_text, other.public_text()), Error);
  head.note.signatures.back().bytes[6] ^= 1;
  CHECK_THROWS_AS(seal::verify_cosignature(head.note, cosigner.public_text()), Error);
}

}  // namespace moniker
