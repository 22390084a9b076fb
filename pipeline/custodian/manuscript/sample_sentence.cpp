// How one sentence says how many people a paper has: "(N = 45)", "two withdrew, leaving 17", "The 45 participants".
#include "manuscript/sample_sentence.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "manuscript/breakdown_whole.hpp"

namespace moniker::custodian {

SampleSentence::SampleSentence(const Block& block, ByteRange bytes, std::vector<LabelledCount> counts,
                               const PaperWords& words)
    : block_(block), bytes_(bytes), words_(words), counts_(std::move(counts)) {
  if (counts_.size() > most_counts_of_sentence) counts_.clear();  // data
  std::erase_if(counts_, [&](const LabelledCount& one) {
    const bool part = !one.bracketed && !gender_of(one, words_).empty() &&  // "the men numbered nine"
                      !tail_of(fold(trimmed(text(bytes_.begin, one.bytes.begin))), words_.numbering).empty();
    return one.percent || one.in_brackets || one.value < 1 || one.value > largest_sample || part;
  });
}

std::uint32_t SampleSentence::people() const {
  if (tells_of_others(text(bytes_.begin, bytes_.end), words_) || is_of_things()) return 0;
  if (const auto left = left_over()) return *left;
  if (const auto bracketed = in_bracket()) return *bracketed;
  for (const LabelledCount& one : counts_) {  // "..., giving a total sample of 24"
    const std::string before = fold(trimmed(text(bytes_.begin, one.bytes.begin)));
    const bool ends = &one == &counts_.back(), begins = &one == &counts_.front() && words_in(before) < 4;
    if (counts_.size() > 2 && (ends || begins) && !one.bracketed && !tail_of(before, words_.total_of).empty())
      return static_cast<std::uint32_t>(one.value);  // or "The sample of 25 was made up of twelve ..."
  }
  if (!counts_.empty() && is_one_of(fold(counts_.back().label), words_.in_total) && !counts_.back().bracketed &&
      trimmed(text(bytes_.begin, counts_.back().bytes.begin)).ends_with(',') &&
      takes_part(text(bytes_.begin, counts_.back().bytes.begin)))
    return static_cast<std::uint32_t>(counts_.back().value);  // "... three to six were interviewed, 21 in all."
  for (const LabelledCount& one : counts_) {                  // "17 women and eleven men, 28 people altogether"
    const std::string said = fold(one.label);
    if (!one.bracketed && counts_.size() > 2 && !lead_of(said, words_.in_total).empty() && &one == &counts_.front())
      return static_cast<std::uint32_t>(one.value);  // "Our interviewees, 26 in number, comprised ..."
    const std::size_t second = std::min(said.find(' '), said.size() - !said.empty());
    const std::string noun = said.substr(0, second);
    if ((ends_as_plural(noun, words_) || words_.people.contains(noun)) && !one.bracketed && counts_.size() > 1 &&
        !lead_of(std::string_view(said).substr(std::min(second + 1, said.size())), words_.in_total).empty())
      return static_cast<std::uint32_t>(one.value);
  }
  if (const std::uint32_t parted = at_head_of_kinds(); parted > 0) return parted;
  if (const auto counts = together(); !counts.empty()) return whole_of(counts);
  if (const auto headed = at_head()) return *headed;
  return of_the();
}

std::uint32_t SampleSentence::of_the() const {
  for (const LabelledCount& one : counts_) {
    const auto label = folded_words(one.label);
    if (one.of >= least_sample && !one.of_anything && !label.empty() && is_one_of(label[0], words_.everybody))
      return static_cast<std::uint32_t>(one.of);  // "forty per cent of the 30 participants"
    const std::string before = fold(trimmed(text(bytes_.begin, one.bytes.begin)));
    if (label.empty() || one.bracketed ||
        (tail_of(before, words_.the).empty() && !is_one_of(before, words_.there_were)))
      continue;
    const bool ours = says_one_of(fold(text(bytes_.begin, bytes_.end)), words_.ours);
    const bool who = label.size() > 1 && is_one_of(label[1], words_.somebody) && !takes_part(one.label);
    if (who && counts_.size() == 1) continue;  // "A letter went to the 31 people who ..."
    if (is_one_of(label[0], words_.everybody) || (ours && words_.people.contains(label[0]) && !is_asked(one)))
      return static_cast<std::uint32_t>(one.value);
  }
  const auto sentence = text(bytes_.begin, bytes_.end);
  if (const auto head = whole_at_head(sentence, words_)) {  // "Our 15 informants were ...", "Of 37 respondents, ..."
    const auto behind = folded_words(sentence.substr(head->bytes.end, 40));
    if (!behind.empty() && is_one_of(behind[0], words_.everybody) && !says_one_of(fold(sentence), words_.asked))
      return static_cast<std::uint32_t>(head->value);
  }
  return 0;
}

std::uint32_t SampleSentence::interviews() const {
  for (const Count& count : counts_in(text(bytes_.begin, bytes_.end), words_)) {
    const std::string behind = (" " + fold(text(bytes_.begin + count.bytes.end, bytes_.end))).substr(0, 40);
    const std::size_t at = first_of(behind, words_.interviews);
    if (at < 24 && first_of(behind.substr(0, at), words_.conjunction) == std::string::npos &&
        behind.find_first_of(",;.:(") > at && count.value >= least_sample)
      return static_cast<std::uint32_t>(count.value);
  }
  return 0;
}

std::uint32_t SampleSentence::people_of_the() const {
  if (counts_.empty() || counts_[0].bracketed || tells_of_others(text(bytes_.begin, bytes_.end), words_)) return 0;
  const auto label = folded_words(counts_[0].label);
  const bool people =
      std::any_of(label.begin(), label.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(label.size(), 3)),
                  [&](const std::string& word) { return words_.people.contains(word); });
  const bool the = is_one_of(fold(trimmed(text(bytes_.begin, counts_[0].bytes.begin))), words_.the);
  return the && people ? static_cast<std::uint32_t>(counts_[0].value) : 0;
}

