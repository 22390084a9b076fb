#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "decide/desk.hpp"
#include "review/answers.hpp"
#include "review/looked_transcript.hpp"
#include "review/reviewed_study.hpp"
#include "review/survey.hpp"

namespace moniker::study {

/// What a review is opened with.
struct ReviewOptions {
  RunOptions run{};
  std::string reviewer{};
  std::size_t sample = 120;  // passages
};

/// A study under review: its views, made when they are asked for, and its decisions. Holds one transcript at a time,
/// and opens the study anew when a run has left another assignment. One thread at a time.
class Review {
 public:
  using Json = nlohmann::ordered_json;

  /// Throws Error as opening a study does.
  Review(std::filesystem::path study, ReviewOptions options);

  Json overview();
  Json talk(const std::string& transcript);
  /// Why the words at a byte of a turn (as the written transcript counts it) were found, and who is meant.
  Json why(const std::string& transcript, std::uint64_t turn, std::uint32_t begin);
  Json queue();
  Json people();
  Json left_alone();
  Json sample();
  Json elsewhere(std::string_view words);
  Json team();
  Json decisions();
  /// Fills in who asks, and gives what came of it. Throws Error{usage} for what cannot be decided so.
  Json decide(Wish wish);
  void call_reviewer(const std::string& name);
  /// Runs the study, so that its outputs follow what was decided, and gives what came of it. Throws Error as a run
  /// does.
  Json apply();
  /// How many decisions came after the last run and change what it wrote.
  std::size_t waiting();

 private:
  void refresh();
  const Survey& surveyed();
  LookedTranscript& look_at(const std::string& transcript);
  /// What there is to ask, with what was decided.
  struct Asked {
    const std::vector<Decision>& decisions;
    std::vector<QueueItem> items{};
    std::vector<AskedItem> asked{};  // one an item
  };
  Asked questions();
  bool is_blind(const std::vector<Decision>& decisions, const QueueItem& item) const;
  std::size_t waiting(const std::vector<Decision>& decisions) const;  // of these
  std::string words_of(const Decision& decision) const;
  const std::vector<Decision>& taken();  // all decisions, read again when there are more

  std::filesystem::path folder_;
  ReviewOptions options_;
  std::unique_ptr<DecisionDesk> desk_{};
  std::filesystem::file_time_type assigned_{};  // when the assignment that is looked at was written
  std::unique_ptr<ReviewedStudy> study_;
  std::vector<Decision> taken_{};
  std::filesystem::file_time_type taken_when_{};
  std::map<std::uint64_t, std::string> words_{};  // of decisions that were taken here, by number
  std::optional<Survey> survey_{};
  std::unique_ptr<LookedTranscript> looked_{};  // the transcript that is looked at
};

}  // namespace moniker::study
