#pragma once
#include <chrono>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/atomic_file.hpp"
#include "check/checker.hpp"
#include "moniker/error.hpp"
#include "moniker/finding.hpp"
#include "moniker/issue.hpp"
#include "moniker/learned.hpp"
#include "resolve/entities.hpp"
#include "rules/rule_set.hpp"
#include "seal/age.hpp"

namespace moniker::study {

/// Lines of text sealed to the study's own key and published whole or not at all.
class SealedLines {
 public:
  SealedLines(const std::filesystem::path& target, const seal::Recipient& recipient);
  ~SealedLines();
  void add(std::string_view line);  // without its line end
  /// Digest of the lines written, in clear. Then file() or release() is what publishes them.
  Digest finish();
  AtomicFile& file();
  std::unique_ptr<AtomicFile> release();
  /// finish(), and durable.
  Digest publish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The lines again, one by one. Throws Error{integrity} when the file was damaged or belongs to another key.
class SealedLineReader {
 public:
  SealedLineReader(const std::filesystem::path& file, const seal::Identity& identity);
  ~SealedLineReader();
  std::optional<std::string> next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What apply and finish need of a scan.
struct ScanRecord {
  std::uint64_t words = 0;
  std::chrono::milliseconds duration{0};
  std::vector<Issue> issues{};
  std::optional<Problem> failure{};  // why reading or detection could not go on
  Digest content{};                  // of the delivered bytes
  Digest findings{};                 // of the findings file's lines
};

/// What scan leaves of one transcript for assign; the findings themselves lie beside it.
struct ScanSummary {
  ScanRecord record{};
  check::TranscriptFacts facts{};
  resolve::TranscriptMentions mentions{};
  LearnedNames learned{};
};

using SpokenWords = std::set<std::string>;  // every folded word of a transcript, and its codes: said_code()

/// Three lines, so that nobody reads more than is needed: the record, the rest of the summary, the vocabulary.
void write_summary(SealedLines& lines, const ScanSummary& summary, const SpokenWords& vocabulary);
ScanRecord read_record(const std::filesystem::path& file, const seal::Identity& identity);
ScanSummary read_summary(const std::filesystem::path& file, const seal::Identity& identity);
std::pair<ScanRecord, SpokenWords> read_vocabulary(const std::filesystem::path& file, const seal::Identity& identity);

/// Labels and rules by name, for reading findings back.
struct RuleNames {
  explicit RuleNames(const rules::RuleSet& rules);
  std::map<std::string, LabelId, std::less<>> labels{};
  std::map<std::string, RuleId, std::less<>> rules{};
};

/// One utterance's findings as a line (at least one finding), which replaces what `line` held, and back. Labels and
/// rules travel by name, so that the file outlives a change of the rule set's order.
void findings_line(const rules::RuleSet& rules, const Marked& marked, std::string& line);
std::vector<Finding> parse_findings_line(const RuleNames& names, std::string_view line);

}  // namespace moniker::study