std::uint32_t SampleSentence::people_parted() const {
  const auto sentence = text(bytes_.begin, bytes_.end);
  const auto head = whole_at_head(sentence, words_);
  if (!head || tells_of_others(sentence, words_) || says_one_of(fold(sentence), words_.asked)) return 0;
  for (std::size_t i = 0; i + 1 < counts_.size(); ++i) {
    const Counts two{counts_[i], counts_[i + 1]};
    const std::string one = gender_of(two[0], words_), other = gender_of(two[1], words_);
    if (!one.empty() && !other.empty() && one != other && sum_of(two) == head->value)
      return static_cast<std::uint32_t>(head->value);
  }
  return 0;
}

bool SampleSentence::is_summed(std::uint32_t people) const {
  return std::none_of(counts_.begin(), counts_.end(),
                      [&](const LabelledCount& one) { return one.value == people || one.of == people; });
}

bool SampleSentence::is_total() const {
  const std::string said = fold(text(bytes_.begin, bytes_.end));
  return std::any_of(words_.says_total.begin(), words_.says_total.end(),
                     [&](const std::string& phrase) { return said.find(phrase) != std::string::npos; });
}

std::size_t SampleSentence::first_of(std::string_view folded, const Phrases& phrases) {
  std::size_t first = std::string_view::npos;
  for (const std::string& phrase : phrases) first = std::min(first, folded.find(" " + phrase));
  return first;
}

std::string_view SampleSentence::text(std::size_t from, std::size_t to) const {
  return std::string_view(block_.text).substr(from, to - from);
}

