// How well a form fits a person. What is exactly the register's, written in one word, with a blank or with a hyphen, in
// whatever order, comes before every likeness; a full name must agree in both parts, a single word by what its title
// says it is. Of two likenesses the weaker part decides. A slip of a word that is somebody's name by itself is an echo
// at most. The index finds those who may fit without comparing everybody with everybody; it may give too many and never
// too few.
#include "resolve/bearer.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "words/likeness.hpp"
#include "words/role_label.hpp"

namespace moniker::resolve {
namespace {

using Words = std::vector<std::string>;

bool one_of_barrels(const std::string& part, const std::string& whole) {
  if (part.size() < 2 || whole.find('-') == std::string::npos) return false;
  const auto parts = barrels(whole);
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

bool like(const std::string& a, const std::string& b) {
  return words::near_spelling(a, b) || words::sounds_alike(a, b);
}

bool contradicts(char a, char b) { return a != 0 && b != 0 && a != b; }

/// One given name beside another: `said` was said, `known` is theirs.
Fit fit_given(const std::string& said, const std::string& known, const words::NameLists& lists) {
  if (said == known) return Fit::own;
  if (one_of_barrels(said, known) || one_of_barrels(known, said)) return Fit::short_form;
  const auto kin = lists.nicknames.kin(said, known);
  if (kin == words::Nicknames::Kin::direct) return Fit::short_form;
  if (contradicts(lists.gender(said), lists.gender(known))) return Fit::none;
  if (kin == words::Nicknames::Kin::sibling) return Fit::echo;
  if (!like(said, known)) return Fit::none;
  return lists.is_given(said) ? Fit::echo : Fit::slip;
}

Fit fit_surname(const std::string& said, const std::string& known, const words::NameLists& lists) {
  if (said == known) return Fit::own;
  if (one_of_barrels(said, known) || one_of_barrels(known, said)) return Fit::short_form;
  if (!like(said, known)) return Fit::none;
  return lists.is_surname(said) ? Fit::echo : Fit::slip;
}

template <class Set, class How>
Fit best(const std::string& word, const Set& known, const How& how) {
  Fit most = Fit::none;
  for (const std::string& name : known) most = std::max(most, how(word, name));
  return most;
}

Fit best_given(const std::string& word, const Bearer& bearer, const words::NameLists& lists) {
  const auto how = [&](const std::string& a, const std::string& b) { return fit_given(a, b, lists); };
  return std::max(best(word, bearer.given, how), std::min(Fit::alias, best(word, bearer.called, how)));
}

Fit best_surname(const std::string& word, const Bearer& bearer, const words::NameLists& lists) {
  const auto how = [&](const std::string& a, const std::string& b) { return fit_surname(a, b, lists); };
  return best(word, bearer.surnames, how);
}

/// "kelly-marsh" also when it was written as two words.
Words spellings_of_surname(const Words& words) {
  Words spellings{words.back()};
  if (words.size() > 2) spellings.push_back(words[words.size() - 2] + '-' + words.back());
  return spellings;
}

Fit fit_surnames(const Words& said, const Words& known, const words::NameLists& lists) {
  Fit most = Fit::none;
  for (const std::string& one : spellings_of_surname(said)) {
    for (const std::string& other : spellings_of_surname(known)) most = std::max(most, fit_surname(one, other, lists));
  }
  return most;
}

/// The words with the last one first, and with the first one last: surnames stand first in China, Vietnam and Hungary.
Words turned(Words words, bool last_first) {
  std::rotate(words.begin(), last_first ? words.end() - 1 : words.begin() + 1, words.end());
  return words;
}

bool same_words(const Words& said, const Words& known) {
  const std::string letters = squashed(said);
  return letters == squashed(known) || letters == squashed(turned(known, true)) ||
         letters == squashed(turned(known, false));
}

/// Both given name and surname agree, the weaker part deciding; or a middle name stands for the given one.
Fit fit_two_parts(const Words& said, const Words& known, const Bearer& bearer, const words::NameLists& lists) {
  const Fit surname = fit_surnames(said, known, lists);
  if (surname == Fit::none) return Fit::none;
  Fit given = fit_given(said.front(), known.front(), lists);
  if (surname >= Fit::short_form) given = std::max(given, best_given(said.front(), bearer, lists));
  const bool middle = std::find(known.begin() + 1, known.end() - 1, said.front()) != known.end() - 1;
  if (surname == Fit::own && middle) given = std::max(given, Fit::short_form);
  // Where the surname is right to the letter, a given name that only sounds like theirs is theirs: Catherine Shaw.
  if (given == Fit::echo && surname == Fit::own && words::sounds_alike(said.front(), known.front())) given = Fit::slip;
  return std::min(given, surname);
}

Fit fit_complete(const PersonName& name, const Bearer& bearer, const words::NameLists& lists) {
  const std::string letters = name.squashed();
  Fit most = bearer.aliases.contains(letters) ? Fit::alias : Fit::none;
  for (const Words& known : bearer.names) {
    if (letters == squashed(known) && most != Fit::alias) return Fit::full;
    const bool ends =
        name.words.size() == 2 && name.words.front() == known.back() && name.words.back() == known.front();
    if (ends || same_words(name.words, known)) most = std::max(most, Fit::own);
    most = std::max(most, fit_two_parts(name.words, known, bearer, lists));
  }
  // A given name and a surname of theirs that no row has together: a former name that they told.
  if (bearer.surnames.contains(name.words.back()) && best_given(name.words.front(), bearer, lists) >= Fit::short_form)
    most = std::max(most, std::min(Fit::own, best_given(name.words.front(), bearer, lists)));
  // "Mrs Lloyd Jones" is a surname of two words.
  if (name.by_surname || name.gender != 0) {
    for (const std::string& surname : bearer.surnames) {
      if (squashed({surname}) == letters) most = std::max(most, Fit::own);
    }
    for (const Words& known : bearer.names) {
      if (known.size() > name.words.size() && squashed({known.end() - std::ssize(name.words), known.end()}) == letters)
        most = std::max(most, Fit::own);
    }
  }
  return most;
}

bool begins_any(const std::set<std::string>& names, const std::string& letter) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return name.starts_with(letter); });
}

