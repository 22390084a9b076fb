// Breakdowns that do not add up, as findings.
#include <fmt/format.h>

#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {
namespace {

std::string sum_shown(const Breakdown& one) {
  std::vector<std::string> parts;
  for (const BreakdownPart& part : one.parts) parts.push_back(fmt::format("{}{}", part.value, one.percent ? " %" : ""));
  return fmt::format("{}", fmt::join(parts, " + "));
}

}  // namespace

std::vector<PaperFinding> wrong_sums_in(const std::vector<Breakdown>& breakdowns) {
  std::vector<PaperFinding> findings;
  for (const Breakdown& one : breakdowns) {
    if (one.verdict != Breakdown::Verdict::wrong) continue;
    const std::string says =
        one.parts.size() == 1
            ? fmt::format("{} is {} % of the sample, and {} % is said", one.parts[0].value, one.total, one.sum)
            : fmt::format("{} is {}{}, and not {}", sum_shown(one), one.sum, one.percent ? " %" : "", one.total);
    findings.push_back({PaperFault::wrong_sum, says, {one.where}});
  }
  return findings;
}

}  // namespace moniker::custodian
