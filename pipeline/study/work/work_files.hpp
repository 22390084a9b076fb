#pragma once
#include <chrono>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/layout.hpp"
#include "check/checker.hpp"
#include "moniker/error.hpp"
#include "moniker/finding.hpp"
#include "moniker/issue.hpp"
#include "moniker/learned.hpp"
#include "resolve/entities.hpp"
#include "resolve/word_index.hpp"
#include "rules/rule_set.hpp"
#include "seal/age.hpp"
#include "work/packed.hpp"
#include "work/sealed_parts.hpp"
#include "work/waiting_parts.hpp"

namespace moniker::study {

/// The form of a scan's work file; another one is scanned anew.
constexpr std::uint64_t scan_form = 7;

/// What apply and finish need of a scan.
struct ScanRecord {
  std::uint64_t words = 0;
  std::chrono::milliseconds duration{0};
  std::vector<Issue> issues{};
  std::optional<Problem> failure{};  // why reading or detection could not go on
  Digest content{};                  // of the delivered bytes
  Digest inputs{};                   // of all that the scan depends on: a file of before that was put back has another
  Digest findings{};                 // of all that was found
  bool findings_apart = false;       // they are many, and have a file of their own
};

/// What scan leaves of one transcript for assign, beside what it found.
struct ScanSummary {
  ScanRecord record{};
  check::TranscriptFacts facts{};
  resolve::TranscriptMentions mentions{};
  LearnedNames learned{};
};

using SpokenWords = resolve::SaidWords;  // every folded word of a transcript, and its codes: said_code()

/// Labels and rules by name, for reading findings back.
struct RuleNames {
  explicit RuleNames(const rules::RuleSet& rules);
  std::map<std::string, LabelId, std::less<>> labels{};
  std::map<std::string, RuleId, std::less<>> rules{};
};

/// A scan's work file: the record, the rest of the summary, the vocabulary, and a part for each utterance with
/// findings, so that nobody reads further than is needed. Findings come first and wait: one file a transcript is made,
/// but for those with very many.
class ScanWriter {
 public:
  ScanWriter(const StudyLayout& layout, const std::string& key, const seal::Identity& study)
      : layout_(layout), key_(key), study_(study), findings_(layout.findings(key), study) {}
  /// An utterance's findings. Labels and rules go by name, so that the file outlives a change of the rules' order.
  void add(const rules::RuleSet& rules, const Marked& marked);
  /// After the last utterance; sets what the record says of the findings. The files wait to be published.
  std::vector<std::unique_ptr<AtomicFile>> finish(ScanSummary& summary, const SpokenWords& vocabulary);

 private:
  const StudyLayout& layout_;
  const std::string& key_;
  const seal::Identity& study_;
  WaitingParts findings_;
  Packer part_{};
  Hasher hasher_{};
};

/// And back: the record, then each at most once and in this order; what is not asked for is passed over. Throws
/// Error{integrity} for what cannot have been written. What it is made of outlives it.
class ScanReader {
 public:
  ScanReader(const StudyLayout& layout, const std::string& key, const seal::Identity& study);
  const ScanRecord& record() const { return record_; }
  /// All but the record.
  void summary(ScanSummary& summary);
  SpokenWords vocabulary();
  /// Of the next utterance that has some, at least one; nothing at the end, where all must be those of the record.
  std::vector<Finding> findings(const RuleNames& names);

 private:
  template <class Read>
  auto sound(const Read& read) const;
  void go_to(unsigned part);

  std::filesystem::path file_, apart_;
  const seal::Identity& study_;
  SealedPartReader parts_;
  ScanRecord record_{};
  unsigned next_ = 1;  // part
  Hasher found_{};
  bool ended_ = false;
};

/// Nothing where no work file lies, or one of another form, which is scanned anew.
std::optional<ScanRecord> record_of_this_form(const StudyLayout& layout, const std::string& key,
                                              const seal::Identity& study);
ScanRecord read_record(const StudyLayout& layout, const std::string& key, const seal::Identity& study);
ScanSummary read_summary(const StudyLayout& layout, const std::string& key, const seal::Identity& study);
std::pair<ScanRecord, SpokenWords> read_vocabulary(const StudyLayout& layout, const std::string& key,
                                                   const seal::Identity& study);

}  // namespace moniker::study
