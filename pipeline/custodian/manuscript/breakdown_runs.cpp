// Lists that go on over several sentences, each of which begins with how many. Only the last tells that it is a list:
// it begins with those who are left; or two do, the first by what it is of, the second by its "and" or its "further".
#include "manuscript/breakdown_runs.hpp"

#include <algorithm>
#include <optional>

#include "base/fold.hpp"
#include "base/text.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_run = 6;

/// "Ten were retired; three of these had been nurses": a part of the part before, and so is what follows it.
bool is_of_part(const LabelledCount& one, const Counts& parts, const PaperWords& words) {
  if (parts.empty() || one.value >= parts.back().value) return false;
  const std::string label = fold(one.label);
  return !lead_of(label, words.of_these).empty() || !lead_of(label, words.of_whom).empty();
}

/// The parts of a sentence that begins with a number, or with "a further nine", "for three"; empty where it does not.
Counts parts_at_head(const Counts& counts, ByteRange sentence, const Block& block, const PaperWords& words) {
  Counts parts;
  bool of_whole = false;
  for (const LabelledCount& one : counts) {
    if (one.percent || one.in_brackets) continue;
    const std::string_view before =
        std::string_view(block.text).substr(sentence.begin, one.bytes.begin - sentence.begin);
    const std::string lead = fold(trimmed(before));
    if (one.bracketed && !is_one_of(lead, words.rest_leads)) continue;  // "The others (n = 11) ..."
    if (parts.empty() && !of_whole && is_one_of(lead, words.whole_leads)) {
      of_whole = true;  // "Of 22 interviewees, 15 ..."
      continue;
    }
    if (parts.empty() && !of_whole) {
      if (!lead.empty() && !is_one_of(lead, words.item_leads) && !is_one_of(lead, words.rest_leads)) return {};
      if (is_one_of(lead, words.the)) return {};  // "The 17 volunteers were ...": people who were told of
    }
    if (is_of_part(one, parts, words)) break;
    if (!parts.empty() && !one.begins_item) continue;
    parts.push_back(one);
  }
  return parts;
}

/// Up to those who are left, if the last sentence tells of them: "The other four ...", "A further eight were ..., and
/// the other five ..."; empty where it does not.
Counts parts_to_rest(const Counts& counts, ByteRange sentence, const Block& block, const PaperWords& words) {
  Counts parts = parts_at_head(counts, sentence, block, words);
  // "Five nurses and three porters made up the rest."
  const std::string said = fold(trimmed(std::string_view(block.text).substr(sentence.begin, sentence.size()), " .;"));
  if (!tail_of(said, words.are_the_rest).empty()) return parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t from = i > 0 ? parts[i - 1].bytes.end : sentence.begin;
    if (parts[i].bytes.begin < from) return {};
    const std::string before =
        fold(trimmed(std::string_view(block.text).substr(from, parts[i].bytes.begin - from), " ,"));
    if (i == 0 ? !is_one_of(before, words.rest_leads) : tail_of(before, words.rest_leads).empty()) continue;
    parts.resize(i + 1);
    return parts;
  }
  return {};
}

/// Whether two counts tell of the same kind of thing: "nine kept hill flocks", "three had lowland flocks".
bool share_a_word(const LabelledCount& one, const LabelledCount& other, const PaperWords& words) {
  const auto these = folded_words(one.label), those = folded_words(other.label);
  return std::any_of(these.begin(), these.end(), [&](const std::string& word) {
    const bool small = word.size() < 4 || is_one_of(word, words.plain_words) || is_one_of(word, words.label_leads);
    return !small && std::find(those.begin(), those.end(), word) != those.end();
  });
}

/// "A further eight worked in ...", "Eight more worked in ...": the list that the sentence before began.
bool goes_on_with_others(const LabelledCount& one, ByteRange sentence, const Block& block, const PaperWords& words) {
  const std::string_view before = std::string_view(block.text).substr(sentence.begin, one.bytes.begin - sentence.begin);
  const auto label = folded_words(one.label);
  return is_one_of(fold(trimmed(before)), words.further) || (!label.empty() && is_one_of(label[0], words.more));
}

/// "Nine owned a kiln", "nine had a cat": what one may have several of; no "nine had trained".
bool has_what_may_be_several(const LabelledCount& one, const PaperWords& words) {
  const auto label = folded_words(one.label);
  if (label.empty()) return false;
  const bool had = is_one_of(label[0], words.has) && !is_one_of(label[0], words.does_one);
  const bool did = label.size() > 1 && (is_past(label[1], words) || is_one_of(label[1], words.participles));
  return is_one_of(label[0], words.has_several) || (had && !did);
}

