// What was counted before a list of counts, so that the list may be all of it: the samples of the paper, numbers of the
// paragraph, and how many interviews, groups or households there are.
#include "manuscript/breakdown_totals.hpp"

#include <algorithm>
#include <cmath>

#include "base/fold.hpp"
#include "base/text.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t words_of_subject = 3, bytes_behind = 60, bytes_before = 16;

/// "from 22 to 63"
bool is_end_of_range(std::string_view text, const std::vector<Count>& counts, std::size_t c, const PaperWords& words) {
  const auto to = [&](std::size_t i) {
    return i + 1 < counts.size() &&
           is_span(text.substr(counts[i].bytes.end, counts[i + 1].bytes.begin - counts[i].bytes.end), words);
  };
  return to(c) || (c > 0 && to(c - 1));
}

}  // namespace

StatedTotals::StatedTotals(const Manuscript& paper, const std::vector<StatedSample>& samples, const PaperWords& words)
    : words_(words) {
  for (const StatedSample& one : samples) {  // what a list adds up to by itself is no second sample beside a near one
    const bool near = one.summed && std::any_of(samples.begin(), samples.end(), [&](const StatedSample& other) {
                        const double apart = std::abs(static_cast<double>(other.people) - one.people);
                        return !other.summed && other.people >= 8 && apart > 0 && apart <= 2;
                      });
    if (!near) samples_.insert(one.people);
  }
  for (const Block& block : paper.blocks) {
    if (block.kind != BlockKind::body) continue;
    const std::string_view text = block.text;
    for (const Count& count : counts_in(text, words)) {
      const std::size_t from = count.bytes.begin - std::min<std::size_t>(count.bytes.begin, bytes_before);
      const std::string before = fold(trimmed(text.substr(from, count.bytes.begin - from)));
      const auto behind = folded_words(text.substr(count.bytes.end, bytes_behind));
      const bool unit = !behind.empty() && (words.units.contains(behind[0]) || is_one_of(behind[0], words.measures));
      if (!count.percent && !unit && !tail_of(before, words.the).empty()) definite_.insert(count.value);
      for (std::size_t i = 0; i < std::min<std::size_t>(behind.size(), 2) && !count.percent; ++i) {
        if (ends_as_plural(behind[i], words) || words.people.contains(behind[i]))
          of_nouns_[singular(behind[i], words)].insert(count.value);
        if (words.units.contains(behind[i])) of_units_[behind[i]].insert(count.value);
        if (words.people.contains(behind[i])) of_people_.insert(count.value);
      }
      // "nine were members of staff"
      for (std::size_t i = 2; i < std::min<std::size_t>(behind.size(), 5) && !count.percent; ++i) {
        if (is_one_of(behind[i - 1], words.of) && words.people.contains(behind[i - 2]))
          of_nouns_[singular(behind[i], words)].insert(count.value);
      }
    }
  }
}

void StatedTotals::begin_block(const Block& block, const std::vector<ByteRange>& sentences) {
  numbers_.clear(), said_.clear(), people_said_.clear(), ahead_.clear();
  next_number_ = 0, local_ = 0;
  const std::string_view text = block.text;
  const auto counts = counts_in(text, words_);
  std::size_t s = 0;
  for (std::size_t c = 0; c < counts.size(); ++c) {
    const Count& count = counts[c];
    while (s + 1 < sentences.size() && sentences[s].end <= count.bytes.begin) ++s;
    Number number{.value = count.value, .begin = count.bytes.begin, .sentence = s};
    const std::size_t end = std::max(sentences[s].end, count.bytes.end);
    const auto behind = folded_words(text.substr(count.bytes.end, std::min(bytes_behind, end - count.bytes.end)));
    for (std::size_t i = 0; i < std::min<std::size_t>(behind.size(), 2); ++i) {
      number.people = number.people || words_.people.contains(behind[i]);
      number.talks = number.talks || words_.people.contains(behind[i]) || is_one_of(behind[i], words_.talks_with);
    }
    const bool unit = !behind.empty() && words_.units.contains(behind[0]) && !is_one_of(behind[0], words_.talks);
    number.counts = !count.percent && count.value >= 3 && !unit && !is_end_of_range(text, counts, c, words_);
    numbers_.push_back(number);
  }
}

