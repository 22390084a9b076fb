#pragma once
#include <filesystem>
#include <memory>

#include "decisions/decided_study.hpp"
#include "opened/books.hpp"
#include "opened/rules_in_use.hpp"
#include "opened/study.hpp"
#include "opened/study_keys.hpp"
#include "opened/transcripts.hpp"

namespace moniker::study {

/// A study with everything that its steps need, opened and checked before the first transcript is touched, and locked
/// against a second run for as long as it lives. A shard has books of its own, and never opens those of the study
/// (shards/shard.hpp). Only who opens a study and the steps' own entry points see it whole: everything below them is
/// handed what it uses, so that a signature says what may be touched.
struct OpenedStudy {
  RunOptions options;
  Study study;
  RulesInUse rules;
  StudyKeys keys;
  DecidedStudy decided;
  Books books;
  ShardFiles shard_files;

  OpenedStudy(const std::filesystem::path& folder, RunOptions given);
};

/// Throws Error{usage}: anything wrong with moniker.yaml, the register, the rules or the keys, or another run.
std::unique_ptr<OpenedStudy> open_study(const std::filesystem::path& folder, RunOptions options);

}  // namespace moniker::study