/// "Six sailed from Oban and five from Mallaig", and not "six sailed from Oban and five had moved".
bool leave_their_verb_out(const Counts& parts, const PaperWords& words) {
  const auto first = folded_words(parts[0].label);
  return std::all_of(parts.begin() + 1, parts.end(), [&](const LabelledCount& one) {
    const auto label = folded_words(one.label);
    const bool verb = !label.empty() &&
                      (is_one_of(label[0], words.did) || is_one_of(label[0], words.has) || is_past(label[0], words));
    return !verb || (first.size() > 1 && label.size() > 1 && label[0] == first[0] && label[1] == first[1]);
  });
}

/// "Of the 14 farmers, nine kept hill flocks. Three had lowland flocks only, and one ran both.": one part of what the
/// first sentence says, and the others, of the same kind, joined by "and".
std::optional<RunOfSentences> run_of_two(std::size_t last, const std::vector<ByteRange>& sentences,
                                         const std::vector<Counts>& counts, const Block& block,
                                         const PaperWords& words) {
  const Counts first = parts_at_head(counts[last - 1], sentences[last - 1], block, words);
  Counts second = parts_at_head(counts[last], sentences[last], block, words);
  const std::string_view head =
      std::string_view(block.text).substr(sentences[last - 1].begin, sentences[last - 1].size());
  if (first.empty() || second.size() < 2) return std::nullopt;
  const bool of_head = first.size() == 1 && whole_at_head(head, words) && share_a_word(first[0], second[0], words);
  const bool one_kind = !has_what_may_be_several(first[0], words) && leave_their_verb_out(first, words) &&
                        leave_their_verb_out(second, words);
  if (first.size() > 1 && !one_kind) return std::nullopt;
  if (!of_head && !goes_on_with_others(second[0], sentences[last], block, words)) return std::nullopt;
  const std::size_t from = second[second.size() - 2].bytes.end, to = second.back().bytes.begin;
  if (to <= from || !says_one_of(fold(std::string_view(block.text).substr(from, to - from)), words.joins))
    return std::nullopt;
  second.insert(second.begin(), first.begin(), first.end());
  return RunOfSentences{last - 1, last, std::move(second)};
}

/// "Half of them were cooks. Of the others, nine were ...": one part, and what the rest of all is made of.
std::optional<RunOfSentences> run_of_others(std::size_t last, const std::vector<ByteRange>& sentences,
                                            const std::vector<Counts>& counts, const Block& block,
                                            const PaperWords& words) {
  const std::string said = fold(std::string_view(block.text).substr(sentences[last].begin, sentences[last].size()));
  if (lead_of(said, words.of_the_others).empty()) return std::nullopt;
  Counts list;
  for (const LabelledCount& one : counts[last - 1]) {
    if (!one.percent && !one.bracketed && !one.in_brackets) list.push_back(one);
  }
  const Counts& rest = counts[last];
  const bool plain = std::none_of(rest.begin(), rest.end(), [&](const LabelledCount& one) {
    const auto label = folded_words(one.label);  // "nine had a cat and six had a bird" may be told of one
    const bool has = !label.empty() && is_one_of(label[0], words.has) && !is_one_of(label[0], words.does_one);
    return one.percent || one.in_brackets || one.fraction > 0 || has;
  });
  if (list.size() != 1 || list[0].hedged || rest.size() < 2 || !plain) return std::nullopt;
  list.insert(list.end(), rest.begin(), rest.end());
  return RunOfSentences{last - 1, last, std::move(list)};
}

}  // namespace

std::vector<RunOfSentences> runs_to(std::size_t last, const std::vector<ByteRange>& sentences,
                                    const std::vector<Counts>& counts, const Block& block, const PaperWords& words) {
  Counts list = parts_to_rest(counts[last], sentences[last], block, words);
  const std::string_view head = std::string_view(block.text).substr(sentences[last].begin, sentences[last].size());
  if (whole_at_head(head, words)) list.clear();  // "Of the 43, 14 did not reply, ...": all is said here
  std::vector<RunOfSentences> runs;
  if (last > 0) {
    if (auto run = run_of_others(last, sentences, counts, block, words)) return {std::move(*run)};
  }
  if (list.empty() && last > 0) {
    if (auto run = run_of_two(last, sentences, counts, block, words)) return {std::move(*run)};
  }
  for (std::size_t s = last; !list.empty() && s-- > 0 && last - s < longest_run;) {
    const Counts parts = parts_at_head(counts[s], sentences[s], block, words);
    if (parts.empty() || (parts.size() > 1 && sum_of(parts) == sum_of(list))) break;  // each is of all
    list.insert(list.begin(), parts.begin(), parts.end());
    runs.push_back({s, last, list});
  }
  return runs;
}

}  // namespace moniker::custodian
