// Numbers that break a sample down. Counts of one form that follow one another in a sentence are one breakdown; what
// they should add up to is said beside them (breakdown_whole.cpp), or it is the sample. A sum is called wrong only
// where the sentence claims to be whole and misses by little; what leaves a remainder open, or counts somebody twice,
// is told as open.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/breakdown_whole.hpp"
#include "manuscript/paper_findings.hpp"
#include "manuscript/table_people.hpp"

namespace moniker::custodian {
namespace {

using Verdict = Breakdown::Verdict;
constexpr std::size_t longest_gap = 100;

/// Women and men, and nothing else: everybody, where no third is told.
bool is_gender_pair(const Counts& parts, const PaperWords& words) {
  std::set<std::string> genders;
  for (const LabelledCount& one : parts) genders.insert(gender_of(one, words));
  return genders.contains("female") && genders.contains("male") && !genders.contains("");
}

class BreakdownReader {
 public:
  BreakdownReader(const PaperWords& words, const std::vector<StatedSample>& samples) : words_(words) {
    said_.sample = sample_of(samples);
    for (const StatedSample& one : samples) stated_.insert(one.people);
  }

  void read(const Block& block) {
    const auto sentences = sentences_of(block.text, words_);
    std::vector<Counts> counts;
    for (const ByteRange sentence : sentences) counts.push_back(labelled_counts(block, sentence, words_));
    for (std::size_t s = 0; s < sentences.size(); ++s) {
      block_ = &block;
      said_.text = std::string_view(block.text).substr(sentences[s].begin, sentences[s].size());
      said_.begin = sentences[s].begin;
      said_.folded = fold(said_.text);
      said_.list_total = 0;
      if (tells_of_others(said_.text, words_)) continue;
      learn_totals(sentences[s].end, s + 1 < sentences.size() ? sentences[s + 1].end : sentences[s].end);
      next_ = s + 1 < sentences.size()
                  ? fold(std::string_view(block.text).substr(sentences[s + 1].begin, sentences[s + 1].size()))
                  : "";
      beside_ = (s > 0 ? sum_of(counts[s - 1]) : 0), after_ = s + 1 < counts.size() ? sum_of(counts[s + 1]) : 0;
      said_.last_said = s > 0 ? last_count(block, sentences[s - 1]) : 0;
      read_sentence(counts[s]);
      for (const LabelledCount& one : counts[s]) {
        if (!one.percent && one.value >= 3) said_.named.emplace_back(one.value, folded_words(one.label));
      }
    }
  }
  std::vector<Breakdown> out{};

 private:
  /// Whatever was counted in the block so far, and of it people: what a breakdown may be of.
  void learn_totals(std::size_t end, std::size_t next) {
    totals_.clear();
    people_totals_.clear();
    const std::string_view text = std::string_view(block_->text).substr(0, next);
    const auto counts = counts_in(text, words_);
    for (std::size_t c = 0; c < counts.size(); ++c) {
      const Count& count = counts[c];
      if (count.percent || count.value < 3 || is_end_of_range(text, counts, c)) continue;
      const auto behind = folded_words(text.substr(count.bytes.end, 60));
      const bool talks = !behind.empty() && is_one_of(behind[0], words_.talks);
      if (!behind.empty() && words_.units.contains(behind[0]) && !talks) continue;
      bool people = false;
      for (std::size_t i = 0; i < std::min<std::size_t>(behind.size(), 2); ++i)
        people = people || words_.people.contains(behind[i]);
      if (count.bytes.begin < end || people) totals_.insert(count.value);
      if (people && count.bytes.begin < said_.begin) people_totals_.insert(count.value);
    }
  }

  /// The last number of a sentence that counts people or talks with them.
  double last_count(const Block& block, ByteRange sentence) const {
    double last = 0;
    const std::string_view text = std::string_view(block.text).substr(sentence.begin, sentence.size());
    for (const Count& count : counts_in(text, words_)) {
      const auto behind = folded_words(text.substr(count.bytes.end, 60));
      for (std::size_t i = 0; i < std::min<std::size_t>(behind.size(), 2); ++i) {
        if (words_.people.contains(behind[i]) || is_one_of(behind[i], words_.talks_with)) last = count.value;
      }
    }
    return last;
  }

