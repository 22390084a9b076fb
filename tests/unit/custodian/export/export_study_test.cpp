#include "export/export_study.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/atomic_file.hpp"
#include "moniker/error.hpp"
#include "outputs/open_sealed.hpp"
#include "seal/minisign.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::custodian;

namespace {

/// A study with one sealed interview, as a run leaves it.
class Study {
 public:
  Study() {
    make_folders(layout);
    publish(layout.out() / "T01.marked.jsonl.age",
            sealed("{\"transcript\":\"T01\",\"marked\":1}\n{\"n\":0,\"speaker\":\"ID01\",\"start\":null,\"end\":null,"
                   "\"part\":\"talk\",\"text\":\"Hello\",\"marks\":[]}\n"));
    publish(layout.out() / "attributes.csv.age", sealed("participant,role\r\nID01,Carer\r\n"));
    seal::SigningKey::generate().write(layout.keys() / "signing.key", layout.keys() / "signing.pub");
  }
  ExportRequest request(const std::string& name, bool plain) const {
    ExportRequest request{.folder = folder_.path() / name, .plain = plain};
    request.identities.push_back(seal::Identity::parse(identity_.secret_text()));
    request.recipients = {identity_.recipient()};
    request.title = "Example";
    request.participant_prefix = "ID";
    request.signing_key = layout.keys() / "signing.key";
    return request;
  }
  ExportPage write(const ExportRequest& request) const {
    return export_study(layout, exporter_named("nvivo"), request, [] { return std::chrono::system_clock::now(); });
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
  unsigned_one.signing_key = study.layout.keys() / "missing.key";
  CHECK_THROWS_AS(study.write(unsigned_one), Error);
  CHECK_FALSE(std::filesystem::exists(unsigned_one.folder));

  const ExportRequest request = study.request("there", false);
  std::filesystem::create_directory(request.folder);
  CHECK_NOTHROW(check_export_folder(request.folder));
  std::ofstream(request.folder / "mine") << "mine";
  CHECK_THROWS_AS(study.write(request), Error);
  CHECK(study.log().empty());
}

TEST_CASE("what was exported, for people and for machines") {
  const ExportPage page{"nvivo", "out", false, 2, 3, 7};
  CHECK(as_text(page, no_style) ==
        "sealed for nvivo: 2 transcripts, 3 participants, 7 files in out; README.txt says how to import them\n");
  CHECK(as_json(page).dump() ==
        R"({"package":"nvivo","folder":"out","sealed":true,"transcripts":2,"participants":3,"files":7})");
}
