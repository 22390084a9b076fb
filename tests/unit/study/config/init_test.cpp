#include "config/init.hpp"

#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "base/byte_source.hpp"
#include "base/delivery_folder.hpp"
#include "config/config.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::study;
namespace {

using test::TemporaryFolder;
using test::told;

unsigned mode_of(const std::filesystem::path& path) {
  struct stat status {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  return status.st_mode & 0777;
}

TEST_CASE("init makes a study that can be read once the custodian's key is there") {
  const TemporaryFolder temp;
  const auto folder = temp.path() / "new" / "study";
  init_study(folder);
  std::ofstream(folder / "keys" / "custodian.pub") << "# the custodian\nage1example\n";

  const StudyConfig config = read_config(folder);
  CHECK(config.title == "Untitled study");
  REQUIRE(config.recipients.size() == 1);
  CHECK(config.recipients[0].text == "age1example");
  CHECK(config.recipients[0].at == Position{2, 1});
  CHECK(read_register(config).people.empty());
  CHECK(list_deliveries({folder}).entries.empty());
}

TEST_CASE("init makes private folders and files") {
  const TemporaryFolder temp;
  const auto folder = temp.path() / "study";
  init_study(folder);
  for (const char* name : {"", "incoming", "out", "work", "audit", "linkage", "reports", "keys"}) {
    INFO(name);
    CHECK(mode_of(folder / name) == 0700);
  }
  CHECK(mode_of(folder / "moniker.yaml") == 0600);
  CHECK(mode_of(folder / "participants.csv") == 0600);
}

TEST_CASE("init overwrites nothing") {
  const std::string there = GENERATE("moniker.yaml", "participants.csv");
  const TemporaryFolder temp;
  temp.write(there, "mine");
  CHECK(told([&] { init_study(temp.path()); }) ==
        (temp.path() / there).string() +
            ": is there already and is never overwritten / name another folder for the new study");
  CHECK(!std::filesystem::exists(temp.path() / "work"));
}

TEST_CASE("the template's commented choices can be uncommented") {
  std::string text(config_template());
  for (const std::string line : {"  # severity:", "# replace:", "  # linkage_recipients:", "  # armor:", "# keys:",
                                 "# policies:", "# deposit:"}) {
    const auto at = text.find(line);
    REQUIRE(at != std::string::npos);
    text.erase(line.find('#') + at, 2);
  }
  const TemporaryFolder temp;
  temp.write("participants.csv", "");
  temp.write("keys/custodian.pub", "age1a\n");
  temp.write("keys/trial-office.pub", "age1b\n");
  const StudyConfig config = parse_config(text, "moniker.yaml", temp.path());
  CHECK(config.linkage_recipients.size() == 1);
  CHECK(config.operators.by_label.at("ID/ni_number").name == "redact");
  CHECK(config.checks.severities.size() == 2);
  CHECK(config.policies.at("archive").rules.at("DATE").does == "decade");
  CHECK(config.deposit.others == "turns");
}

TEST_CASE("a new study is told with what comes next") {
  const InitPage page{"a/study"};
  const std::string text = as_text(page, no_style);
  CHECK(text.starts_with("a/study is ready. What comes next:\n\n  1. moniker keygen a/study\n"));
  CHECK(as_json(page).dump() ==
        R"({"study":"a/study","config":"a/study/moniker.yaml","register":"a/study/participants.csv",)"
        R"("readme":"a/study/README.txt","incoming":"a/study/incoming","example":false})");
}

TEST_CASE("a study says what lies where: every folder that it makes is in its README.txt") {
  const TemporaryFolder temp;
  init_study(temp.path() / "study");
  const std::string readme = read_file(temp.path() / "study/README.txt");
  for (const auto& entry : std::filesystem::directory_iterator(temp.path() / "study")) {
    INFO(entry.path());
    CHECK(readme.find(entry.path().filename().string()) != std::string::npos);
  }
}

TEST_CASE("the example is a study with people, and transcripts in which they speak") {
  const TemporaryFolder temp;
  const auto folder = temp.path() / "try";
  init_example(folder);
  temp.write("try/keys/custodian.pub", "age1example\n");
  const Register people = read_register(read_config(folder));
  CHECK(people.people.size() == 3);
  const auto deliveries = list_deliveries({folder}).entries;
  REQUIRE(deliveries.size() == 2);
  for (const Participant& person : people.people) {
    for (const Session& session : person.sessions)
      CHECK(read_file(folder / "incoming" / session.file).find(session.speaker) != std::string::npos);
  }
  CHECK_THROWS_AS(init_example(folder), Error);
}

}  // namespace
}  // namespace moniker