  /// "from 22 to 63"
  bool is_end_of_range(std::string_view text, const std::vector<Count>& counts, std::size_t c) const {
    const auto to = [&](std::size_t i) {
      return i + 1 < counts.size() &&
             is_span(text.substr(counts[i].bytes.end, counts[i + 1].bytes.begin - counts[i].bytes.end), words_);
    };
    return to(c) || (c > 0 && to(c - 1));
  }

  /// Said somewhere before: a sample, or a number of this paragraph; the parts themselves are no whole.
  bool is_stated(const Counts& chain, double sum) const {
    if (sum < 3) return false;
    return stated_.contains(static_cast<std::uint32_t>(sum)) ||
           (totals_.contains(sum) &&
            std::none_of(chain.begin(), chain.end(), [&](const LabelledCount& one) { return one.value == sum; }));
  }

  /// The one number of people of this paragraph that a list of three or more misses by one: "focus groups had six,
  /// eight, seven and five members", of 27.
  double missed_by_one(const Counts& chain, double sum) const {
    double found = 0;
    const bool people = std::any_of(chain.begin(), chain.end(), [&](const LabelledCount& one) {
      return says_one_of(fold(one.label), words_.people);
    });
    if (chain.size() < 3 || !people) return 0;
    for (const double total : people_totals_) {
      if (total < 8 || std::abs(total - sum) > std::max(1.0, total * 0.04)) continue;
      if (found > 0) return 0;
      found = total;
    }
    return found;
  }

  void read_sentence(const Counts& counts) {
    std::vector<Counts> chains, nested;
    std::vector<Counts> whose;  // of every nested chain the count that its bracket stands behind
    for (const LabelledCount& one : counts) {
      auto& into = one.in_brackets ? nested : chains;
      if (!goes_on(into, one)) {
        into.emplace_back();
        if (one.in_brackets) whose.push_back(chains.empty() ? Counts{} : Counts{chains.back().back()});
      }
      into.back().push_back(one);
    }
    chains = cut_at_semicolons(joined_forms(std::move(chains)));
    for (std::size_t i = 0; i < chains.size(); ++i) judge(chains[i], i > 0 ? &chains[i - 1] : nullptr);
    said_.list_total = 0;
    for (std::size_t i = 0; i < nested.size(); ++i) judge(nested[i], whose[i].empty() ? nullptr : &whose[i]);
    check_shares(counts);
  }

  /// Of one form, and near: what stands in brackets between does not part "twelve students (...), eight lecturers".
  bool goes_on(const std::vector<Counts>& chains, const LabelledCount& one) const {
    if (chains.empty()) return false;
    const LabelledCount& last = chains.back().back();
    if (one.bracketed != last.bracketed || one.percent != last.percent) return false;
    std::size_t gap = 0;
    int depth = 0;
    for (std::size_t at = last.bytes.end; at < one.bytes.begin; ++at) {
      const char c = block_->text[at];
      depth += c == '(' ? 1 : 0;
      gap += depth == 0 || one.in_brackets;
      depth -= c == ')' && depth > 0 ? 1 : 0;
      if (one.in_brackets && c == ')') return false;  // another bracket
    }
    return gap < longest_gap;
  }

  /// "Most were white (n = 15), three were Black and two Asian": two forms are one list where neither is whole alone.
  std::vector<Counts> joined_forms(std::vector<Counts> chains) const {
    std::vector<Counts> joined;
    for (Counts& chain : chains) {
      Counts both = joined.empty() ? Counts{} : joined.back();
      both.insert(both.end(), chain.begin(), chain.end());
      const bool forms = !joined.empty() && !chain[0].percent && !joined.back().back().percent &&
                         chain[0].bracketed != joined.back().back().bracketed;
      const auto whole = [&](const Counts& one) {
        return sum_of(one) == said_.sample || is_stated(one, sum_of(one)) || whole_at(one, said_, words_) < one.size();
      };
      const double off = std::abs(sum_of(both) - said_.sample);
      const bool near =
          said_.sample > 0 && both.size() >= 3 && off <= 2 && claims_all(both, sum_of(both), said_.sample, false);
      if (forms && !whole(joined.back()) && !whole(chain) && (whole(both) || near))
        joined.back() = std::move(both);
      else
        joined.push_back(std::move(chain));
    }
    return joined;
  }

