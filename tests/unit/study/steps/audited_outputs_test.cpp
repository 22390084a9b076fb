#include "steps/audited_outputs.hpp"

#include <catch2/catch.hpp>
#include <set>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "base/sha256.hpp"
#include "moniker/error.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::audit;
using namespace moniker::study;
namespace {

/// What a study leaves behind, and the log of it: nothing of it is sealed, as nothing here opens it.
class Remains {
 public:
  Remains() {
    make_folders(layout);
    make_private_folder(layout.certificates());
    AuditLog log = open();
    write("out/T01.txt.age", "first");
    log.add(published("first"));
    seal(log, "linkage/linkage.csv.age", "who is who, then");
    seal(log, "out/attributes.csv.age", "ages");
    write("out/T01.txt.age", "second");
    log.add(published("second"));
    seal(log, "linkage/linkage.csv.age", "who is who, now");
    write("certificates/ID04-2026-11-23.json", "{}");
    write("certificates/ID04-2026-11-23.md", "# Gone");
    log.append(events::Certified{
        .certificate = "ID04-2026-11-23", .sha256 = sha256_of("{}"), .page_sha256 = sha256_of("# Gone")});
  }

  AuditLog open() const {
    return AuditLog(layout.audit() / "audit.jsonl", [] { return std::chrono::system_clock::now(); });
  }
  void write(const std::string& name, std::string_view bytes) const { publish(layout.root / name, bytes); }
  void seal(AuditLog& log, const std::string& name, std::string_view bytes) const {
    write(name, bytes);
    log.append(events::Sealed{.output = name.substr(name.find('/') + 1), .digest = hex(digest_of(bytes))});
  }
  /// "line: what" of each fault.
  std::vector<std::string> faults() const {
    std::vector<std::string> told;
    for (const AuditFault& fault : check_outputs(layout)) {
      CHECK_FALSE(fault.remedy.empty());
      told.push_back(std::to_string(fault.line) + ": " + fault.what);
    }
    return told;
  }

  test::TemporaryFolder folder;
  StudyLayout layout{.root = folder.path() / "study"};

 private:
  static events::Published published(std::string_view bytes) {
    return {.transcript = "T01",
            .file = "ab",
            .input = "cd",
            .output = "T01.txt.age",
            .digest = hex(digest_of(bytes)),
            .rules = "ef"};
  }
};

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("what lies where the log says it does has no fault") { CHECK(Remains().faults().empty()); }

TEST_CASE("who waits for a verification is told how many of the files were looked at") {
  const Remains study;
  std::vector<std::size_t> done;
  std::size_t total = 0;
  check_outputs(study.layout, [&](const Progress& now) {
    done.push_back(now.done);
    total = now.total;
  });
  REQUIRE_FALSE(done.empty());
  for (std::size_t i = 0; i < done.size(); ++i) CHECK(done[i] == i + 1);
  CHECK(total == done.size());
}

TEST_CASE("a file that was exchanged, cut, rolled back or removed is told with the record that names it") {
  const auto [name, line, before] =
      GENERATE(table<std::string, std::string, std::string>({{"out/T01.txt.age", "4", "first"},
                                                             {"linkage/linkage.csv.age", "5", "who is who, then"},
                                                             {"out/attributes.csv.age", "3", "older"},
                                                             {"certificates/ID04-2026-11-23.json", "6", "[]"},
                                                             {"certificates/ID04-2026-11-23.md", "6", "# Here"}}));
  CAPTURE(name);
  const Remains study;
  const std::string good = read_file(study.layout.root / name);
  const std::string other = line + ": " + name + " is not the file that the log names";
  study.write(name, "somebody's");
  CHECK(study.faults() == Told{other});
  study.write(name, good.substr(0, good.size() - 1));
  CHECK(study.faults() == Told{other});
  study.write(name, "");
  CHECK(study.faults() == Told{other});
  study.write(name, before);
  CHECK(study.faults() == Told{other});
  std::filesystem::remove(study.layout.root / name);
  CHECK(study.faults() == Told{line + ": " + name + " is in the log and is gone"});
  std::filesystem::create_symlink("/dev/null", study.layout.root / name);
  CHECK(study.faults() == Told{line + ": " + name + " is in the log and is gone"});
  std::filesystem::remove(study.layout.root / name);
  study.write(name, good);
  CHECK(study.faults().empty());
}

TEST_CASE("a sealed file that the log does not name is told") {
  const Remains study;
  study.write("out/T02.txt.age", "x");
  study.write("linkage/old.csv.age", "x");
  study.write("out/linkage.csv.age", "who is who, now");  // not its place
  const Told faults = study.faults();
  CHECK(std::set<std::string>(faults.begin(), faults.end()) ==
        std::set<std::string>{"0: out/T02.txt.age is not in the log", "0: linkage/old.csv.age is not in the log",
                              "0: out/linkage.csv.age is not in the log"});
}

TEST_CASE("what was withdrawn or deleted is not asked for, and is told when it is there") {
  const Remains study;
  AuditLog log = study.open();
  log.add(events::Withdrawn{.transcript = "T01", .file = "ab", .output = "T01.txt.age"});
  log.append(events::Deleted{.what = "linkage", .name = "linkage/linkage.csv.age", .sha256 = "ab"});
  CHECK(study.faults() == Told{"0: out/T01.txt.age is not in the log", "0: linkage/linkage.csv.age is not in the log"});
  std::filesystem::remove(study.layout.out() / "T01.txt.age");
  std::filesystem::remove(study.layout.linkage() / "linkage.csv.age");
  CHECK(study.faults().empty());
}

TEST_CASE("an old log that names no digest of a sealed file vouches for nothing") {
  const Remains study;
  AuditLog log = study.open();
  log.append(events::Sealed{.output = "linkage.csv.age"});
  CHECK(study.faults() == Told{"7: of linkage/linkage.csv.age the log names no digest: nobody can tell whether it is "
                               "what was written"});
  std::filesystem::remove(study.layout.linkage() / "linkage.csv.age");
  CHECK(study.faults() == Told{"7: linkage/linkage.csv.age is in the log and is gone"});
  study.seal(log, "linkage/linkage.csv.age", "sealed again");
  CHECK(study.faults().empty());
}

TEST_CASE("of a certificate of an older moniker the .json alone can be compared") {
  const Remains study;
  AuditLog log = study.open();
  log.append(events::Certified{.certificate = "ID04-2026-11-23", .sha256 = sha256_of("{}")});
  study.write("certificates/ID04-2026-11-23.md", "# Other");
  CHECK(study.faults().empty());
  study.write("certificates/ID04-2026-11-23.json", "[]");
  CHECK(study.faults() == Told{"7: certificates/ID04-2026-11-23.json is not the file that the log names"});
}

}  // namespace moniker
