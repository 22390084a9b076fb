// Counts one document at a time by the definitions at the head of Scorer (score.hpp). A gold span and a prediction of
// the same bytes and label are a pair, each used once; everything else is overlap. Spans of type NONE are neither asked
// for nor held against anybody. Sums are kept by document, for intervals are drawn over documents.
#include "eval/score.hpp"

#include <algorithm>
#include <tuple>

#include "eval/bootstrap.hpp"
#include "eval/letters.hpp"
#include "moniker/error.hpp"

namespace moniker::eval {
namespace {

Share ratio(std::uint64_t part, std::uint64_t of) {
  if (of == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(of);
}

Share f1(Share p, Share r) {
  if (!p || !r) return std::nullopt;
  return *p + *r == 0 ? 0 : 2 * *p * *r / (*p + *r);
}

/// Recall counts double: a missed identifier costs more than a lost word.
Share f2(Share p, Share r) {
  if (!p || !r) return std::nullopt;
  return 4 * *p + *r == 0 ? 0 : 5 * *p * *r / (4 * *p + *r);
}

template <class A, class B>
bool overlap(const A& a, const B& b) {
  return a.begin < b.end && b.begin < a.end;
}

/// Sorted disjoint ranges covering the spans.
Ranges union_of(const std::vector<PredictedSpan>& spans) {
  Ranges sorted, joined;
  for (const PredictedSpan& span : spans) sorted.emplace_back(span.begin, span.end);
  std::sort(sorted.begin(), sorted.end());
  for (const auto& range : sorted) {
    if (!joined.empty() && range.first <= joined.back().second) {
      joined.back().second = std::max(joined.back().second, range.second);
    } else {
      joined.push_back(range);
    }
  }
  return joined;
}

std::uint64_t count_words(std::string_view text) {
  std::uint64_t words = 0;
  bool within = false;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    words += !blank && !within;
    within = !blank;
  }
  return words;
}

}  // namespace

Tally& Tally::operator+=(const Tally& o) {
  gold += o.gold, exact_found += o.exact_found, overlap_found += o.overlap_found, any_found += o.any_found;
  predicted += o.predicted, exact_right += o.exact_right, overlap_right += o.overlap_right,
      false_alarms += o.false_alarms;
  covered += o.covered, letters += o.letters, whole += o.whole;
  return *this;
}

Share Figures::exact_r() const { return ratio(counts.exact_found, counts.gold); }
Share Figures::exact_p() const { return ratio(counts.exact_right, counts.predicted); }
Share Figures::exact_f1() const { return f1(exact_p(), exact_r()); }
Share Figures::exact_f2() const { return f2(exact_p(), exact_r()); }
Share Figures::overlap_r() const { return ratio(counts.overlap_found, counts.gold); }
Share Figures::overlap_p() const { return ratio(counts.overlap_right, counts.predicted); }
Share Figures::overlap_f1() const { return f1(overlap_p(), overlap_r()); }
Share Figures::overlap_f2() const { return f2(overlap_p(), overlap_r()); }
Share Figures::any_label_r() const { return ratio(counts.any_found, counts.gold); }
Share Figures::covered() const { return ratio(counts.covered, counts.letters); }
Share Figures::whole() const { return ratio(counts.whole, counts.gold); }

Share Evaluation::Protected::recall() const { return ratio(whole, entities); }

double Evaluation::false_alarms_per_1000_words() const {
  return words == 0 ? 0 : 1000 * static_cast<double>(all.counts.false_alarms) / static_cast<double>(words);
}

/// One document against its predictions.
struct Scorer::Document {
  Scorer& scorer;
  const GoldDocument& gold;
  const std::vector<PredictedSpan>& predicted;
  Counted& counted;
  Ranges covered{};
  std::vector<const GoldSpan*> real{}, spare{};
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::string>;
  std::map<Key, std::uint64_t> free{}, paired{};
  struct Mentions {
    bool direct = false, quasi = false, whole = true;
  };
  std::map<std::pair<std::string, std::string>, Mentions> mentions{};

  template <class Span>
  static Key key_of(const Span& span) {
    return {span.begin, span.end, span.label};
  }

  void run() {
    covered = union_of(predicted);
    for (const PredictedSpan& p : predicted) ++free[key_of(p)];
    for (const GoldSpan& span : gold.spans) (span.type == "NONE" ? spare : real).push_back(&span);
    for (const GoldSpan* span : real) take_gold(*span);
    for (const PredictedSpan& p : predicted) take_predicted(p);
    for (const auto& [key, m] : mentions) {
      auto& sum = scorer.entities_[m.direct ? "DIRECT" : m.quasi ? "QUASI" : "NONE"];
      ++sum.entities;
      sum.whole += m.whole;
    }
  }

