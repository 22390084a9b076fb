// Weighs what rules claim. Runs of words that may be of what a tagger tells are tagged by its model, and the
// probabilities decide: a word is of a name (a trade, an age, a day) where "none" leaves at least the review threshold.
// It overrules claims of lists and contexts alone, where it names something else; a list's also where it is nearly
// certain (0.98) that there is nothing, as a name that a list knows must not fall to statistics lightly. Regular
// expressions and the register are not its business.
#include "tag/tagger.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "rules/nearby.hpp"

namespace moniker::tag {
namespace {

constexpr std::uint32_t widest_gap = 2;  // small words within a name: Bank of the West
constexpr float certainly_none = 0.98F;
constexpr std::size_t shown_reasons = 8;

/// The first word of what may end with this one.
std::uint32_t first_of_phrase(const rules::RuleSet::Compiled& compiled, const rules::TaggerRules& tagger,
                              const words::Words& words, rules::Predicates::Memo& memo, std::uint32_t last) {
  std::uint32_t first = last;
  while (first > 0 && last - first < widest_gap && words.tokens[first].gap == 0 &&
         compiled.predicates.holds(tagger.before, first - 1, memo))
    --first;
  return first;
}

bool is_of_tagger(const rules::TaggerRules& tagger, const Finding& claim) {
  return std::any_of(tagger.rules.begin(), tagger.rules.end(),
                     [&](const auto& rule) { return rule && rule->label == claim.label; });
}

float probability(const rules::TagRow& row, std::size_t type) {
  return row[static_cast<std::size_t>(rules::begin_tag(type))] + row[static_cast<std::size_t>(rules::in_tag(type))];
}

std::size_t likeliest(const rules::TagRow& row) {
  std::size_t best = 0;
  for (std::size_t type = 1; type < rules::tag_types; ++type) {
    if (probability(row, type) > probability(row, best)) best = type;
  }
  return best;
}

}  // namespace

std::vector<TokenRun> runs_to_tag(const rules::RuleSet::Compiled& compiled, const rules::TaggerRules& tagger,
                                  const words::Words& words, rules::Predicates::Memo& memo,
                                  const std::vector<Finding>& claims) {
  std::vector<bool> candidate(words.tokens.size());
  for (std::size_t i = 0; i < words.tokens.size(); ++i)
    candidate[i] = compiled.predicates.holds(tagger.candidate, i, memo);
  for (const Finding& claim : claims) {
    if (!is_of_tagger(tagger, claim)) continue;
    auto token = std::lower_bound(words.tokens.begin(), words.tokens.end(), claim.bytes.begin,
                                  [](const words::Token& t, std::uint32_t at) { return t.bytes.end <= at; });
    for (; token != words.tokens.end() && token->bytes.begin < claim.bytes.end; ++token) {
      candidate[static_cast<std::size_t>(token - words.tokens.begin())] = true;
    }
  }
  std::vector<TokenRun> runs;
  for (std::uint32_t i = 0; i < candidate.size(); ++i) {
    if (!candidate[i]) continue;
    const std::uint32_t first = first_of_phrase(compiled, tagger, words, memo, i);
    if (!runs.empty() && first - std::min(first, runs.back().last) <= widest_gap + 1)
      runs.back().last = i;
    else
      runs.push_back({first, i});
  }
  return runs;
}

void Tagger::weigh(const TagEvidence& evidence, rules::Predicates::Memo& memo, rules::Trace* trace) {
  const words::Words& words = evidence.words;
  const auto runs = runs_to_tag(compiled_, tagger_, words, memo, evidence.claims);
  found_.clear();
  named_.assign(words.tokens.size(), 0);
  if (runs.empty()) return;
  const bool uncased = (words.tokens.front().shape & words::shape_uncased) != 0;
  const rules::TagModel& model = uncased ? *tagger_.uncased : *tagger_.cased;
  TagScorer& scorer = scorer_of(model);
  scorer.begin(evidence);
  for (const TokenRun run : runs) tag(words, memo, run, model, scorer);
  if (trace) note(words, model, runs, evidence, *trace);
}

/// What it thought of each word, and why it found what it found.
void Tagger::note(const words::Words& words, const rules::TagModel& model, const std::vector<TokenRun>& runs,
                  const TagEvidence& evidence, rules::Trace& trace) {
  namer_.begin(evidence);
  for (const TokenRun run : runs) {
    for (std::uint32_t i = run.first; i <= run.last; ++i) trace.weighed_word({words.range(i, i), named_[i]});
  }
  for (const Finding& claim : found_) trace.tagged(claim, reasons(words, model, claim));
}

void Tagger::settle(const words::Words& words, std::vector<Finding>& claims, rules::Trace* trace) {
  if (has_kinds_) confirm(claims, trace);
  std::erase_if(claims, [&](const Finding& claim) {
    const bool gone = overruled(words, claim);
    if (gone && trace) trace->overruled(claim);
    return gone;
  });
  std::erase_if(found_, [&](const Finding& f) { return yields(f, claims) || is_nobodys(words, f, trace); });
  claims.insert(claims.end(), found_.begin(), found_.end());
}

TagScorer& Tagger::scorer_of(const rules::TagModel& model) {
  auto& scorer = &model == tagger_.cased.get() ? cased_ : uncased_;
  if (!scorer) scorer.emplace(compiled_, model);
  return *scorer;
}

void Tagger::tag(const words::Words& words, rules::Predicates::Memo& memo, TokenRun run, const rules::TagModel& model,
                 TagScorer& scorer) {
  rows_.resize(run.last - run.first + 1);
  for (std::uint32_t i = run.first; i <= run.last; ++i) {
    const rules::TagSum sum = scorer.score(i);
    for (std::size_t tag = 0; tag < rules::tag_count; ++tag)
      rows_[i - run.first][tag] = static_cast<float>(sum.of[tag]) * rules::TagModel::unit;
  }
  model.to_probabilities(rows_);
  for (std::uint32_t i = run.first; i <= run.last; ++i)
    named_[i] = 1 - rows_[i - run.first][static_cast<std::size_t>(rules::Tag::none)];
  emit(words, memo, run);
}

/// A word is of a name where the probability that it is none leaves at least the review threshold of its likeliest
/// type; a name's score is that of its surest word.
void Tagger::emit(const words::Words& words, rules::Predicates::Memo& memo, TokenRun run) {
  bool open = false;
  std::size_t open_type = 0;
  for (std::uint32_t i = run.first; i <= run.last; ++i) {
    const rules::TagRow& row = rows_[i - run.first];
    const std::size_t type = likeliest(row);
    const auto& rule = tagger_.rules[type];
    const float named =
        (1 - row[static_cast<std::size_t>(rules::Tag::none)]) * (rule ? compiled_.detail(rule->rule).score : 0);
    // "Shaw, Mrs Patel": a title behind a comma begins what stands after it.
    const bool titled =
        (words.tokens[i].gap & words::gap_comma) && compiled_.predicates.holds(compiled_.title, i, memo);
    if (!rule || titled || named < compiled_.review(rule->label)) {
      open = false;
      continue;
    }
    const bool begins =
        row[static_cast<std::size_t>(rules::begin_tag(type))] > row[static_cast<std::size_t>(rules::in_tag(type))];
    if (open && open_type == type && !begins) {
      found_.back().bytes.end = words.tokens[i].bytes.end;
      found_.back().score = std::max(found_.back().score, named);
      continue;
    }
    found_.push_back(
        {.utterance = 0, .bytes = words.range(i, i), .label = rule->label, .rule = rule->rule, .score = named});
    open = true;
    open_type = type;
  }
}

std::vector<rules::TagReason> Tagger::reasons(const words::Words& words, const rules::TagModel& model,
                                              const Finding& claim) {
  const auto& rules = tagger_.rules;
  const auto is_its = [&](const auto& rule) { return rule && rule->rule == claim.rule; };
  const auto type = static_cast<std::size_t>(std::find_if(rules.begin(), rules.end(), is_its) - rules.begin());
  std::map<std::string, float, std::less<>> sums;
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    if (!claim.bytes.holds(words.tokens[i].bytes)) continue;
    const rules::Tag tag =
        words.tokens[i].bytes.begin == claim.bytes.begin ? rules::begin_tag(type) : rules::in_tag(type);
    namer_.name(i, [&](std::string_view feature) {
      const rules::TagRow weights = model.weights(feature);
      sums[std::string(feature)] +=
          weights[static_cast<std::size_t>(tag)] - weights[static_cast<std::size_t>(rules::Tag::none)];
    });
  }
  std::vector<rules::TagReason> all;
  for (const auto& [feature, weight] : sums) all.push_back({feature, weight});
  std::stable_sort(all.begin(), all.end(), [](const rules::TagReason& a, const rules::TagReason& b) {
    return std::abs(a.weight) > std::abs(b.weight);
  });
  all.resize(std::min(all.size(), shown_reasons));
  return all;
}

