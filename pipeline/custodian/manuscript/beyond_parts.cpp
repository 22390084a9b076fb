// Numbers beyond a part of the sample: "three tenors" have no Tenor 5, where each kind of people is numbered on its
// own.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/paper_findings.hpp"

namespace moniker::custodian {
namespace {

/// The numbers that a paper gives to those of one word, each with where it does.
using NumbersOfWord = std::map<std::uint32_t, std::pair<const PaperId*, const Attribution*>>;

/// A word for people, or any plural that may be one.
bool is_noun_of_people(const std::string& word, const PaperWords& words) {
  return words.people.contains(word) ||
         (word.size() >= 5 && ends_as_plural(word, words) && !words.units.contains(word));
}

/// "We use R for residents, F for family members and S for staff": two letters or more.
void add_letters_that_stand_for(std::string_view said, const PaperTalk& talk, const PaperWords& words,
                                std::map<std::string, std::string>& nouns) {
  std::map<std::string, std::string> found;
  for (std::size_t at = 0; at < said.size(); ++at) {
    std::size_t end = at;
    while (end < said.size() && said[end] >= 'A' && said[end] <= 'Z') ++end;
    const bool begins = at == 0 || said[at - 1] == ' ' || said[at - 1] == '(';
    if (end == at || end - at > 3 || !begins || end >= said.size() || said[end] != ' ') continue;
    const std::string behind = fold(said.substr(end + 1, 60));
    const std::string_view lead = lead_of(behind, words.stands_for);
    auto label = folded_words(std::string_view(behind).substr(lead.size()));
    if (!label.empty() && is_one_of(label[0], words.the)) label.erase(label.begin());
    const std::string family = fold(said.substr(at, end - at));
    for (std::size_t i = 0; !lead.empty() && i < std::min<std::size_t>(label.size(), 2); ++i) {
      if (talk.prefixes.contains(family) && is_noun_of_people(label[i], words)) found.try_emplace(family, label[i]);
    }
    at = end;
  }
  if (found.size() > 1) nouns.insert(found.begin(), found.end());
}

/// "TN-04 is the teenager and PA-04 is the parent in family 4": two kinds or more.
void add_ids_that_stand_for(std::string_view text, ByteRange sentence, const std::vector<PaperId>& ids,
                            const PaperWords& words, std::map<std::string, std::string>& nouns) {
  std::map<std::string, std::string> found;
  for (const PaperId& id : ids) {
    if (id.name || id.is_word() || id.bytes.begin < sentence.begin || id.bytes.end > sentence.end) continue;
    const std::string behind =
        fold(trimmed(text.substr(id.bytes.end, std::min<std::size_t>(60, sentence.end - id.bytes.end))));
    const std::string_view lead = lead_of(behind, words.stands_for);
    auto label = folded_words(std::string_view(behind).substr(lead.size()));
    if (!label.empty() && is_one_of(label[0], words.the)) label.erase(label.begin());
    if (!lead.empty() && !label.empty() && is_noun_of_people(label[0] + "s", words))
      found.try_emplace(id.family(), label[0]);
  }
  if (found.size() > 1) nouns.insert(found.begin(), found.end());
}

/// What the paper says that a prefix stands for: "officer" of "extracts from officers are labelled PO1, PO2 and so on".
std::map<std::string, std::string> nouns_of_families(const Manuscript& paper, const PaperTalk& talk,
                                                     const PaperWords& words) {
  std::map<std::string, std::string> nouns;
  for (const Block& block : paper.blocks) {
    if (block.kind != BlockKind::body) continue;
    const auto ids = ids_in(block.text, words, IdPlaces::items);
    for (const ByteRange sentence : sentences_of(block.text, words)) {
      const std::string_view said = std::string_view(block.text).substr(sentence.begin, sentence.size());
      add_letters_that_stand_for(said, talk, words, nouns);
      add_ids_that_stand_for(block.text, sentence, ids, words, nouns);
      if (!says_one_of(fold(said), words.numbered)) continue;
      std::size_t from = sentence.begin;
      for (const PaperId& id : ids) {
        if (id.bytes.begin < from || id.bytes.end > sentence.end) continue;
        const auto before = folded_words(std::string_view(block.text).substr(from, id.bytes.begin - from));
        const auto noun = std::find_if(before.rbegin(), before.rend(),
                                       [&](const std::string& word) { return is_noun_of_people(word, words); });
        if (noun != before.rend() && !id.is_word() && talk.prefixes.contains(id.family()))
          nouns.try_emplace(id.family(), *noun);
        from = id.bytes.end;
      }
    }
  }
  return nouns;
}

/// The A of A4, who is of site A.
bool is_letter_of_place(const PaperId& id) {
  return id.prefix.size() == 1 && id.prefix[0] >= 'A' && id.prefix[0] <= 'L' && id.separator.empty();
}

/// "nine from site B": a part of those whose IDs begin with the letter.
bool ends_in_letter(std::string_view label, const std::string& letter) {
  const auto at = label.rfind(" " + letter);
  return letter.size() == 1 && is_upper(static_cast<unsigned char>(letter[0])) && at != label.npos && at > 2 &&
         (at + 2 == label.size() || label[at + 2] == ' ');
}

std::map<std::string, NumbersOfWord> numbers_by_word(const PaperTalk& talk,
                                                     const std::map<std::string, std::string>& nouns) {
  std::map<std::string, NumbersOfWord> words;
  for (const Attribution& one : talk.attributions) {
    for (const PaperId& id : one.ids) {
      const bool somebody = !id.known || (id.known->kind == IdPrefix::Kind::participant && !id.known->generic);
      const bool digits = !id.digits.empty() && id.digits.find_first_not_of("0123456789") == std::string::npos;
      const auto noun = nouns.find(id.family());
      if (id.name || !digits || talk.last.contains(id.family())) continue;
      if (is_letter_of_place(id)) words[id.prefix].try_emplace(id.number, &id, &one);
      if (noun == nouns.end() ? !somebody || !id.is_word() : false) continue;
      words[noun == nouns.end() ? id.folded_prefix() : noun->second].try_emplace(id.number, &id, &one);
    }
  }
  return words;
}

struct CountedWord {
  const NumbersOfWord* numbers;
  double people;
};

/// Those of a breakdown's parts that the paper numbers: "eight sopranos, seven altos ...".
std::vector<CountedWord> counted_words(const Breakdown& one, const std::map<std::string, NumbersOfWord>& words,
                                       const PaperWords& paper_words) {
  std::vector<CountedWord> counted;
  for (const BreakdownPart& part : one.parts) {
    const auto label = folded_words(part.label);
    for (const auto& word : words) {
      const bool fits =
          !label.empty() &&
          (ends_in_letter(part.label, word.first) || is_plural_of(label.front(), word.first, paper_words) ||
           ((one.in_table || label.size() == 2) && is_plural_of(label.back(), word.first, paper_words)));
      if (fits) counted.push_back({&word.second, part.value});
    }
  }
  return counted;
}

/// Whether numbers begin anew with each word: two have one in common.
bool begin_anew(const std::vector<CountedWord>& counted) {
  std::map<std::uint32_t, std::size_t> seen;
  for (const CountedWord& one : counted) {
    for (const auto& number : *one.numbers) ++seen[number.first];
  }
  return std::any_of(seen.begin(), seen.end(), [](const auto& one) { return one.second > 1; });
}

/// Whether all but one word at most have no number behind how many they are: "Judge 2" of four, beside Interpreter 14.
bool others_are_within(const std::vector<CountedWord>& counted) {
  const auto inside = std::count_if(counted.begin(), counted.end(), [](const CountedWord& word) {
    return word.numbers->rbegin()->first <= word.people;
  });
  return counted.size() > 1 && static_cast<std::size_t>(inside) + 1 >= counted.size();
}

}  // namespace

std::vector<PaperFinding> beyond_parts_in(const Manuscript& paper, const PaperTalk& talk,
                                          const std::vector<Breakdown>& breakdowns, std::uint32_t sample,
                                          const PaperWords& paper_words) {
  const auto words = numbers_by_word(talk, nouns_of_families(paper, talk, paper_words));
  std::map<std::string, PaperFinding> findings;
  for (const Breakdown& one : breakdowns) {
    if (one.percent || one.verdict != Breakdown::Verdict::adds_up || (one.in_table && one.total != sample)) continue;
    const auto counted = counted_words(one, words, paper_words);
    const auto beyond = [](const CountedWord& word) { return word.numbers->rbegin()->first > word.people; };
    if (counted.size() < 2 || !(begin_anew(counted) || (one.total == sample && others_are_within(counted))) ||
        std::count_if(counted.begin(), counted.end(), beyond) != 1)
      continue;
    const CountedWord& word = *std::find_if(counted.begin(), counted.end(), beyond);
    const auto within = std::count_if(word.numbers->begin(), word.numbers->end(),
                                      [&](const auto& number) { return number.first <= word.people; });
    for (const auto& [number, where] : *word.numbers) {
      const bool told = sample > 0 && number > sample;
      if (number <= word.people || told || word.numbers->size() > 2 * static_cast<std::size_t>(within)) continue;
      const std::string says = fmt::format("{} is beyond the {} of {} that are counted", where.first->written(),
                                           word.people, where.first->prefix);
      findings.try_emplace(
          where.first->normal(),
          PaperFinding{PaperFault::beyond_sample, says, {{paper.blocks[where.second->block].at, where.second->text}}});
    }
  }
  std::vector<PaperFinding> all;
  for (auto& [normal, finding] : findings) all.push_back(std::move(finding));
  return all;
}

}  // namespace moniker::custodian
