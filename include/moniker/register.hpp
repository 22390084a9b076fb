#pragma once
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace moniker {

/// Which speaker label in which delivered file is this person, and when that was.
struct Session {
  std::string file{};                                 // as delivered, below incoming/: week-2/a.txt
  std::string speaker{};                              // label as delivered; empty: any single unclaimed one
  std::optional<std::chrono::year_month_day> date{};  // of the interview
};

/// What becomes of a register column. There is no default: an undeclared column stops the run.
enum class ColumnUse { keep, band, replace, drop };

/// That a participant took their consent back. What is kept of it keeps others' talk masked and refuses what was
/// delivered once.
struct Withdrawal {
  std::string id{};                     // ID04: never given again
  std::string key{};                    // of participant_keys(), whatever becomes of the row
  std::vector<std::string> contents{};  // TranscriptFacts::content of their own interviews, in hex
};

/// One person of the study: a row of participants.csv.
struct Participant {
  std::string number{};                // the study's own number for the person; unique; may be empty
  std::string name{};                  // full name, as registered
  std::vector<std::string> aliases{};  // nicknames, former names, spellings
  std::string role{};                  // "participant" when the column is missing or empty
  std::optional<std::chrono::year_month_day> consent_date{};
  std::vector<std::string> consent_scope{};  // lower case words: analysis, quotation, archive, ...
  std::vector<Session> sessions{};
  std::map<std::string, std::string> attributes{};  // every other column that is not dropped, by its name
  std::uint32_t line = 0;                           // in participants.csv; 0: the row is gone
  std::optional<Withdrawal> withdrawn{};
};

/// The study's own people, in file order.
struct Register {
  std::vector<Participant> people{};
};

}  // namespace moniker
