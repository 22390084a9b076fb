#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "decisions/decided_study.hpp"
#include "opened/options.hpp"
#include "opened/transcripts.hpp"
#include "steps/rewriter.hpp"

namespace moniker::study {

/// A delivered transcript as reviewers know it.
struct ReviewedTranscript {
  std::string id{};     // T03
  std::string shown{};  // its file, fit to be shown
  Delivered file{};
  std::uint64_t words = 0;
  std::string content{};  // digest of the bytes that were scanned, in hex: what somebody signs off
  std::string stopped{};  // why it cannot be read here; empty where it can
};

/// A study as its last run left it, opened to look at: no lock, no ledger, no log, so that a run may go on beside it.
/// Stays where it is made.
struct ReviewedStudy {
  Study study;
  RulesInUse rules;
  StudyKeys keys;
  DecidedStudy decided;
  StudyMap map;
  std::vector<ReviewedTranscript> transcripts;  // in study order
  ApplyShared shared;

  /// Throws Error{usage}: anything wrong with the study, or nothing was assigned yet.
  ReviewedStudy(const std::filesystem::path& folder, const RunOptions& options);
  /// Null where there is none of this ID.
  const ReviewedTranscript* find(std::string_view id) const;
};

}  // namespace moniker::study
