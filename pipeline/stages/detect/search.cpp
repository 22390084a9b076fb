#include "detect/search.hpp"

#include <algorithm>

#include "rules/nearby.hpp"

namespace moniker::detect {

const Claims& Search::run(std::string_view text, words::Setting setting, RegisterNames* people,
                          const LearnedNames& learned) {
  std::swap(words_, before_);
  std::swap(text_, text_before_);
  before_.text = text_before_;  // a short string's bytes moved with it
  text_.assign(text);
  claims_.findings.clear();
  claims_.kept.clear();
  words::read_words(vocabulary_, text_, setting, words_);
  rules::find_words(compiled_, words_, memo_, claims_.findings, claims_.kept);
  rules::find_regexes(compiled_, language_, words_, regexes_, claims_.findings);
  weigh();
  if (tagging_ == Tagging::on) taggers_.run(words_, memo_, claims_.kept, learned, claims_.findings, trace_);
  const std::size_t weighed = claims_.findings.size();
  if (people) people->find(words_, memo_, claims_.findings);
  if (trace_) trace_->added(std::span(claims_.findings).subspan(weighed));
  if (trace_) trace_->protects(claims_.kept);
  keep();
  return claims_;
}

void Search::begin_again() {
  text_.clear();
  words_.tokens.clear();
  words_.text = text_;
}

void Search::weigh() {
  std::erase_if(claims_.findings, [&](Finding& finding) {
    const rules::Context context = rules::context_of(compiled_.detail(finding.rule), words_, before_, finding.bytes);
    if (trace_) trace_->weighed(finding, context);
    finding.score = rules::in_context(finding.score, context);
    return context.veto != nullptr;
  });
}

/// What lies wholly within a kept range goes; a longer finding knows more than the keep. The register's people go
/// only where the keep is firm, and the claim of a firm rule ("Mrs Okafor") only where it is, or knows what stands
/// before the claim as well ("Mrs Beeton").
void Search::keep() {
  if (claims_.kept.empty()) return;
  std::erase_if(claims_.findings, [&](const Finding& finding) {
    const bool known = finding.rule == compiled_.register_rule || finding.rule == compiled_.near_rule;
    const bool firm = compiled_.detail(finding.rule).firm;
    const auto keep = std::find_if(claims_.kept.begin(), claims_.kept.end(), [&](const rules::Kept& kept) {
      const bool protects = !known && (!firm || kept.bytes.begin < finding.bytes.begin);
      return kept.bytes.holds(finding.bytes) && (kept.firm || protects);
    });
    if (trace_ && keep != claims_.kept.end()) trace_->kept(finding, *keep);
    return keep != claims_.kept.end();
  });
}

}  // namespace moniker::detect
