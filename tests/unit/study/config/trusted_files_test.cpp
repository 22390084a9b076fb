#include "config/trusted_files.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <map>

#include "base/byte_source.hpp"
#include "config/init.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker {

using namespace moniker::study;
namespace {

using test::told;

std::string_view name_of(Trust trust) {
  static const std::map<Trust, std::string_view> names{{Trust::secret, "its owner reads it"},
                                                       {Trust::decides, "its owner writes to it"},
                                                       {Trust::takes_in, "not everybody writes to it"}};
  return names.at(trust);
}

}  // namespace

TEST_CASE("whatever a study relies on is refused where everybody may write to it, before anything is read") {
  struct Case {
    std::string file;
    unsigned mode;
    std::string what;
  };
  const std::string may = "everybody may write to it (mode ", done = "), and what it says is done",
                    believed = "), and what lies in it is believed";
  const auto one =
      GENERATE_COPY(values<Case>({{"", 0777, may + "0777" + believed},
                                  {"moniker.yaml", 0666, may + "0666" + done},
                                  {"participants.csv", 0666, may + "0666" + done},
                                  {"names.txt", 0646, may + "0646" + done},
                                  {"keep.txt", 0666, may + "0666" + done},
                                  {"registry.sqlite", 0666, may + "0666" + done},
                                  {"work/ledger.sqlite", 0666, may + "0666" + done},
                                  {"audit/audit.jsonl", 0666, may + "0666" + done},
                                  {"audit/audit.jsonl.minisig", 0666, may + "0666" + done},
                                  {"keys/signing.pub", 0666, may + "0666" + done},
                                  {"keys/study.key", 0644, "is a secret, and others may read it (mode 0644)"},
                                  {"keys/signing.key", 0640, "is a secret, and others may read it (mode 0640)"},
                                  {"keys", 0777, may + "0777" + believed},
                                  {"work", 0777, may + "0777" + believed},
                                  {"out", 0777, may + "0777" + believed},
                                  {"linkage", 0777, may + "0777" + believed},
                                  {"audit", 0777, may + "0777" + believed},
                                  {"reports", 0777, may + "0777" + believed},
                                  {"incoming", 0777, may + "0777" + believed},
                                  {"incoming", 01777, ""},
                                  {"incoming", 0770, ""},
                                  {"out", 0755, ""},
                                  {"participants.csv", 0644, ""}}));
  const test::TemporaryFolder temp;
  const auto root = temp.path() / "study";
  init_study(root);
  temp.write("study/keys/custodian.pub", "age1x\n");
  const auto file = one.file.empty() ? root : root / one.file;
  if (!std::filesystem::exists(file)) {
    std::filesystem::create_directories(file.parent_path());
    temp.write("study/" + one.file, "x");
  }
  ::chmod(file.c_str(), one.mode);
  const std::string said = told([&] { read_config(root); });
  INFO(one.file << " " << std::oct << one.mode);
  if (one.what.empty())
    CHECK(said == "no error");
  else
    CHECK_THAT(said, Catch::StartsWith(file.string() + ": " + one.what + " / run `chmod "));
}

TEST_CASE("docs/keys.md lists what is relied on, and with what") {
  std::string rows;
  for (const TrustedFiles& row : trusted_files())
    rows += "| " + std::string(row.what) + " | " + std::string(name_of(row.trust)) + " |\n";
  CHECK_THAT(read_file(std::filesystem::path(MONIKER_SOURCE_DIR) / "docs" / "keys.md"), Catch::Contains(rows));
}

}  // namespace moniker
