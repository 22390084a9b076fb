// How well a form fits a person. Words agree by degrees (3 the same, 2 a short form or one half of a double-barrelled
// name, 1 spelt or sounding nearly the same); a full name must agree in both, a single word by what its title says it
// is. `sure` fits merge, `likely` ones only where nobody else fits. The index finds those who may fit without comparing
// everybody with everybody; it may give too many and never too few.
#include "resolve/bearer.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "words/likeness.hpp"

namespace moniker::resolve {
namespace {

bool one_of_barrels(const std::string& part, const std::string& whole) {
  if (part.size() < 2 || whole.find('-') == std::string::npos) return false;
  const auto parts = barrels(whole);
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

bool like(const std::string& a, const std::string& b) {
  return words::near_spelling(a, b) || words::sounds_alike(a, b);
}

// How closely two words agree: 3 the same, 2 surely one person's, 1 likely, 0 not.
int agree_given(const std::string& a, const std::string& b, const words::Nicknames& nicknames) {
  if (a == b) return 3;
  if (one_of_barrels(a, b) || one_of_barrels(b, a)) return 2;
  switch (nicknames.kin(a, b)) {
    case words::Nicknames::Kin::direct:
      return 2;
    case words::Nicknames::Kin::sibling:
      return 1;
    case words::Nicknames::Kin::none:
      return like(a, b) ? 1 : 0;
  }
  return 0;
}

int agree_surname(const std::string& a, const std::string& b) {
  if (a == b) return 3;
  if (one_of_barrels(a, b) || one_of_barrels(b, a)) return 2;
  return like(a, b) ? 1 : 0;
}

/// "kelly-marsh" also when it was written as two words.
std::vector<std::string> spellings_of_surname(const std::vector<std::string>& words) {
  std::vector<std::string> spellings{words.back()};
  if (words.size() > 2) spellings.push_back(words[words.size() - 2] + '-' + words.back());
  return spellings;
}

int agree_surnames(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  int best = 0;
  for (const std::string& one : spellings_of_surname(a)) {
    for (const std::string& other : spellings_of_surname(b)) best = std::max(best, agree_surname(one, other));
  }
  return best;
}

bool genders_differ(char a, char b) { return a != 0 && b != 0 && a != b; }

int best_given(const std::string& word, const std::set<std::string>& given, const words::Nicknames& nicknames) {
  int best = 0;
  for (const std::string& name : given) best = std::max(best, agree_given(word, name, nicknames));
  return best;
}

int best_surname(const std::string& word, const std::set<std::string>& surnames) {
  int best = 0;
  for (const std::string& name : surnames) best = std::max(best, agree_surname(word, name));
  return best;
}

Fit from_agreement(int agreement) { return agreement >= 2 ? Fit::sure : agreement == 1 ? Fit::likely : Fit::none; }

bool begins_any(const std::set<std::string>& names, const std::string& letter) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name.starts_with(letter); });
}

/// "kate s", "k shaw": one of the two is a letter only.
Fit fit_with_initial(const PersonName& name, const Bearer& bearer, const words::Nicknames& nicknames) {
  const std::string& first = name.words.front();
  const std::string& last = name.words.back();
  if (first.size() == 1) {
    return begins_any(bearer.given, first) ? from_agreement(best_surname(last, bearer.surnames)) : Fit::none;
  }
  return begins_any(bearer.surnames, last) ? from_agreement(best_given(first, bearer.given, nicknames)) : Fit::none;
}

Fit fit_one_word(const PersonName& name, const Bearer& bearer, const words::Nicknames& nicknames) {
  const std::string& word = name.words.front();
  const int surname = name.by_given ? 0 : best_surname(word, bearer.surnames);
  const int given = best_given(word, bearer.given, nicknames);
  if (!name.by_surname) return from_agreement(std::max(surname, given));
  // "Dr Kate" happens, but a title goes with a surname first; "Mrs Kate" hardly does.
  const Fit by_given = given > 0 && name.gender == 0 ? Fit::likely : Fit::none;
  return std::max(from_agreement(surname), by_given);
}

}  // namespace

