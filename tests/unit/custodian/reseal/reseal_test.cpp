#include "reseal/reseal.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "audit/audit_log.hpp"
#include "audit/named_files.hpp"
#include "audit/sign.hpp"
#include "base/atomic_file.hpp"
#include "moniker/error.hpp"
#include "outputs/open_sealed.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

Clock now() {
  return [] { return std::chrono::system_clock::now(); };
}

seal::Identity copy_of(const seal::Identity& identity) { return seal::Identity::parse(identity.secret_text()); }

/// A study with two transcripts and a linkage table, sealed to somebody who leaves.
struct Sealed {
  test::TemporaryFolder temp{};
  StudyLayout layout{.root = temp.path() / "study"};
  seal::Identity leaves = seal::Identity::generate(), comes = seal::Identity::generate(),
                 holds = seal::Identity::generate();

  Sealed() {
    make_folders(layout);
    seal::SigningKey::generate().write(layout.signing_key(), layout.signing_public_key());
    audit::AuditLog log(layout.audit_log(), now());
    for (const char* name : {"T01.txt.age", "T02.txt.age"}) {
      log.append(audit::events::Published{.transcript = std::string(name, 3),
                                          .file = "ab",
                                          .input = "cd",
                                          .output = name,
                                          .digest = put(layout.out() / name, std::string("talk of ") + name),
                                          .rules = "ef"});
    }
    log.append(audit::events::Sealed{.output = "linkage.csv.age", .digest = put(layout.linkage_table(), "who is who")});
    sign(log);
  }
  std::string put(const std::filesystem::path& file, const std::string& text) const {
    MemorySink sink;
    seal::AgeWriter age(sink, std::vector{leaves.recipient()});
    age.write(text);
    age.finish();
    publish(file, sink.bytes());
    return hex(digest_of(sink.bytes()));
  }
  void sign(audit::AuditLog& log) const {
    audit::sign_head(log, layout.audit_log(), seal::SigningKey::read(layout.signing_key()));
  }
  ResealRequest request(const seal::Identity& with) const {
    ResealRequest request;
    request.identities.push_back(copy_of(with));
    request.recipients = {comes.recipient()};
    request.linkage_recipients = {holds.recipient()};
    request.by = "me";
    request.signing_key = layout.signing_key();
    request.public_key = layout.signing_public_key();
    return request;
  }
  std::string opened(const std::filesystem::path& file, const seal::Identity& with) const {
    OpeningKey key;
    key.identities.push_back(copy_of(with));
    MemorySink sink;
    return test::refused([&] { open_sealed(file, key, sink); }) ? "not opened" : sink.bytes();
  }
  std::string faults() const {
    audit::NamedFiles files(layout);
    files.read(layout.audit_log());
    std::string text;
    for (const auto& fault : audit::verify_log(layout, layout.signing_public_key(), {}).faults)
      text += fault.what + "\n";
    for (const auto& [name, named] : files.all()) {
      if (const auto fault = audit::fault_of(layout, name, named)) text += fault->what + "\n";
    }
    return text;
  }
  void check_all_is_theirs() const {
    CHECK(opened(layout.out() / "T01.txt.age", comes) == "talk of T01.txt.age");
    CHECK(opened(layout.out() / "T02.txt.age", comes) == "talk of T02.txt.age");
    CHECK(opened(layout.linkage_table(), holds) == "who is who");
    CHECK(opened(layout.linkage_table(), comes) == "not opened");
    CHECK(opened(layout.out() / "T01.txt.age", leaves) == "not opened");
    CHECK(faults().empty());
  }
};

}  // namespace

TEST_CASE("what is sealed is sealed again to others, logged, and not twice") {
  const Sealed study;
  const ResealPage page = reseal(study.layout, study.request(study.leaves), now());
  CHECK(page.resealed == 3);
  study.check_all_is_theirs();
  ResealRequest both = study.request(study.comes);
  both.identities.push_back(copy_of(study.holds));
  const ResealPage again = reseal(study.layout, both, now());
  CHECK(again.resealed == 0);
  CHECK(again.unchanged == 3);
}

TEST_CASE("what no identity opens stays as it is, and is told") {
  const Sealed study;
  const ResealPage page = reseal(study.layout, study.request(study.comes), now());
  CHECK(page.resealed == 0);
  CHECK(page.left == std::vector<std::string>{"linkage/linkage.csv.age", "out/T01.txt.age", "out/T02.txt.age"});
  CHECK(study.opened(study.layout.out() / "T01.txt.age", study.leaves) == "talk of T01.txt.age");
}

TEST_CASE("a file that the log does not name so is not sealed again") {
  const Sealed study;
  study.put(study.layout.out() / "T02.txt.age", "planted");
  CHECK(test::problem_of([&] { reseal(study.layout, study.request(study.leaves), now()); }).what ==
        "is not the file that the log names");
}

TEST_CASE("an interrupted call is ended by the same call") {
  const Sealed study;
  const auto old = [&] { return read_file(study.layout.out() / "T01.txt.age"); };
  const std::string before = old();
  const bool was_signed = GENERATE(false, true);
  const int times = GENERATE(1, 2);
  for (int i = 0; i < times; ++i) {  // logged, and killed before the file had its name
    audit::AuditLog log(study.layout.audit_log(), now());
    log.append(
        audit::events::Resealed{.output = "out/T01.txt.age", .digest = "0" + std::to_string(i), .recipients = "ab"});
    if (was_signed) study.sign(log);
  }
  CHECK(old() == before);
  CHECK(reseal(study.layout, study.request(study.leaves), now()).resealed == 3);
  study.check_all_is_theirs();
}

TEST_CASE("what was sealed again is told") {
  const ResealPage page{.resealed = 2, .unchanged = 1, .left = {"out/T01.txt.age"}};
  CHECK(as_text(page, no_style) ==
        "2 sealed again, 1 were already\nout/T01.txt.age: no identity given opens it, and it stays as it is\n");
  CHECK(as_json(page).dump() == R"({"resealed":2,"unchanged":1,"left":["out/T01.txt.age"]})");
}
