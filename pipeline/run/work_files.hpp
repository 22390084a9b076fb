#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "check/checker.hpp"
#include "detect/detector.hpp"
#include "moniker/error.hpp"
#include "moniker/issue.hpp"
#include "resolve/entities.hpp"
#include "seal/age.hpp"

namespace moniker {

/// Lines of text sealed to the study's own key and published whole or not at all.
class SealedLines {
 public:
  SealedLines(const std::filesystem::path& target, const Recipient& recipient);
  ~SealedLines();
  void add(std::string_view line);   // without its line end
  /// Digest of the lines written, in clear.
  Digest publish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The lines again, one by one. Throws Error{integrity} when the file was damaged or belongs to another key.
class SealedLineReader {
 public:
  SealedLineReader(const std::filesystem::path& file, const Identity& identity);
  ~SealedLineReader();
  std::optional<std::string> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What scan leaves of one transcript for assign; the findings themselves lie beside it.
struct ScanSummary {
  TranscriptFacts facts{};
  std::vector<Issue> issues{};
  std::optional<Problem> failure{};        // why reading or detection could not go on
  TranscriptMentions mentions{};
  LearnedNames learned{};
  std::set<std::string> vocabulary{};      // every folded word
  Digest content{};                        // of the delivered bytes
  Digest findings{};                       // of the findings file's lines
};
void write_summary(const std::filesystem::path& file, const Recipient& recipient, const ScanSummary& summary);
ScanSummary read_summary(const std::filesystem::path& file, const Identity& identity);

/// Labels and rules by name, for reading findings back.
struct RuleNames {
  explicit RuleNames(const RuleSet& rules);
  std::unordered_map<std::string, LabelId> labels{};
  std::unordered_map<std::string, RuleId> rules{};
};

/// One utterance's findings as a line (at least one finding), and back. Labels and rules travel by name, so that
/// the file outlives a change of the rule set's order.
std::string findings_line(const RuleSet& rules, const Marked& marked);
std::vector<Finding> parse_findings_line(const RuleNames& names, std::string_view line);

}  // namespace moniker
