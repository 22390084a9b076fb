#pragma once
#include <array>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/keyed_hash.hpp"
#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "moniker/utterance.hpp"
#include "study/config.hpp"

namespace moniker {

/// What the checks learn of a transcript; needed by reports and by the checks over the whole delivery.
struct TranscriptFacts {
  std::string file{};                          // name without folder
  std::string format{};
  std::uint64_t utterances = 0, words = 0;
  std::chrono::milliseconds duration{0};       // 0 where there are no times
  std::map<std::string, std::uint64_t> speakers{};   // label -> utterances
  Digest content{};                            // of the folded words, whatever the format: the same talk, the same digest
  std::array<std::uint64_t, static_cast<std::size_t>(IssueCode::count_)> counts{};
};

/// The checks of one transcript, as it streams by. Passes every utterance on unchanged.
class Checker {
 public:
  /// `config` and `people` outlive the checker. `people` may be empty (moniker check FILES): then nothing is
  /// said about who is expected.
  Checker(const StudyConfig& config, const Register& people, std::string file, std::string format, Sink<Issue> issues);
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
};

/// The checks that need the whole delivery: expected and unexpected files, the same content twice, consent.
std::vector<FileIssue> check_delivery(const StudyConfig& config, const Register& people,
                                      const std::vector<TranscriptFacts>& transcripts);

/// The row of the issue table.
struct IssueEntry {
  IssueCode code{};
  std::string_view name{};        // speaker.unknown
  Severity severity{};            // default; moniker.yaml may raise or lower it (never below error for
                                  // what cannot be read)
  std::string_view sentence{};    // lower case, no full stop; {} stands for the count
  std::string_view remedy{};
};
const IssueEntry& issue_entry(IssueCode code);
Severity severity_of(IssueCode code, const StudyConfig& config);

}  // namespace moniker
