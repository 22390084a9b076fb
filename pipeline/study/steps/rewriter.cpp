#include "steps/rewriter.hpp"

#include <fmt/format.h>

#include "replace/rewrite.hpp"
#include "replace/spelling.hpp"
#include "resolve/surrogates/surrogate_form.hpp"
#include "words/role_label.hpp"

namespace moniker::study {
namespace {

/// The name that stands before a turn: an ID, a role, or a pseudonym without its brackets.
std::string shown_speaker(const ApplyShared& shared, const std::string& file, const std::string& label) {
  if (label.empty()) return {};
  if (const Entity* entity = shared.map.assignment.speaker(file, label)) return shown_name(*entity);
  return words::role_label(label, shared.rules.language()).value_or("SPEAKER");
}

}  // namespace

void Rewriter::take(const Utterance& utterance, std::vector<Finding> found) {
  if (utterance.part == Part::header || utterance.part == Part::footer || utterance.part == Part::comment) return;
  const Entity* const by_whom = shared_.map.assignment.speaker(file_, utterance.speaker);
  if (by_whom && by_whom->withdrawn) return leave_out(utterance);
  const auto findings = learned_->add(utterance, std::move(found));
  std::vector<replace::Decision> decisions;
  std::vector<std::optional<std::string>> by;
  for (const Finding& finding : findings) {
    decisions.push_back(decide(utterance, finding));
    by.push_back(decisions.back().instead);
  }
  Rewritten rewritten = replace::rewrite(utterance, findings, by, shown_speaker(shared_, file_, utterance.speaker));
  rewritten.utterance.number = turns_++;
  prove(rewritten, utterance.at);
  log(utterance, findings, decisions, rewritten);
  const std::vector<write::Mark> marked = marks(decisions, rewritten);
  if (watcher_) watcher_(utterance, rewritten);
  for (const auto& output : outputs_) output->writer->take_marked(rewritten.utterance, marked);
}

/// Of a turn its place and time are left, so that every other turn keeps its number.
void Rewriter::leave_out(const Utterance& utterance) {
  const ByteRange is{0, static_cast<std::uint32_t>(tombstone_mark.size())};
  Rewritten left{.utterance = {.number = turns_++,
                               .speaker = std::string(tombstone),
                               .time = utterance.time,
                               .text = std::string(tombstone_mark),
                               .at = utterance.at,
                               .part = utterance.part}};
  left.replacements.push_back(
      {.was = {0, static_cast<std::uint32_t>(utterance.text.size())}, .is = is, .by = left.utterance.text});
  ++record_.replaced[std::string(tombstone)];
  if (watcher_) watcher_(utterance, left);
  const std::vector<write::Mark> marked{{.bytes = is, .label = std::string(tombstone)}};
  for (const auto& output : outputs_) output->writer->take_marked(left.utterance, marked);
}

replace::Decision Rewriter::decide(const Utterance& utterance, const Finding& finding) const {
  const rules::RuleSet& rules = shared_.rules;
  const Label& label = rules.label(finding.label);
  if (finding.score < label.review) return {};
  const std::string_view surface = std::string_view(utterance.text).substr(finding.bytes.begin, finding.bytes.size());
  const replace::Found found{.label = label,
                             .subtype = rules.rule(finding.rule).subtype,
                             .entity = shared_.map.assignment.find(file_, label, surface, rules.language())};
  replace::Decision decision = replace::decide(found, shared_.operators);
  const bool invented = decision.does && decision.does->wants_surrogate && found.entity;
  const std::string surrogate = invented ? surrogate_of(*found.entity, surface) : std::string();
  replace::put_words(decision, {.surface = surface, .owner = owners_.of(utterance.speaker), .surrogate = surrogate},
                     *shared_.generalisations, shared_.keys.registry);
  return decision;
}

std::string Rewriter::surrogate_of(const Entity& entity, std::string_view surface) const {
  const resolve::Surrogate* surrogate = shared_.map.assignment.surrogate(entity);
  if (surrogate == nullptr) return {};
  return resolve::surrogate_form(replace::core_text(surface), meaning_of(shared_.rules.labels(), entity.label),
                                 *surrogate, shared_.rules.language());
}

std::vector<write::Mark> Rewriter::marks(const std::vector<replace::Decision>& decisions,
                                         const Rewritten& rewritten) const {
  std::vector<write::Mark> out;
  for (const Replacement& r : rewritten.replacements) {
    const replace::Decision& decision = decisions[r.finding];
    out.push_back({.bytes = r.is,
                   .label = decision.label->name,
                   .subtype = decision.subtype,
                   .entity = replace::told_as(decision)});
  }
  return out;
}

void Rewriter::prove(const Rewritten& rewritten, Position at) {
  std::vector<ByteRange> placeholders;
  for (const Replacement& replacement : rewritten.replacements) placeholders.push_back(replacement.is);
  const auto hits = shared_.prover.search(rewritten.utterance, placeholders);
  if (hits.empty()) return;
  if (record_.proof.size() < most_places) {
    record_.proof.push_back({IssueCode::proof_hit, at, hits.size()});
  } else {
    record_.proof.back().count += hits.size();  // one hit would be too many; nobody looks at them all
  }
}

void Rewriter::log(const Utterance& utterance, const std::vector<Finding>& findings,
                   const std::vector<replace::Decision>& decisions, const Rewritten& rewritten) {
  const rules::RuleSet& rules = shared_.rules;
  for (const Replacement& r : rewritten.replacements) {
    const Finding& finding = findings[r.finding];
    const Label& label = *decisions[r.finding].label;
    ++record_.replaced[label.name];
    // Masked all the same, and a person is told.
    if (finding.score < label.replace) {
      ++record_.doubtful;
      if (record_.places.size() < most_places) record_.places.push_back({turns_, r.by, rules.rule(finding.rule).id});
    }
    const auto surface = std::string_view(utterance.text).substr(r.was.begin, r.was.size());
    const Digest was =
        keyed_hash(shared_.keys.audit, label.name, resolve::normal_form(label.means, surface, rules.language()));
    rows_.add({.turn = rewritten.utterance.number,
               .begin = r.is.begin,
               .label = label.name,
               .rule = rules.rule(finding.rule).id,
               .by = r.by,
               .score = finding.score,
               .was = was});
  }
}

}  // namespace moniker::study
