#pragma once
#include <map>
#include <string>
#include <vector>

#include "eval/score.hpp"

namespace moniker::eval {

/// Percentile intervals (2.5 to 97.5) of figures over all labels: as many documents drawn with replacement as
/// there are, a thousand times. The seed is fixed, so the same documents give the same intervals everywhere.
/// Nothing for fewer than ten documents, of which nothing can be told. (Efron: Bootstrap methods, Annals of
/// Statistics 7, 1979.)
std::map<std::string, Interval> bootstrap(const std::vector<Tally>& documents);

/// The same of the difference, second less first, of two systems on the same documents, each draw of documents for
/// both.
std::map<std::string, Interval> bootstrap_differences(const std::vector<Tally>& first,
                                                      const std::vector<Tally>& second);

}  // namespace moniker::eval
