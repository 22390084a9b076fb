#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "coded/project.hpp"
#include "coded/units.hpp"
#include "coded/written.hpp"
#include "project/project_proof.hpp"
#include "steps/opened_study.hpp"

namespace moniker::study {

/// A concept's name that may be a person's too: what it names, as the standard calls that, and its identifier.
struct NameOfWords {
  std::string element{}, guid{};
};

struct ProjectRequest {
  std::filesystem::path in{}, out{};
  bool dry = false;  // say what would be done, and do nothing
  std::string by{};  // who asks, for the log
};

/// What became of a project. It holds no word of it.
struct ProjectReport {
  std::uint64_t sources = 0, transcripts = 0;          // texts of sources; those of them that are the study's own
  std::uint64_t notes = 0, texts = 0;                  // memos; texts of any kind that read otherwise now
  std::uint64_t documents = 0, documents_dropped = 0;  // formatted ones, kept and left out
  coded::RangeTally ranges{};
  coded::Counting counting{};
  std::map<std::string, std::uint64_t> replaced{};  // by label, in talk, memos and words
  std::uint64_t doubtful = 0;
  std::vector<NameOfWords> as_words{};  // concepts that are called by what somebody is called too, and stay
  std::uint64_t values = 0;             // dates and numbers of variables that were left out
  coded::LeftOut left_out{};
  std::vector<LeftName> left{};  // names that the second search found: then nothing was written
  bool written = false;
};

/// Throws Error: usage where the study was not run since its register or its decisions changed, or OUT lies in its
/// folder or is there; input where IN is no project.
ProjectReport pseudonymise_project(OpenedStudy& opened, const ProjectRequest& request);

}  // namespace moniker::study
