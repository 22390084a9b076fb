// Breakdowns that do not add up, as findings.
#include <fmt/format.h>

#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {
namespace {

/// "21 (9 + 7 + 5)", where the other place has a sum alone; else the parts.
std::string shown_against(const Breakdown& one) {
  const bool sum = one.against.find('+') == one.against.npos && one.parts.size() > 1;
  return sum ? fmt::format("{} ({})", one.sum, sum_shown(one)) : sum_shown(one);
}

/// Of a table what it counts, since its place alone does not say which of its groups is meant.
std::string labels_shown(const Breakdown& one) {
  std::vector<std::string> labels;
  for (const BreakdownPart& part : one.parts) labels.push_back(part.label);
  return fmt::format("{}", fmt::join(labels, ", "));
}

}  // namespace

std::string sum_shown(const Breakdown& one) {
  std::string sum;
  for (const BreakdownPart& part : one.parts) {
    const bool less = part.value < 0;  // who is counted twice comes off
    sum += sum.empty() ? "" : less ? " - " : " + ";
    sum += fmt::format("{}{}", less ? -part.value : part.value, one.percent ? " %" : "");
  }
  return sum;
}

std::vector<PaperFinding> wrong_sums_in(const std::vector<Breakdown>& breakdowns) {
  std::vector<PaperFinding> findings;
  for (const Breakdown& one : breakdowns) {
    if (one.verdict != Breakdown::Verdict::wrong) continue;
    const std::string says =
        !one.against.empty() ? fmt::format("{} in one place, and {} in another", shown_against(one), one.against)
        : one.parts.size() == 1
            ? fmt::format("{} is {} % of the sample, and {} % is said", one.parts[0].value, one.total, one.sum)
            : fmt::format("{} is {}{}, and not {}", sum_shown(one), one.sum, one.percent ? " %" : "", one.total);
    PlacedWords where = one.where;
    if (one.in_table) where.words += where.words.empty() ? labels_shown(one) : ": " + labels_shown(one);
    findings.push_back({PaperFault::wrong_sum, says, {std::move(where)}});
  }
  return findings;
}

}  // namespace moniker::custodian
