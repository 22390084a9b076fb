#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/layout.hpp"
#include "outputs/asker.hpp"
#include "outputs/exported_study.hpp"

namespace moniker::custodian {

/// What transcripts, attributes and log tell of how a study was done. No word of any transcript, nobody's name.
struct StudyFacts {
  std::size_t participants = 0, interviews = 0, groups = 0;
  std::size_t smallest_group = 0, largest_group = 0;  // participants
  std::size_t more_than_once = 0;                     // participants who speak in more than one transcript
  std::string first_id{}, last_id{};
  std::uint64_t words = 0, unnamed_turns = 0;
  std::vector<std::int64_t> seconds{};  // of each transcript that has times, ascending
  std::size_t untimed = 0;
  std::map<std::string, std::size_t> staff{};         // who speaks and is no participant -> in how many transcripts
  std::map<std::string, std::string> staff_gender{};  // where the attributes keep it
  std::vector<std::string> columns{};                 // of the attributes
  std::vector<std::string> days{};                    // of interviews, as moniker.yaml lets them be told, ascending
  std::vector<std::string> consent_required{};        // uses without which nothing goes on

  std::set<std::string> versions{}, rules{}, packages{};  // that made what lies sealed; exported for
  std::map<std::string, std::size_t> decided{};           // by whom -> how many decisions
  std::map<std::string, std::size_t> read{};              // by whom -> passages read of what was left alone
  std::size_t signed_off = 0, withdrew = 0, log_records = 0;
};

struct FactsRequest {
  Asker asker{};
  std::size_t files = 0;  // into how many it goes: recorded
  std::vector<std::string> consent_required{};
};

/// What an opened study tells; of the log nothing.
StudyFacts facts_of(const ExportedStudy& study);

/// Verifies the log, opens what it names, records who looked, signs the log, and only then answers. Throws Error as
/// open_outputs does.
StudyFacts gather_facts(const StudyLayout& layout, const FactsRequest& request, const Clock& clock);

}  // namespace moniker::custodian