  /// "nine in year one and 17 in year two; 20 women and six men" are two breakdowns, where either is whole.
  std::vector<Counts> cut_at_semicolons(std::vector<Counts> chains) const {
    std::vector<Counts> cut;
    for (Counts& chain : chains) {
      std::vector<Counts> pieces(1);
      for (const LabelledCount& one : chain) {
        const std::size_t from = pieces.back().empty() ? one.bytes.end : pieces.back().back().bytes.end;
        const std::string_view between =
            one.bytes.begin > from ? said_.text.substr(from - said_.begin, one.bytes.begin - from) : "";
        if (between.find(';') != between.npos) pieces.emplace_back();
        pieces.back().push_back(one);
      }
      const bool lists = std::all_of(pieces.begin(), pieces.end(), [](const Counts& one) { return one.size() > 1; });
      const bool whole = std::any_of(pieces.begin(), pieces.end(), [&](const Counts& one) {
        return !one[0].percent && (sum_of(one) == said_.sample || part_that_is(sum_of(one), said_, out, words_) ||
                                   whole_at(one, said_, words_) < one.size());
      });
      if (pieces.size() > 1 && lists && whole)
        std::move(pieces.begin(), pieces.end(), std::back_inserter(cut));
      else
        cut.push_back(std::move(chain));
    }
    return cut;
  }

  void judge(Counts chain, const Counts* before) {
    const BreakdownWhole whole = whole_of_list(std::move(chain), before, said_, out, words_);
    if (whole.by_list > 0) said_.list_total = whole.by_list;
    weigh(whole);
  }

  /// Whether the parts add up to what they are of.
  void weigh(const BreakdownWhole& whole) {
    const Counts& chain = whole.parts;
    const double total = whole.total;
    if (chain.size() == 1 && chain[0].value == 1 && (chain[0].bracketed || tells_of_one(chain[0])))
      return add_only_one(chain);
    if (chain.size() < 2) return;
    if (chain[0].percent) return judge_shares(chain);
    const bool part_of_others = starts_with_some() && total == 0;
    const double sum = sum_of(chain), wanted = total > 0 ? total : said_.sample;
    const bool stated = total == 0 && is_stated(chain, sum);
    if (wanted == 0 && !stated && chain[0].bracketed && !part_of_others) {  // nothing says how many there are
      out.push_back(made(chain, sum, sum));
      out.back().verdict = Verdict::open;
    }
    if ((wanted == 0 && !stated) || (part_of_others && sum != said_.sample && !stated)) return;
    Breakdown one = made(chain, sum, wanted);
    one.of = total > 0 && total != said_.sample ? whole.of : "";
    const double other = total > 0 || stated ? 0 : another_total(chain, sum, wanted);
    const bool of_others = chain[0].of > 0 && total != sum;  // "nine of the 17": no other total counts
    if (!of_others && (sum == wanted || sum == said_.sample || stated || sum + beside_ == said_.sample ||
                       sum + after_ == said_.sample))
      one.verdict = Verdict::adds_up, one.total = sum == said_.sample || stated ? sum
                                                  : sum == wanted               ? wanted
                                                                                : said_.sample;
    else if (wanted > 0 && claims_all(chain, sum, wanted, total > 0))
      one.verdict = Verdict::wrong;
    else if (other > 0)
      one.verdict = Verdict::wrong, one.total = other;
    else if (sum >= wanted / 2 && sum <= wanted)
      one.verdict = Verdict::open;
    else
      return;
    out.push_back(std::move(one));
  }

  /// What a closed list may be of besides the sample, and misses by little: another sample of this paper, or people of
  /// this paragraph.
  double another_total(const Counts& chain, double sum, double wanted) const {
    for (const std::uint32_t people : stated_) {
      const bool near = std::abs(people - sum) <= std::max(1.0, people * 0.1);
      if (people != wanted && people >= 8 && near && claims_all(chain, sum, people, false)) return people;
    }
    const double missed = missed_by_one(chain, sum);
    return missed > 0 && claims_all(chain, sum, missed, false) ? missed : 0;
  }

