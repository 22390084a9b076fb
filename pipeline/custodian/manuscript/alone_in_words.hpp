#pragma once
#include <set>

#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {

/// Whoever is told by "the" ("the freelancer"), or in the words of a sentence that counts one ("only one used a
/// wheelchair" and "wheelchair user"); and whoever is called the only man where there are two. `told` has their keys.
void add_alone_in_words(const Manuscript& paper, const PaperTalk& talk, const std::vector<PaperPerson>& people,
                        const PaperWords& words, std::set<std::string>& told, std::vector<PaperFinding>& findings);

/// "man" of "the only man among them": what behind `behind` is said of nobody else of those who take part; empty where
/// a sentence says more ("the only doctor in the valley").
std::string only_one_in(const std::string& folded, std::size_t behind, const PaperWords& words);

/// Whether an attribution's values say what a label counts.
bool says_label(const std::vector<Attribute>& person, std::string_view label, const PaperWords& words);

}  // namespace moniker::custodian