/// "kate s", "k shaw": one of the two is a letter only.
Fit fit_with_initial(const PersonName& name, const Bearer& bearer, const words::NameLists& lists) {
  const std::string& first = name.words.front();
  const std::string& last = name.words.back();
  const bool letter_first = first.size() == 1;
  const bool begins = letter_first ? begins_any(bearer.given, first) || begins_any(bearer.called, first)
                                   : begins_any(bearer.surnames, last);
  if (!begins) return Fit::none;
  const Fit rest = letter_first ? best_surname(last, bearer, lists) : best_given(first, bearer, lists);
  return rest >= Fit::short_form ? Fit::own : rest == Fit::slip ? Fit::slip : Fit::none;
}

/// What the title says the word is: "Mrs Kate" hardly happens, "Dr Kate" does.
Fit fit_one_word(const PersonName& name, const Bearer& bearer, const words::NameLists& lists) {
  const std::string& word = name.words.front();
  const Fit surname = name.by_given ? Fit::none : best_surname(word, bearer, lists);
  const Fit given = best_given(word, bearer, lists);
  if (!name.by_surname) return std::max(surname, given);
  return std::max(surname, given >= Fit::short_form && name.gender == 0 ? Fit::slip : Fit::none);
}

Fit fit_part(const PersonName& name, const Bearer& bearer, const words::NameLists& lists) {
  if (bearer.aliases.contains(name.squashed()) && !name.by_surname) return Fit::alias;
  if (name.words.size() >= 2) return fit_with_initial(name, bearer, lists);
  const Fit as_word = fit_one_word(name, bearer, lists);
  if (name.initials && bearer.initials.contains(name.words[0])) return std::max(as_word, Fit::initials);
  return as_word;
}

}  // namespace

void Bearer::add(const PersonName& name) {
  if (name.gender != 0 && gender == 0) gender = name.gender;
  if (name.words.empty()) return;
  if (!name.complete()) {
    const bool one = name.words.size() == 1, kate_s = !one && name.words.front().size() > 1;
    if (one || kate_s) (one && name.by_surname ? surnames : called).insert(name.words.front());
    return;
  }
  if (std::find(names.begin(), names.end(), name.words) == names.end()) names.push_back(name.words);
  given.insert(name.words.front());
  surnames.insert(name.words.back());
  initials.insert({name.words.front()[0], name.words.back()[0]});
  if (name.words.size() == 3) initials.insert({name.words[0][0], name.words[1][0], name.words[2][0]});
}

void Bearer::add_alias(const PersonName& name) {
  if (!name.words.empty()) aliases.insert(name.squashed());
  add_called(name);
}

void Bearer::add_called(const PersonName& name) {
  if (!name.complete()) return add(name);
  names.push_back(name.words);
  called.insert(name.words.front());
  surnames.insert(name.words.back());
  initials.insert({name.words.front()[0], name.words.back()[0]});
}

