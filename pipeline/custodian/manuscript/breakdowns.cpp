// Numbers that break a sample down. Counts of one form that follow one another in a sentence are one breakdown
// (breakdown_lists.cpp); what they should add up to is said beside them (breakdown_whole.cpp), was counted before
// (breakdown_totals.cpp), or is the sample. A sum is called wrong only where the sentence claims to be whole
// (breakdown_claims.cpp) and misses by little; what leaves a remainder open, or counts somebody twice, is told as open.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/breakdown_claims.hpp"
#include "manuscript/breakdown_exceptions.hpp"
#include "manuscript/breakdown_kinds_of_sample.hpp"
#include "manuscript/breakdown_lists.hpp"
#include "manuscript/breakdown_runs.hpp"
#include "manuscript/breakdown_sentences.hpp"
#include "manuscript/breakdown_shares.hpp"
#include "manuscript/breakdown_verbs.hpp"
#include "manuscript/paper_findings.hpp"
#include "manuscript/participant_flow.hpp"

namespace moniker::custodian {
namespace {

using Verdict = Breakdown::Verdict;

std::string_view text_of(const Block& block, ByteRange sentence) {
  return std::string_view(block.text).substr(sentence.begin, sentence.size());
}

class BreakdownReader {
 public:
  BreakdownReader(const Manuscript& paper, const PaperWords& words, const std::vector<StatedSample>& samples)
      : words_(words), totals_(paper, samples, words) {
    said_.sample = sample_of(samples);
  }

  void read(const Block& block) {
    const auto sentences = clauses_of(block, words_);
    const SentenceCounts reader(block, words_);
    std::vector<Counts> counts;
    for (const ByteRange sentence : sentences) counts.push_back(reader.of(sentence));
    totals_.begin_block(block, sentences);
    block_ = &block;
    sibling_ = 0;
    named_from_ = said_.named.size();
    std::vector<std::size_t> found(sentences.size());
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      found[s] = out.size();
      say({sentences[s].begin, sentences[s].end});
      if (s > 0) take_other_half();
      totals_.begin_sentence(s);
      if (tells_of_others(said_.text, words_)) continue;
      said_.next = s + 1 < sentences.size()
                       ? fold(std::string_view(block.text).substr(sentences[s + 1].begin, sentences[s + 1].size()))
                       : "";
      beside_ = (s > 0 ? sum_of(counts[s - 1]) : 0), after_ = s + 1 < counts.size() ? sum_of(counts[s + 1]) : 0;
      said_.last_said = s > 0 ? totals_.last_of(s - 1) : 0;
      if (s > 0 && said_.last_said == 0) said_.last_said = whole_in(counts[s - 1]);
      things_before_ = s > 0 ? things_in(text_of(block, sentences[s - 1]), words_) : 0;
      said_.asked_before = s > 0 ? asked_in(counts[s - 1], text_of(block, sentences[s - 1]), words_) : 0;
      const SentencePair pair{said_, s + 1 < sentences.size() ? sentences[s + 1].begin : 0,
                              s + 1 < counts.size() ? &counts[s + 1] : nullptr, block.at};
      resolve(counts[s], pair);
      if (s == 0) there_ = 0;
      if (auto waves = attrition_in(there_, wholes_here(), said_, block.at, words_))
        out.push_back(std::move(*waves));
      else
        read_sentence(counts[s]);
      add(versus_in(said_, wholes_here(), block.at, words_));
      add(other_gender_next(counts[s], said_.sample, pair, words_));
      const bool whole = std::any_of(out.begin() + static_cast<std::ptrdiff_t>(found[s]), out.end(),
                                     [](const Breakdown& one) { return one.verdict == Verdict::adds_up; });
      if (!whole) read_runs(runs_to(s, sentences, counts, block, words_), sentences, found);
      if (const std::uint32_t people = people_said_in(block, sentences[s], counts[s], words_); people > 0)
        totals_.learn_local(people);
      for (const LabelledCount& one : counts[s]) {
        if (!one.percent && one.value >= 3) said_.named.emplace_back(one.value, folded_words(one.label));
      }
    }
    for (Breakdown& flow : flows_in(block, sentences, counts, words_)) add_flow(std::move(flow), found.front());
    add(kinds_of_sample_in(block, sentences, counts, said_.sample, words_));
  }
  std::vector<Breakdown> out{};

 private:
  /// What "half", "a third" and "all but" are of: what the sentence begins with, or was counted last, or the sample.
  double whole_here() const {
    if (said_.at_head > 0) return said_.at_head;
    return totals_.local() > 0 ? totals_.local() : said_.sample;
  }

