// Whoever is alone by the words that are used of them, which need be none of the language's: an attribution that begins
// with "the", and one whose words stand behind a "one" that the text counts.
#include "manuscript/alone_in_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/paper_reading.hpp"
#include "manuscript/spans.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t most_behind_one = 11, near_one = 3, least_stem = 4, often = 12, longest_told = 10;

/// "wheelchair", "us" and "us" of "used" and "user": without the endings by which a verb is somebody.
std::string stem_of(std::string word, const PaperWords& words) {
  word = singular(word, words);
  for (const std::string& ending : words.stem_endings) {
    if (word.size() >= ending.size() + 2 && word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  }
  return word;
}

std::vector<std::string> stems_of(std::string_view said, const PaperWords& words) {
  std::vector<std::string> stems;
  for (const std::string& word : folded_words(said)) {
    const bool small = is_one_of(word, words.label_leads) || is_one_of(word, words.head_ends) || word.size() < 3 ||
                       is_one_of(word, words.plain_words) || is_one_of(word, words.no_stems);
    if (!small) stems.push_back(stem_of(word, words));
  }
  return stems;
}

/// How often each stem stands in the paper: what everybody is called says nothing of one.
std::map<std::string, std::size_t> stems_in(const Manuscript& paper, const PaperWords& words) {
  std::map<std::string, std::size_t> seen;
  for (const Block& block : paper.blocks) {
    for (const std::string& stem : stems_of(block.text, words)) ++seen[stem];
  }
  return seen;
}

/// An attribution's item as it may be told of one alone.
struct ToldItem {
  const PaperPerson* person;
  const Attribution* by;
  std::string written;
  std::vector<std::string> stems;
};

bool is_of_one_of_several(const PaperTalk& talk, const PaperPerson& person) {
  const PaperId* id = speaker_of(talk.attributions[person.attributions.front()]);
  return !id ||
         (id->known && id->known->kind != IdPrefix::Kind::participant && id->known->kind != IdPrefix::Kind::session);
}

std::vector<ToldItem> told_items(const PaperTalk& talk, const std::vector<PaperPerson>& people,
                                 const std::map<std::string, std::size_t>& seen, const PaperWords& words) {
  std::vector<ToldItem> items;
  for (const PaperPerson& person : people) {
    if (person.extracts == 0 || is_of_one_of_several(talk, person)) continue;
    for (const std::size_t a : person.attributions) {
      const Attribution& one = talk.attributions[a];
      if (one.form == AttributionForm::row) continue;
      for (const Attribute& attribute : one.attributes) {
        if (attribute.kind == "gender" || attribute.kind == "age" || attribute.kind == "experience" ||
            attribute.kind == "seniority" || attribute.kind == "nth" || attribute.kind == "region")
          continue;
        auto stems = stems_of(attribute.written, words);
        if (stems.size() > 1)
          std::erase_if(stems, [&](const std::string& stem) {
            const auto found = seen.find(stem);
            return found != seen.end() && found->second > often;
          });
        if (!stems.empty()) items.push_back({&person, &one, attribute.written, std::move(stems)});
      }
    }
  }
  return items;
}

bool holds_all(const std::vector<std::string>& all, const std::vector<std::string>& stems) {
  return std::all_of(stems.begin(), stems.end(), [&](const std::string& stem) {
    return std::any_of(all.begin(), all.end(), [&](const std::string& one) {
      return one == stem ||
             (std::min(one.size(), stem.size()) >= least_stem && (one.starts_with(stem) || stem.starts_with(one)));
    });
  });
}

/// Nobody else is told of in those words.
bool is_of_one_person(const ToldItem& item, const std::vector<ToldItem>& items) {
  return std::none_of(items.begin(), items.end(), [&](const ToldItem& other) {
    return other.person != item.person && holds_all(other.stems, item.stems);
  });
}

/// The words behind a "one" of a sentence, as far as they may say who that is; and whether the "one" is sure: "a sole".
struct BehindOne {
  std::vector<std::string> stems{}, near{};
  bool sure = false;
};

std::vector<BehindOne> behind_ones(std::string_view sentence, const PaperWords& words) {
  std::vector<BehindOne> found;
  const std::string folded = " " + fold(sentence) + " ";
  const auto look = [&](const Phrases& marks, bool sure, const std::string& verb = {}) {
    for (const std::string& mark : marks) {
      const std::string marked = " " + mark;
      for (std::size_t at = folded.find(marked); at != folded.npos; at = folded.find(marked, at + 1)) {
        const std::size_t begin = at + marked.size();
        const std::string_view before = std::string_view(folded).substr(0, at);
        const bool in_each = !counts_in(before.substr(before.find_last_of(' ') + 1), words).empty();
        if (in_each || is_word(code_point_at(folded, begin).value)) continue;  // "in 11 a single person took part"
        const std::string_view rest = std::string_view(folded).substr(begin, folded.find_first_of(";.", begin) - begin);
        BehindOne one{.sure = sure};
        if (!verb.empty()) one.stems = one.near = stems_of(verb, words);
        std::size_t taken = 0;
        bool nearly = true;
        for (const std::string& word : folded_words(rest)) {
          const bool another = words.numbers[word].kind == words::NumberWord::Kind::small && word != "one";
          if (another || taken == most_behind_one) break;
          const auto stems = stems_of(word, words);
          one.stems.insert(one.stems.end(), stems.begin(), stems.end());
          const bool clause = is_one_of(word, words.somebody);  // "the only one who spoke of the nurse"
          nearly = nearly && !clause;
          if (nearly && one.near.size() < near_one) one.near.insert(one.near.end(), stems.begin(), stems.end());
          ++taken;
        }
        found.push_back(std::move(one));
      }
    }
  };
  for (const std::string& word : folded_words(sentence)) {  // "One cooked on a barge"
    if (is_past(word, words)) {
      for (const std::string& one : words.one) look({one + " " + word}, false, word);
    }
  }
  for (const std::string& mark : words.one_of_people) {  // "One of the coaches led a squad of divers"
    const std::size_t at = folded.find(" " + mark + " ");
    const auto behind =
        folded_words(std::string_view(folded).substr(at == folded.npos ? folded.size() : at + mark.size() + 1));
    if (behind.size() > 2 && ends_as_plural(behind[0], words) &&
        (is_one_of(behind[1], words.did) || is_one_of(behind[1], words.has)))
      look({mark + " " + behind[0] + " " + behind[1]}, false, behind[0]);
  }
  look(words.sole, true);
  look(words.one_was, false);
  return found;
}

void add_counted_one(const Manuscript& paper, const PaperTalk& talk, const std::vector<ToldItem>& items,
                     const PaperWords& words, std::set<std::string>& told, std::vector<PaperFinding>& findings) {
  const std::size_t quoted = first_quoted_in(talk);
  for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
    const Block& block = paper.blocks[i];
    if (block.kind != BlockKind::body || items.empty()) continue;
    for (const ByteRange sentence : sentences_of(block.text, words)) {
      const std::string said = block.text.substr(sentence.begin, sentence.size());
      if (tells_of_others(said, words) || !quotes_in(said).empty()) continue;
      for (const BehindOne& one : behind_ones(said, words)) {
        if (!one.sure && i >= quoted) continue;
        for (const ToldItem& item : items) {
          const bool fits = item.stems.size() > 1 ? holds_all(one.stems, item.stems) : holds_all(one.near, item.stems);
          if (!fits || !is_of_one_person(item, items) || !told.insert(item.person->key).second) continue;
          findings.push_back(
              {PaperFault::unique,
               fmt::format("{} is the only one of the sample who is \"{}\"", item.person->id, item.written),
               {{paper.blocks[item.by->block].at, item.by->text}, {block.at, said}}});
        }
      }
    }
  }
}

