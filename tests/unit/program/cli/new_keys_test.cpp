#include "cli/new_keys.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "keys/keys.hpp"
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

TEST_CASE("keys are told with what each is for") {
  const KeysPage page{
      {{"custodian", "k/custodian.key", true, "opens"}, {"custodian", "k/custodian.pub", false, "seals"}}};
  CHECK(as_text(page, no_style) == "custodian  k/custodian.key  opens\n           k/custodian.pub  seals\n");
  CHECK(as_json(page).dump() == R"({"keys":[{"key":"custodian","file":"k/custodian.key","secret":true},)"
                                R"({"key":"custodian","file":"k/custodian.pub","secret":false}]})");
}
