#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "keys/study_key.hpp"
#include "moniker/error.hpp"

namespace moniker::study {

/// Where a transcript is on its way.
enum class TranscriptAt : std::uint8_t { fresh, changed, quarantined, draft, review, sealed };
std::string_view word_of(TranscriptAt at);

struct TranscriptStanding {
  std::string transcript{};  // T03; empty while it has no number
  std::string shown{};       // its file, fit to be shown; empty where that was put away
  TranscriptAt at = TranscriptAt::fresh;
  std::string since{};  // the day on which that began, where the log tells it
  std::string why{};    // of what is quarantined: sentences with their codes
  std::uint64_t doubtful = 0, questions = 0;
  std::string due{};  // the day by which something of it must go; empty: none
};

/// What a study and its transcripts are at, gathered once: `status`, and what `doctor` says that a run would do, are
/// views of it. Nothing is changed for it.
struct StudyState {
  std::string folder{};  // as whoever asked calls it
  std::string title{};
  std::optional<Problem> trouble{};  // why nothing else can be said
  bool is_of_last_run = false;       // as the last run left it: without study.key, or while another command works
  bool is_worked_on = false;
  std::string last_run{};                         // its day; empty: none ended yet
  std::vector<TranscriptStanding> transcripts{};  // in study order; what was put away last
  std::uint64_t fresh_unnamed = 0;                // delivered since the last run, where nobody can say which
  std::uint64_t overdue = 0, due = 0;             // by the study's rules, by yesterday and by today
  std::string next_due{};                         // day of what goes next
  std::uint64_t count(TranscriptAt at) const;
};

/// Throws what opening a study throws; a study that is worked on, or whose key is not here, is told as the last run
/// left it. Throws Error{integrity} where the log, or the report that it names, is not what was signed.
StudyState state_of_study(const std::filesystem::path& folder, const StudyKey& key, const Clock& clock);
/// The same of many; what one of them throws is its `trouble`.
using KeyOf = std::function<StudyKey(const std::filesystem::path& folder)>;
std::vector<StudyState> states_of(const std::vector<std::filesystem::path>& folders, const KeyOf& key_of,
                                  const Clock& clock);

}  // namespace moniker::study