  /// What two kinds may be all of: what was told last, the sample, other samples, whatever is named in the sentence.
  std::vector<double> wholes_here() const {
    std::vector<double> wholes{totals_.local(), sibling_, static_cast<double>(said_.sample)};
    for (const std::uint32_t people : totals_.samples()) wholes.push_back(people);
    for (const auto& [value, label] : said_.named) {
      if (!label.empty() && words_.people.contains(label[0]) && value >= 8) wholes.push_back(value);
    }
    return wholes;
  }

  /// "Half of them were patients. The other half came with somebody: eight ..., and six ...": what the list is of.
  void take_other_half() {
    const std::string_view lead = lead_of(said_.folded, words_.other_half);
    const double half = whole_here() / 2;
    if (lead.empty() || half < 3 || half != std::floor(half)) return;
    said_.at_head = half;
    said_.head_end = said_.begin + lead.size();
  }

  /// Of "The duty lawyers came from both, half of them from each" the lawyers; of "Half of the nurses" the nurses.
  /// Within a sentence that says no such thing it is not known.
  double whole_of_fraction(const LabelledCount& one) const {
    const std::string label = fold(one.label);
    const std::string_view lead = lead_of(label, words_.part_of);
    const auto noun = folded_words(std::string_view(label).substr(lead.size()));
    if (!lead.empty() && !noun.empty() && !is_one_of(noun[0], words_.them) && !is_one_of(noun[0], words_.everybody) &&
        !is_one_of(noun.back(), words_.whole_sample) && !is_one_of(noun[0], words_.whole_sample)) {
      const double named = counted_before(noun[0], said_, words_);
      return named > 0 || !words_.people.contains(noun[0]) ? named : whole_here();
    }
    const bool at_head = one.bytes.begin - said_.begin < 3 || said_.at_head > 0;
    if (at_head) return whole_here();
    const auto subject = folded_words(std::string_view(said_.folded).substr(0, 40));
    if (subject.size() > 2 && is_one_of(subject[0], words_.the)) {
      for (std::size_t i = 2; i > 0; --i) {
        if (const double named = counted_before(subject[i], said_, words_); named > 0) return named;
      }
    }
    return 0;
  }

  /// "We interviewed 26 weavers.", "... and met 28.": the sample, where a sentence has that number; 0 else.
  double whole_in(const Counts& counts) const {
    const bool has = std::any_of(counts.begin(), counts.end(), [&](const LabelledCount& one) {
      return !one.percent && !one.bracketed && one.value == said_.sample;
    });
    return has ? said_.sample : 0;
  }

