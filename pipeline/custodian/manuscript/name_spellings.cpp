// One way of writing each pseudonym: a name that is a letter off another, or sounds as it does, of whom the same is
// told.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/used_ids.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t least_rows_of_names = 6;

/// One letter more, less or other, or two that changed places: Kieron for Kieran.
bool is_one_letter_off(const std::string& a, const std::string& b) {
  if (a.size() < 4 || b.size() < 4 || a == b) return false;
  std::size_t head = 0, tail = 0;
  while (head < std::min(a.size(), b.size()) && a[head] == b[head]) ++head;
  while (tail < std::min(a.size(), b.size()) - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const std::size_t left_a = a.size() - head - tail, left_b = b.size() - head - tail;
  return (left_a <= 1 && left_b <= 1) ||
         (left_a == 2 && left_b == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]);
}

bool is_vowel(char letter) { return std::string_view("aeiouy").find(letter) != std::string_view::npos; }

/// The same consonants, first and last letter of two long names: Thandeewe for Thandiwe, and no Maria for Mario.
bool sounds_alike(const std::string& a, const std::string& b) {
  const auto consonants = [](const std::string& name) {
    std::string out = fold(name);
    std::erase_if(out, is_vowel);
    return out;
  };
  return a != b && a.size() >= 7 && b.size() >= 7 && a.front() == b.front() && a.back() == b.back() &&
         consonants(a) == consonants(b);
}

/// What a name sounds like, by its letters: Karolina for Carolina, Sara for Sarah, Stephen for Stefen.
std::string sound_of(const std::string& name) {
  const std::string folded = fold(name);
  std::string sound;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char next = i + 1 < folded.size() ? folded[i + 1] : ' ';
    char c = folded[i];
    if (c == 'p' && next == 'h')
      c = 'f', ++i;
    else if (c == 'c' && next != 'h' && next != 'e' && next != 'i' && next != 'y')
      c = 'k';
    else if (c == 'y')
      c = 'i';
    else if (c == 'h' && i > 0)
      continue;
    else if (c == 'x')  // Alexandra, Aleksandra
      sound += 'k', c = 's';
    if (sound.empty() || sound.back() != c) sound += c;
  }
  return sound;
}

/// Kathryn and Catherine: two long names of the same consonants by their sound.
bool have_same_sounds(const std::string& a, const std::string& b) {
  const auto consonants = [](const std::string& name) {
    std::string out = sound_of(name);
    std::erase_if(out, is_vowel);
    return out;
  };
  const std::string one = consonants(a), other = consonants(b);
  return a.size() >= 6 && b.size() >= 6 && one.size() >= 4 && one == other &&
         !is_vowel(fold(a).front()) == !is_vowel(fold(b).front());
}

/// A.W. and A W: the same letters, with other signs between.
bool are_same_initials(const std::string& a, const std::string& b) {
  const auto letters = [](std::string name) {
    std::erase_if(name, [](char c) { return c == '.' || c == ' '; });
    return name;
  };
  return a != b && letters(a) == letters(b) && letters(a).size() < 4;
}

/// Whether all that is told of one, and something is, is told of the other too.
bool told_the_same(const std::vector<const Attribution*>& few, const std::vector<const Attribution*>& many) {
  std::size_t told = 0;
  for (const Attribution* one : few) {
    for (const Attribute& attribute : one->attributes) {
      ++told;
      const bool there = std::any_of(many.begin(), many.end(), [&](const Attribution* other) {
        return std::any_of(other->attributes.begin(), other->attributes.end(), [&](const Attribute& has) {
          return has.kind == attribute.kind && has.value == attribute.value;
        });
      });
      if (!there) return false;
    }
  }
  return told > 0;
}

/// Karen and Karin: the vowel that is not the first; Molly and Milly are two.
bool differ_in_late_vowel(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  const auto [one, other] = std::mismatch(a.begin(), a.end(), b.begin());
  return one != a.end() && is_vowel(*one) && is_vowel(*other) && std::any_of(a.begin() + 1, one, is_vowel);
}

/// Bronagh and Bronach, two long names with one letter within that differs; Martin and Martina, Carlo and Carla are
/// two.
bool differ_within(const std::string& a, const std::string& b) {
  if (a.front() != b.front() || a.back() != b.back()) return false;
  const bool swapped = a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());  // Aoife and Aiofe
  return (a.size() >= 6 && b.size() >= 6) || (a.size() == 5 && (swapped || differ_in_late_vowel(a, b)));
}

/// Of two as frequent the one that comes later is the slip.
bool is_later(const std::vector<const Attribution*>& one, const std::vector<const Attribution*>& other) {
  return one.size() < other.size() || (one.size() == other.size() && one.front()->block > other.front()->block);
}

/// Whether what is told of the two cannot be of one person.
bool tells_apart(const std::vector<const Attribution*>& few, const std::vector<const Attribution*>& many) {
  const auto differs = [](const Attribute& a, const Attribute& b) {
    return !a.kind.empty() && a.kind == b.kind && !may_stand_together(a, b);
  };
  for (const Attribution* one : few) {
    for (const Attribution* other : many) {
      for (const Attribute& attribute : one->attributes) {
        if (std::any_of(other->attributes.begin(), other->attributes.end(),
                        [&](const Attribute& has) { return differs(attribute, has); }))
          return true;
      }
    }
  }
  return false;
}

