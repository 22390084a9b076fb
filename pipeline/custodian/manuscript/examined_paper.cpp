// What is looked for in a manuscript, in this order: who says what, whether that can be, whether the numbers add up,
// who is given away.
#include "manuscript/examined_paper.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/breakdown_conflicts.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

void append(std::vector<PaperFinding>& to, std::vector<PaperFinding> from) {
  for (PaperFinding& finding : from) to.push_back(std::move(finding));
}

/// "Mrs P": a name that the paper has cut already.
bool is_initial(std::string_view name) {
  while (name.ends_with('.')) name.remove_suffix(1);
  const std::size_t last = name.rfind(' ') == name.npos ? 0 : name.rfind(' ') + 1;
  return name.size() - last == 1;
}

/// Mom, God, Saint Christopher: a capital, and nobody of the study.
bool is_nobody(std::string_view name, const PaperWords& words) {
  const std::string folded = fold(name);
  return is_one_of(folded, words.no_names) || !lead_of(folded, words.saints).empty();
}

/// The words of a text that begin with a small letter.
std::vector<std::string> folded_words_of_small(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" ,.;:()\n\t", at), text.size());
    if (end > at && text[at] >= 'a' && text[at] <= 'z') out.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// "Give me till April": the paper has the word as a month.
bool is_month(std::string_view name, const Manuscript& paper, const PaperWords& words) {
  if (!is_one_of(fold(name), words.months_named)) return false;
  return std::any_of(paper.blocks.begin(), paper.blocks.end(), [&](const Block& block) {
    for (std::size_t at = block.text.find(name); at != block.text.npos; at = block.text.find(name, at + 1)) {
      const auto before =
          folded_words(std::string_view(block.text).substr(at > 24 ? at - 24 : 0, std::min<std::size_t>(at, 24)));
      if (!before.empty() && is_one_of(before.back(), words.before_month)) return true;
    }
    return false;
  });
}

/// "Onions can wait" in a paper that has onions in small letters, and more than one of them; "Bzz", which nobody is
/// called: no vowel is in it.
bool is_word_at_head(std::string_view name, std::string_view before, const Manuscript& paper, const PaperWords& words) {
  const std::string small = fold(name);
  const std::string_view lead = trimmed(before);
  const bool head = lead.empty() || std::string_view(".?!").find(lead.back()) != lead.npos;
  if (!head || name.find(' ') != name.npos) return false;
  if (name.size() > 2 && small.find_first_of("aeiouy") == small.npos) return true;
  return ends_as_plural(small, words) && std::any_of(paper.blocks.begin(), paper.blocks.end(), [&](const Block& block) {
           const auto said = folded_words_of_small(block.text);
           return std::find(said.begin(), said.end(), small) != said.end();
         });
}

/// Thomas, of whose doubt the paper's own sentences tell, is nobody of the study: what authors write themselves they
/// mean to publish.
bool is_told_by_authors(std::string_view name, const ExaminedPaper& examined) {
  for (std::size_t i = 0; i < examined.paper.blocks.size(); ++i) {
    const Block& block = examined.paper.blocks[i];
    if (block.kind != BlockKind::body) continue;
    for (std::size_t at = block.text.find(name); at != block.text.npos; at = block.text.find(name, at + 1)) {
      const bool said =
          std::any_of(examined.talk.extracts.begin(), examined.talk.extracts.end(), [&](const Extract& one) {
            return one.block == i && (one.set_apart || (one.bytes.begin <= at && at < one.bytes.end));
          });
      if (!said) return true;
    }
  }
  return false;
}

/// Whether the paper says that names within its extracts are changed, too.
bool changes_names_in_extracts(const Manuscript& paper, const PaperWords& words) {
  return std::any_of(paper.blocks.begin(), paper.blocks.end(), [&](const Block& block) {
    const std::string said = fold(block.text);
    return says_one_of(said, words.first_names_changed) && says_one_of(said, words.changed);
  });
}