/// A rule that says more than the tagger of the same words (a town, a ward) speaks for both, with the tagger's score.
void Tagger::confirm(std::vector<Finding>& claims, rules::Trace* trace) const {
  for (Finding& claim : claims) {
    if (compiled_.rules[static_cast<std::size_t>(claim.rule)].subtype.empty()) continue;
    const auto same = std::find_if(found_.begin(), found_.end(),
                                   [&](const Finding& f) { return f.bytes == claim.bytes && f.label == claim.label; });
    if (same == found_.end() || same->score <= claim.score) continue;
    if (trace) trace->raised(claim, same->score);
    claim.score = same->score;  // which no longer lies below what the tagger says
  }
}

/// What the rule of its label says that it cannot be: "50" before "pounds", "two three four".
bool Tagger::is_nobodys(const words::Words& words, const Finding& found, rules::Trace* trace) const {
  const rules::RuleDetail& rule = compiled_.detail(found.rule);
  const rules::Context context = rules::context_of(rule, words, words, found.bytes);
  const bool invalid =
      rule.validator && !rule.validator(words.text.substr(found.bytes.begin, found.bytes.size()), language_);
  if (context.veto && trace) trace->vetoed(found, context);
  if (!context.veto && invalid && trace) trace->invalid(found);
  return context.veto || invalid;
}