std::optional<std::uint32_t> SampleSentence::in_bracket() const {
  for (const LabelledCount& one : counts_) {
    if (!one.bracketed) continue;
    const std::string_view bracket = text(one.bytes.begin, one.bytes.end);  // "(N = 24)", "(total n = 24)"
    const bool capital = bracket.find('N') != std::string_view::npos || holds_total(bracket, words_);
    const bool all = std::none_of(counts_.begin(), counts_.end(),
                                  [&](const LabelledCount& other) { return other.value > one.value; });
    const auto label = folded_words(one.label);
    const bool at_head = text(bytes_.begin, one.bytes.begin).size() < one.label.size() + 3 && label.size() < 4;
    const bool people = !label.empty() && (is_one_of(label.back(), words_.respondents) ||
                                           (at_head && words_.people.contains(label.back())));
    const bool subject = label.size() == 1 || at_head || is_caption();  // "Participants (n = 36) were asked ..."
    if (capital ||
        (all && people && &one == &counts_.front() && (subject || takes_part(text(bytes_.begin, bytes_.end)))))
      return static_cast<std::uint32_t>(one.value);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> SampleSentence::left_over() const {
  for (const LabelledCount& one : counts_) {
    const bool left = !tail_of(fold(trimmed(text(bytes_.begin, one.bytes.begin))), words_.leaving).empty();
    const auto label = folded_words(one.label);
    if (left && !one.bracketed && (label.empty() || words_.people.contains(label[0])))
      return static_cast<std::uint32_t>(one.value);
    if (one.bracketed || label.empty() || one.value < least_sample) continue;
    const std::string said = fold(one.label);  // "The 14 who remained", "Nineteen participants remained"
    const bool people = words_.people.contains(label[0]);
    if (!lead_of(people ? std::string_view(said).substr(std::min(label[0].size() + 1, said.size())) : said,
                 words_.remained)
             .empty())
      return static_cast<std::uint32_t>(one.value);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> SampleSentence::at_head() const {
  if (counts_.empty() || counts_[0].bracketed || counts_[0].value < least_sample) return std::nullopt;
  const std::string before = fold(trimmed(text(bytes_.begin, counts_[0].bytes.begin), " :.*"));
  const auto label = folded_words(counts_[0].label);
  if (!(before.empty() || is_one_of(before, words_.everybody)) || label.empty() || label.size() > 4 ||
      is_asked(counts_[0]) || !counts_people(counts_[0], words_))
    return std::nullopt;
  const std::string_view rest = text(counts_[0].bytes.end, bytes_.end);
  const std::size_t sign = rest.find_first_of(":(,;.");
  // "Participants: 24 volunteers from four centres."
  const bool headed = !before.empty() && trimmed(text(bytes_.begin, counts_[0].bytes.begin)).ends_with(':');
  if (headed && is_one_of(before, words_.everybody)) return static_cast<std::uint32_t>(counts_[0].value);
  if (sign == rest.npos || (rest[sign] != ':' && rest[sign] != '(')) return std::nullopt;
  double sum = 0;
  for (const Count& one : counts_in(rest.substr(sign, rest.find(')', sign) - sign), words_)) sum += one.value;
  return sum == counts_[0].value ? std::optional(static_cast<std::uint32_t>(sum)) : std::nullopt;
}

bool SampleSentence::is_of_things() const {
  const auto sentence = text(bytes_.begin, bytes_.end);
  const auto head = whole_at_head(sentence, words_);
  if (!head || !says_one_of(fold(sentence), words_.asked)) return false;
  const auto behind = folded_words(sentence.substr(head->bytes.end, 40));
  return !behind.empty() && words_.units.contains(behind[0]) && !is_one_of(behind[0], words_.pair_counts);
}

std::uint32_t SampleSentence::at_head_of_kinds() const {
  if (counts_.size() != 3 || counts_[0].value < least_sample || is_asked(counts_[0])) return 0;
  const auto label = folded_words(counts_[0].label);
  const bool all = !label.empty() && is_one_of(label[0], words_.everybody) && !counts_[0].bracketed;
  const bool kinds = counts_[1].value + counts_[2].value == counts_[0].value && counts_people(counts_[1], words_) &&
                     counts_people(counts_[2], words_);
  return all && kinds && joined(counts_[1], counts_[2]) ? static_cast<std::uint32_t>(counts_[0].value) : 0;
}

std::uint32_t SampleSentence::whole_of(const Counts& counts) {
  const double sum = sum_of(counts);
  for (const double count : {counts.front().value, counts.back().value}) {
    if (counts.size() > 2 && count * 2 == sum) return static_cast<std::uint32_t>(count);
  }
  return static_cast<std::uint32_t>(sum);
}

}  // namespace moniker::custodian
