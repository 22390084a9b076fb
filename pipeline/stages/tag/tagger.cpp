// Weighs what rules claim. Runs of words that may be a name are tagged by the model, and the probabilities decide: a
// word is of a name where "none" leaves at least the review threshold. It overrules claims of lists and contexts alone,
// where it names something else; a list's also where it is nearly certain (0.98) that there is nothing, as a name that
// a list knows must not fall to statistics lightly. Regular expressions and the register are not its business.
#include "tag/tagger.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace moniker::tag {
namespace {

constexpr std::uint32_t widest_gap = 2;  // small words within a name: Bank of the West
constexpr float certainly_none = 0.98F;
constexpr std::size_t shown_reasons = 8;

bool is_of_tagger(const rules::TaggerRules& tagger, const Finding& claim) {
  return std::any_of(tagger.rules.begin(), tagger.rules.end(),
                     [&](const auto& rule) { return rule && rule->label == claim.label; });
}

float probability(const rules::TagRow& row, std::size_t type) {
  return row[static_cast<std::size_t>(rules::begin_tag(type))] + row[static_cast<std::size_t>(rules::in_tag(type))];
}

std::size_t likeliest(const rules::TagRow& row) {
  std::size_t best = 0;
  for (std::size_t type = 1; type < rules::tag_types.size(); ++type) {
    if (probability(row, type) > probability(row, best)) best = type;
  }
  return best;
}

}  // namespace

std::vector<TokenRun> runs_to_tag(const rules::RuleSet::Compiled& compiled, const words::Words& words,
                                  rules::Predicates::Memo& memo, const std::vector<Finding>& claims) {
  std::vector<bool> candidate(words.tokens.size());
  for (std::size_t i = 0; i < words.tokens.size(); ++i)
    candidate[i] = compiled.predicates.holds(compiled.tagger.candidate, i, memo);
  for (const Finding& claim : claims) {
    if (!is_of_tagger(compiled.tagger, claim)) continue;
    auto token = std::lower_bound(words.tokens.begin(), words.tokens.end(), claim.bytes.begin,
                                  [](const words::Token& t, std::uint32_t at) { return t.bytes.end <= at; });
    for (; token != words.tokens.end() && token->bytes.begin < claim.bytes.end; ++token) {
      candidate[static_cast<std::size_t>(token - words.tokens.begin())] = true;
    }
  }
  std::vector<TokenRun> runs;
  for (std::uint32_t i = 0; i < candidate.size(); ++i) {
    if (!candidate[i]) continue;
    if (!runs.empty() && i - runs.back().last <= widest_gap + 1)
      runs.back().last = i;
    else
      runs.push_back({i, i});
  }
  return runs;
}

void Tagger::run(const words::Words& words, rules::Predicates::Memo& memo, const std::vector<rules::Kept>& kept,
                 const LearnedNames& learned, std::vector<Finding>& claims, rules::Trace* trace) {
  if (!compiled_.tagger.there() || words.tokens.empty()) return;
  const auto runs = runs_to_tag(compiled_, words, memo, claims);
  const bool uncased = (words.tokens.front().shape & words::shape_uncased) != 0;
  const rules::TagModel& model = uncased ? *compiled_.tagger.uncased : *compiled_.tagger.cased;
  const TagEvidence evidence{.words = words, .claims = claims, .kept = kept, .learned = learned};
  std::vector<Finding> found;
  TagScorer& scorer = scorer_of(model);
  if (!runs.empty()) scorer.begin(evidence);
  if (trace && !runs.empty()) namer_.begin(evidence);
  named_.assign(words.tokens.size(), 0);
  for (const TokenRun run : runs) tag(words, memo, run, model, scorer, found);
  for (const TokenRun run : runs) {
    for (std::uint32_t i = run.first; trace && i <= run.last; ++i) trace->weighed_word({words.range(i, i), named_[i]});
  }
  for (const Finding& claim : found) {
    if (trace) trace->tagged(claim, reasons(words, model, claim));
  }
  confirm(claims, found, trace);
  std::erase_if(claims, [&](const Finding& claim) {
    const bool gone = overruled(words, claim, found);
    if (gone && trace) trace->overruled(claim);
    return gone;
  });
  std::erase_if(found, [&](const Finding& f) { return yields(f, claims); });
  claims.insert(claims.end(), found.begin(), found.end());
}

TagScorer& Tagger::scorer_of(const rules::TagModel& model) {
  auto& scorer = &model == compiled_.tagger.cased.get() ? cased_ : uncased_;
  if (!scorer) scorer.emplace(compiled_, model);
  return *scorer;
}

