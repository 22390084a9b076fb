// Numbers that count nothing for the sake of those beside them: the ends of a span, what is had, of how many others
// some are, percentages whose number a bracket says.
#include "manuscript/counts_beside_counts.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/counts_of_no_people.hpp"
#include "manuscript/spans.hpp"

namespace moniker::custodian {
namespace {

std::string_view text_to_next(const std::vector<LabelledCount>& out, std::size_t i, std::string_view text) {
  const std::uint32_t end = out[i].bytes.end, next = std::max(end, out[i + 1].bytes.begin);
  return text.substr(end, next - end);
}

/// How many percentages have a bracket with a number behind what they are of.
std::size_t shares_with_labels(const std::vector<LabelledCount>& out, std::string_view text) {
  std::size_t pairs = 0;
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    const std::string_view between = trimmed(text_to_next(out, i, text));
    pairs += out[i].percent && out[i + 1].bracketed && !out[i + 1].percent && !between.empty() &&
             between.find_first_of(",;:.(") == between.npos;
  }
  return pairs;
}

/// "from 23 to 67", "between five and ten".
void drop_spans(std::vector<LabelledCount>& out, std::string_view text, const PaperWords& words) {
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    const std::string_view between = text_to_next(out, i, text);
    const bool two_ends = " " + lowered_before(text, out[i].bytes.begin, 8) == " between " &&
                          is_one_of(trimmed(between), words.conjunction);  // "between five and ten"
    if (is_span(between, words) || two_ends) out[i].value = out[i + 1].value = -1;
  }
}

/// "eleven of the 16": a part of something else.
void take_parts_of_others(std::vector<LabelledCount>& out, const PaperWords& words) {
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    const std::string& label = out[i].label;
    if (out[i].bracketed || out[i].fraction > 0 || !is_one_of(label, words.part_of)) continue;
    const auto whole = folded_words(out[i + 1].label);
    const bool people = !whole.empty() && words.people.contains(whole[0]);
    // "19 of the 28 recalled it": no noun follows that would be counted
    const bool anything = !people && !whole.empty() && !words.units.contains(whole[0]);
    if ((people || anything) && out[i + 1].value > out[i].value) {
      out[i].of = out[i + 1].value;
      out[i].of_anything = anything;
      out[i].label = out[i + 1].label;
    } else {
      out[i].value = -1;
    }
    out[i + 1].value = -1;
  }
}

/// "six had one child": what is had is no people.
void drop_what_is_had(std::vector<LabelledCount>& out, std::string_view text, const PaperWords& words) {
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    const auto having = folded_words(out[i].label), next = folded_words(out[i + 1].label);
    const bool people =
        (!next.empty() && is_one_of(next[0], words.said_of_people)) ||
        std::any_of(next.begin(), next.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(next.size(), 2)),
                    [&](const auto& word) { return words.people.contains(word); });  // 12 ward nurses
    const std::size_t end = out[i].bytes.end, next_at = out[i + 1].bytes.begin;
    const bool on = next_at > end && trimmed(text.substr(end, next_at - end)) == out[i].label;
    const bool another = !having.empty() && is_one_of(having.front(), words.conjunction);  // "six and FG3 had eight"
    const bool had = on && !another && !having.empty() &&
                     (is_one_of(having.back(), words.has) ||
                      (is_past(having.back(), words) && !words.breaks_down.contains(having.back())));
    const bool pairs = !next.empty() && is_one_of(next[0], words.pair_counts);  // "four were two pairs of siblings"
    const std::string before = next_at > end ? fold(trimmed(text.substr(end, next_at - end))) : std::string();
    const std::string last = before.substr(before.find_last_of(' ') + 1);
    const bool being =
        is_one_of(last, words.did) && !is_past(last, words) && (pairs || (on && people && last == before));
    if (being && !out[i + 1].begins_item) out[i + 1].value = -1;    // "two were two women"
    const bool name = names_to(text, out[i].bytes.end, words) > 0;  // "Groups 4 and 5 had five each"
    if (had && !people && !name && !out[i].bracketed && !out[i + 1].bracketed && !out[i + 1].percent)
      out[i + 1].value = -1;
  }
}

/// "35% one in retail".
void drop_ones_beside_percent(std::vector<LabelledCount>& out, std::string_view text, const PaperWords& words) {
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    const std::string_view number = text.substr(out[i + 1].bytes.begin, out[i + 1].bytes.size());
    if (out[i].percent && is_one_of(number, words.one) && out[i + 1].bytes.begin == out[i].bytes.end + 1)
      out[i + 1].value = -1;
  }
}

}  // namespace

/// "Forty per cent (n = 12) were carers", "60% were women (n = 15) and 40% men (n = 10)": the share is that of the
/// bracket's number.
void take_shares_beside(std::vector<LabelledCount>& out, std::string_view text) {
  const bool several = shares_with_labels(out, text) > 1;
  for (std::size_t i = 0; i + 1 < out.size(); ++i) {
    LabelledCount& one = out[i + 1];
    const std::string_view between = trimmed(text_to_next(out, i, text));
    if (!out[i].percent || !one.bracketed || one.percent || one.share >= 0) continue;
    const bool labelled = several && between.find_first_of(",;:.(") == between.npos;
    if (!between.empty() && !labelled) continue;
    one.share = out[i].value, one.share_decimals = out[i].decimals;
    if (!between.empty()) out[i].value = -1;  // said by the bracket
  }
}

/// "towns (14), villages of under 500 people (9)": of the village is no count.
void drop_places_between_brackets(std::vector<LabelledCount>& out, std::string_view text) {
  for (std::size_t i = 1; i + 1 < out.size(); ++i) {
    const bool within = out[i - 1].bracketed && out[i + 1].bracketed && !out[i].bracketed && !out[i].percent;
    const std::string_view between = text_to_next(out, i, text);
    if (within && !out[i].begins_item && between.find_first_of(",;") == between.npos && words_in(between) < 4)
      out[i].value = -1;
  }
}

void drop_what_counts_nothing(std::vector<LabelledCount>& out, std::string_view text, const PaperWords& words) {
  drop_spans(out, text, words);
  take_parts_of_others(out, words);
  drop_what_is_had(out, text, words);
  drop_ones_beside_percent(out, text, words);
}

}  // namespace moniker::custodian