  /// "half of them" becomes a number, or is told by the number beside it ("half of them, ten people, ..."); "all but
  /// four" is read for itself.
  void resolve(Counts& counts, const SentencePair& pair) {
    add(exception_in(counts, whole_here(), pair, words_));
    for (std::size_t i = 0; i < counts.size(); ++i) {
      LabelledCount& one = counts[i];
      if (one.fraction <= 0) continue;
      // "We interviewed 26 cooks, half of them women (n = 12)"
      const std::string_view of = lead_of(fold(one.label), words_.part_of);
      const auto them = folded_words(std::string_view(one.label).substr(std::min(of.size(), one.label.size())));
      const bool of_last = i > 0 && !of.empty() && !them.empty() && is_one_of(them[0], words_.them) &&
                           !counts[i - 1].percent && counts[i - 1].value >= 8;
      double whole = of_last ? counts[i - 1].value : whole_of_fraction(one);
      if (i + 1 < counts.size() && is_one_of(fold(trimmed(between(one, counts[i + 1]))), words_.part_of)) {
        whole = counts[i + 1].value;  // "Half of the twelve, seven singers, ..."
        counts.erase(counts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      }
      one.value = whole * one.fraction;
      const LabelledCount* next = i + 1 < counts.size() ? &counts[i + 1] : nullptr;
      if (next && tells_again(one, *next)) {
        whole = nearest(next->value / one.fraction, {whole, whole_here()});
        if (whole > 0) add(wrong_half(one, *next, whole, pair));
        one.value = 0;
      }
      if (one.value != std::floor(one.value)) one.value = 0;
    }
    std::erase_if(counts, [](const LabelledCount& one) { return one.fraction > 0 && one.value == 0; });
  }

  std::string_view between(const LabelledCount& one, const LabelledCount& next) const {
    if (next.bytes.begin <= one.bytes.end) return {};
    return std::string_view(block_->text).substr(one.bytes.end, next.bytes.begin - one.bytes.end);
  }

  /// "half of them (n = 14)", "half of the officers, fifteen people, ...": the number is the half's.
  bool tells_again(const LabelledCount& fraction, const LabelledCount& next) const {
    const std::string_view text = block_->text, said = between(fraction, next);
    if (said.empty() || words_in(said) > 6 || said.find_first_of(";:") != said.npos) return false;
    if (next.bracketed || next.in_brackets) return said.find(',') == said.npos;
    const std::string_view behind = text.substr(next.bytes.end);
    const auto label = folded_words(next.label);
    return trimmed(said).ends_with(',') && behind.substr(0, behind.find_first_of(".;:")).find(',') < 30 &&
           (label.empty() ||
            (label.size() == 1 && (words_.people.contains(label[0]) || ends_as_plural(label[0], words_))));
  }

  /// "Three groups of eight, seven and six were held with a total of 22 patients": 22 is no part.
  double take_total(Counts& counts) const {
    for (std::size_t i = 2; i < counts.size(); ++i) {
      const std::string before = fold(trimmed(said_.text.substr(0, counts[i].bytes.begin - said_.begin)));
      if (counts[i].percent || counts[i].bracketed || tail_of(before, words_.total_of).empty()) continue;
      const double total = counts[i].value;
      counts.erase(counts.begin() + static_cast<std::ptrdiff_t>(i));
      return total;
    }
    return 0;
  }

  void read_sentence(Counts& counts) {
    const std::size_t before = out.size();
    said_.in_total = take_total(counts);
    const auto brackets = std::count_if(counts.begin(), counts.end(), [](const auto& one) { return one.bracketed; });
    for (const LabelledCount& one : counts) {
      const std::string_view number = text_of(*block_, one.bytes);
      const bool all = one.bracketed && number.find("N =") != number.npos && brackets == 1;  // "(N = 24)"
      if (!one.percent && (all || !tail_of(fold(one.label), words_.in_total).empty())) said_.in_total = one.value;
    }
    const CountLists lists = lists_of(counts, {said_, totals_, out, words_});
    for (std::size_t i = 0; i < lists.lists.size(); ++i) judge(lists.lists[i], i > 0 ? &lists.lists[i - 1] : nullptr);
    said_.list_total = 0;
    for (std::size_t i = 0; i < lists.in_brackets.size(); ++i)
      judge(lists.in_brackets[i], lists.whose[i].empty() ? nullptr : &lists.whose[i]);
    const bool told =
        out.size() > before && std::any_of(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                                           [](const Breakdown& one) { return one.verdict == Verdict::wrong; });
    const auto whole =
        std::find_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                     [](const Breakdown& one) { return one.verdict == Verdict::adds_up && !one.percent; });
    const auto shares =
        std::count_if(counts.begin(), counts.end(), [](const LabelledCount& one) { return one.share >= 0; });
    const bool of_all = whole != out.end() && static_cast<std::ptrdiff_t>(whole->parts.size()) == shares;
    if (!told)  // of a sum that is wrong a share is, too: one fault
      add(odd_share(counts, of_all ? whole->total : 0, said_, block_->at));
  }

  /// A sentence of the block, or several.
  void say(ByteRange bytes) {
    said_.text = std::string_view(block_->text).substr(bytes.begin, bytes.size());
    said_.begin = bytes.begin;
    said_.folded = fold(said_.text);
    said_.list_total = 0;
    const auto head = whole_at_head(said_.text, words_);
    said_.at_head = head ? head->value : 0;
    said_.head_end = head ? head->bytes.end + bytes.begin : 0;
  }

