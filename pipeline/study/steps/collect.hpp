#pragma once
#include <vector>

#include "moniker/study_report.hpp"
#include "opened/ledger.hpp"
#include "opened/study.hpp"
#include "opened/transcripts.hpp"
#include "report/linkage.hpp"
#include "work/study_map.hpp"

namespace moniker::study {

/// What became of every delivered transcript, as the last run left it. `work` opens work/. Throws Error{usage} when one
/// that may be written was not applied.
StudyReport collect(const Study& study, const Ledger& ledger, const seal::Identity& work, const StudyMap& map,
                    const std::vector<Delivered>& files);

/// How many people and things are in the results, and who waits for their consent.
void count_people(const Study& study, const resolve::Assignment& assignment, const InResults& results,
                  StudyReport& report);

}  // namespace moniker::study
