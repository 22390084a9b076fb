#pragma once
#include <set>
#include <vector>

#include "disclosure/release.hpp"

namespace moniker::disclosure {

/// What was printed of the same people before, and how many each of its small cells must still be able to hold.
struct Earlier {
  Release release{};
  std::map<Cell, std::int64_t> guarded{};
};

/// What is to be printed, and what nobody may get out of it.
struct Printing {
  std::vector<ColumnSet> tables{};
  ColumnSet attributions{};           // what stands behind a quotation; may be none
  std::vector<std::size_t> quoted{};  // who is quoted: rows of People
  std::int64_t threshold = 3;         // a cell with fewer people, and somebody, is small
  Earlier earlier{};                  // readers lay it beside this
};

/// A release in which no small cell can be told from one that is not: by all that is printed it may hold as many people
/// as the threshold, or more.
struct Suppressed {
  Release release{};                       // with all that was printed earlier
  std::set<Cell> small{}, beside{};        // suppressed: as they are small, and since others would give small ones back
  std::map<Cell, std::int64_t> guarded{};  // safe small cells, earlier ones too, and what they may be taken to hold
  std::vector<ColumnSet> withheld{};       // tables that cannot be printed at all, whatever is suppressed in them
  std::vector<Cell> told_by_quotations{};  // small cells that the attributions tell, whatever the tables do
  std::vector<Cell> told_before{};         // small cells that an earlier table with a lower threshold has printed
};

/// Cells are suppressed for each other as Fischetti and Salazar (2000) choose them: of all tables that a reader could
/// take for the true one, and in which the small cell is none, the one that differs from the true one in the fewest and
/// smallest cells; these go. So a witness of every small cell's safety exists by the way it was made. Then what is not
/// needed after all is printed again. A cell that nobody is in is never suppressed, and so a suppressed one is known to
/// hold somebody: that is reckoned with. What was printed earlier cannot be taken back: it stays as it was told, and
/// new tables are told so far as all of them together give nothing back.
Suppressed suppress(const People& people, const Printing& printing);

/// Whether every small cell of a release is safe, by an attack on it alone.
bool is_safe(const People& people, const Release& release, const std::set<Cell>& small, std::int64_t threshold);

}  // namespace moniker::disclosure
