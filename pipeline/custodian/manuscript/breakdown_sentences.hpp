#pragma once
#include <string_view>
#include <vector>

#include "manuscript/breakdown_whole.hpp"

namespace moniker::custodian {

/// The sentences of a block; "; of the nine, four ..." begins one.
std::vector<ByteRange> clauses_of(const Block& block, const PaperWords& words);

/// "We analysed 64 letters.": how many, where a sentence has no other number; 0 else.
double things_in(std::string_view said, const PaperWords& words);

/// "Forty were invited.": how many; 0 where the sentence says nothing of the kind, or more.
double asked_in(const Counts& counts, std::string_view sentence, const PaperWords& words);

/// "Thirty-one came from mothers, nineteen from fathers and fifteen from grandparents": what all did is told once.
/// "Eight had a shop, five a cafe" may be told of one.
bool leaves_verbs_out(const Counts& chain, const PaperWords& words);

/// "They came from three museums:", and paragraphs that begin with a number each: the last of these; the block itself
/// where none follow.
std::size_t last_item(const Manuscript& paper, std::size_t i, const PaperWords& words);

/// A paragraph and the items that it announces, as one.
Block with_items(const Manuscript& paper, std::size_t first, std::size_t last);

}  // namespace moniker::custodian