/// Whether a noun is somebody: "freelancer", "graduate", by the words of the language or by its ending.
bool names_somebody(std::string_view noun, const PaperWords& words) {
  const std::string one = singular(noun, words);
  if (words.people.contains(std::string(noun)) || words::find_word(words.prefixes, one)) {
    const IdPrefix* known = words::find_word(words.prefixes, one);
    return !known || (known->kind == IdPrefix::Kind::participant && known->word);
  }
  const auto* said = words::find_word(words.attributes, one);
  const bool role = said && std::any_of(said->begin(), said->end(), [](const SaidOfSomebody& told) {
                      return told.kind == "role" || told.kind == "grade" || told.kind == "employment";
                    });
  return role || std::any_of(words.agent_endings.begin(), words.agent_endings.end(), [&](const std::string& ending) {
           return one.size() > ending.size() + 3 && one.ends_with(ending);
         });
}

/// "the freelancer" behind an ID; empty where what is told begins with no "the", or is nobody.
std::string told_by_the(const Manuscript& paper, const Attribution& one, const PaperId& id, const PaperWords& words) {
  const std::size_t at = one.text.find(id.written());
  if (at == one.text.npos || one.form == AttributionForm::row) return {};
  std::string_view rest = std::string_view(one.text).substr(at + id.written().size());
  while (!rest.empty() && (rest[0] == ']' || rest[0] == ')')) rest.remove_prefix(1);
  if (!rest.starts_with(", the ")) return {};
  rest = rest.substr(6);
  rest = trimmed(rest.substr(0, rest.find_first_of(",;:(.")));
  const std::string& all = paper.blocks[one.block].text;
  const bool sentence = one.form == AttributionForm::prose && !(all.size() < longest_line && all.ends_with(':'));
  if (rest.empty() || words_in(rest) > (sentence ? 3 : longest_told)) return {};
  std::string head;
  std::size_t taken = 0;
  for (const std::string& word : folded_words(rest)) {
    if (is_one_of(word, words.head_ends)) {
      if (!is_one_of(word, words.somebody)) return {};  // "the head of the school"
      break;
    }
    head = word;
    ++taken;
  }
  return taken > 0 && taken < 4 && is_lower(code_point_at(rest, 0).value) && names_somebody(head, words) ? fold(rest)
                                                                                                         : "";
}