void StatedTotals::begin_sentence(std::size_t s) {
  ahead_.clear();
  for (; next_number_ < numbers_.size() && numbers_[next_number_].sentence <= s; ++next_number_) {
    const Number& one = numbers_[next_number_];
    if (one.counts) said_.insert(one.value);
  }
  for (std::size_t n = next_number_; n < numbers_.size() && numbers_[n].sentence == s + 1; ++n) {
    if (numbers_[n].counts && numbers_[n].people) ahead_.insert(numbers_[n].value);
  }
  for (std::size_t n = next_number_; n-- > 0 && numbers_[n].sentence + 1 >= s;) {
    if (numbers_[n].sentence + 1 == s && numbers_[n].counts && numbers_[n].people)
      people_said_.insert(numbers_[n].value);
  }
}

bool StatedTotals::is_stated(const Counts& list, double sum, const CountedSentence& said) const {
  if (sum < 3) return false;
  if (samples_.contains(static_cast<std::uint32_t>(sum))) return true;
  const bool part = std::any_of(list.begin(), list.end(), [&](const LabelledCount& one) { return one.value == sum; });
  if ((said_.contains(sum) || ahead_.contains(sum)) && !part) return true;
  auto subject = folded_words(std::string_view(said.folded).substr(0, bytes_behind));
  subject.resize(std::min(subject.size(), words_of_subject));
  const bool of_unit = std::any_of(subject.begin(), subject.end(), [&](const std::string& word) {
    return std::any_of(of_units_.begin(), of_units_.end(), [&](const auto& unit) {
      return is_plural_of(unit.first, word, words_) && unit.second.contains(sum);
    });
  });
  if (of_unit && list.front().bracketed) return true;
  const std::size_t last = list.back().bytes.begin - said.begin;  // "three ...; the other eight ..."
  const auto before = folded_words(std::string_view(said.text).substr(0, std::min(last, said.text.size())));
  return list.size() == 2 && !before.empty() && is_one_of(before.back(), words_.remaining) && of_people_.contains(sum);
}

double StatedTotals::missed_by_one(const Counts& list, double sum) const {
  double found = 0;
  const bool people = std::any_of(
      list.begin(), list.end(), [&](const LabelledCount& one) { return says_one_of(fold(one.label), words_.people); });
  if (list.size() < 3 || !people) return 0;
  for (const double total : people_said_) {
    if (total < 8 || std::abs(total - sum) > std::max(1.0, total * 0.04)) continue;
    if (found > 0) return 0;
    found = total;
  }
  return found;
}

double StatedTotals::counted_anywhere(const Counts& list, double sum, const CountedSentence& said) const {
  std::string label = fold(list.front().label);
  std::string_view lead = lead_of(label, words_.of_named);
  if (lead.empty()) {
    label = said.folded;
    lead = lead_of(label, words_.of_named);
  }
  if (list[0].percent) return 0;
  if (lead.empty()) return counted_of_noun(list, sum);
  const auto noun = folded_words(std::string_view(label).substr(lead.size()));
  return noun.empty() ? 0 : nearest_of_noun(noun[0], sum);
}

double StatedTotals::counted_of_noun(const Counts& list, double sum) const {
  const bool shared = list.size() > 2 && std::all_of(list.begin(), list.end() - 1, [](const LabelledCount& one) {
                        return one.label.empty() && !one.bracketed;
                      });
  const auto noun = folded_words(list.back().label);
  return shared && !noun.empty() ? nearest_of_noun(noun[0], sum) : 0;
}

double StatedTotals::nearest_of_noun(const std::string& noun, double sum) const {
  const auto counted = of_nouns_.find(singular(noun, words_));
  if (counted == of_nouns_.end()) return 0;
  if (counted->second.contains(sum)) return sum;
  double found = 0;
  for (const double total : counted->second) {
    if (total < 8 || std::abs(total - sum) > 2) continue;
    if (found > 0) return 0;
    found = total;
  }
  return found;
}

double StatedTotals::last_of(std::size_t s) const {
  double last = 0;
  for (const Number& one : numbers_) {
    if (one.sentence == s && one.talks) last = one.value;
  }
  return last;
}

}  // namespace moniker::custodian