/// "K6 made a comparison with a celebrated naturalist: ...": whom the sentence that leads to it says that all know.
bool is_led_by_fame(const ExaminedPaper& examined, const Extract& extract, const PaperWords& words) {
  const auto& blocks = examined.paper.blocks;
  std::string before;
  if (!extract.set_apart)
    before = blocks[extract.block].text.substr(0, extract.bytes.begin);
  else if (extract.block > 0)
    before = blocks[extract.block - 1].text;
  const auto sentences = sentences_of(before, words);
  std::size_t from = sentences.empty() ? 0 : sentences.back().begin;
  if (sentences.size() > 1 && before.size() - from < 80) from = sentences[sentences.size() - 2].begin;
  return says_one_of(fold(std::string_view(before).substr(from)), words.known_to_all);
}

/// "George the Sixth"
bool is_king(std::string_view behind, const PaperWords& words) {
  const auto next = folded_words(behind.substr(0, 30));
  return next.size() > 1 && is_one_of(next[0], words.the) && is_one_of(next[1], words.ordinals);
}

/// "It's called Gerald", "The question was, Anna has eight sweets": a thing, or whom a text tells of.
bool is_name_of_thing(std::string_view before, const PaperWords& words) {
  return !tail_of(fold(trimmed(before, " ,:'\"")), words.thing_named).empty();
}

/// "Tom: That one didn't count. Leila: It counted for me." names who speaks, as the paper calls them.
bool is_label_of_turn(std::string_view said, ByteRange name) {
  const std::string_view before = trimmed(said.substr(0, name.begin));
  const bool begins = before.empty() || std::string_view(".?!").find(before.back()) != before.npos;
  return begins && said.substr(name.end).starts_with(": ");
}

/// "... that we're trying. (Petra & Joanne)": who speaks, in the bracket that an extract ends in.
bool is_in_last_bracket(std::string_view said, ByteRange name) {
  constexpr std::size_t longest = 40;
  const std::size_t open = said.rfind('(');
  const bool last =
      said.ends_with(')') && open > 0 && open != said.npos && open < name.begin && said.size() - open < longest;
  const std::string_view before = last ? trimmed(said.substr(0, open)) : std::string_view();
  return !before.empty() && said.find_first_of(".?!,;", open) == said.npos &&
         std::string_view(".?!").find(before.back()) != said.npos;
}

/// Words of another language, in which a capital at the head of a sentence is taken for a name.
bool is_foreign(std::string_view text, const PaperWords& words) {
  std::string own;  // without a translation in square brackets
  int depth = 0;
  for (const char c : text) {
    depth += c == '[' ? 1 : 0;
    if (depth == 0) own += c;
    depth -= c == ']' && depth > 0 ? 1 : 0;
  }
  const auto all = folded_words(own);
  const auto plain =
      std::count_if(all.begin(), all.end(), [&](const auto& one) { return is_one_of(one, words.plain_words); });
  return all.size() >= 8 && static_cast<std::size_t>(plain) * 12 < all.size();
}

