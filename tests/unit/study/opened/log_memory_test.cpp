// What the log remembers of the registry, from a study's first run on.
#include "opened/log_memory.hpp"

#include <catch2/catch.hpp>

#include "audit/audit_log.hpp"
#include "opened/roots.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::study;
namespace {

struct FirstRun {
  test::TemporaryFolder folder{};
  StudyLayout layout{folder.path()};
  Secret<32> registry_key{}, roots_key{};

  FirstRun() { std::filesystem::create_directories(layout.audit_log().parent_path()); }
  void add(const audit::Event& event) const {
    audit::AuditLog(layout.audit_log(), [] { return std::chrono::system_clock::now(); }).append(event);
  }
  void require() const { require_registry(layout, {registry_key, roots_key}, read_log_memory(layout)); }
};

}  // namespace

TEST_CASE("a first run that was killed before the registry had its rows is gone on with") {
  const FirstRun study;
  { const resolve::Registry made(study.layout.registry(), study.registry_key); }
  study.add(audit::events::Assigned{.transcripts = 1, .registry = std::string(64, '1')});
  CHECK_NOTHROW(study.require());
  SECTION("not when something was published by it") {
    study.add(audit::events::Published{.transcript = "T01",
                                       .file = std::string(64, '0'),
                                       .input = std::string(64, '0'),
                                       .output = "T01.txt.age",
                                       .digest = std::string(64, '0'),
                                       .rules = std::string(64, '0')});
    CHECK(test::problem_of([&] { study.require(); }).fault == Fault::integrity);
  }
  SECTION("nor when it ended") {
    study.add(audit::events::Finished{.registry = std::string(64, '2')});
    study.add(audit::events::Assigned{.transcripts = 1, .registry = std::string(64, '3')});
    CHECK(test::problem_of([&] { study.require(); }).fault == Fault::integrity);
  }
  SECTION("nor where the registry is gone") {
    std::filesystem::remove(study.layout.registry());
    CHECK(test::problem_of([&] { study.require(); }).fault == Fault::integrity);
  }
}

}  // namespace moniker
