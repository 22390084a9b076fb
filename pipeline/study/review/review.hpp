#pragma once
#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "review/answers.hpp"
#include "review/desk.hpp"
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
  Review(std::filesystem::path study, ReviewOptions options, std::unique_ptr<Desk> desk);

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

 private:
  void refresh();
  const Survey& surveyed();
  LookedTranscript& look_at(const std::string& transcript);
  std::vector<QueueItem> questions();
  bool is_blind(const std::vector<DeskEntry>& entries, const QueueItem& item) const;

  std::filesystem::path folder_;
  ReviewOptions options_;
  std::unique_ptr<Desk> desk_;
  std::filesystem::file_time_type assigned_{};  // when the assignment that is looked at was written
  std::unique_ptr<ReviewedStudy> study_;
  std::optional<Survey> survey_{};
  std::unique_ptr<LookedTranscript> looked_{};  // the transcript that is looked at
};

}  // namespace moniker::study
