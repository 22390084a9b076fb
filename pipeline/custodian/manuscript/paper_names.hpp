#pragma once
#include "manuscript/manuscript.hpp"
#include "manuscript/paper_ids.hpp"

namespace moniker::custodian {

/// Pseudonyms under which a paper quotes people: words with a capital where IDs would stand, two of them or more, with
/// what only people have beside them ("Amina, 34, teacher"), or in a paper that says that names were changed, or in the
/// first column of a table of people. Authors of other papers (Ball, 2003) are none.
PaperNames pseudonyms_in(const Manuscript& paper, const PaperWords& words);

/// The column of a table of people that says who they are, by its heading; none where it is no such table.
bool heads_names(std::string_view heading, const PaperWords& words);

}  // namespace moniker::custodian
