// Findings and what people decided, put together.
#include <algorithm>

#include "base/utf8.hpp"
#include "detect/decided.hpp"
#include "rules/compiled.hpp"

namespace moniker::detect {
namespace {

bool is_registered(const rules::RuleSet& rules, const Finding& finding) {
  return finding.rule == rules.compiled().register_rule;
}

bool has_capital_or_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (is_upper(point.value) || is_digit(point.value)) return true;
    at += std::max<std::uint32_t>(1, point.length);
  }
  return false;
}

/// What of a finding lies outside the claim, without the blanks between.
void keep_rest(std::string_view text, const Finding& finding, ByteRange claim, std::vector<Finding>& out) {
  const auto offer = [&](std::uint32_t begin, std::uint32_t end) {
    while (begin < end && text[begin] == ' ') ++begin;
    while (begin < end && text[end - 1] == ' ') --end;
    if (begin >= end || !has_capital_or_digit(text.substr(begin, end - begin))) return;
    Finding rest = finding;
    rest.bytes = {begin, end};
    out.push_back(rest);
  };
  if (finding.bytes.begin < claim.begin) offer(finding.bytes.begin, claim.begin);
  if (claim.end < finding.bytes.end) offer(claim.end, finding.bytes.end);
}

void sort_by_place(std::vector<Finding>& findings) {
  std::sort(findings.begin(), findings.end(),
            [](const Finding& a, const Finding& b) { return a.bytes.begin < b.bytes.begin; });
}

}  // namespace

std::vector<Finding> settle(const rules::RuleSet& rules, const Utterance& seen, std::vector<Finding> found,
                            const std::vector<Claim>& claims) {
  const rules::RuleSet::Compiled& compiled = rules.compiled();
  for (const Claim& claim : claims) {
    const auto stands = [&](const Finding& finding) {
      if (!finding.bytes.overlaps(claim.bytes)) return false;
      const bool larger = finding.bytes.holds(claim.bytes) && finding.bytes.size() > claim.bytes.size();
      if (claim.label) {  // a registered name within longer words that are replaced goes with them
        if (is_registered(rules, finding)) return !(claim.bytes.holds(finding.bytes) && finding.bytes != claim.bytes);
        return larger && !claim.here;
      }
      return is_registered(rules, finding) || !claim.bytes.holds(finding.bytes);
    };
    if (std::any_of(found.begin(), found.end(), stands)) continue;
    std::vector<Finding> after;
    for (const Finding& finding : found) {
      if (!finding.bytes.overlaps(claim.bytes)) {
        after.push_back(finding);
      } else {
        keep_rest(seen.text, finding, claim.bytes, after);
      }
    }
    after.push_back({.utterance = seen.number,
                     .bytes = claim.bytes,
                     .label = claim.label.value_or(compiled.person),
                     .rule = claim.label ? compiled.decided_rule : compiled.kept_rule,
                     .score = claim.label ? 1.0F : 0.0F});
    found = std::move(after);
    sort_by_place(found);
  }
  return found;
}

std::pair<std::vector<Finding>, std::vector<Claim>> part_claims(const rules::RuleSet& rules,
                                                                std::vector<Finding> findings) {
  std::vector<Claim> claims;
  for (const Finding& finding : findings) {
    if (finding.rule == rules.compiled().decided_rule) claims.push_back({finding.bytes, finding.label, true});
    if (is_kept(rules, finding)) claims.push_back({finding.bytes, std::nullopt, true});
  }
  std::erase_if(findings, [&](const Finding& finding) {
    return finding.rule == rules.compiled().decided_rule || is_kept(rules, finding);
  });
  return {std::move(findings), std::move(claims)};
}

bool is_kept(const rules::RuleSet& rules, const Finding& finding) { return finding.rule == rules.compiled().kept_rule; }

}  // namespace moniker::detect