void tell_gender(Bearer& bearer, const words::NameLists& lists) {
  if (bearer.gender != 0) return;
  bool man = false, woman = false;
  for (const std::string& name : bearer.given) {
    const char gender = lists.gender(name);
    man |= gender == 'm';
    woman |= gender == 'f';
  }
  if (man != woman) bearer.gender = man ? 'm' : 'f';
}

namespace {

/// Nguyen Thi Hanh is Mrs Nguyen, and Hanh.
void add_surname_first(Bearer& bearer, const words::NameLists& lists) {
  for (const Words& name : bearer.names) {
    if (lists.is_given(name.front()) || !lists.is_surname(name.front())) continue;
    bearer.surnames.insert(name.front());
    bearer.given.insert(name.back());
  }
}

}  // namespace

Bearer bearer_of(const Participant& participant, std::size_t index, const words::NameLists& lists,
                 const words::Language& language) {
  Bearer bearer;
  bearer.person = index;
  bearer.add(parse_person(participant.name, language));
  add_surname_first(bearer, lists);
  for (const auto& [column, value] : participant.attributes) {
    const std::string name = fold(column), said = fold(value);
    if ((name != "gender" && name != "sex") || said.empty()) continue;
    bearer.gender = said[0] == 'f' || said[0] == 'w' ? 'f' : said[0] == 'm' ? 'm' : char{0};
  }
  tell_gender(bearer, lists);
  for (const std::string& alias : participant.aliases) bearer.add_alias(parse_person(alias, language));
  // What the register says that somebody's turns are labelled with is one of their names: "Bobbie" for Robert.
  for (const Session& session : participant.sessions) {
    if (session.speaker.empty() || words::tells_role(session.speaker, language)) continue;
    bearer.add_called(parse_person(session.speaker.substr(0, session.speaker.find_first_of("([")), language));
  }
  return bearer;
}

namespace {

/// "Mr Niamh O'Hanlon": no man is called so, but a letter that does not know her.
bool is_wrong_title(const PersonName& name, const Bearer& bearer) {
  if (name.gender != 'm' || !name.complete()) return false;
  return std::any_of(bearer.names.begin(), bearer.names.end(),
                     [&](const Words& known) { return squashed(known) == name.squashed(); });
}

}  // namespace

Fit fit(const PersonName& name, const Bearer& bearer, const words::NameLists& lists) {
  if (name.words.empty()) return Fit::none;
  if (contradicts(name.gender, bearer.gender)) return is_wrong_title(name, bearer) ? Fit::full : Fit::none;
  const Fit how = name.complete() ? fit_complete(name, bearer, lists) : fit_part(name, bearer, lists);
  // A slip of the pen makes no Danielle of a Daniel, and who is called Mo and a man is no Maureen.
  const char told = name.by_surname ? char{0} : lists.gender(name.words.front());
  return how <= Fit::short_form && contradicts(told, bearer.gender) ? Fit::none : how;
}

void BearerIndex::add(const Bearer& bearer, std::size_t at) {
  const auto who = static_cast<std::uint32_t>(at);
  for (const auto* words : {&bearer.given, &bearer.called, &bearer.surnames, &bearer.initials}) {
    for (const std::string& word : *words) {
      auto& list = by_word_[words_.add(word)];
      if (list.empty() || list.back() != who) list.push_back(who);
    }
  }
  std::set<std::string> squashes(bearer.aliases);
  // What a full name's first word may agree with, and what its last.
  std::set<std::uint32_t> firsts, lasts;
  for (const auto* words : {&bearer.given, &bearer.called}) {
    for (const std::string& word : *words) firsts.insert(words_.add(word));
  }
  for (const std::string& surname : bearer.surnames) squashes.insert(squashed({surname}));
  for (const auto& words : bearer.names) {
    for (auto word = words.begin(); word + 1 != words.end(); ++word) {
      firsts.insert(words_.add(*word));
      squashes.insert(squashed({word + 1, words.end()}));
    }
    for (const std::string& spelling : spellings_of_surname(words)) lasts.insert(words_.add(spelling));
    for (const Words& order : {words, turned(words, true), turned(words, false), Words{words.back(), words.front()}})
      squashes.insert(squashed(order));
  }
  for (const std::string& squash : squashes) by_squash_[squash].push_back(who);
  for (const std::uint32_t first : firsts) {
    for (const std::uint32_t last : lasts) by_pair_[pair_of(first, last)].push_back(who);
  }
}

std::vector<std::size_t> BearerIndex::candidates(const PersonName& name, const words::Nicknames& nicknames) {
  std::vector<std::size_t> found;
  const auto take = [&](const auto& table, const auto& key) {
    if (const auto there = table.find(key); there != table.end())
      found.insert(found.end(), there->second.begin(), there->second.end());
  };
  take(by_squash_, name.squashed());
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