/// Maureen as Marueen: two letters within a long name have changed places.
bool has_letters_swapped(const std::string& a, const std::string& b) {
  return a.size() >= 6 && a.size() == b.size() && a.front() == b.front() && a.back() == b.back() &&
         is_one_letter_off(a, b) && std::is_permutation(a.begin(), a.end(), b.begin());
}

/// "Rosalind had it framed", in a paper whose attributions have Rosalynd alone: words of the authors' sentences that
/// sound as a pseudonym does, or have its letters in another order.
void add_names_of_prose(const Manuscript& paper, const std::map<std::string, std::vector<const Attribution*>>& names,
                        const PaperWords& words, std::vector<PaperFinding>& findings) {
  std::map<std::string, std::string> by_sound;
  for (const auto& [name, places] : names) {
    if (name.size() >= 5) by_sound.try_emplace(sound_of(name), name);
  }
  if (by_sound.empty()) return;
  std::set<std::string> told;
  for (const Block& block : paper.blocks) {
    if (block.kind != BlockKind::body) continue;
    for (const ByteRange sentence : sentences_of(block.text, words)) {
      const std::string_view said = std::string_view(block.text).substr(sentence.begin, sentence.size());
      if (tells_of_others(said, words)) continue;
      for (std::size_t at = 0, end = 0; at < said.size(); at = end + 1) {
        end = std::min(said.find_first_of(" ,.;:()'\"?!-", at), said.size());
        const std::string word(said.substr(at, end - at));
        if (word.size() < 5 || !is_upper(code_point_at(word, 0).value) || names.contains(word)) continue;
        auto as = by_sound.find(sound_of(word));
        if (as == by_sound.end())
          as = std::find_if(by_sound.begin(), by_sound.end(),
                            [&](const auto& name) { return has_letters_swapped(word, name.second); });
        if (as == by_sound.end() || !told.insert(word).second) continue;
        findings.push_back({PaperFault::mixed_ids,
                            fmt::format("spellings of {} are mixed: {}", as->second, word),
                            {{block.at, std::string(said)}}});
      }
    }
  }
}

}  // namespace

/// A pseudonym that is no row of the paper's table of people, one letter off one that is; without a table one that is
/// told of as the other is.
void add_misspelt_names(const Manuscript& paper, const PaperTalk& talk, const PaperWords& words,
                        std::vector<PaperFinding>& findings) {
  std::map<std::string, std::vector<const Attribution*>> names;
  std::set<std::string> listed;
  for (const Attribution& one : talk.attributions) {
    if (one.form == AttributionForm::lead) continue;  // which names nobody
    for (const PaperId& id : one.ids) {
      if (!id.name) continue;
      names[id.prefix].push_back(&one);
      if (one.form == AttributionForm::row) listed.insert(id.prefix);
    }
  }
  const auto same_person = [](const std::vector<const Attribution*>& a, const std::vector<const Attribution*>& b) {
    const auto age = [](const std::vector<const Attribution*>& all) -> std::string {
      for (const Attribution* one : all) {
        for (const Attribute& attribute : one->attributes) {
          if (attribute.kind == "age") return attribute.value;
        }
      }
      return {};
    };
    return !age(a).empty() && age(a) == age(b);
  };
  for (const auto& [name, places] : names) {
    for (const auto& [other, others] : names) {
      const bool letter = is_one_letter_off(name, other), sound = sounds_alike(name, other);
      const bool same = name != other && name.size() >= 5 && sound_of(name) == sound_of(other);
      const bool initials = are_same_initials(name, other);
      const bool row = listed.contains(other) && listed.size() >= least_rows_of_names && have_same_sounds(name, other);
      if ((!letter && !sound && !same && !initials && !row) || listed.contains(name)) continue;
      const bool fewer = listed.empty() && places.size() < others.size();
      const bool slip = (initials && is_later(places, others)) ||
                        (letter && (listed.contains(other) || (fewer && same_person(places, others)))) ||
                        (letter && listed.empty() && differ_within(name, other) && places.size() <= others.size() &&
                         is_later(places, others) && told_the_same(places, others)) ||
                        (row && name != other && !tells_apart(places, others)) ||
                        (sound && fewer && places.size() == 1 && told_the_same(places, others)) ||
                        (same && !listed.contains(other) && is_later(places, others) && !tells_apart(places, others));
      if (!slip) continue;
      PaperFinding finding{PaperFault::mixed_ids, fmt::format("spellings of {} are mixed: {}", other, name), {}};
      for (const Attribution* one : places) {
        if (finding.where.size() < 6) finding.where.push_back({paper.blocks[one->block].at, one->text});
      }
      findings.push_back(std::move(finding));
      break;
    }
  }
  add_names_of_prose(paper, names, words, findings);
}

}  // namespace moniker::custodian
