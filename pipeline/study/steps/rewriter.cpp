// A turn's second way: what is found in it is decided, one by one, by whom or what the words mean as this speaker says
// them; then everything is exchanged at once, proved, logged and given to the outputs.
#include "steps/rewriter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "detect/decided.hpp"
#include "replace/around.hpp"
#include "replace/keyed_name.hpp"
#include "replace/rewrite.hpp"
#include "replace/spelling.hpp"
#include "resolve/manner.hpp"
#include "resolve/surrogates/surrogate_form.hpp"
#include "words/role_label.hpp"

namespace moniker::study {
namespace {

/// The name that stands before a turn: an ID, a role, or a pseudonym without its brackets.
std::string shown_speaker(const ApplyShared& shared, const std::string& file, const std::string& label) {
  if (label.empty()) return {};
  if (const Entity* entity = shared.map.assignment.speaker(file, label)) return shown_name(*entity);
  const std::string role = words::role_label(label, shared.rules.language()).value_or("SPEAKER");
  return shared.delivered_names.is_one(role) ? replace::told_apart(role) : role;
}

/// The report, which anybody may read, says no age, year or place that stands there now: a person has many of them.
bool tells_nothing(const replace::Decision& decision) {
  return decision.by == replace::Decision::By::withdrawn || (decision.does != nullptr && decision.does->tells_nothing);
}

/// In the log, which anybody may read, words are hashes that are another transcript's in no case: else it would tell
/// who is talked about with whom, and where the same name is said.
Digest logged_in(const std::string& transcript, std::string_view what, std::string_view words,
                 const Secret<32>& audit) {
  return keyed_hash(audit, fmt::format("{} in {}", what, transcript), words);
}

std::string logged_words(const replace::Decision& decision, const std::string& transcript,
                         const Replacement& replacement, const Secret<32>& audit) {
  if (decision.by == replace::Decision::By::withdrawn) return replacement.by;  // the same of all who have
  return audit::hashed_words(logged_in(transcript, "by", replacement.by, audit));
}

std::string reported_words(const replace::Decision& decision, const Replacement& replacement) {
  return tells_nothing(decision) ? replacement.by : fmt::format("[{}]", decision.label->name);
}

}  // namespace

std::string stranger_name(const ApplyShared& shared, const Label& label, std::string_view surface) {
  if (shared.strangers == nullptr) return {};
  std::string form = resolve::normal_form(label.means, surface, shared.rules.language());
  if (form.empty()) form = fold(surface);
  return replace::keyed_name(keyed_hash(*shared.strangers, label.name, form));
}

namespace {

/// A place of what was delivered in the new text, where nothing was replaced within it.
ByteRange moved_to(const Rewritten& rewritten, ByteRange bytes) {
  std::int64_t moved = 0;
  for (const Replacement& r : rewritten.replacements) {
    if (r.was.end <= bytes.begin) moved = std::int64_t{r.is.end} - std::int64_t{r.was.end};
  }
  return {static_cast<std::uint32_t>(bytes.begin + moved), static_cast<std::uint32_t>(bytes.end + moved)};
}

/// Where in the new text stand the words that people decided to keep.
std::vector<ByteRange> kept_ranges(const rules::RuleSet& rules, const std::vector<Finding>& delivered,
                                   const Rewritten& rewritten) {
  std::vector<ByteRange> kept;
  for (const Finding& finding : delivered) {
    if (detect::is_kept(rules, finding)) kept.push_back(moved_to(rewritten, finding.bytes));
  }
  return kept;
}

}  // namespace

void Rewriter::take(const Utterance& utterance, std::vector<Finding> found) {
  if (!is_written(utterance.part)) return;
  const Entity* const by_whom = shared_.map.assignment.speaker(file_, utterance.speaker);
  if (by_whom && by_whom->withdrawn) return leave_out(utterance);
  const detect::SeenTurn seen = see(utterance, found);
  auto [left, claims] = detect::part_claims(shared_.rules, std::move(found));
  left = detect::settle(shared_.rules, seen.turn, learned_->add(seen.turn, std::move(left)), claims);
  const auto [findings, decisions] = decide_all(seen.turn, std::move(left));
  std::vector<Finding> places = findings;  // in what was delivered
  std::vector<std::optional<std::string>> by =
      replace::fit_articles(seen.turn.text, places, decisions, shared_.rules.language());
  for (Finding& finding : places) finding.bytes = seen.delivered(finding.bytes);
  note_names(by_whom, decisions);
  Rewritten rewritten = replace::rewrite(utterance, places, by, shown_speaker(shared_, file_, utterance.speaker));
  rewritten.utterance.number = turns_++;
  std::vector<ByteRange> kept = kept_ranges(shared_.rules, places, rewritten);
  for (const ByteRange bytes : learned_->left_to_keeps()) kept.push_back(moved_to(rewritten, seen.delivered(bytes)));
  prove(rewritten, kept, utterance);
  log(seen.turn, findings, decisions, rewritten);
  const std::vector<write::Mark> marked = marks(decisions, rewritten);
  if (watcher_) watcher_({utterance, rewritten, places, decisions});
  for (const auto& output : outputs_) output->writer->take_marked(rewritten.utterance, marked);
}

/// With the names that the study has learned since the scan: words that are cut are whole by them too, and what was
/// found is moved there.
detect::SeenTurn Rewriter::see(const Utterance& utterance, std::vector<Finding>& found) const {
  detect::SeenTurn seen = shared_.seen_by_learned.see(utterance);
  if (seen.disguised) found = detect::moved(std::move(found), shared_.seen.see(utterance), seen);
  return seen;
}

void Rewriter::note_names(const Entity* by_whom, const std::vector<replace::Decision>& decisions) {
  if (!record_.names) record_.names.emplace();
  if (by_whom) record_.names->insert(shown_name(*by_whom));
  for (const replace::Decision& decision : decisions) {
    if (decision.entity) record_.names->insert(shown_name(*decision.entity));
  }
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
  if (watcher_) watcher_({utterance, left, {}, {}});
  const std::vector<write::Mark> marked{{.bytes = is, .label = std::string(tombstone)}};
  for (const auto& output : outputs_) output->writer->take_marked(left.utterance, marked);
}

Rewriter::Decided Rewriter::decide_all(const Utterance& utterance, std::vector<Finding> findings) {
  Decided decided{.findings = std::move(findings)};
  for (const Finding& finding : decided.findings) decided.decisions.push_back(decide(utterance, finding));
  tell_apart(utterance, decided);
  return decided;
}

/// What was delivered as a name of ours is none: it is marked, where nothing else is done with it.
void Rewriter::tell_apart(const Utterance& utterance, Decided& decided) {
  record_.masked += replace::count_masks(utterance.text, shared_.rules.language());
  for (const ByteRange& bytes : shared_.delivered_names.in(utterance.text)) {
    const auto at = std::find_if(decided.findings.begin(), decided.findings.end(),
                                 [&](const Finding& finding) { return finding.bytes.end > bytes.begin; });
    const auto index = at - decided.findings.begin();
    const bool overlaps = at != decided.findings.end() && at->bytes.overlaps(bytes);
    ++record_.masked;
    if (overlaps && decided.decisions[static_cast<std::size_t>(index)].instead) continue;
    const replace::Decision mark{.by = replace::Decision::By::delivered,
                                 .instead = replace::told_apart(utterance.text.substr(bytes.begin, bytes.size()))};
    if (overlaps) {
      decided.findings[static_cast<std::size_t>(index)].bytes = bytes;
      decided.decisions[static_cast<std::size_t>(index)] = mark;
    } else {
      decided.findings.insert(at, Finding{.utterance = utterance.number, .bytes = bytes});
      decided.decisions.insert(decided.decisions.begin() + index, mark);
    }
  }
}

replace::Decision Rewriter::decide(const Utterance& utterance, const Finding& finding) const {
  const rules::RuleSet& rules = shared_.rules;
  const Label& found_as = rules.label(finding.label);
  if (finding.score < found_as.review) return {};
  const std::string_view surface = std::string_view(utterance.text).substr(finding.bytes.begin, finding.bytes.size());
  const resolve::SaidName said = resolve::said_name(utterance.text, finding.bytes, found_as.means, rules.language());
  const Entity* const entity =
      shared_.map.assignment.find({file_, utterance.speaker, said.manner}, found_as, said.surface, rules.language());
  // A full name has one label in the study, whatever was found here.
  const bool other = entity && entity->label != found_as.name;
  const replace::Found found{.label = other ? *label_named(rules.labels(), entity->label) : found_as,
                             .subtype = other ? entity->subtype : rules.rule(finding.rule).subtype,
                             .entity = entity};
  replace::Decision decision = replace::decide(found, shared_.operators);
  const bool invented = decision.does && decision.does->wants_surrogate && found.entity;
  const std::string surrogate = invented ? surrogate_of(*found.entity, surface) : std::string();
  const std::string keyed = found.entity ? std::string() : stranger_name(shared_, found.label, surface);
  replace::put_words(decision,
                     {.surface = surface,
                      .keyed = keyed,
                      .owner = owners_.of(utterance.speaker),
                      .about = replace::about(utterance.text, finding.bytes),
                      .surrogate = surrogate},
                     *shared_.generalisations, shared_.keys.operators);
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
    if (decision.by == replace::Decision::By::delivered) continue;
    out.push_back({.bytes = r.is,
                   .label = decision.label->name,
                   .subtype = decision.subtype,
                   .entity = replace::told_as(decision)});
  }
  return out;
}

