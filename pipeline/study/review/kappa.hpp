#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace moniker::study {

/// Cohen's kappa of two people's answers to the same questions: how far they agree beyond what chance would give
/// (Educational and Psychological Measurement 20, 1960). Nothing where there is no answer, or where both gave one
/// answer to all, which says nothing of them.
std::optional<double> cohens_kappa(const std::vector<std::pair<std::string, std::string>>& answers);

}  // namespace moniker::study