void Tagger::tag(const words::Words& words, rules::Predicates::Memo& memo, TokenRun run, const rules::TagModel& model,
                 TagScorer& scorer, std::vector<Finding>& found) {
  rows_.resize(run.last - run.first + 1);
  for (std::uint32_t i = run.first; i <= run.last; ++i) {
    const rules::TagSum sum = scorer.score(i);
    for (std::size_t tag = 0; tag < rules::tag_count; ++tag)
      rows_[i - run.first][tag] = static_cast<float>(sum.of[tag]) * rules::TagModel::unit;
  }
  model.to_probabilities(rows_);
  for (std::uint32_t i = run.first; i <= run.last; ++i)
    named_[i] = 1 - rows_[i - run.first][static_cast<std::size_t>(rules::Tag::none)];
  emit(words, memo, run, found);
}

/// A word is of a name where the probability that it is none leaves at least the review threshold of its likeliest
/// type; a name's score is that of its surest word.
void Tagger::emit(const words::Words& words, rules::Predicates::Memo& memo, TokenRun run,
                  std::vector<Finding>& found) const {
  bool open = false;
  std::size_t open_type = 0;
  for (std::uint32_t i = run.first; i <= run.last; ++i) {
    const rules::TagRow& row = rows_[i - run.first];
    const std::size_t type = likeliest(row);
    const auto& rule = compiled_.tagger.rules[type];
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
      found.back().bytes.end = words.tokens[i].bytes.end;
      found.back().score = std::max(found.back().score, named);
      continue;
    }
    found.push_back(
        {.utterance = 0, .bytes = words.range(i, i), .label = rule->label, .rule = rule->rule, .score = named});
    open = true;
    open_type = type;
  }
}

std::vector<rules::TagReason> Tagger::reasons(const words::Words& words, const rules::TagModel& model,
                                              const Finding& claim) {
  const auto& rules = compiled_.tagger.rules;
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
void Tagger::confirm(std::vector<Finding>& claims, const std::vector<Finding>& found, rules::Trace* trace) const {
  for (Finding& claim : claims) {
    if (compiled_.rules[static_cast<std::size_t>(claim.rule)].subtype.empty()) continue;
    const auto same = std::find_if(found.begin(), found.end(),
                                   [&](const Finding& f) { return f.bytes == claim.bytes && f.label == claim.label; });
    if (same == found.end() || same->score <= claim.score) continue;
    if (trace) trace->raised(claim, same->score);
    claim.score = same->score;  // which no longer lies below what the tagger says
  }
}

/// A head word tells an organisation more surely than its neighbours do: the Hallowby surgery is no place.
bool Tagger::yields(const Finding& found, const std::vector<Finding>& claims) const {
  const auto& organisation = compiled_.tagger.rules.back();
  if (!organisation || found.label == organisation->label) return false;
  return std::any_of(claims.begin(), claims.end(), [&](const Finding& claim) {
    return claim.label == organisation->label && claim.bytes.holds(found.bytes) && is_of_words(claim);
  });
}

bool Tagger::is_of_words(const Finding& claim) const {
  const std::string& kind = compiled_.rules[static_cast<std::size_t>(claim.rule)].kind;
  return kind == "list" || kind == "context";
}

bool Tagger::overruled(const words::Words& words, const Finding& claim, const std::vector<Finding>& found) const {
  if (!is_of_words(claim)) return false;
  const auto weaker = [&](const auto& rule) {
    return rule && rule->label == claim.label && claim.score < rule->overrules;
  };
  if (std::none_of(compiled_.tagger.rules.begin(), compiled_.tagger.rules.end(), weaker)) return false;
  const auto on_it = [&](const Finding& f) { return f.bytes.overlaps(claim.bytes); };
  const auto says_it = [&](const Finding& f) {
    return f.bytes == claim.bytes && f.label == claim.label && f.score <= claim.score;
  };
  if (std::any_of(found.begin(), found.end(), says_it)) return false;
  if (std::any_of(found.begin(), found.end(), on_it)) return true;
  // What stands round a word is better evidence than that it is on a list.
  if (compiled_.rules[static_cast<std::size_t>(claim.rule)].kind == "context") return false;
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    if (claim.bytes.holds(words.tokens[i].bytes) && named_[i] > 1 - certainly_none) return false;
  }
  return true;
}

}  // namespace moniker::tag