/// What identifies somebody in words that are to be published; what stands in square brackets is replaced already.
std::vector<PaperFinding> identifiers_in(const ExaminedPaper& examined, const PaperWords& paper_words,
                                         const SearchWords& search) {
  if (!search) return {};
  std::vector<std::string> words;
  for (const Extract& extract : examined.talk.extracts) words.push_back(extract.text);
  const auto found = search(words);
  std::vector<PaperFinding> findings;
  const bool changed = changes_names_in_extracts(examined.paper, paper_words);
  for (std::size_t i = 0; i < words.size() && i < found.size(); ++i) {
    const Extract& extract = examined.talk.extracts[i];
    const bool fame = is_led_by_fame(examined, extract, paper_words), foreign = is_foreign(words[i], paper_words);
    std::set<std::string> told, labels;
    PaperFinding finding{PaperFault::identifier, {}, {}};
    for (FoundInWords one : found[i]) {
      const std::string_view before = std::string_view(words[i]).substr(0, one.bytes.begin);
      const std::size_t open = before.rfind('['), close = before.rfind(']');
      if (open != before.npos && (close == before.npos || close < open)) continue;
      std::string said = words[i].substr(one.bytes.begin, one.bytes.size());
      if (one.label == "LOCATION") {  // "I went to Mrs Harrison": whoever has a title is no place
        const auto title = folded_words(said.substr(0, said.find(' ')));
        if (said.find(' ') == said.npos || title.empty() || !is_one_of(title[0], paper_words.titles)) continue;
        said.erase(0, said.find(' ') + 1);
        one.label = "PERSON";
      }
      const bool number = one.label == "ID" || one.label == "PHONE";
      if (number && said.size() < 4) continue;  // "cow number 212", "household 10a"
      const bool one_word = said.find(' ') == said.npos;
      if (one.label == "PERSON" && one_word && is_name_of_thing(before, paper_words)) {
        told.insert(said);
        continue;
      }
      if (one.label == "PERSON" && (fame || ((changed || foreign) && one_word) ||
                                    is_king(std::string_view(words[i]).substr(one.bytes.end), paper_words)))
        continue;
      const bool pseudonym = std::any_of(examined.people.begin(), examined.people.end(),
                                         [&](const PaperPerson& person) { return person.id == said; });
      const bool word = one.label == "PERSON" && (is_month(said, examined.paper, paper_words) ||
                                                  is_word_at_head(said, before, examined.paper, paper_words));
      if (pseudonym || word || is_initial(said) || is_nobody(said, paper_words) ||
          (one.label == "PERSON" && (is_told_by_authors(said, examined) || is_label_of_turn(words[i], one.bytes) ||
                                     is_in_last_bracket(words[i], one.bytes))) ||
          !told.insert(said).second)
        continue;  // said twice in one
      labels.insert(one.label);
      finding.where.push_back({examined.paper.blocks[extract.block].at, said});
    }
    if (labels.empty()) continue;
    const Attribution* by = extract.attribution ? &examined.talk.attributions[*extract.attribution] : nullptr;
    const PaperId* who = by ? speaker_of(*by) : nullptr;
    finding.says = fmt::format("an extract{} holds {}", who ? " of " + who->written() : "", fmt::join(labels, ", "));
    findings.push_back(std::move(finding));
  }
  return findings;
}

/// Whether whoever is the only one of a kind is told of as two people: of which of them it is so nobody knows.
bool is_of_two_people(const PaperFinding& unique, const std::vector<PaperFinding>& findings) {
  const std::string_view id = std::string_view(unique.says).substr(0, unique.says.find(" is "));
  return std::any_of(findings.begin(), findings.end(), [&](const PaperFinding& one) {
    return one.fault == PaperFault::contradiction && std::string_view(one.says).starts_with(id) &&
           std::string_view(one.says).substr(id.size()).starts_with(" is ");
  });
}

}  // namespace

ExaminedPaper examine_paper(Manuscript paper, const PaperWords& words, const SearchWords& search) {
  ExaminedPaper out{.paper = std::move(paper)};
  out.talk = talk_of(out.paper, words);
  out.samples = samples_in(out.paper, out.talk, words);
  out.sample = sample_of(out.samples);
  out.breakdowns = breakdowns_in(out.paper, out.talk, words, out.samples);
  for (Breakdown& one : table_breakdowns_in(out.paper, words, out.sample, out.breakdowns))
    out.breakdowns.push_back(std::move(one));
  find_conflicts(out.breakdowns, out.paper, out.talk, out.samples, words);
  name_kinds(out.talk, out.breakdowns, words);
  out.people = people_of(out.talk);
  append(out.findings, contradictions_in(out.paper, out.talk, out.people, words));
  append(out.findings, mixed_ids_in(out.paper, out.talk, words));
  append(out.findings, beyond_sample_in(out.paper, out.talk, out.samples, words));
  append(out.findings, beyond_parts_in(out.paper, out.talk, out.breakdowns, out.sample, words));
  append(out.findings, wrong_sums_in(out.breakdowns));
  append(out.findings, identifiers_in(out, words, search));
  auto unique = unique_people_in(out.paper, out.talk, out.people, out.breakdowns, words);
  std::erase_if(unique, [&](const PaperFinding& one) { return is_of_two_people(one, out.findings); });
  append(out.findings, std::move(unique));
  return out;
}

}  // namespace moniker::custodian
