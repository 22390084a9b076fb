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
#include "manuscript/breakdown_fractions.hpp"
#include "manuscript/breakdown_kinds_of_sample.hpp"
#include "manuscript/breakdown_lists.hpp"
#include "manuscript/breakdown_overlap.hpp"
#include "manuscript/breakdown_runs.hpp"
#include "manuscript/breakdown_sentences.hpp"
#include "manuscript/breakdown_shares.hpp"
#include "manuscript/breakdown_verbs.hpp"
#include "manuscript/missed_wholes.hpp"
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
      : words_(words), here_{.words = words, .totals = {paper, samples, words}} {
    here_.said.sample = sample_of(samples);
  }

  void read(const Block& block) {
    const auto sentences = clauses_of(block, words_);
    const SentenceCounts reader(block, words_);
    std::vector<Counts> counts;
    for (const ByteRange sentence : sentences) counts.push_back(reader.of(sentence));
    here_.totals.begin_block(block, sentences);
    here_.block = &block;
    here_.sibling = 0;
    here_.named_from = here_.said.named.size();
    std::vector<std::size_t> found(sentences.size());
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      found[s] = out.size();
      say({sentences[s].begin, sentences[s].end});
      if (s > 0) take_other_half(here_);
      here_.totals.begin_sentence(s);
      if (counts[s].size() > most_counts_of_sentence || tells_of_others(here_.said.text, words_)) continue;
      here_.said.next = s + 1 < sentences.size()
                            ? fold(std::string_view(block.text).substr(sentences[s + 1].begin, sentences[s + 1].size()))
                            : "";
      beside_ = s > 0 ? sum_of_sure(counts[s - 1]) : 0;
      after_ = s + 1 < counts.size() ? sum_of_sure(counts[s + 1]) : 0;
      here_.said.last_said = s > 0 ? here_.totals.last_of(s - 1) : 0;
      if (s > 0 && here_.said.last_said == 0) here_.said.last_said = whole_in(counts[s - 1]);
      here_.things_before = s > 0 ? things_in(text_of(block, sentences[s - 1]), words_) : 0;
      here_.said.asked_before = s > 0 ? asked_in(counts[s - 1], text_of(block, sentences[s - 1]), words_) : 0;
      const SentencePair pair{here_.said, s + 1 < sentences.size() ? sentences[s + 1].begin : 0,
                              s + 1 < counts.size() ? &counts[s + 1] : nullptr, block.at};
      add(exception_in(counts[s], whole_here(here_), pair, words_));
      for (Breakdown& half : resolve_fractions(here_, counts[s], pair)) out.push_back(std::move(half));
      if (s == 0) there_ = 0;
      auto overlap = s > 0 ? overlap_in(counts[s], counts[s - 1], here_.said, block.at, words_) : std::nullopt;
      if (overlap)
        out.push_back(std::move(*overlap));
      else if (auto waves = attrition_in(there_, wholes_here(), here_.said, block.at, words_))
        out.push_back(std::move(*waves));
      else
        read_sentence(counts[s]);
      add(versus_in(here_.said, wholes_here(), block.at, words_));
      add(other_gender_next(counts[s], here_.said.sample, pair, words_));
      const bool whole = std::any_of(out.begin() + static_cast<std::ptrdiff_t>(found[s]), out.end(),
                                     [](const Breakdown& one) { return one.verdict == Verdict::adds_up; });
      if (!whole) read_runs(runs_to(s, sentences, counts, block, words_), sentences, found);
      if (const std::uint32_t people = people_said_in(block, sentences[s], counts[s], words_); people > 0)
        here_.totals.learn_local(people);
      for (const LabelledCount& one : counts[s]) {
        if (!one.percent && one.value >= 3) here_.said.named.emplace_back(one.value, folded_words(one.label));
      }
    }
    for (Breakdown& flow : flows_in(block, sentences, counts, words_)) add_flow(std::move(flow), found.front());
    add(kinds_of_sample_in(block, sentences, counts, here_.said.sample, words_));
  }
  std::vector<Breakdown> out{};

 private:
  /// Of the numbers that are exact: no "everyone had taken at least one call".
  static double sum_of_sure(Counts counts) {
    std::erase_if(counts, [](const LabelledCount& one) { return one.hedged; });
    return sum_of(counts);
  }

  /// What two kinds may be all of: what was told last, the sample, other samples, whatever is named in the sentence.
  std::vector<double> wholes_here() const {
    std::vector<double> wholes{here_.totals.local(), here_.sibling, static_cast<double>(here_.said.sample)};
    for (const std::uint32_t people : here_.totals.samples()) wholes.push_back(people);
    for (const auto& [value, label] : here_.said.named) {
      if (!label.empty() && words_.people.contains(label[0]) && value >= 8) wholes.push_back(value);
    }
    return wholes;
  }

  /// "We interviewed 26 weavers.", "... and met 28.": the sample, where a sentence has that number; 0 else.
  double whole_in(const Counts& counts) const {
    const bool has = std::any_of(counts.begin(), counts.end(), [&](const LabelledCount& one) {
      return !one.percent && !one.bracketed && one.value == here_.said.sample;
    });
    return has ? here_.said.sample : 0;
  }

  /// "Three groups of eight, seven and six were held with a total of 22 patients": 22 is no part.
  double take_total(Counts& counts) const {
    for (std::size_t i = 2; i < counts.size(); ++i) {
      const std::string before = fold(trimmed(here_.said.text.substr(0, counts[i].bytes.begin - here_.said.begin)));
      if (counts[i].percent || counts[i].bracketed || tail_of(before, words_.total_of).empty()) continue;
      const double total = counts[i].value;
      counts.erase(counts.begin() + static_cast<std::ptrdiff_t>(i));
      return total;
    }
    return 0;
  }

  void read_sentence(Counts& counts) {
    const std::size_t before = out.size();
    here_.said.in_total = take_total(counts);
    const auto brackets = std::count_if(counts.begin(), counts.end(), [](const auto& one) { return one.bracketed; });
    for (const LabelledCount& one : counts) {
      const std::string_view number = text_of(*here_.block, one.bytes);
      const bool total = number.find("N =") != number.npos || holds_total(number, words_);
      const bool all = one.bracketed && total && brackets == 1;  // "(N = 24)", "(total n = 24)"
      if (!one.percent && (all || !tail_of(fold(one.label), words_.in_total).empty())) here_.said.in_total = one.value;
    }
    const CountLists lists = lists_of(counts, {here_.said, here_.totals, out, words_});
    for (std::size_t i = 0; i < lists.lists.size(); ++i) judge(lists.lists[i], i > 0 ? &lists.lists[i - 1] : nullptr);
    here_.said.list_total = 0;
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
      add(odd_share(counts, of_all ? whole->total : 0, here_.said, here_.block->at));
  }

  /// A sentence of the block, or several.
  void say(ByteRange bytes) {
    here_.said.text = std::string_view(here_.block->text).substr(bytes.begin, bytes.size());
    here_.said.begin = bytes.begin;
    here_.said.folded = fold(here_.said.text);
    here_.said.list_total = 0;
    const auto head = whole_at_head(here_.said.text, words_);
    here_.said.at_head = head ? head->value : 0;
    here_.said.head_end = head ? head->bytes.end + bytes.begin : 0;
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
      const bool of_head = here_.said.at_head > 0 && here_.said.head_end <= runs[i].list[0].bytes.begin;
      weigh({.total = of_head ? here_.said.at_head : runs[i].list[0].of, .parts = runs[i].list});
      if (out.size() == 1) read.push_back(std::move(out[0])), of_run.push_back(i);
    }
    out = std::move(before);
    const auto is_all = [&](const Breakdown& one) {
      return one.total == here_.said.sample || one.total == here_.totals.local() || one.total == here_.said.at_head;
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
      const bool known = sum == here_.said.sample || sum == here_.totals.local() || sum == here_.sibling;
      const bool apart = text_between(here_, list[i], list[i + 1]).find(';') != std::string_view::npos;
      const bool all = (i > 0 && sum == here_.said.at_head) || (i > 1 && known && apart);
      if (all) return {list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i) + 1};
    }
    if (list.size() < 3 || list.back().begins_item || list.back().bracketed || list[0].percent) return list;
    const double rest = sum_of(list) - list.back().value;
    if (rest == here_.said.at_head || (here_.said.at_head == 0 && rest == here_.said.sample)) list.pop_back();
    return list;
  }

  void judge(const Counts& all, const Counts* before) {
    Counts list = without_what_follows(all);
    if (list.size() > 2 && here_.said.at_head > 0 && list[0].bytes.end == here_.said.head_end && !list[0].bracketed)
      list.erase(list.begin());  // what the sentence begins with is no part of it
    if (list.size() == 2 && here_.said.at_head > 0 && list[0].bytes.end == here_.said.head_end && !list[0].bracketed &&
        list[1].value < list[0].value)
      return;  // "Of the 14 farmers, nine kept hill flocks": a part, and what it is of
    // "Of 34 approached, nine declined, five ..., and 19 were interviewed: six in A, ...": two lists
    const std::size_t apart = whole_at(list, here_.said, words_);
    if (here_.said.at_head > 0 && apart > 1 && apart < list.size() && list[apart].value < here_.said.at_head &&
        list[0].bytes.begin >= here_.said.head_end) {
      const auto last = list.begin() + static_cast<std::ptrdiff_t>(apart);
      weigh({.total = here_.said.at_head, .by_list = here_.said.at_head, .parts = {list.begin(), last + 1}});
      list.erase(list.begin(), last);
    }
    const BreakdownWhole whole = whole_of_list(list, before, here_.said, out, words_);
    if (whole.by_list > 0) here_.said.list_total = whole.by_list;
    weigh(whole);
    if (whole.by_list > 0 && whole.parts.size() > 1 && !whole.parts[0].percent && !whole.parts[0].in_brackets)
      here_.totals.learn_local(whole.by_list);
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
    if (chain[0].percent) return add(percentages_of(chain, here_.said, here_.block->at, words_));
    const double sum = sum_of(chain);
    const double named = total == 0 ? here_.totals.counted_anywhere(chain, sum, here_.said) : 0;
    const bool part_of_others = starts_with_some() && total == 0 && named == 0;
    const double wanted = total > 0 ? total : named > 0 ? named : here_.said.sample;
    const bool things = total == 0 && sum >= 8 && sum == here_.things_before && chain.size() > 2;
    const bool stated =
        total == 0 && (named == 0 || named == sum) && (things || here_.totals.is_stated(chain, sum, here_.said)) &&
        (sum == here_.totals.local() || here_.totals.local() == 0 || !leaves_open(chain, here_.said, words_));
    if (wanted == 0 && !stated && chain[0].bracketed && !part_of_others) {  // nothing says how many there are
      out.push_back(breakdown_of(chain, sum, sum, here_.said, here_.block->at));
      out.back().verdict = Verdict::open;
    }
    const double missed = total > 0 ? 0 : local_missed(here_, chain, sum);
    if ((wanted == 0 && !stated && missed == 0) || (part_of_others && sum != here_.said.sample && !stated)) return;
    Breakdown one = breakdown_of(chain, sum, wanted, here_.said, here_.block->at);
    one.of = total > 0 && total != here_.said.sample ? whole.of : "";
    const double other = total > 0 || stated ? 0 : another_total(here_, chain, sum, wanted);
    // what a list that misses its whole is of; 0 where nothing says that it means to be whole
    const auto claimed = [&] {
      if (missed > 0 && std::abs(missed - sum) < std::abs(wanted - sum)) return missed;
      if (wanted > 0 && claims_all(chain, sum, wanted, total > 0 || named > 0, here_.said, words_)) return wanted;
      return other > 0 ? other : missed;
    };
    const bool of_others = chain[0].of > 0 && total != sum;  // "nine of the 17": no other total counts
    if (!of_others && (sum == wanted || sum == here_.said.sample || stated || sum + beside_ == here_.said.sample ||
                       sum + after_ == here_.said.sample))
      one.verdict = Verdict::adds_up, one.total = sum == here_.said.sample || stated ? sum
                                                  : sum == wanted                    ? wanted
                                                                                     : here_.said.sample;
    else if (is_said_before(here_, chain, sum) && sum >= 8)
      one.verdict = Verdict::adds_up, one.total = sum;
    else if (const double whole_of = claimed(); whole_of > 0)
      one.verdict = whole_of == sum                               ? Verdict::adds_up
                    : total == 0 && here_.totals.is_definite(sum) ? Verdict::open
                                                                  : Verdict::wrong,
      one.total = whole_of;
    else if (const double local = total > 0 ? 0 : here_.totals.local(); local > 0 && sum >= local / 2 && sum <= local)
      one.verdict = Verdict::open, one.total = local;
    else if (sum >= wanted / 2 && sum <= wanted)
      one.verdict = Verdict::open;
    else
      return;
    if (one.verdict == Verdict::wrong && chain.size() == 2 && (is_of_the_first(chain) || tells_again(chain[0])))
      one.verdict = Verdict::open;
    if (one.verdict == Verdict::adds_up && !chain[0].in_brackets) here_.sibling = one.total;
    if (total == 0 && here_.sibling == here_.said.sample && here_.totals.local() > 0)
      here_.totals.learn_local(here_.sibling);
    out.push_back(std::move(one));
  }

  /// "... recruited 25; one withdrew after the interview", "the other ten did not, and three of these regretted it".
  bool is_of_the_first(const Counts& two) const {
    const std::string label = fold(two[1].label);
    const bool later = says_one_of(label, words_.flow_lost) && says_one_of(label, words_.flow_later);
    return later || (two[1].value < two[0].value && !lead_of(label, words_.of_these).empty());
  }

  /// "Twenty-two were interviewed at entry and fifteen of them again; nine nurses took part": no others than these.
  bool tells_again(const LabelledCount& one) const {
    const std::string label = fold(one.label);
    return !lead_of(label, words_.of_them).empty() && says_one_of(label, words_.again);
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
    out.push_back(breakdown_of(chain, 1, here_.said.sample, here_.said, here_.block->at));
    out.back().verdict = Verdict::open;
  }

  /// "Of the nurses, nine ...", where nothing says how many nurses.
  bool starts_with_some() const {
    const bool of_all = std::any_of(words_.of_the.begin(), words_.of_the.end(), [&](const std::string& lead) {
      return here_.said.folded.starts_with(fmt::format("{} {} ", lead, here_.said.sample));
    });
    return !of_all && !lead_of(here_.said.folded, words_.of_some).empty();
  }

  const PaperWords& words_;
  BlockSoFar here_;
  double beside_ = 0, after_ = 0;
  double there_ = 0;  // who were left after the last wave that a sentence tells of
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
