#include "export/export_study.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "audit/audit_log.hpp"
#include "audit/sign.hpp"
#include "base/atomic_file.hpp"
#include "export/whole_folder.hpp"
#include "moniker/error.hpp"
#include "outputs/open_sealed.hpp"
#include "seal/minisign.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

/// A study with one sealed interview, as a run leaves it.
class Study {
 public:
  Study() {
    make_folders(layout);
    seal::SigningKey::generate().write(layout.keys() / "signing.key", layout.keys() / "signing.pub");
    audit::AuditLog log(layout.audit_log(), [] { return std::chrono::system_clock::now(); });
    publish_marked("T01.marked.jsonl.age", "T01", &log);
    const std::string attributes = sealed("participant,role\r\nID01,Carer\r\n");
    publish(layout.attributes(), attributes);
    log.append(audit::events::Sealed{.output = "attributes.csv.age", .digest = hex(digest_of(attributes))});
    audit::sign_head(log, layout.audit_log(), seal::SigningKey::read(layout.keys() / "signing.key"));
  }
  /// A marked copy that calls itself `name`; without a log, as whoever has the public key can put it there.
  void publish_marked(const std::string& file, const std::string& name, audit::AuditLog* log = nullptr) const {
    const std::string bytes = sealed("{\"transcript\":\"" + name +
                                     "\",\"marked\":1}\n{\"n\":0,\"speaker\":\"ID01\",\"start\":null,\"end\":null,"
                                     "\"part\":\"talk\",\"text\":\"Hello\",\"marks\":[]}\n");
    publish(layout.out() / file, bytes);
    if (log)
      log->append(audit::events::Published{.transcript = "T01",
                                           .file = "ab",
                                           .input = "cd",
                                           .output = file,
                                           .digest = hex(digest_of(bytes)),
                                           .rules = "ef"});
  }
  /// The same with the study's own log and signature.
  void publish_marked_by_study(const std::string& file, const std::string& name) const {
    audit::AuditLog log(layout.audit_log(), [] { return std::chrono::system_clock::now(); });
    publish_marked(file, name, &log);
    audit::sign_head(log, layout.audit_log(), seal::SigningKey::read(layout.keys() / "signing.key"));
  }
  ExportRequest request(const std::string& name, bool plain) const {
    ExportRequest request{.folder = folder_.path() / name, .plain = plain};
    request.asker.identities.push_back(seal::Identity::parse(identity_.secret_text()));
    request.recipients = {identity_.recipient()};
    request.title = "Example";
    request.asker.participant_prefix = "ID";
    request.asker.signing_key = layout.keys() / "signing.key";
    request.asker.public_key = layout.keys() / "signing.pub";
    return request;
  }
  ExportPage write(const ExportRequest& request, std::string_view exporter = "nvivo") const {
    return export_study(layout, exporter_named(exporter), request, [] { return std::chrono::system_clock::now(); });
  }
  std::string log() const {
    const auto file = layout.audit() / "audit.jsonl";
    return std::filesystem::exists(file) ? read_file(file) : "";
  }

 private:
  std::string sealed(const std::string& text) const {
    MemorySink sink;
    seal::AgeWriter age(sink, std::vector{identity_.recipient()});
    age.write(text);
    age.finish();
    return sink.bytes();
  }
  seal::Identity identity_ = seal::Identity::generate();
  test::TemporaryFolder folder_{};

 public:
  StudyLayout layout{folder_.path() / "study"};
};

std::vector<std::string> extensions(const std::filesystem::path& folder) {
  std::vector<std::string> all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && entry.path().filename() != "README.txt")
      all.push_back(entry.path().extension().string());
  }
  return all;
}

}  // namespace

TEST_CASE("an export is sealed again, recorded and signed") {
  const Study study;
  const ExportRequest request = study.request("out", false);
  const ExportPage page = study.write(request);
  CHECK(page.transcripts == 1);
  CHECK(page.participants == 1);
  const auto files = extensions(request.folder);
  CHECK(files == std::vector<std::string>(page.files, ".age"));
  CHECK(read_file(request.folder / "README.txt").starts_with("The files here are sealed."));
  CHECK(study.log().find("\"event\":\"exported\",\"package\":\"nvivo\"") != std::string::npos);
  CHECK(study.log().find("\"sealed\":true") != std::string::npos);
  CHECK(std::filesystem::exists(study.layout.audit() / "audit.jsonl.minisig"));
}

TEST_CASE("an export says how far it is, and who asked for it stands in the log") {
  const Study study;
  ExportRequest request = study.request("out", false);
  request.asker.by = "ann";
  std::vector<std::string> told;
  request.asker.progress = [&](const Progress& now) {
    told.push_back(std::string(now.step) + " " + std::to_string(now.done) + "/" + std::to_string(now.total));
  };
  const ExportPage page = study.write(request);
  REQUIRE(told.size() == page.transcripts + page.files);
  CHECK(told.front() == "open 1/1");
  CHECK(told.back() == "seal " + std::to_string(page.files) + "/" + std::to_string(page.files));
  CHECK(study.log().find("\"by\":\"ann\"") != std::string::npos);
}

