// What was decided, by both ways: lines of the study's two lists, and decisions. Lists come first, so that a decision,
// which somebody took looking at the talk, stands where both speak of the same words.
#include "decisions/decided_study.hpp"

#include <algorithm>

#include "decisions/decision_book.hpp"
#include "detect/detector.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

std::vector<Finding> registered_in(const rules::RuleSet& rules, const Register& people, std::string_view words) {
  std::vector<Finding> found = detect::detect_utterances(rules, people, {Utterance{.text = std::string(words)}});
  std::erase_if(found, [&](const Finding& finding) { return rules.rule(finding.rule).id != "register"; });
  return found;
}

/// The register is law: such a line would never win, and nobody would know.
void check_listed(const Study& study, const rules::RuleSet& rules, const ListedWords& listed) {
  if (listed.label.empty() && holds_registered(rules, study.people, listed.words)) {
    throw Error::usage("a name of the register stands here, which is never kept",
                       "take the line out; what the register calls somebody is always replaced",
                       {listed.file, listed.at});
  }
  if (!listed.label.empty() && is_registered(rules, study.people, listed.words)) {
    throw Error::usage("somebody of the register is called so, and the register says who that is", "take the line out",
                       {listed.file, listed.at});
  }
}

}  // namespace

bool holds_registered(const rules::RuleSet& rules, const Register& people, std::string_view words) {
  return !registered_in(rules, people, words).empty();
}

bool is_registered(const rules::RuleSet& rules, const Register& people, std::string_view words) {
  const auto found = registered_in(rules, people, words);
  return found.size() == 1 && found.front().bytes.size() == words.size();
}

DecidedStudy::DecidedStudy(const Study& study, const rules::RuleSet& rules, const StudyKeys& keys)
    : rules_(rules), all_(read_decisions(study.layout, keys.decisions_identity)), holding_(in_force(all_)) {
  std::copy_n(keys.decisions.data(), key_.size(), key_.data());
  const auto label_id = [&](const std::string& name) {
    return static_cast<LabelId>(label_named(rules.labels(), name) - rules.labels().data());
  };
  for (const ListedWords& listed : read_listed_words(study.layout, rules.labels())) {
    check_listed(study, rules, listed);
    forms_.push_back({.words = detect::hashed_words(key_, listed.words),
                      .capital = detect::needs_capital(rules, listed.words),
                      .label = listed.label.empty() ? std::nullopt : std::optional(label_id(listed.label))});
  }
  for (const Decision& decision : holding_) {
    if ((decision.act != Act::replace && decision.act != Act::keep) || decision.place) continue;
    if (decision.act == Act::replace && label_named(rules.labels(), decision.label) == nullptr) continue;
    for (const WordsDecided& form : decision.forms) {
      forms_.push_back({form.words, form.capital,
                        decision.act == Act::keep ? std::nullopt : std::optional(label_id(decision.label))});
    }
  }
  everywhere_ = std::make_shared<const detect::DecidedWords>(rules_, key_, forms_);
}

std::shared_ptr<const detect::DecidedWords> DecidedStudy::words_in(const std::string& key,
                                                                   const std::set<std::string>& delivered) const {
  std::vector<detect::DecidedPlace> places;
  for (const Decision& decision : holding_) {
    if (!decision.place || decision.forms.empty()) continue;
    if (decision.file != key && delivered.contains(decision.file)) continue;
    const Label* const label = label_named(rules_.labels(), decision.label);
    if (decision.act == Act::replace && label == nullptr) continue;
    const PlaceInTalk& place = *decision.place;
    places.push_back(
        {.words = decision.forms.front().words,
         .label = label ? std::optional(static_cast<LabelId>(label - rules_.labels().data())) : std::nullopt,
         .number = decision.number,
         .turn = place.turn,
         .occurrence = place.occurrence,
         .said = place.said,
         .before = place.before,
         .after = place.after});
  }
  if (places.empty()) return everywhere_;
  return std::make_shared<const detect::DecidedWords>(rules_, key_, forms_, std::move(places));
}

bool DecidedStudy::signed_off(const std::string& key, const std::string& content) const {
  return std::any_of(holding_.begin(), holding_.end(), [&](const Decision& decision) {
    return decision.act == Act::signed_off && decision.file == key && decision.target == content;
  });
}

LearnedNames DecidedStudy::without_kept(const LearnedNames& learned) const {
  LearnedNames left;
  for (const auto& [key, name] : learned.all()) {
    if (!everywhere_->keeps(name.form)) left.add(name);
  }
  return left;
}

}  // namespace moniker::study