  void take_gold(const GoldSpan& span) {
    const std::string_view surface = std::string_view(gold.text).substr(span.begin, span.end - span.begin);
    const auto free_one = free.find(key_of(span));
    const bool exact = free_one != free.end() && free_one->second > 0;
    if (exact) --free_one->second, ++paired[key_of(span)];
    bool any = false, same = false;
    for (const PredictedSpan& p : predicted) {
      if (!overlap(p, span)) continue;
      any = true;
      same |= p.label == span.label;
    }
    const LetterBytes bytes = letter_bytes(surface, span.begin, covered);
    const bool whole = bytes.covered == bytes.all;
    const Tally one{.gold = 1,
                    .exact_found = exact,
                    .overlap_found = same,
                    .any_found = any,
                    .covered = bytes.covered,
                    .letters = bytes.all,
                    .whole = whole};
    counted.labels[span.label] += one;
    scorer.types_[span.type] += one;
    note_mention(span, surface, whole);
    if (whole && same) return;
    const Cause cause = same ? Cause::boundary : any ? Cause::wrong_label : cause_of_silence(surface, scorer.hint_);
    ++scorer.misses_.missed[span.label][cause][std::string(surface)];
  }

  void note_mention(const GoldSpan& span, std::string_view surface, bool whole) {
    auto& m = span.entity.empty() ? mentions[{span.label, entity_letters(surface)}] : mentions[{"", span.entity}];
    m.direct |= span.type == "DIRECT";
    m.quasi |= span.type == "QUASI";
    m.whole &= whole;
  }

  void take_predicted(const PredictedSpan& p) {
    const auto touches = [&](const GoldSpan* span) { return overlap(p, *span); };
    const bool same = std::any_of(real.begin(), real.end(),
                                  [&](const GoldSpan* span) { return touches(span) && span->label == p.label; });
    const auto pair = paired.find(key_of(p));
    const bool exact = pair != paired.end() && pair->second > 0;
    if (exact) --pair->second;
    const bool on_spare = std::any_of(spare.begin(), spare.end(), touches);
    if (!exact && !same && on_spare) {
      ++counted.ignored[p.label];
      return;
    }
    const bool alarm = std::none_of(real.begin(), real.end(), touches);
    counted.labels[p.label] += {.predicted = 1, .exact_right = exact, .overlap_right = same, .false_alarms = alarm};
    if (!alarm) return;
    const std::string surface = gold.text.substr(p.begin, p.end - p.begin);
    ++scorer.misses_.false_alarms[p.label][cause_of_silence(surface, scorer.hint_)][surface];
  }
};

void Scorer::add(const GoldDocument& gold, const std::vector<PredictedSpan>& predicted) {
  for (const PredictedSpan& p : predicted) {
    if (p.begin < p.end && p.end <= gold.text.size()) continue;
    throw Error::input("a prediction lies outside the text of its document",
                       "offsets count UTF-8 bytes, end exclusive");
  }
  for (const GoldSpan& span : gold.spans) scheme_.insert(span.label);
  words_ += count_words(gold.text);
  documents_.emplace_back();
  Document{*this, gold, predicted, documents_.back()}.run();
}

Evaluation Scorer::finish(std::string name) const {
  Evaluation result{.name = std::move(name), .documents = documents_.size(), .words = words_};
  std::map<std::string, Tally> labels;
  std::vector<Tally> totals;
  for (const Counted& document : documents_) {
    Tally& total = totals.emplace_back();
    for (const auto& [label, tally] : document.labels) {
      if (scheme_.contains(label)) {
        labels[label] += tally;
        total += tally;
      } else {
        result.outside += tally.predicted;
      }
    }
    for (const auto& [label, count] : document.ignored)
      (scheme_.contains(label) ? result.ignored : result.outside) += count;
  }
  for (const auto& [label, tally] : labels) {
    result.labels.push_back({label, {tally}});
    result.all.counts += tally;
  }
  std::stable_sort(result.labels.begin(), result.labels.end(),
                   [](const auto& a, const auto& b) { return a.second.counts.gold > b.second.counts.gold; });
  for (const auto& [type, tally] : types_) result.types[type] = {tally};
  result.entities = entities_;
  result.intervals = bootstrap(totals);
  result.by_document = std::move(totals);
  result.misses = misses_;
  std::erase_if(result.misses.false_alarms, [&](const auto& entry) { return !scheme_.contains(entry.first); });
  return result;
}

Evaluation evaluate(std::istream& gold, const std::string& file, const Predict& predict, const CauseHint& hint,
                    Reading reading) {
  GoldReader reader(gold, file);
  Scorer scorer(hint);
  while (auto document = reader.next()) {
    if (!is_of(reading.part, document->id)) continue;
    if (reading.small_letters) document->text = in_small_letters(document->text);
    scorer.add(*document, predict(*document));
  }
  return scorer.finish(file);
}

}  // namespace moniker::eval