  /// "Only one participant was from Wales".
  bool tells_of_one(const LabelledCount& one) const {
    const auto label = folded_words(one.label);
    return label.size() > 2 && (words_.people.contains(label[0]) || words_.people.contains(label[0] + "s")) &&
           is_one_of(label[1], words_.of_one);
  }

  /// "a vet (n = 1)": adds up to nothing, and tells of somebody.
  void add_only_one(const Counts& chain) {
    out.push_back(made(chain, 1, said_.sample));
    out.back().verdict = Verdict::open;
  }

  /// "Of the nurses, nine ...", where nothing says how many nurses.
  bool starts_with_some() const {
    const bool of_all = std::any_of(words_.of_the.begin(), words_.of_the.end(), [&](const std::string& lead) {
      return said_.folded.starts_with(fmt::format("{} {} ", lead, said_.sample));
    });
    return !of_all && !lead_of(said_.folded, words_.of_some).empty();
  }

  bool claims_all(const Counts& chain, double sum, double wanted, bool said_here) const {
    const double off = std::abs(sum - wanted);
    const std::size_t last = chain.back().bytes.begin - said_.begin,
                      before = chain[chain.size() - 2].bytes.end - said_.begin;
    const std::string between = fold(said_.text.substr(before, last - before));
    const bool closed = says_one_of(between, words_.joins) || said_here || is_gender_pair(chain, words_);
    std::string_view said = said_.folded;
    said.remove_prefix(lead_of(said, words_.of_them).size());
    if (!closed || leaves_open() || says_one_of(said, words_.several)) return false;
    if (std::any_of(chain.begin(), chain.end(), [](const LabelledCount& one) { return one.hedged; })) return false;
    if (std::any_of(words_.remainder.begin(), words_.remainder.end(),
                    [&](const std::string& said) { return next_.find(said) < 60; }))
      return false;
    if (chain[0].of > 0) return chain.size() >= 3 && off <= 2;
    if (said_here)
      return off <= std::max(3.0, wanted * 0.34) &&
             (chain[0].in_brackets || says_one_of(said_.folded, words_.breaks_down) ||
              says_one_of(said_.folded, words_.took_part) || said_.folded.find(':') != std::string::npos ||
              !lead_of(said_.folded, words_.of_the).empty());
    if (is_gender_pair(chain, words_)) return off <= std::max(3.0, wanted * 0.25);
    const bool whole_sentence = chain[0].bracketed || chain[0].bytes.begin < said_.begin + 3;
    return chain.size() >= 3 ? off <= std::max(2.0, wanted * 0.15) : whole_sentence && off <= 2 && wanted >= 10;
  }

  static bool begins(std::string_view text, const Phrases& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& one) { return text.starts_with(one); });
  }

  /// "including", "the rest"; but "the rest of Europe" is a place.
  bool leaves_open() const {
    std::string said(said_.text);
    for (const std::string& rest : words_.rest_of) {
      const std::string of = rest + " ";
      for (std::size_t at = said.find(of); at != said.npos; at = said.find(of, at + 1)) {
        const std::string place = said.substr(at + of.size());
        const std::size_t next = place.find_first_not_of(' ');
        const bool name = next != place.npos && place[next] >= 'A' && place[next] <= 'Z';
        if (name || begins(fold(place), words_.rest_of_place)) said.erase(at, of.size());
      }
    }
    return says_one_of(fold(said), words_.open);
  }

  void judge_shares(const Counts& chain) {
    const double sum = sum_of(chain), off = std::abs(sum - 100);
    int decimals = 9;
    for (const LabelledCount& one : chain) decimals = std::min(decimals, one.decimals);
    const double slack = 0.5 * std::pow(10.0, -decimals) * static_cast<double>(chain.size()) + 1e-6;
    Breakdown one = made(chain, sum, 100);
    one.percent = true;
    const bool whole = chain.size() >= 3 || is_gender_pair(chain, words_);
    if (off <= slack)
      one.verdict = Verdict::adds_up;
    else if (whole && off <= 12 && claims_all(chain, 100, 100, false))
      one.verdict = Verdict::wrong;
    else if (sum > 50 && sum < 100)
      one.verdict = Verdict::open;
    else
      return;
    out.push_back(std::move(one));
  }

