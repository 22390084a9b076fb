#pragma once
#include "base/atomic_file.hpp"
#include "config/init.hpp"
#include "fuzz/few_rules.hpp"
#include "keys/keys.hpp"
#include "seal/minisign.hpp"
#include "steps/steps.hpp"
#include "support/temporary_folder.hpp"

// A study of one transcript that was run with a handful of rules.
namespace moniker::fuzz {

class FewStudy {
 public:
  FewStudy() {
    study::init_study(root());
    folder_.write("study/participants.csv",
                  "number,name,aliases,role,gender,age,consent_date,consent_scope,sessions,interview_date\n"
                  "1,Kate Shaw,Katie,,f,34,2026-03-01,analysis,talk.txt=Kate Shaw,2026-03-12\n");
    folder_.write("study/incoming/talk.txt",
                  "Interviewer: Did Mr Brown come to Everton?\n"
                  "Kate Shaw: He did, with Mrs Lloyd. Katie, he said, come in.\n");
    study::write_study_key(layout().study_key());
    seal::SigningKey::generate().write(layout().signing_key(), layout().signing_public_key());
    publish(layout().keys() / "custodian.pub", seal::to_text(seal::Identity::generate().recipient()) + "\n");
    std::filesystem::rename(rules_.folder() / "xx", rules_.folder() / "en-GB");
    std::filesystem::remove_all(rules_.folder() / "lists");
    std::filesystem::create_directory_symlink(MONIKER_SOURCE_DIR "/rules/lists", rules_.folder() / "lists");
    study::run_study(*study::open_study(root(), options()));
  }
  std::filesystem::path root() const { return folder_.path() / "study"; }
  StudyLayout layout() const { return {.root = root()}; }
  study::RunOptions options() const {
    return {.threads = 1, .rules = rules_.folder(), .clock = [] {
              return std::chrono::system_clock::time_point(std::chrono::hours(500'000));
            }};
  }

 private:
  test::TemporaryFolder folder_;
  test::SmallRules rules_{std::string(few_labels) + few_rules};
};

}  // namespace moniker::fuzz
