#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/layout.hpp"
#include "disclosure/anonymity.hpp"
#include "disclosure/suppress.hpp"
#include "outputs/asker.hpp"
#include "outputs/exported_study.hpp"
#include "participants/earlier_tables.hpp"
#include "participants/sheet.hpp"
#include "participants/table_wish.hpp"

namespace moniker::custodian {

/// A set of columns that is published, and how alike people are by it.
struct PublishedSet {
  std::string what{};  // "the sample", "attributions", "table role by region"
  disclosure::Standing standing{};
  std::vector<std::pair<std::string, std::size_t>> l{};  // by column
  std::vector<disclosure::Remedy> remedies{};            // of one column; none where k is reached
};

/// What may be printed, and what of people can be told by it.
struct Participants {
  std::size_t silent = 0;          // of the attributes, who speaks in no transcript and is not counted
  disclosure::People people{};     // as they are told of; rows as `ids`
  std::vector<std::string> ids{};  // names nobody, and is shown to who asked alone
  Printout printout{};
  std::string method{};  // suppression, rounding, merging
  std::vector<disclosure::Merge> merges{};
  std::size_t small = 0, beside = 0;      // cells that are held back
  std::vector<std::string> withheld{};    // tables that cannot be printed
  std::vector<std::string> given_back{};  // cells that readers can tell all the same
  std::vector<PublishedSet> sets{};
  std::vector<disclosure::AloneBy> alone{};
  std::size_t earlier = 0;           // requests of before that these tables were attacked together with
  std::size_t not_held_against = 0;  // requests of before that they were not, and may give something back with
  std::int64_t told_people = 0;      // how many took part, as it is printed
  std::size_t k = 0;
  bool shows_ids = false;
  /// Whether a person has to change something before this is published.
  bool needs_a_person() const;
};

/// Plain data to plain data. Throws Error{usage} for a column or an ID that is not there.
/// `earlier`: what readers may lay beside it.
Participants tabulate(const ExportedStudy& study, const TableWish& wish,
                      const std::vector<EarlierTables>& earlier = {});

struct ParticipantsRequest {
  TableWish wish{};
  Asker asker{};
  std::size_t files = 0;  // into how many it goes: recorded
  std::string title{};
};

/// Verifies the log, opens what it names, counts, records who looked, signs the log, and only then answers. Throws
/// Error as tabulate and open_outputs do.
Participants count_participants(const StudyLayout& layout, const ParticipantsRequest& request, const Clock& clock);

}  // namespace moniker::custodian
