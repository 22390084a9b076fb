#include "rules/regex_rules.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace moniker::rules {
namespace {

constexpr int max_groups = 10;
constexpr std::int64_t regex_memory = std::int64_t{64} << 20;

/// RE2's \b knows ASCII only ("Ren" would be a word of "Renée"), so the edges are checked here.
bool cuts_word(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  return is_word(code_point_before(text, at).value) && is_word(code_point_at(text, at).value);
}

void find_one(const RegexRule& rule, const RuleDetail& detail, LabelId label, const words::Language& language,
              std::string_view text, std::vector<Finding>& findings) {
  std::array<re2::StringPiece, max_groups> groups;
  for (std::size_t at = 0; at <= text.size();) {
    if (!rule.pattern->get().Match(text, at, text.size(), RE2::UNANCHORED, groups.data(), rule.group + 1)) return;
    const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
    const std::size_t end = begin + groups[0].size();
    const auto& slot = groups[static_cast<std::size_t>(rule.group)];
    if (end == begin || slot.empty() || (rule.whole_word && (cuts_word(text, begin) || cuts_word(text, end)))) {
      at = begin + std::max<std::uint32_t>(1, code_point_at(text, begin).length);
      continue;
    }
    at = end;
    float score = detail.score;
    const std::string_view found(slot.data(), slot.size());
    if (rule.validator && !rule.validator(found, language)) {
      if (!rule.invalid) continue;
      score += *rule.invalid;
    }
    const auto first = static_cast<std::uint32_t>(slot.data() - text.data());
    findings.push_back({.utterance = 0,
                        .bytes = {first, first + static_cast<std::uint32_t>(slot.size())},
                        .label = label,
                        .rule = rule.rule,
                        .score = std::clamp(score, 0.0F, 1.0F)});
  }
}

}  // namespace

const RE2& LazyRegex::get() const {
  std::call_once(once_, [this] {
    RE2::Options options;
    options.set_log_errors(false);  // RE2 would print the pattern, and a study's patterns may hold names
    options.set_max_mem(regex_memory);
    compiled_ = std::make_unique<RE2>(text_, options);
  });
  return *compiled_;
}

void find_regexes(const RuleSet::Compiled& compiled, const words::Language& language, const words::Words& words,
                  std::vector<std::uint32_t>& candidates, std::vector<Finding>& findings) {
  if (compiled.regexes.empty()) return;
  compiled.gates.candidates(words, candidates);
  compiled.prefilter.narrow(words.text, candidates);
  for (const std::uint32_t i : candidates) {
    const RegexRule& rule = compiled.regexes[i];
    const auto& face = compiled.rules[static_cast<std::size_t>(rule.rule)];
    find_one(rule, compiled.detail(rule.rule), face.label, language, words.text, findings);
  }
}

}  // namespace moniker::rules
