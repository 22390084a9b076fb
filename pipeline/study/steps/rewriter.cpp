#include "steps/rewriter.hpp"

#include <fmt/format.h>

#include "replace/operator_choice.hpp"
#include "replace/operators.hpp"
#include "replace/rewrite.hpp"
#include "replace/spelling.hpp"
#include "resolve/surrogates/surrogate_form.hpp"
#include "words/role_label.hpp"

namespace moniker::study {
namespace {

/// Whether the words that an operator gives are the same for one entity, so that naming it tells nothing new.
bool tells_entities_apart(std::string_view operator_name) {
  return operator_name == "pseudonym" || operator_name == "participant" || operator_name == "surrogate";
}

/// The name that stands before a turn: an ID, a role, or a pseudonym without its brackets.
std::string shown_speaker(const ApplyShared& shared, const std::string& file, const std::string& label) {
  if (label.empty()) return {};
  if (const resolve::Entity* entity = shared.map.assignment.speaker(file, label)) {
    return entity->participant.empty() ? "PERSON_" + std::to_string(entity->number) : entity->participant;
  }
  return words::role_label(label, shared.rules.language()).value_or("SPEAKER");
}

}  // namespace

void Rewriter::take(const Utterance& utterance, std::vector<Finding> found) {
  if (utterance.part == Part::header || utterance.part == Part::footer || utterance.part == Part::comment) return;
  const resolve::Entity* const by_whom = shared_.map.assignment.speaker(file_, utterance.speaker);
  if (by_whom && by_whom->withdrawn) return leave_out(utterance);
  const auto findings = learned_->add(utterance, std::move(found));
  std::vector<std::optional<std::string>> by(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) by[i] = decide(utterance, findings[i]);
  Rewritten rewritten = replace::rewrite(utterance, findings, by, shown_speaker(shared_, file_, utterance.speaker));
  rewritten.utterance.number = turns_++;
  prove(rewritten, utterance.at);
  log(utterance, findings, rewritten);
  const std::vector<write::Mark> marked = marks(utterance, findings, rewritten);
  if (watcher_) watcher_(utterance, rewritten);
  for (const auto& output : outputs_) output->writer->take_marked(rewritten.utterance, marked);
}

/// Of a turn its place and time are left, so that every other turn keeps its number.
void Rewriter::leave_out(const Utterance& utterance) {
  const ByteRange is{0, static_cast<std::uint32_t>(tombstone_mark.size())};
  Rewritten left{.utterance = {.number = turns_++,
                               .speaker = std::string(resolve::tombstone),
                               .time = utterance.time,
                               .text = std::string(tombstone_mark),
                               .at = utterance.at,
                               .part = utterance.part}};
  left.replacements.push_back(
      {.was = {0, static_cast<std::uint32_t>(utterance.text.size())}, .is = is, .by = left.utterance.text});
  ++record_.replaced[std::string(resolve::tombstone)];
  if (watcher_) watcher_(utterance, left);
  const std::vector<write::Mark> marked{{.bytes = is, .label = std::string(resolve::tombstone)}};
  for (const auto& output : outputs_) output->writer->take_marked(left.utterance, marked);
}

std::optional<std::string> Rewriter::decide(const Utterance& utterance, const Finding& finding) {
  const rules::RuleSet& rules = shared_.rules;
  const rules::Label& label = rules.label(finding.label);
  if (finding.score < label.review) return std::nullopt;
  const std::string& subtype = rules.rule(finding.rule).subtype;
  const std::string_view surface = std::string_view(utterance.text).substr(finding.bytes.begin, finding.bytes.size());
  const resolve::Entity* entity = shared_.map.assignment.find(file_, label.name, surface, shared_.rules.language());
  const replace::OperatorChoice& choice = replace::operator_choice(
      shared_.study.config.operators, label.name, subtype, entity ? resolve::shown_name(*entity) : std::string());
  if (entity && entity->withdrawn) return std::string(tombstone_mark);
  if (choice.name == "keep") return std::nullopt;
  const std::string surrogate = choice.name == "surrogate" && entity ? surrogate_of(*entity, surface) : std::string();
  return replace::operator_named(choice.name, {}, {})
      .apply({.surface = surface,
              .label = label.name,
              .subtype = subtype,
              .number = entity ? entity->number : 0,
              .participant = entity ? std::string_view(entity->participant) : std::string_view(),
              .keyed = {},
              .owner = owners_.of(utterance.speaker),
              .surrogate = surrogate,
              .settings = &choice.settings},
             *shared_.generalisations, shared_.keys.registry);
}

std::string Rewriter::surrogate_of(const resolve::Entity& entity, std::string_view surface) const {
  const resolve::Surrogate* surrogate = shared_.map.assignment.surrogate(entity);
  return surrogate
             ? resolve::surrogate_form(replace::core_text(surface), entity.label, *surrogate, shared_.rules.language())
             : std::string();
}

std::vector<write::Mark> Rewriter::marks(const Utterance& utterance, const std::vector<Finding>& findings,
                                         const Rewritten& rewritten) {
  const rules::RuleSet& rules = shared_.rules;
  std::vector<write::Mark> out;
  for (const Replacement& r : rewritten.replacements) {
    const Finding& finding = findings[r.finding];
    const std::string& label = rules.label(finding.label).name;
    const std::string& subtype = rules.rule(finding.rule).subtype;
    write::Mark& mark = out.emplace_back(write::Mark{.bytes = r.is, .label = label, .subtype = subtype});
    const auto surface = std::string_view(utterance.text).substr(finding.bytes.begin, finding.bytes.size());
    const resolve::Entity* entity = shared_.map.assignment.find(file_, label, surface, shared_.rules.language());
    const replace::OperatorChoice& choice = replace::operator_choice(
        shared_.study.config.operators, label, subtype, entity ? resolve::shown_name(*entity) : std::string());
    if (entity && !entity->withdrawn && tells_entities_apart(choice.name)) mark.entity = resolve::shown_name(*entity);
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

void Rewriter::log(const Utterance& utterance, const std::vector<Finding>& findings, const Rewritten& rewritten) {
  const rules::RuleSet& rules = shared_.rules;
  for (const Replacement& r : rewritten.replacements) {
    const Finding& finding = findings[r.finding];
    const std::string& label = rules.label(finding.label).name;
    ++record_.replaced[label];
    // Masked all the same, and a person is told.
    if (finding.score < rules.label(finding.label).replace) {
      ++record_.doubtful;
      if (record_.places.size() < most_places) record_.places.push_back({turns_, r.by, rules.rule(finding.rule).id});
    }
    const auto surface = std::string_view(utterance.text).substr(r.was.begin, r.was.size());
    const Digest was =
        keyed_hash(shared_.keys.audit, label, resolve::normal_form(label, surface, shared_.rules.language()));
    rows_.add({.turn = rewritten.utterance.number,
               .begin = r.is.begin,
               .label = label,
               .rule = rules.rule(finding.rule).id,
               .by = r.by,
               .score = finding.score,
               .was = was});
  }
}

}  // namespace moniker::study
