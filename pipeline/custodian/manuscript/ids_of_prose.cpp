// IDs that stand in the authors' sentences alone, and are written there as nobody's are: "M5 went back" beside MW5,
// "For Apprentice 8" beside A08. Each may be a motorway or an annex; it is believed of whom a sentence is about.
#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/spans.hpp"
#include "manuscript/used_ids.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t most_told = 1, longest_short_form = 3;

/// An ID of a sentence of the authors'.
struct IdOfProse {
  PaperId id{};
  std::size_t block = 0;
  std::string sentence{}, before{}, behind{};  // of the sentence: up to the ID, folded, and from it
};

bool is_capitals(std::string_view prefix) {
  return !prefix.empty() && std::all_of(prefix.begin(), prefix.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// Every ID outside quotation marks and brackets in a paragraph.
void add_ids_of_block(const Block& block, std::size_t i, const PaperWords& words, std::vector<IdOfProse>& out) {
  const auto quotes = quotes_in(block.text), brackets = brackets_in(block.text);
  const auto within = [](const std::vector<QuotedSpan>& spans, const PaperId& id) {
    return std::any_of(spans.begin(), spans.end(), [&](const QuotedSpan& one) {
      return one.whole.begin <= id.bytes.begin && id.bytes.begin < one.whole.end;
    });
  };
  for (const PaperId& id : ids_in(block.text, words)) {
    if (within(quotes, id) || within(brackets, id)) continue;
    for (const ByteRange sentence : sentences_of(block.text, words)) {
      if (id.bytes.begin < sentence.begin || id.bytes.end > sentence.end) continue;
      const std::string_view text = block.text;
      out.push_back({id, i, std::string(text.substr(sentence.begin, sentence.size())),
                     fold(trimmed(text.substr(sentence.begin, id.bytes.begin - sentence.begin))),
                     std::string(text.substr(id.bytes.end, sentence.end - id.bytes.end))});
    }
  }
}

std::vector<IdOfProse> ids_of_prose(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words) {
  std::set<std::size_t> said;
  for (const Extract& one : talk.extracts) {
    if (one.set_apart) said.insert(one.block);
  }
  for (const Attribution& one : talk.attributions) {
    if (one.form == AttributionForm::line || one.form == AttributionForm::label) said.insert(one.block);
  }
  std::vector<IdOfProse> out;
  for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
    if (paper.blocks[i].kind == BlockKind::body && !said.contains(i)) add_ids_of_block(paper.blocks[i], i, words, out);
  }
  return out;
}

/// M of MW, WM of MW: one letter is lost, or two have changed places.
bool is_slip_of(const std::string& slip, const std::string& prefix) {
  if (slip.size() == prefix.size())
    return slip != prefix && slip.size() > 1 && std::is_permutation(slip.begin(), slip.end(), prefix.begin());
  if (slip.size() + 1 != prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (prefix.substr(0, i) + prefix.substr(i + 1) == slip) return true;
  }
  return false;
}

/// Whether a sentence is about whoever has the ID: it begins with it and goes on in small letters, or "for" it.
bool is_of_somebody(const IdOfProse& one, const PaperWords& words) {
  const bool leads = one.before.empty() || is_one_of(one.before, words.leads_in) ||
                     words.speaks.contains(one.before.substr(one.before.rfind(' ') + 1));
  const auto next = folded_words(std::string_view(one.behind).substr(0, 40));
  return leads && !next.empty() && (one.behind.starts_with(", ") || one.behind.starts_with(' '));
}

/// "went", "had", "thought": a word that ends as one for what somebody did, or one of those that do not.
bool is_told_to_do(const IdOfProse& one, const PaperWords& words) {
  if (one.behind.starts_with(", ")) return true;
  const auto next = folded_words(std::string_view(one.behind).substr(0, 40));
  return !one.before.empty() || is_past(next[0], words) || is_one_of(next[0], words.has) ||
         is_one_of(next[0], words.goes) || words.speaks.contains(next[0]);
}

std::size_t times(const std::vector<IdOfProse>& prose, const PaperId& id) {
  return static_cast<std::size_t>(std::count_if(
      prose.begin(), prose.end(), [&](const IdOfProse& one) { return one.id.folded_prefix() == id.folded_prefix(); }));
}

/// A word for people: Apprentice, Participant, Nurse.
bool is_word_for_people(const PaperId& id, const PaperWords& words) {
  const bool known = id.known && id.known->kind == IdPrefix::Kind::participant && id.known->word;
  return known || (!id.known && words.people.contains(id.folded_prefix() + "s"));
}

/// The used ID of the same number that one of the sentences writes in another way; none where the sentence may mean
/// something else.
const UsedId* meant_by(const IdOfProse& one, const std::vector<UsedId>& all, const std::vector<IdOfProse>& prose,
                       const PaperWords& words) {
  const bool slip = is_capitals(one.id.prefix) && one.id.prefix.size() <= longest_short_form &&
                    is_of_somebody(one, words) && is_told_to_do(one, words);
  const bool word = is_word_for_people(one.id, words) && !one.behind.starts_with(" (");
  for (const UsedId& used : all) {
    const PaperId& id = *used.id;
    if (id.name || id.number != one.id.number || !is_capitals(id.prefix) || id.prefix.size() > longest_short_form)
      continue;
    if (slip && id.digits == one.id.digits && id.prefix.size() > 1 && is_slip_of(one.id.prefix, id.prefix))
      return &used;
    // "P5 and P3 had ...": the short form is what sentences have, too
    if (word && fold(one.id.prefix).starts_with(fold(id.prefix).substr(0, 1)) && id.prefix.size() == 1 &&
        times(prose, id) > most_told)
      return &used;
  }
  return nullptr;
}

}  // namespace

void add_slips_of_prose(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words,
                        std::vector<PaperFinding>& findings) {
  const auto all = used_ids(talk);
  const auto prose = ids_of_prose(paper, talk, words);
  for (const IdOfProse& one : prose) {
    const bool used = std::any_of(all.begin(), all.end(), [&](const UsedId& other) {
      return other.id->folded_prefix() == one.id.folded_prefix() && other.by->form != AttributionForm::prose;
    });
    if (used || times(prose, one.id) > most_told) continue;
    const UsedId* meant = meant_by(one, all, prose, words);
    if (!meant) continue;
    const auto often = std::count_if(all.begin(), all.end(),
                                     [&](const UsedId& other) { return other.id->family() == meant->id->family(); });
    findings.push_back(
        {PaperFault::mixed_ids,
         fmt::format("prefixes are mixed: {} ({}), {} (1)", meant->id->written(), often, one.id.written()),
         {{paper.blocks[one.block].at, one.sentence}}});
  }
}

}  // namespace moniker::custodian