  /// A list that goes on over sentences counts where it is whole, else the longest where it nearly is, and else where
  /// it is some other number of the paragraph; what one of its sentences left open is not open then.
  void read_runs(const std::vector<RunOfSentences>& runs, const std::vector<ByteRange>& sentences,
                 const std::vector<std::size_t>& found) {
    std::vector<Breakdown> before = std::move(out), read;
    std::vector<std::size_t> of_run;
    for (std::size_t i = runs.size(); i-- > 0;) {  // the longest is the last
      say({sentences[runs[i].first].begin, sentences[runs[i].last].end});
      beside_ = after_ = 0;
      out.clear();
      const bool of_head = said_.at_head > 0 && said_.head_end <= runs[i].list[0].bytes.begin;
      weigh({.total = of_head ? said_.at_head : runs[i].list[0].of, .parts = runs[i].list});
      if (out.size() == 1) read.push_back(std::move(out[0])), of_run.push_back(i);
    }
    out = std::move(before);
    const auto is_all = [&](const Breakdown& one) {
      return one.total == said_.sample || one.total == totals_.local() || one.total == said_.at_head;
    };
    const auto at = first_of(
        read, [&](const Breakdown& one) { return one.verdict == Verdict::adds_up && is_all(one); },
        [](const Breakdown& one) { return one.verdict == Verdict::wrong; },
        [](const Breakdown& one) { return one.verdict == Verdict::adds_up; });
    if (at == read.size()) return;
    for (std::size_t i = out.size(); i-- > found[runs[of_run[at]].first];) {
      if (out[i].verdict == Verdict::open) out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
    }
    out.push_back(std::move(read[at]));
  }

  /// The first of which the first of the tests that is true of any is true; how many there are where none is.
  template <typename... Tests>
  static std::size_t first_of(const std::vector<Breakdown>& all, const Tests&... tests) {
    std::size_t at = all.size();
    const auto find = [&](const auto& test) {
      at = static_cast<std::size_t>(std::find_if(all.begin(), all.end(), test) - all.begin());
      return at < all.size();
    };
    (void)(find(tests) || ...);
    return at;
  }

  /// What a list of this block that is part of the flow was held against by chance is told by the flow.
  void add_flow(Breakdown flow, std::size_t first) {
    const auto is_of_flow = [&](const Breakdown& one) {
      return !one.percent && std::all_of(one.parts.begin(), one.parts.end(), [&](const BreakdownPart& part) {
        return std::any_of(flow.parts.begin(), flow.parts.end(), [&](const BreakdownPart& other) {
          return part.value == other.value && part.label == other.label;
        });
      });
    };
    out.erase(std::remove_if(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(), is_of_flow), out.end());
    out.push_back(std::move(flow));
  }

  /// "43 were by phone and 31 by post, yet it was the last two that ...": a number that begins no item is no part of
  /// what is whole without it.
  Counts without_what_follows(Counts list) const {
    double sum = 0;  // "Of the 203 objects 121 were repaired, 47 were not and 35 were taken home, 17 of them ..."
    for (std::size_t i = 0; i + 1 < list.size() && !list[0].percent; ++i) {
      sum += list[i].value;
      const bool known = sum == said_.sample || sum == totals_.local() || sum == sibling_;
      const bool apart = between(list[i], list[i + 1]).find(';') != std::string_view::npos;
      const bool all = (i > 0 && sum == said_.at_head) || (i > 1 && known && apart);
      if (all) return {list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i) + 1};
    }
    if (list.size() < 3 || list.back().begins_item || list.back().bracketed || list[0].percent) return list;
    const double rest = sum_of(list) - list.back().value;
    if (rest == said_.at_head || (said_.at_head == 0 && rest == said_.sample)) list.pop_back();
    return list;
  }

  void judge(const Counts& all, const Counts* before) {
    Counts list = without_what_follows(all);
    if (list.size() > 2 && said_.at_head > 0 && list[0].bytes.end == said_.head_end && !list[0].bracketed)
      list.erase(list.begin());  // what the sentence begins with is no part of it
    if (list.size() == 2 && said_.at_head > 0 && list[0].bytes.end == said_.head_end && !list[0].bracketed &&
        list[1].value < list[0].value)
      return;  // "Of the 14 farmers, nine kept hill flocks": a part, and what it is of
    // "Of 34 approached, nine declined, five ..., and 19 were interviewed: six in A, ...": two lists
    const std::size_t apart = whole_at(list, said_, words_);
    if (said_.at_head > 0 && apart > 1 && apart < list.size() && list[apart].value < said_.at_head &&
        list[0].bytes.begin >= said_.head_end) {
      const auto last = list.begin() + static_cast<std::ptrdiff_t>(apart);
      weigh({.total = said_.at_head, .by_list = said_.at_head, .parts = {list.begin(), last + 1}});
      list.erase(list.begin(), last);
    }
    const BreakdownWhole whole = whole_of_list(list, before, said_, out, words_);
    if (whole.by_list > 0) said_.list_total = whole.by_list;
    weigh(whole);
    if (whole.by_list > 0 && whole.parts.size() > 1 && !whole.parts[0].percent && !whole.parts[0].in_brackets)
      totals_.learn_local(whole.by_list);
  }

  void add(std::optional<Breakdown> one) {
    if (one) out.push_back(std::move(*one));
  }

