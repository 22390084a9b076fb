#include "detect/search.hpp"

#include <algorithm>

#include "detect/nearby.hpp"
#include "detect/regex_rules.hpp"

namespace moniker {

const Claims& Search::run(std::string_view text, Setting setting, RegisterNames* people) {
  std::swap(words_, before_);
  std::swap(text_, text_before_);
  before_.text = text_before_;   // a short string's bytes moved with it
  text_.assign(text);
  claims_.findings.clear();
  claims_.kept.clear();
  read_words(compiled_.lexicon, compiled_.abbreviations, text_, setting, words_);
  find_words(compiled_, words_, memo_, claims_.findings, claims_.kept);
  find_regexes(compiled_, text_, claims_.findings);
  weigh();
  if (people) people->find(words_, memo_, claims_.findings);
  keep();
  return claims_;
}

void Search::weigh() {
  std::erase_if(claims_.findings, [&](Finding& finding) {
    const auto score = score_in_context(compiled_.detail(finding.rule), words_, before_, finding.bytes, finding.score);
    if (!score) return true;
    finding.score = *score;
    return false;
  });
}

/// What lies wholly within a kept range goes; a longer finding knows more than the keep. The register's people go
/// only where the keep is firm.
void Search::keep() {
  if (claims_.kept.empty()) return;
  std::erase_if(claims_.findings, [&](const Finding& finding) {
    const bool known = finding.rule == compiled_.register_rule || finding.rule == compiled_.near_rule;
    return std::any_of(claims_.kept.begin(), claims_.kept.end(),
                       [&](const Kept& kept) { return kept.bytes.holds(finding.bytes) && (kept.firm || !known); });
  });
}

}  // namespace moniker
