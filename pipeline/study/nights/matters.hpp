#pragma once
#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/study_report.hpp"
#include "rights/retention.hpp"

namespace moniker::study {

/// What may wait for a person, worst first.
enum class MatterKind : std::uint8_t { quarantined, who_is_meant, doubtful, draft, overdue };

/// Something that waits for a person: of one transcript, or of the whole study. No words of a transcript, and no name.
struct Matter {
  MatterKind kind{};
  std::string transcript{};          // T03; empty: the study as a whole
  std::vector<std::string> parts{};  // what it is made of, each told apart from the others: a place, a code
  std::string says{}, remedy{};      // of a kind that is told otherwise for each: why, and what helps
};

/// The rows of the table: its name, how a count of them is told, and what to do.
struct MatterWords {
  MatterKind kind{};
  std::string_view name{};         // doubtful
  std::string_view one{}, many{};  // "{} doubtful finding", with {} for the count
  std::string_view remedy{};       // with {} for the study
};
const MatterWords& words_of(MatterKind kind);
/// Nothing for a name that is none.
const MatterWords* words_of(std::string_view name);

/// All of a run's, worst first, then by transcript. `today` says what is overdue of `due`.
std::vector<Matter> matters_of(const StudyReport& report, const std::vector<RetentionItem>& due,
                               std::chrono::sys_days today);

}  // namespace moniker::study
