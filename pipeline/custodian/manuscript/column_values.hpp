#pragma once
#include "manuscript/table_people.hpp"

namespace moniker::custodian {

/// Words of a table's column that the authors' sentences tell of somebody: of "Licence", with "Club", "Regional" and
/// "National" under it, "Referee 9, a regional official" and "who has a national licence" tell which.
void add_column_values(PaperTalk& talk, const Manuscript& paper, const ColumnValues& columns, const PaperWords& words);

}  // namespace moniker::custodian
