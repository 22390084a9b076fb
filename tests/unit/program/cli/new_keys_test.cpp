#include "cli/new_keys.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/byte_source.hpp"
#include "keys/keys.hpp"
#include "outputs/new_identity.hpp"
#include "seal/age.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;
using namespace moniker::cli;

TEST_CASE("keys are made for both sides, and can be read") {
  const test::TemporaryFolder temp;
  const auto folder = temp.path() / "keys";
  const KeysPage page = make_keys({.folder = folder, .custodian_secret = temp.path() / "usb.key"});
  CHECK(page.files.size() == 5);
  for (const KeysPage::File& file : page.files) CHECK(std::filesystem::exists(file.file));
  const auto identities = seal::read_identities(temp.path() / "usb.key");
  REQUIRE(identities.size() == 1);
  CHECK(seal::recipients_named((folder / "custodian.pub").string()) ==
        std::vector<seal::Recipient>{identities[0].recipient()});
  CHECK_NOTHROW(study::read_study_key(folder / "study.key"));
  CHECK_FALSE(std::filesystem::exists(folder / "custodian.key"));
}

TEST_CASE("one key alone, or none where one of the files is there") {
  const test::TemporaryFolder temp;
  const KeysPage page = make_keys({.folder = temp.path() / "keys", .only = "study"});
  REQUIRE(page.files.size() == 1);
  CHECK(page.files[0].key == "study");
  CHECK_FALSE(std::filesystem::exists(temp.path() / "keys" / "signing.key"));

  CHECK(test::problem_of([&] { make_keys({.folder = temp.path() / "keys"}); }).what ==
        "is there already and is never overwritten");
  CHECK_FALSE(std::filesystem::exists(temp.path() / "keys" / "custodian.key"));
  CHECK(test::problem_of([&] { make_keys({.folder = temp.path() / "keys", .only = "sining"}); }).what ==
        "there is no key called `sining`");
}

TEST_CASE("an identity for another medium is made there, and an interrupted call knows it for its own") {
  const test::TemporaryFolder temp;
  const NewKeys wanted{.folder = temp.path() / "keys", .custodian_secret = temp.path() / "usb.key"};
  const auto aside = wanted.folder / ".making-keys";
  std::filesystem::create_directories(aside);
  custodian::make_identity(wanted.custodian_secret, aside / "custodian.pub");
  const std::string secret = read_file(wanted.custodian_secret), recipient = read_file(aside / "custodian.pub");
  std::ofstream(aside / "study.key") << "half";
  CHECK(keys_to_make(wanted).files.size() == 5);
  CHECK(make_keys(wanted).files.size() == 5);
  CHECK(read_file(wanted.custodian_secret) == secret);
  CHECK(read_file(wanted.folder / "custodian.pub") == recipient);
  CHECK_NOTHROW(study::read_study_key(wanted.folder / "study.key"));
  CHECK_FALSE(std::filesystem::exists(aside));

  // Of another set, or with nothing aside that is its half, it is somebody's.
  const NewKeys others{.folder = temp.path() / "others", .custodian_secret = wanted.custodian_secret};
  const auto told = [&] { return test::problem_of([&] { make_keys(others); }).what; };
  CHECK(told() == "is there already and is never overwritten");
  std::filesystem::create_directories(others.folder / ".making-keys");
  custodian::make_identity(temp.path() / "third.key", others.folder / ".making-keys" / "custodian.pub");
  CHECK(told() == "is there already and is never overwritten");
}

TEST_CASE("a study that was run gets no other study.key, and none that signs a log which another signed") {
  const test::TemporaryFolder temp;
  const auto made = [&](const char* folder, const char* only) {
    return test::problem_of([&] { make_keys({.folder = temp.path() / folder, .only = only}); });
  };
  temp.write("study/registry.sqlite", "rows");
  CHECK(made("study/keys", "study").what == "the study was run with a key, and goes on with no other");
  CHECK(made("study/keys", "study").fault == Fault::usage);
  CHECK(test::problem_of([&] { make_keys({.folder = temp.path() / "study" / "keys"}); }).what ==
        "the study was run with a key, and goes on with no other");
  CHECK_FALSE(std::filesystem::exists(temp.path() / "study" / "keys"));
  CHECK_NOTHROW(make_keys({.folder = temp.path() / "study" / "spare", .only = "study"}));
  CHECK_NOTHROW(make_keys({.folder = temp.path() / "study" / "keys", .only = "custodian"}));
  temp.write("study/audit/audit.jsonl.minisig", "signature");
  CHECK(made("study/keys", "signing").what == "the study's log is signed with a key that a new one does not follow");
  std::filesystem::remove(temp.path() / "study" / "audit" / "audit.jsonl.minisig");
  CHECK_NOTHROW(make_keys({.folder = temp.path() / "study" / "keys", .only = "signing"}));
}

TEST_CASE("keys are told with what each is for") {
  const KeysPage page{
      {{"custodian", "k/custodian.key", true, "opens"}, {"custodian", "k/custodian.pub", false, "seals"}}};
  CHECK(as_text(page, no_style) == "custodian  k/custodian.key  opens\n           k/custodian.pub  seals\n");
  CHECK(as_json(page).dump() == R"({"keys":[{"key":"custodian","file":"k/custodian.key","secret":true},)"
                                R"({"key":"custodian","file":"k/custodian.pub","secret":false}]})");
}