/// A head word tells an organisation more surely than its neighbours do: the Hallowby surgery is no place. What a rule
/// surely found, it knows better than a tagger that only adds: a year, a plate, a National Insurance number.
bool Tagger::yields(const Finding& found, const std::vector<Finding>& claims) const {
  if (!has_kinds_) {
    return std::any_of(claims.begin(), claims.end(), [&](const Finding& claim) {
      const float surely = compiled_.labels[static_cast<std::size_t>(claim.label)].replace;
      return claim.score >= surely && claim.bytes.holds(found.bytes);
    });
  }
  const auto& organisation = tagger_.rules.back();
  if (!organisation || found.label == organisation->label) return false;
  return std::any_of(claims.begin(), claims.end(), [&](const Finding& claim) {
    return claim.label == organisation->label && claim.bytes.holds(found.bytes) && is_of_words(claim);
  });
}

bool Tagger::is_of_words(const Finding& claim) const {
  const std::string& kind = compiled_.rules[static_cast<std::size_t>(claim.rule)].kind;
  return kind == "list" || kind == "context";
}

bool Tagger::overruled(const words::Words& words, const Finding& claim) const {
  if (!is_of_words(claim)) return false;
  const auto weaker = [&](const auto& rule) {
    return rule && rule->label == claim.label && claim.score < rule->overrules;
  };
  if (std::none_of(tagger_.rules.begin(), tagger_.rules.end(), weaker)) return false;
  const auto on_it = [&](const Finding& f) { return f.bytes.overlaps(claim.bytes); };
  const auto says_it = [&](const Finding& f) {
    return f.bytes == claim.bytes && f.label == claim.label && f.score <= claim.score;
  };
  if (std::any_of(found_.begin(), found_.end(), says_it)) return false;
  if (std::any_of(found_.begin(), found_.end(), on_it)) return true;
  // What stands round a word is better evidence than that it is on a list.
  if (compiled_.rules[static_cast<std::size_t>(claim.rule)].kind == "context") return false;
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    if (claim.bytes.holds(words.tokens[i].bytes) && named_[i] > 1 - certainly_none) return false;
  }
  return true;
}

Taggers::Taggers(const rules::RuleSet::Compiled& compiled, const words::Language& language) {
  for (std::size_t kind = 0; kind < compiled.taggers.size(); ++kind) {
    if (compiled.taggers[kind].there()) all_.emplace_back(compiled, language, kind);
  }
}

void Taggers::run(const words::Words& words, rules::Predicates::Memo& memo, const std::vector<rules::Kept>& kept,
                  const LearnedNames& learned, std::vector<Finding>& claims, rules::Trace* trace) {
  if (words.tokens.empty()) return;
  const TagEvidence evidence{.words = words, .claims = claims, .kept = kept, .learned = learned};
  for (Tagger& tagger : all_) tagger.weigh(evidence, memo, trace);
  for (Tagger& tagger : all_) tagger.settle(words, claims, trace);
}

}  // namespace moniker::tag