  /// "31 (69%)": where the others agree with one total, the one that does not.
  void check_shares(const Counts& counts) {
    Counts shared;
    for (const LabelledCount& one : counts) {
      if (one.share >= 0) shared.push_back(one);
    }
    if (shared.empty() || said_.sample == 0) return;
    std::size_t agree = 0;
    const LabelledCount* odd = nullptr;
    for (const LabelledCount& one : shared) {
      const bool good = std::abs(one.value / said_.sample * 100 - one.share) <=
                        0.5 * std::pow(10.0, -one.share_decimals) + 0.51 * (one.share_decimals == 0);
      agree += good;
      if (!good) odd = &one;
    }
    if (!odd || agree + 1 != shared.size() || agree == 0) return;
    Breakdown one = made({*odd}, odd->share, std::round(odd->value / said_.sample * 1000) / 10);
    one.percent = true;
    one.verdict = Verdict::wrong;
    out.push_back(std::move(one));
  }

  Breakdown made(const Counts& chain, double sum, double total) const {
    Breakdown one{.where = {block_->at, std::string(said_.text)}, .sum = sum, .total = total};
    for (const LabelledCount& part : chain) one.parts.push_back({part.label, part.value});
    return one;
  }

  const PaperWords& words_;
  const Block* block_ = nullptr;
  CountedSentence said_{};
  std::string next_{};
  double beside_ = 0, after_ = 0;
  std::set<std::uint32_t> stated_{};
  std::set<double> totals_{}, people_totals_{};
};

std::string sum_shown(const Breakdown& one) {
  std::vector<std::string> parts;
  for (const BreakdownPart& part : one.parts) parts.push_back(fmt::format("{}{}", part.value, one.percent ? " %" : ""));
  return fmt::format("{}", fmt::join(parts, " + "));
}

}  // namespace

std::string plain_label(std::string_view label, const PaperWords& words) {
  std::string plain = fold(label);
  for (std::size_t at = plain.find(' '); at != plain.npos; at = plain.find(' ')) {
    if (!is_one_of(std::string_view(plain).substr(0, at), words.label_leads)) break;
    plain.erase(0, at + 1);
  }
  if (plain.size() > 3 && plain.ends_with('s') && !plain.ends_with("ss")) plain.pop_back();
  return plain;
}

std::vector<Breakdown> breakdowns_in(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words,
                                     const std::vector<StatedSample>& samples) {
  std::set<std::size_t> quoted;
  for (const Extract& extract : talk.extracts) {
    if (extract.set_apart) quoted.insert(extract.block);
  }
  BreakdownReader reader(words, samples);
  for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
    const BlockKind kind = paper.blocks[i].kind;
    if (kind != BlockKind::row && kind != BlockKind::quote && !quoted.contains(i)) reader.read(paper.blocks[i]);
  }
  return std::move(reader.out);
}

void name_kinds(PaperTalk& talk, const std::vector<Breakdown>& breakdowns, const PaperWords& words) {
  ColumnValues kinds;
  for (const Breakdown& one : breakdowns) {
    if (one.percent || one.parts.size() < 2 || one.verdict == Verdict::open) continue;
    std::vector<std::string> labels;
    for (const BreakdownPart& part : one.parts) labels.push_back(plain_label(part.label, words));
    const std::string kind = fmt::format("of {}", fmt::join(labels, ", "));
    for (const std::string& label : labels) {
      if (!label.empty() && label.size() < 40) kinds[label].insert(kind);
    }
  }
  name_kinds(talk, kinds, [&](const std::string& value) { return plain_label(value, words); });
}

std::vector<PaperFinding> wrong_sums_in(const std::vector<Breakdown>& breakdowns) {
  std::vector<PaperFinding> findings;
  for (const Breakdown& one : breakdowns) {
    if (one.verdict != Breakdown::Verdict::wrong) continue;
    const std::string says =
        one.parts.size() == 1
            ? fmt::format("{} is {} % of the sample, and {} % is said", one.parts[0].value, one.total, one.sum)
            : fmt::format("{} is {}{}, and not {}", sum_shown(one), one.sum, one.percent ? " %" : "", one.total);
    findings.push_back({PaperFault::wrong_sum, says, {one.where}});
  }
  return findings;
}

}  // namespace moniker::custodian