void add_told_by_the(const Manuscript& paper, const PaperTalk& talk, const std::vector<PaperPerson>& people,
                     const PaperWords& words, std::set<std::string>& told, std::vector<PaperFinding>& findings) {
  std::map<std::string, std::vector<std::pair<const PaperPerson*, const Attribution*>>> by_words;
  for (const PaperPerson& person : people) {
    if (is_of_one_of_several(talk, person)) continue;
    std::set<std::string> own;
    for (const std::size_t a : person.attributions) {
      const PaperId* id = speaker_of(talk.attributions[a]);
      const std::string said = id ? told_by_the(paper, talk.attributions[a], *id, words) : "";
      if (!said.empty() && own.insert(said).second) by_words[said].emplace_back(&person, &talk.attributions[a]);
    }
  }
  for (const auto& [said, those] : by_words) {
    const auto& [person, by] = those.front();
    if (those.size() > 1 || person->extracts == 0 || !told.insert(person->key).second) continue;
    findings.push_back({PaperFault::unique,
                        fmt::format("{} is the only one of the sample who is \"the {}\"", person->id, said),
                        {{paper.blocks[by->block].at, by->text}}});
  }
}

/// "Hugh, the only man we interviewed, ...", where another man is told of.
void add_not_alone(const Manuscript& paper, const PaperTalk& talk, const std::vector<PaperPerson>& people,
                   const PaperWords& words, std::vector<PaperFinding>& findings) {
  for (const PaperPerson& person : people) {
    for (const std::size_t a : person.attributions) {
      const Attribution& one = talk.attributions[a];
      const Block& block = paper.blocks[one.block];
      if (block.kind != BlockKind::body || one.form != AttributionForm::prose) continue;
      const std::string rest =
          fold(std::string_view(block.text).substr(std::min<std::size_t>(one.ids[0].bytes.end, block.text.size())));
      const std::string_view only = rest.starts_with(", ") ? lead_of(std::string_view(rest).substr(2), words.only) : "";
      if (only.empty()) continue;
      const std::string label = only_one_in(rest, only.size() + 3, words);
      const auto fits = [&](const PaperPerson& other) {
        return other.key != person.key && says_label(other.attributes, label, words);
      };
      const auto other = label.empty() ? people.end() : std::find_if(people.begin(), people.end(), fits);
      if (other == people.end()) continue;
      const Attribution& by = talk.attributions[other->attributions.front()];
      findings.push_back({PaperFault::contradiction,
                          fmt::format("{} is not the only {}: so is {}", person.id, label, other->id),
                          {{block.at, one.text}, {paper.blocks[by.block].at, by.text}}});
    }
  }
}

}  // namespace

bool says_label(const std::vector<Attribute>& person, std::string_view label, const PaperWords& words) {
  for (const std::string& article : words.articles) {
    if (label.starts_with(article + " ")) label.remove_prefix(article.size() + 1);
  }
  const auto told = attributes_of(label, 0, words);
  if (told.empty()) return false;
  return std::all_of(told.begin(), told.end(),
                     [&](const Attribute& wanted) {
                       if (wanted.value == "*") return true;
                       return std::any_of(person.begin(), person.end(), [&](const Attribute& has) {
                         if (wanted.kind.empty())
                           return plain_label(has.written, words) == plain_label(wanted.written, words);
                         return says_as_much(has, wanted);
                       });
                     }) &&
         std::any_of(told.begin(), told.end(), [](const Attribute& one) { return one.value != "*"; });
}

std::string only_one_in(const std::string& folded, std::size_t behind, const PaperWords& words) {
  const std::string_view rest = std::string_view(folded).substr(std::min(behind, folded.size()));
  std::size_t at = 0;
  for (std::size_t count = 0; count < 5 && at < rest.size(); ++count) {
    const std::size_t end = std::min(rest.find_first_of(" ,.;:", at), rest.size());
    if (is_one_of(rest.substr(at, end - at), words.head_ends)) return {};  // "the only doctor in the valley"
    const bool stop = end >= rest.size() || rest[end] != ' ';
    const std::string_view next = stop ? std::string_view() : rest.substr(end + 1);
    if (stop || !lead_of(next, words.only_in).empty()) return std::string(rest.substr(0, end));
    at = end + 1;
  }
  return {};
}

void add_alone_in_words(const Manuscript& paper, const PaperTalk& talk, const std::vector<PaperPerson>& people,
                        const PaperWords& words, std::set<std::string>& told, std::vector<PaperFinding>& findings) {
  add_counted_one(paper, talk, told_items(talk, people, stems_in(paper, words), words), words, told, findings);
  add_told_by_the(paper, talk, people, words, told, findings);
  add_not_alone(paper, talk, people, words, findings);
}

}  // namespace moniker::custodian
