#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "moniker/study_report.hpp"

namespace moniker::study {

constexpr std::size_t most_places = 500;

/// What the ledger keeps of an applied transcript, so that an unchanged one can be reported without being redone.
struct ApplyRecord {
  std::vector<std::string> outputs{};  // names in out/
  std::uint64_t doubtful = 0;
  std::vector<DoubtfulPlace> places{};              // at most most_places of the doubtful ones
  std::map<std::string, std::uint64_t> replaced{};  // by label
  std::vector<Issue> proof{};  // why there are no outputs: hits, or a document that cannot be preserved
  std::uint64_t left_out = 0;  // elements of a preserved document
  std::uint64_t masked = 0;    // what was masked before delivery
  /// Who and what speaks or is named in it: ID04, PERSON_3. Nothing: an older moniker did not tell.
  std::optional<std::set<std::string>> names{};
};
std::string to_json(const ApplyRecord& record);
ApplyRecord apply_record_from_json(const std::string& text);

}  // namespace moniker::study
