#pragma once
#include <array>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/keyed_hash.hpp"
#include "check/check_rules.hpp"
#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "moniker/utterance.hpp"
#include "words/language.hpp"

namespace moniker::check {

/// What the checks learn of a transcript; needed by reports and by the checks over the whole delivery.
struct TranscriptFacts {
  std::string file{};  // name without folder
  std::string format{};
  std::uint64_t utterances = 0, words = 0;          // of talk; headings, comments and the like do not count
  std::chrono::milliseconds duration{0};            // 0 where there are no times
  std::map<std::string, std::uint64_t> speakers{};  // label -> utterances
  Digest content{};                     // of the folded words of the talk, whatever the format: the same talk,
                                        // the same digest; all zero when there is none
  std::vector<std::uint64_t> sketch{};  // a sample of the talk, ascending: nearly the same talk, nearly the
                                        // same sample (content.cpp)
  std::array<std::uint64_t, static_cast<std::size_t>(IssueCode::count_)> counts{};  // of what the checker said
  std::string put_away{};  // T05: what it is called, once its delivered file is gone; empty while that is there
};

class ExpectedPeople;

/// The checks of one transcript, as it streams by. Passes every utterance on unchanged.
class Checker {
 public:
  /// `rules`, `people` and `language` outlive the checker. `people` may be empty (moniker check FILES): then nothing is
  /// said about who is expected.
  Checker(const CheckRules& rules, const Register& people, const words::Language& language, std::string file,
          std::string format, Sink<Issue> issues);
  /// The same for one of many transcripts.
  Checker(const CheckRules& rules, std::shared_ptr<const ExpectedPeople> people, const words::Language& language,
          std::string file, std::string format, Sink<Issue> issues);
  ~Checker();
  void take(Utterance utterance, const Sink<Utterance>& out);
  void finish(const Sink<Utterance>& out);
  const TranscriptFacts& facts() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// An issue of one file of the delivery (or of one the register expects).
struct FileIssue {
  std::string file{};
  Issue issue{};
  std::uint32_t register_line = 0;  // the row of participants.csv it is about; 0: none
  std::string other{};              // T05: another transcript that it is about
};

/// Files of the register that were delivered before and are gone, and by which name their transcripts are there now.
using Renamed = std::map<std::string, std::string>;

/// The checks that need the whole delivery: expected and unexpected files, the same content twice, consent.
/// Ordered as sort_issues() does. A transcript that could not be read has facts with nothing but its file.
std::vector<FileIssue> check_delivery(const CheckRules& rules, const Register& people,
                                      const std::vector<TranscriptFacts>& transcripts, const Renamed& renamed = {});

/// By file, then by code and row.
void sort_issues(std::vector<FileIssue>& issues);

/// A row of the issue table.
struct IssueEntry {
  IssueCode code{};
  std::string_view name{};      // speaker.unknown
  Severity severity{};          // default
  bool fixed = false;           // moniker.yaml may not lower it: what cannot be read or proved never passes
  std::string_view sentence{};  // lower case, no full stop; {} stands for the count
  std::string_view remedy{};
};
std::span<const IssueEntry> issue_entries();  // in the order of IssueCode
const IssueEntry& issue_entry(IssueCode code);

/// The severity after moniker.yaml; a fixed one whatever it says.
Severity severity_of(IssueCode code, const CheckRules& rules);

/// Throws Error{usage} with the place in moniker.yaml: a severity for an issue that does not exist, or a
/// lower one for an issue whose severity is fixed.
void check_severities(const CheckRules& rules);

}  // namespace moniker::check
