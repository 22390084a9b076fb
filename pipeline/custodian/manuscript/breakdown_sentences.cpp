// What the sentences of a block say before their counts are weighed: where one begins, how many things or people it
// tells of, which paragraphs are items of one list.
#include "manuscript/breakdown_sentences.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_item = 140;

/// Without the sign that sets it as an item of a list.
std::string_view item_text(std::string_view text) {
  for (const std::string_view sign : {"- ", "\u2022 ", "* "}) {
    if (text.starts_with(sign)) return text.substr(sign.size());
  }
  return text;
}

}  // namespace

std::vector<ByteRange> clauses_of(const Block& block, const PaperWords& words) {
  std::vector<ByteRange> clauses;
  for (ByteRange sentence : sentences_of(block.text, words)) {
    for (std::size_t at = block.text.find("; ", sentence.begin); at < sentence.end;
         at = block.text.find("; ", at + 1)) {
      const std::string_view rest = std::string_view(block.text).substr(at + 2, sentence.end - at - 2);
      if (!whole_at_head(rest, words)) continue;
      clauses.push_back({sentence.begin, static_cast<std::uint32_t>(at + 1)});
      sentence.begin = static_cast<std::uint32_t>(at + 2);
    }
    clauses.push_back(sentence);
  }
  return clauses;
}

double things_in(std::string_view said, const PaperWords& words) {
  const auto numbers = counts_in(said, words);
  if (numbers.size() != 1 || numbers[0].percent || numbers[0].value < 8) return 0;
  const auto behind = folded_words(said.substr(numbers[0].bytes.end, 40));
  if (behind.empty() || is_one_of(behind[0], words.measures) || words.people.contains(behind[0])) return 0;
  const bool things = !behind.empty() && (words.units.contains(behind[0]) || ends_as_plural(behind[0], words) ||
                                          (behind.size() > 1 && words.units.contains(behind[1])));
  return things ? numbers[0].value : 0;
}

double asked_in(const Counts& counts, std::string_view sentence, const PaperWords& words) {
  const std::string said = fold(sentence);
  return counts.size() == 1 && !counts[0].percent && says_one_of(said, words.asked) ? counts[0].value : 0;
}

bool leaves_verbs_out(const Counts& chain, const PaperWords& words) {
  const auto first = folded_words(chain[0].label);
  if (!first.empty() && is_one_of(first[0], words.has)) return false;
  return std::all_of(chain.begin() + 1, chain.end(), [&](const LabelledCount& one) {
    const auto label = folded_words(one.label);
    return label.empty() ||
           !(is_one_of(label[0], words.did) || is_one_of(label[0], words.of_part) ||
             is_one_of(label[0], words.said_of_people)) ||
           is_one_of(label[0], words.at_place);
  });
}

std::size_t last_item(const Manuscript& paper, std::size_t i, const PaperWords& words) {
  const Block& lead = paper.blocks[i];
  if (lead.kind != BlockKind::body || !lead.text.ends_with(':')) return i;
  std::size_t last = i;
  for (std::size_t b = i + 1; b < paper.blocks.size(); ++b) {
    const Block& item = paper.blocks[b];
    if (item.text.empty()) continue;  // LaTeX ends one before the first item
    const std::string_view text = item_text(item.text);
    const bool set = text.size() < item.text.size();
    const auto counts = counts_in(text, words);
    if (item.kind != BlockKind::body || counts.empty() || counts[0].bytes.begin > 0) break;
    if (!set && text.size() > longest_item) break;
    last = b;
  }
  return last;
}

Block with_items(const Manuscript& paper, std::size_t first, std::size_t last) {
  Block all = paper.blocks[first];
  for (std::size_t b = first + 1; b <= last; ++b) {
    std::string_view text = paper.blocks[b].text;
    if (item_text(text).empty()) continue;
    if (b < last && text.ends_with('.')) text.remove_suffix(1);
    const bool parted = std::string_view(",;:").find(all.text.back()) != std::string_view::npos ||
                        all.text.ends_with(" and") || item_text(text).size() < text.size();
    all.text += (parted ? " " : "; ") + std::string(item_text(text).size() < text.size() ? text : item_text(text));
  }
  return all;
}

}  // namespace moniker::custodian
