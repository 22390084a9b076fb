#pragma once
#include <string>

#include "manuscript/manuscript.hpp"
#include "manuscript/paper_words.hpp"
#include "moniker/finding.hpp"

namespace moniker::custodian {

/// "He had built a box for it from walnut:", "A doctor who had been there for years said that she had moved:", right
/// before a quotation: the gender of whoever is quoted, and the sentence.
std::string gender_of_lead(const Block& block, ByteRange& sentence, const PaperWords& words);

/// "One said that she had never been asked": the gender of the one whom a sentence begins with and does not name;
/// `before` is what the paragraph says before it. Empty where anybody else may be meant.
std::string gender_of_head(std::string_view said, std::string_view before, const PaperWords& words);

/// "When it came, she could not take it in": the gender of the one about whom a paragraph goes on, in a sentence that
/// names nobody; `before` is what it says since it named them.
std::string gender_of_clause(std::string_view said, std::string_view before, const PaperWords& words);

/// "He still came in twice a week, as he put it, ...", right behind an extract: the gender of whoever said it.
std::string gender_behind(const Block& block, ByteRange& sentence, const PaperWords& words);

}  // namespace moniker::custodian
