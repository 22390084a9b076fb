#pragma once
#include "opened/ledger.hpp"
#include "opened/study.hpp"
#include "report/linkage.hpp"
#include "seal/age.hpp"
#include "work/study_map.hpp"

namespace moniker::study {

/// What of a study stands in its results: what is published in out/, whether its delivered file is still there or was
/// put away, and whom it names. A transcript that was never published, or is not any more, is not mentioned, nor is who
/// is named in nothing else.
/// Whoever may be named in a transcript, by the words that its summary holds; nothing where there is none.
std::optional<std::set<std::string>> may_be_named(const StudyLayout& layout, const std::string& key,
                                                  const seal::Identity& work, const StudyMap& map);

InResults in_results(const Study& study, const Ledger& ledger, const Secret<32>& registry_key,
                     const seal::Identity& work, const StudyMap& map);

}  // namespace moniker::study