TEST_CASE("an export's rehearsal names each file, and neither records nor writes anything") {
  const Study study;
  ExportRequest request = study.request("out", false);
  const std::string before = study.log();
  request.dry_run = true;
  const auto would = study.write(request).written;
  CHECK_FALSE(std::filesystem::exists(request.folder));
  CHECK(study.log() == before);
  request.dry_run = false;
  CHECK(study.write(request).written == would);
  for (const std::string& file : would) CHECK(std::filesystem::exists(request.folder / file));
  CHECK(would.size() == extensions(request.folder).size() + 1);
}

TEST_CASE("a plain one says so in the log") {
  const Study study;
  const ExportRequest request = study.request("plain", true);
  study.write(request);
  for (const std::string& extension : extensions(request.folder)) CHECK(extension != ".age");
  CHECK(study.log().find("\"sealed\":false") != std::string::npos);
  CHECK_FALSE(read_file(request.folder / "README.txt").starts_with("The files here are sealed."));
}

TEST_CASE("nothing is written that cannot be recorded, and nothing over something else") {
  const Study study;
  ExportRequest unsigned_one = study.request("out", false);
  unsigned_one.asker.signing_key = study.layout.keys() / "missing.key";
  CHECK_THROWS_AS(study.write(unsigned_one), Error);
  CHECK_FALSE(std::filesystem::exists(unsigned_one.folder));

  const ExportRequest request = study.request("there", false);
  std::filesystem::create_directory(request.folder);
  CHECK_NOTHROW(check_whole_folder(request.folder));
  std::ofstream(request.folder / "mine") << "mine";
  CHECK_THROWS_AS(study.write(request), Error);
  CHECK(study.log().find("exported") == std::string::npos);
}

TEST_CASE("what calls itself by a path leads nowhere, whoever sealed it, in every package") {
  const auto exporter = GENERATE("nvivo", "maxqda", "atlasti", "refi-qda");
  const auto name = GENERATE("../../../evil", "/tmp/evil", "T99/../..", "T02", "t01", "T01\\u0000", "T", "");
  CAPTURE(exporter, name);
  const Study study;
  const ExportRequest request = study.request("out", true);
  SECTION("planted: the log does not name it") {
    study.publish_marked("T98.marked.jsonl.age", name);
    const Problem problem = test::problem_of([&] { study.write(request, exporter); });
    CHECK(problem.fault == Fault::integrity);
    CHECK(problem.what == "is not in the signed log, and is not opened");
  }
  SECTION("named by the log all the same") {
    study.publish_marked_by_study("T98.marked.jsonl.age", name);
    const Problem problem = test::problem_of([&] { study.write(request, exporter); });
    CHECK(problem.fault == Fault::integrity);
    CHECK(problem.what == "does not hold the transcript that it is named after");
  }
  CHECK_FALSE(std::filesystem::exists(request.folder));
  CHECK(study.log().find("exported") == std::string::npos);
}

TEST_CASE("nothing is exported of a study whose log, signature or sealed files are not as they were") {
  const Study study;
  const ExportRequest request = study.request("out", false);
  const auto marked = study.layout.out() / "T01.marked.jsonl.age";
  const auto refused = [&] { return test::problem_of([&] { study.write(request); }); };
  SECTION("another transcript, sealed by whoever has the public key") {
    study.publish_marked("T01.marked.jsonl.age", "T01");
    CHECK(refused().what == "is not the file that the log names");
  }
  SECTION("one is gone") {
    study.publish_marked_by_study("T02.marked.jsonl.age", "T02");
    std::filesystem::remove(marked);
    CHECK(refused().what == "is in the log and is gone");
  }
  SECTION("other attributes") {
    std::filesystem::copy_file(marked, study.layout.attributes(), std::filesystem::copy_options::overwrite_existing);
    CHECK(refused().what == "is not the file that the log names");
  }
  SECTION("the log was edited") {
    std::string log = study.log();
    log[log.find("T01")] = 'X';
    publish(study.layout.audit_log(), log);
    CHECK(refused().file.find("audit.jsonl") != std::string::npos);
  }
  SECTION("nobody signed") {
    std::filesystem::remove(study.layout.audit_signature());
    CHECK(refused().what.find("signature") != std::string::npos);
  }
  SECTION("somebody else's key verifies") {
    ExportRequest other = study.request("out", false);
    seal::SigningKey::generate().write(study.layout.root / "o.key", study.layout.root / "o.pub");
    other.asker.public_key = study.layout.root / "o.pub";
    CHECK(test::problem_of([&] { study.write(other); }).fault == Fault::integrity);
    return;
  }
  CHECK(refused().fault == Fault::integrity);
  CHECK_FALSE(std::filesystem::exists(request.folder));
}

TEST_CASE("an ID is the study's letters and digits") {
  CHECK(is_numbered_id("T03", "T"));
  CHECK(is_numbered_id("INT-12", "INT-"));
  for (const auto no : {"T", "", "03", "T3a", "T-3", "T03/x", "t03", "T0333333333333"})
    CHECK_FALSE(is_numbered_id(no, "T"));
}

TEST_CASE("what was exported, for people and for machines") {
  const ExportPage page{"nvivo", "out", false, 2, 3, 7};
  CHECK(as_text(page, no_style) ==
        "sealed for nvivo: 2 transcripts, 3 participants, 7 files in out; README.txt says how to import them\n");
  CHECK(as_json(page).dump() ==
        R"({"package":"nvivo","folder":"out","sealed":true,"transcripts":2,"participants":3,"files":7})");
}