  /// Whether the parts add up to what they are of.
  void weigh(const BreakdownWhole& whole) {
    const Counts& chain = whole.parts;
    const double total = whole.total;
    if (chain.size() == 1 && chain[0].value == 1 && (chain[0].bracketed || tells_of_one(chain[0])))
      return add_only_one(chain);
    if (chain.size() < 2) return;
    if (chain[0].percent) return add(percentages_of(chain, said_, block_->at, words_));
    const double sum = sum_of(chain);
    const double named = total == 0 ? totals_.counted_anywhere(chain, sum, said_) : 0;
    const bool part_of_others = starts_with_some() && total == 0 && named == 0;
    const double wanted = total > 0 ? total : named > 0 ? named : said_.sample;
    const bool things = total == 0 && sum >= 8 && sum == things_before_ && chain.size() > 2;
    const bool stated = total == 0 && (named == 0 || named == sum) &&
                        (things || totals_.is_stated(chain, sum, said_)) &&
                        (sum == totals_.local() || totals_.local() == 0 || !leaves_open(chain, said_, words_));
    if (wanted == 0 && !stated && chain[0].bracketed && !part_of_others) {  // nothing says how many there are
      out.push_back(breakdown_of(chain, sum, sum, said_, block_->at));
      out.back().verdict = Verdict::open;
    }
    const double missed = total > 0 ? 0 : local_missed(chain, sum);
    if ((wanted == 0 && !stated && missed == 0) || (part_of_others && sum != said_.sample && !stated)) return;
    Breakdown one = breakdown_of(chain, sum, wanted, said_, block_->at);
    one.of = total > 0 && total != said_.sample ? whole.of : "";
    const double other = total > 0 || stated ? 0 : another_total(chain, sum, wanted);
    // what a list that misses its whole is of; 0 where nothing says that it means to be whole
    const auto claimed = [&] {
      if (missed > 0 && std::abs(missed - sum) < std::abs(wanted - sum)) return missed;
      if (wanted > 0 && claims_all(chain, sum, wanted, total > 0 || named > 0, said_, words_)) return wanted;
      return other > 0 ? other : missed;
    };
    const bool of_others = chain[0].of > 0 && total != sum;  // "nine of the 17": no other total counts
    if (!of_others && (sum == wanted || sum == said_.sample || stated || sum + beside_ == said_.sample ||
                       sum + after_ == said_.sample))
      one.verdict = Verdict::adds_up, one.total = sum == said_.sample || stated ? sum
                                                  : sum == wanted               ? wanted
                                                                                : said_.sample;
    else if (is_said_before(chain, sum) && sum >= 8)
      one.verdict = Verdict::adds_up, one.total = sum;
    else if (const double whole_of = claimed(); whole_of > 0)
      one.verdict = whole_of == sum                          ? Verdict::adds_up
                    : total == 0 && totals_.is_definite(sum) ? Verdict::open
                                                             : Verdict::wrong,
      one.total = whole_of;
    else if (const double local = total > 0 ? 0 : totals_.local(); local > 0 && sum >= local / 2 && sum <= local)
      one.verdict = Verdict::open, one.total = local;
    else if (sum >= wanted / 2 && sum <= wanted)
      one.verdict = Verdict::open;
    else
      return;
    if (one.verdict == Verdict::adds_up && !chain[0].in_brackets) sibling_ = one.total;
    if (total == 0 && sibling_ == said_.sample && totals_.local() > 0) totals_.learn_local(sibling_);
    out.push_back(std::move(one));
  }

  /// "11 men and 12 women: eight men in male couples and three in mixed ones": a number that the sentence has before.
  bool is_said_before(const Counts& chain, double sum) const {
    if (sum < 3 || chain[0].bytes.begin < said_.begin) return false;
    const auto before = counts_in(said_.text.substr(0, chain[0].bytes.begin - said_.begin), words_);
    return std::any_of(before.begin(), before.end(),
                       [&](const Count& one) { return one.value == sum && !one.percent; });
  }

  /// How many couples the paper says it has: of all that it counts the nearest; 0 where one of these is the sum.
  double nearest_named(const std::string& noun, double sum) const {
    double nearest = 0;
    for (const auto& [value, named] : said_.named) {
      const bool named_first = (!named.empty() && named[0] == noun) || (named.size() > 1 && named[1] == noun);
      if (value < 8 || !named_first) continue;
      if (value == sum) return 0;
      if (nearest == 0 || std::abs(value - sum) < std::abs(nearest - sum)) nearest = value;
    }
    return nearest;
  }

