#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "manuscript/implied_counts.hpp"

namespace moniker::custodian {

/// Whether a number is of no people: nine years, Band 5, "60 and over", "the oldest 63". `elliptical`: the sentence
/// leaves its verb out, so that what stands behind the later numbers is not counted.
bool counts_no_people(const LabelledCount& one, const std::vector<LabelledCount>& all, bool elliptical,
                      const ImplyingSentence& in);

/// "(FG1, n = 8; FG2, n = 7)": each of a bracket that counts several; the text ends before its number.
bool is_said_n(std::string_view before);
/// How many things a list names that ends at a place: two, of "Groups 4 and 5"; 0 where it is none.
std::size_t names_to(std::string_view text, std::size_t end, const PaperWords& words);
/// In small letters, up to `most` bytes before a place.
std::string lowered_before(std::string_view text, std::size_t at, std::size_t most);

}  // namespace moniker::custodian