void Rewriter::prove(const Rewritten& rewritten, const std::vector<ByteRange>& kept, const Utterance& delivered) {
  std::vector<ByteRange> placeholders, replaced;
  for (const Replacement& replacement : rewritten.replacements) {
    placeholders.push_back(replacement.is);
    replaced.push_back(replacement.was);
  }
  std::size_t hits = shared_.prover.half_replaced(delivered.text, replaced);
  if (!kept.empty()) {  // the register's names are nobody's to keep
    hits += shared_.registered.get().search(rewritten.utterance, placeholders).size();
    placeholders.insert(placeholders.end(), kept.begin(), kept.end());
    std::sort(placeholders.begin(), placeholders.end(), [](ByteRange a, ByteRange b) { return a.begin < b.begin; });
  }
  hits += shared_.prover.search(rewritten.utterance, placeholders).size();
  if (hits == 0) return;
  if (record_.proof.size() < most_places) {
    record_.proof.push_back({IssueCode::proof_hit, delivered.at, hits});
  } else {
    record_.proof.back().count += hits;  // one hit would be too many; nobody looks at them all
  }
}

void Rewriter::log(const Utterance& utterance, const std::vector<Finding>& findings,
                   const std::vector<replace::Decision>& decisions, const Rewritten& rewritten) {
  const rules::RuleSet& rules = shared_.rules;
  for (const Replacement& r : rewritten.replacements) {
    const Finding& finding = findings[r.finding];
    if (decisions[r.finding].by == replace::Decision::By::delivered) continue;
    const Label& label = *decisions[r.finding].label;
    ++record_.replaced[label.name];
    // Masked all the same, and a person is told.
    if (finding.score < label.replace) {
      ++record_.doubtful;
      if (record_.places.size() < most_places) {
        record_.places.push_back({turns_, reported_words(decisions[r.finding], r), rules.rule(finding.rule).id});
      }
    }
    const ByteRange was_in = replace::core_of(utterance.text, finding.bytes);
    const auto surface = std::string_view(utterance.text).substr(was_in.begin, was_in.size());
    const Digest was = logged_in(rows_.transcript(), label.name,
                                 resolve::normal_form(label.means, surface, rules.language()), shared_.keys.audit);
    const std::string by = logged_words(decisions[r.finding], rows_.transcript(), r, shared_.keys.audit);
    rows_.add({.turn = rewritten.utterance.number,
               .begin = r.is.begin,
               .label = label.name,
               .rule = rules.rule(finding.rule).id,
               .by = by,
               .score = finding.score,
               .was = was});
  }
}

}  // namespace moniker::study