  /// "Seven sculptors worked in stone, five in wood and five in bronze", where the paragraph counted 16 sculptors; 0
  /// where it counted none.
  double named_before(const Counts& chain) const {
    const auto label = folded_words(chain[0].label);
    if (chain.size() < 2 || label.empty() || !ends_as_plural(label[0], words_)) return 0;
    if (is_one_of(label[0], words_.pair_counts)) return nearest_named(label[0], sum_of(chain));
    for (std::size_t n = said_.named.size(); n-- > named_from_;) {
      const auto& [value, named] = said_.named[n];
      if (!named.empty() && named[0] == label[0] && value > chain[0].value) return value;
    }
    return 0;
  }

  /// What this paragraph counted last, by a list that added up or in so many words, where a closed list misses it.
  double local_missed(const Counts& chain, double sum) const {
    if (things_before_ > 0 && things_before_ != sum && chain.size() >= 3 && leaves_verbs_out(chain, words_) &&
        !totals_.is_stated(chain, sum, said_) &&
        std::abs(things_before_ - sum) <= std::max(1.0, things_before_ * 0.04) &&
        claims_all(chain, sum, things_before_, false, said_, words_))
      return things_before_;
    for (const double people : {totals_.local(), sibling_, named_before(chain)}) {
      if (people >= 8 && claims_all(chain, sum, people, false, said_, words_)) return people;
    }
    return 0;
  }

  /// What a closed list may be of besides the sample, and misses by little: another sample of this paper, or people of
  /// this paragraph.
  double another_total(const Counts& chain, double sum, double wanted) const {
    for (const std::uint32_t people : totals_.samples()) {
      const bool near = std::abs(people - sum) <= std::max(1.0, people * 0.1);
      if (people != wanted && people >= 8 && near && claims_all(chain, sum, people, false, said_, words_))
        return people;
    }
    const double missed = totals_.missed_by_one(chain, sum);
    return missed > 0 && claims_all(chain, sum, missed, false, said_, words_) ? missed : 0;
  }

  /// "Only one participant was from Wales".
  bool tells_of_one(const LabelledCount& one) const {
    const auto label = folded_words(one.label);
    return label.size() > 2 &&
           std::any_of(words_.people.begin(), words_.people.end(),
                       [&](const auto& people) { return is_plural_of(people, label[0], words_); }) &&
           is_one_of(label[1], words_.of_one);
  }

  /// "a vet (n = 1)": adds up to nothing, and tells of somebody.
  void add_only_one(const Counts& chain) {
    out.push_back(breakdown_of(chain, 1, said_.sample, said_, block_->at));
    out.back().verdict = Verdict::open;
  }

  /// "Of the nurses, nine ...", where nothing says how many nurses.
  bool starts_with_some() const {
    const bool of_all = std::any_of(words_.of_the.begin(), words_.of_the.end(), [&](const std::string& lead) {
      return said_.folded.starts_with(fmt::format("{} {} ", lead, said_.sample));
    });
    return !of_all && !lead_of(said_.folded, words_.of_some).empty();
  }

  const PaperWords& words_;
  const Block* block_ = nullptr;
  CountedSentence said_{};
  StatedTotals totals_;
  double beside_ = 0, after_ = 0;
  double there_ = 0;            // who were left after the last wave that a sentence tells of
  double things_before_ = 0;    // "We analysed 64 letters." before this sentence
  std::size_t named_from_ = 0;  // of what was counted with its words, the first of this block
  double sibling_ = 0;          // what the last list of this block that added up is of
};

}  // namespace

std::vector<Breakdown> breakdowns_in(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words,
                                     const std::vector<StatedSample>& samples) {
  std::set<std::size_t> quoted;
  for (const Extract& extract : talk.extracts) {
    if (extract.set_apart) quoted.insert(extract.block);
  }
  BreakdownReader reader(paper, words, samples);
  for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
    const BlockKind kind = paper.blocks[i].kind;
    if (kind == BlockKind::row || kind == BlockKind::quote || quoted.contains(i)) continue;
    const std::size_t last = last_item(paper, i, words);
    if (last == i || std::any_of(quoted.begin(), quoted.end(), [&](std::size_t q) { return q > i && q <= last; })) {
      reader.read(paper.blocks[i]);
      continue;
    }
    reader.read(with_items(paper, i, last));
    i = last;
  }
  return std::move(reader.out);
}

}  // namespace moniker::custodian