void Bearer::add(const PersonName& name) {
  if (name.gender != 0 && gender == 0) gender = name.gender;
  if (name.words.empty()) return;
  if (!name.complete()) {
    const bool one = name.words.size() == 1, kate_s = !one && name.words.front().size() > 1;
    if (one || kate_s) (one && name.by_surname ? surnames : given).insert(name.words.front());
    return;
  }
  if (std::find(names.begin(), names.end(), name.words) == names.end()) names.push_back(name.words);
  given.insert(name.words.front());
  surnames.insert(name.words.back());
  initials.insert({name.words.front()[0], name.words.back()[0]});
  if (name.words.size() == 3) initials.insert({name.words[0][0], name.words[1][0], name.words[2][0]});
}

Bearer bearer_of(const Participant& participant, std::size_t index, const words::Language& language) {
  Bearer bearer;
  bearer.person = index;
  bearer.add(parse_person(participant.name, language));
  for (const std::string& alias : participant.aliases) bearer.add(parse_person(alias, language));
  for (const auto& [column, value] : participant.attributes) {
    const std::string name = fold(column), said = fold(value);
    if ((name != "gender" && name != "sex") || said.empty()) continue;
    bearer.gender = said[0] == 'f' || said[0] == 'w' ? 'f' : said[0] == 'm' ? 'm' : char{0};
  }
  return bearer;
}

Fit fit_full_name(const PersonName& name, const Bearer& bearer, const words::Nicknames& nicknames) {
  if (genders_differ(name.gender, bearer.gender)) return Fit::none;
  int best = 0;
  for (const auto& words : bearer.names) {
    const int surname = agree_surnames(name.words, words);
    const int given = agree_given(name.words.front(), words.front(), nicknames);
    if (surname > 0 && given > 0) best = std::max(best, surname + given);
    // Called by an alias or by a middle name, with the surname.
    if (surname >= 2 && best_given(name.words.front(), bearer.given, nicknames) >= 2) best = std::max(best, 5);
    const bool middle = std::find(words.begin() + 1, words.end() - 1, name.words.front()) != words.end() - 1;
    if (surname == 3 && middle) best = std::max(best, 4);
  }
  return best >= 5 ? Fit::sure : best >= 2 ? Fit::likely : Fit::none;
}

Fit fit_part(const PersonName& name, const Bearer& bearer, const words::Nicknames& nicknames) {
  if (name.words.empty() || genders_differ(name.gender, bearer.gender)) return Fit::none;
  if (name.words.size() >= 2) return fit_with_initial(name, bearer, nicknames);
  const Fit as_word = fit_one_word(name, bearer, nicknames);
  if (name.initials && as_word != Fit::sure && bearer.initials.contains(name.words[0])) return Fit::likely;
  return as_word;
}

void BearerIndex::add(const Bearer& bearer, std::size_t at) {
  const auto who = static_cast<std::uint32_t>(at);
  for (const auto* words : {&bearer.given, &bearer.surnames, &bearer.initials}) {
    for (const std::string& word : *words) {
      auto& list = by_word_[words_.add(word)];
      if (list.empty() || list.back() != who) list.push_back(who);
    }
  }
  // What a full name's first word may agree with, and what its last.
  std::set<std::uint32_t> firsts, lasts;
  for (const std::string& word : bearer.given) firsts.insert(words_.add(word));
  for (const auto& words : bearer.names) {
    for (auto word = words.begin(); word + 1 != words.end(); ++word) firsts.insert(words_.add(*word));
    for (const std::string& spelling : spellings_of_surname(words)) lasts.insert(words_.add(spelling));
  }
  for (const std::uint32_t first : firsts) {
    for (const std::uint32_t last : lasts) by_pair_[pair_of(first, last)].push_back(who);
  }
}

std::vector<std::size_t> BearerIndex::candidates(const PersonName& name, const words::Nicknames& nicknames) {
  std::vector<std::size_t> found;
  const auto take = [&](const auto& table, auto key) {
    if (const auto there = table.find(key); there != table.end())
      found.insert(found.end(), there->second.begin(), there->second.end());
  };
  if (name.complete()) {
    const auto firsts = words_.like(name.words.front(), nicknames);
    for (const std::string& spelling : spellings_of_surname(name.words)) {
      for (const std::uint32_t last : words_.like(spelling, nicknames)) {
        for (const std::uint32_t first : firsts) take(by_pair_, pair_of(first, last));
      }
    }
  } else {
    // Of "kate s" and "k shaw" the letter alone tells nobody.
    for (const std::string& word : name.words) {
      if (word.size() == 1 && name.words.size() > 1) continue;
      for (const std::uint32_t other : words_.like(word, nicknames)) take(by_word_, other);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace moniker::resolve
