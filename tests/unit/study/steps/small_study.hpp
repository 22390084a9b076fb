#pragma once
#include <fstream>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "config/init.hpp"
#include "keys/keys.hpp"
#include "moniker/error.hpp"
#include "seal/minisign.hpp"
#include "steps/steps.hpp"
#include "support/refusal.hpp"
#include "support/temporary_folder.hpp"

namespace moniker::test {

using namespace moniker::seal;
using namespace moniker::study;

/// The sample study with four of its transcripts, and with keys.
class SmallStudy {
 public:
  SmallStudy() {
    init_study(root());
    for (const char* name : {"moniker.yaml", "participants.csv"}) {
      std::filesystem::copy_file(sample / name, root() / name, std::filesystem::copy_options::overwrite_existing);
    }
    for (const char* name : {"interview-02.vtt", "interview-03.txt", "interview-04.txt", "interview-06.txt"})
      deliver(name);
    write_study_key(layout.study_key());
    SigningKey::generate().write(layout.signing_key(), layout.signing_public_key());
    publish(layout.keys() / "custodian.pub", to_text(Identity::generate().recipient()) + "\n");
  }

  std::filesystem::path root() const { return folder.path() / "study"; }
  void deliver(const std::string& name) const {
    std::filesystem::copy_file(sample / "incoming" / name, layout.incoming() / name);
  }
  RunOptions options(std::optional<ShardChoice> shard = std::nullopt) const {
    return {.threads = 1,
            .rules = std::filesystem::path(MONIKER_SOURCE_DIR) / "rules",
            .cache = folder.path() / "cache",  // of many openings only the first compiles the rules
            .clock = [] { return std::chrono::system_clock::now(); },
            .shard = std::move(shard)};
  }
  std::unique_ptr<OpenedStudy> open(std::optional<ShardChoice> shard = std::nullopt) const {
    return open_study(root(), options(std::move(shard)));
  }
  void scan(unsigned number, unsigned count) const { scan_study(*open(ShardChoice{"scan", number, count})); }
  void apply(unsigned number, unsigned count) const { apply_study(*open(ShardChoice{"apply", number, count})); }

  TemporaryFolder folder;
  StudyLayout layout{.root = folder.path() / "study"};

 private:
  std::filesystem::path sample = std::filesystem::path(MONIKER_SOURCE_DIR) / "sample_data";
};

}  // namespace moniker::test
