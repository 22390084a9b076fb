#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "moniker/error.hpp"
#include "nights/failed_nights.hpp"
#include "nights/matters.hpp"
#include "nights/night_memory.hpp"
#include "steps/opened_study.hpp"

namespace moniker::study {

/// Something that waits for a person, and since when.
struct Waiting {
  Matter matter{};
  std::uint64_t fresh = 0;  // of its parts: were not told before
  std::string since{};      // the day on which it was told first
};

/// Something that was told to wait, and does not any more.
struct Solved {
  std::string kind{}, transcript{};
  std::uint64_t parts = 0;
};

/// How many transcripts there are, by what became of them.
struct StandingCounts {
  std::uint64_t transcripts = 0, sealed = 0, review = 0, draft = 0, quarantined = 0;
  std::uint64_t doubtful = 0, questions = 0, overdue = 0;  // and how much waits
};

/// What one run has to say to a person who did not watch it. A plain value: summary, status, JSON and metrics are views
/// of it.
struct Night {
  std::string study{};                          // its title
  std::string folder{};                         // as whoever ran it calls it
  std::string time{};                           // when it ended
  double seconds = 0;                           // how long it took
  std::optional<Problem> failure{};             // then it has nothing else to say
  std::string last_day{};                       // of the night that was told before; empty: this is the first
  std::optional<FailedNights> failed_before{};  // just before this one: it works again, or it still does not
  std::vector<Waiting> waiting{};               // worst first
  std::vector<Solved> solved{};                 // since then
  std::vector<std::string> sealed{}, sealed_anew{}, gone{};  // transcripts in out/, since then
  StandingCounts counts{};
  std::uint64_t audit_records = 0;
  NightMemory now{};         // what the next night compares with
  bool has_news() const;     // something new waits for a person, or the run failed
  bool has_changed() const;  // anything did, or it works again
};

/// A finished run, compared with what was told before. Throws Error{integrity} as read_night_memory().
Night night_of(const OpenedStudy& opened, const StudyReport& report);
/// A run that could not go to its end.
Night failed_night(const std::string& folder, const Problem& problem, std::string time);
/// That it was told: the next one compares with it; of a failure only that there was one, and not that others worked.
void remember_night(OpenedStudy& opened, const Night& night);
/// The same of a study that is not open any more. Throws as opening it does; Error{busy} while a command works on it.
void remember_night(const std::filesystem::path& folder, const StudyKey& key, const Night& night);

/// Whoever tells two nights apart by the exit status alone.
inline constexpr int same_as_before = 10;
/// 0: nothing for a person; 1: something new; same_as_before: what waits was told before. A failure's own.
int status_of(const Night& night);
/// Of several runs the one that matters most: what is not as it was signed, what failed, what was worked on by others,
/// what is new, what was told before.
int gravest_of(const std::vector<int>& statuses);

}  // namespace moniker::study
