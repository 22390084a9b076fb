// Who is who does not hang on what has nothing to do with it: generated studies, each told again with its transcripts,
// rows or aliases in another order, under other file names, with a transcript more or a person more or less that is
// unrelated.
//
// Unrelated means: names of two kinds of words that have nothing in common. The studies' own names begin with A to T
// and W, the unrelated ones' with U, V, X and Z, so that no word is shared, no word is a slip of another (three letters
// or more are different), no two sound alike, none is short for another, and initials are never the same.
#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "resolve/entities.hpp"
#include "support/chance.hpp"
#include "support/english.hpp"
#include "support/shipped_labels.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

constexpr unsigned first_seed = 1, seeds = 240;

using moniker::test::Chance;

/// What somebody may be called by. Few, so that namesakes, diminutives, slips and sounds meet.
struct Names {
  std::vector<std::string> women, men, surnames;
};
const Names own{
    {"Elizabeth", "Liz", "Margaret", "Peggy", "Katherine", "Kate", "Catherine", "Jean", "Joan", "Terri", "Patricia"},
    {"Robert", "Rob", "Bob", "Anthony", "Tony", "Tyrone", "Patrick", "Pat", "Christopher", "William", "May"},
    {"Shaw", "Shore", "Cole", "Coles", "Marsden", "Booth", "Lloyd-Jones", "O'Brien", "Hale", "Hall", "Pritchard"}};
const Names unrelated{
    {"Vashti", "Ursula", "Xanthe"}, {"Zebedee", "Uriah", "Vaughan"}, {"Zbrozek", "Uxbridge", "Vuillamy"}};

struct Person {
  std::string number{}, given{}, surname{}, gender{};
  std::vector<std::string> aliases{};
  std::vector<std::pair<std::string, std::string>> sessions{};  // transcript's key, label
  std::string role = "participant";
};
struct Said {
  std::string words{}, speaker{};
  resolve::Manner manner = resolve::Manner::told;
};
/// Mentions and labels are known by the transcript's key and their own place, whatever the file is called.
struct Talk {
  std::string key{}, file{};
  std::vector<std::string> labels{};
  std::vector<Said> said{};
};
struct Study {
  std::vector<Person> people{};
  std::vector<Talk> talks{};
};

Person any_person(Chance& chance, const Names& names, const std::string& number) {
  Person person{.number = number};
  const bool woman = chance.one_in(2);
  person.given = chance.one_of(woman ? names.women : names.men);
  person.surname = chance.one_of(names.surnames);
  person.gender = chance.one_in(3) ? "" : woman ? "female" : "male";
  for (std::size_t n = chance.below(3); n > 0; --n)
    person.aliases.push_back(chance.one_of(woman ? names.women : names.men));
  return person;
}

/// A written form of somebody who may be registered, or nobody in particular.
std::string any_form(Chance& chance, const Names& names, const std::vector<Person>& people) {
  const Person person =
      people.empty() || chance.one_in(2) ? any_person(chance, names, "") : people[chance.below(people.size())];
  const std::string title = person.gender == "female" ? "Mrs " : person.gender == "male" ? "Mr " : "Dr ";
  switch (chance.below(9)) {
    case 0:
    case 1:
    case 2:
      return person.given;
    case 3:
      return title + person.surname;
    case 4:
      return person.given + " " + person.surname;
    case 5:
      return person.given.substr(0, 1) + ". " + person.surname;
    case 6:
      return person.given + "'s";
    case 7:
      return person.aliases.empty() ? person.surname : person.aliases.front();
    default: {
      std::string slip = person.given + " " + person.surname;
      const std::size_t at = 1 + chance.below(slip.size() - 2);
      return slip.erase(at, 1);
    }
  }
}

Talk any_talk(Chance& chance, const Names& names, const std::vector<Person>& people, const std::string& key) {
  Talk talk{.key = key, .file = "talk-" + key + ".txt", .labels = {"Interviewer"}};
  std::set<std::string> there{"Interviewer"};
  for (std::size_t n = 1 + chance.below(3); n > 0; --n) {
    const std::string label = any_form(chance, names, people);
    if (there.insert(label).second) talk.labels.push_back(label);
  }
  for (std::size_t n = 2 + chance.below(9); n > 0; --n) {
    const auto manner = static_cast<resolve::Manner>(chance.one_in(2) ? 0 : chance.below(5));
    talk.said.push_back({any_form(chance, names, people), talk.labels[chance.below(talk.labels.size())], manner});
  }
  return talk;
}

Study any_study(Chance& chance) {
  Study study;
  for (std::size_t n = 2 + chance.below(6), i = 0; i < n; ++i)
    study.people.push_back(any_person(chance, own, "R" + std::to_string(10 + i)));
  for (std::size_t n = 2 + chance.below(4), i = 0; i < n; ++i)
    study.talks.push_back(any_talk(chance, own, study.people, std::string(1, static_cast<char>('a' + i))));
  for (Person& person : study.people) {
    if (!chance.one_in(4)) continue;
    const Talk& talk = study.talks[chance.below(study.talks.size())];
    person.sessions.emplace_back(talk.key, talk.labels[chance.below(talk.labels.size())]);
  }
  return study;
}

Register register_of(const Study& study) {
  std::map<std::string, std::string> files;
  for (const Talk& talk : study.talks) files[talk.key] = talk.file;
  Register made;
  for (const Person& person : study.people) {
    Participant one{.number = person.number, .name = person.given + " " + person.surname, .aliases = person.aliases};
    one.role = person.role;
    if (!person.gender.empty()) one.attributes["gender"] = person.gender;
    for (const auto& [key, label] : person.sessions) one.sessions.push_back({files.at(key), label, std::nullopt});
    made.people.push_back(std::move(one));
  }
  return made;
}

resolve::TranscriptMentions mentions_of(const Talk& talk) {
  resolve::TranscriptMentions made{.file = talk.file, .speakers = talk.labels};
  std::sort(made.speakers.begin(), made.speakers.end());
  for (const std::string& label : talk.labels) {
    if (label != "Interviewer") made.label_names[label] = label;
  }
  std::map<std::tuple<std::string, std::string, resolve::Manner>, std::size_t> at;
  for (std::size_t i = 0; i < talk.said.size(); ++i) {
    const Said& one = talk.said[i];
    const auto [found, fresh] = at.emplace(std::tuple(one.words, one.speaker, one.manner), made.mentions.size());
    if (fresh)
      made.mentions.push_back(
          {.label = "PERSON", .surface = one.words, .first_turn = i + 1, .speaker = one.speaker, .manner = one.manner});
    ++made.mentions[found->second].count;
  }
  return made;
}

const words::NameLists& lists() {
  static const auto table = words::NameLists::load(MONIKER_SOURCE_DIR "/rules/lists");
  return table;
}

/// Each mention and label by transcript and place -> who it is: the register's number, or the first mention of the same
/// person, or nobody.
using Partition = std::map<std::string, std::string>;

Partition partition_of(const Study& study) {
  const Register people = register_of(study);
  std::vector<resolve::TranscriptMentions> mentions;
  for (const Talk& talk : study.talks) mentions.push_back(mentions_of(talk));
  const test::TemporaryFolder folder;
  Secret<32> key;
  std::fill_n(key.data(), 32, static_cast<unsigned char>(7));
  resolve::Registry registry(folder.path() / "registry.sqlite", key);
  registry.begin();
  const auto assignment = resolve::assign_entities(people, std::move(mentions), test::shipped_labels(), registry, {},
                                                   lists(), test::english());
  std::map<std::string, std::string> numbers;
  const auto keys = resolve::participant_keys(people);
  for (std::size_t i = 0; i < keys.size(); ++i)
    numbers[assignment.entities.at(assignment.people.at(keys[i])).participant] = people.people[i].number;
  Partition called;
  const auto note = [&](const std::string& place, const Entity* entity) {
    called[place] = entity == nullptr             ? "nobody"
                    : entity->participant.empty() ? shown_name(*entity)
                                                  : numbers.at(entity->participant);
  };
  for (const Talk& talk : study.talks) {
    for (const std::string& label : talk.labels)
      note(talk.key + " label " + label, assignment.speaker(talk.file, label));
    for (std::size_t i = 0; i < talk.said.size(); ++i) {
      const Said& said = talk.said[i];
      note(fmt::format("{} turn {} {} in the mouth of {}, manner {}", talk.key, i + 1, said.words, said.speaker,
                       static_cast<int>(said.manner)),
           assignment.find({talk.file, said.speaker, said.manner}, test::shipped_label("PERSON"), said.words,
                           test::english()));
    }
  }
  return called;
}

/// Pseudonyms' numbers left out: who is called alike has the place of the first that is. Only those places count.
Partition among(const Partition& called, const Partition& places) {
  std::map<std::string, std::string> first;
  Partition result;
  for (const auto& [place, name] : called) {
    if (!places.contains(place)) continue;
    const bool pseudonym = name.starts_with("PERSON_");
    result[place] = pseudonym ? "as " + first.emplace(name, place).first->second : name;
  }
  return result;
}

std::string difference(const Partition& was, const Partition& is) {
  std::string told;
  for (const auto& [place, who] : was) {
    const auto now = is.find(place);
    if (now == is.end() || now->second != who)
      told += place + ": " + who + ", now " + (now == is.end() ? "not there" : now->second) + "; ";
  }
  return told;
}

/// What is different for those of `places` in two tellings. A study that cannot be told is different, too.
std::string differs(const Study& before, const Study& after, const Study& of_whom) {
  try {
    const Partition places = partition_of(of_whom);
    return difference(among(partition_of(before), places), among(partition_of(after), places));
  } catch (const std::exception& error) {
    return std::string("thrown: ") + error.what();
  }
}

/// Every study, told as it is and as `change` makes it.
template <class Change>
void changes_nothing(Change change) {
  for (unsigned seed = first_seed; seed < first_seed + seeds; ++seed) {
    Chance chance(seed);
    const Study before = any_study(chance);
    const std::string changed = differs(before, change(before, chance), before);
    CAPTURE(seed, changed);
    CHECK(changed.empty());
  }
}

}  // namespace

TEST_CASE("who is who does not hang on the order of transcripts") {
  changes_nothing([](Study study, Chance& chance) {
    chance.shuffle(study.talks);
    return study;
  });
}

TEST_CASE("who is who does not hang on the order of rows and aliases") {
  changes_nothing([](Study study, Chance& chance) {
    chance.shuffle(study.people);
    for (Person& person : study.people) chance.shuffle(person.aliases);
    return study;
  });
}

TEST_CASE("who is who does not hang on what files are called") {
  changes_nothing([](Study study, Chance& chance) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < study.talks.size(); ++i) names.push_back("renamed-" + std::to_string(i) + ".txt");
    chance.shuffle(names);
    for (std::size_t i = 0; i < names.size(); ++i) study.talks[i].file = names[i];
    return study;
  });
}

TEST_CASE("a transcript of unrelated people changes nobody") {
  changes_nothing([](Study study, Chance& chance) {
    Talk talk = any_talk(chance, unrelated, {}, "z");
    talk.file = chance.one_in(2) ? "a-first.txt" : "zz-last.txt";
    study.talks.insert(study.talks.begin() + static_cast<std::ptrdiff_t>(chance.below(study.talks.size() + 1)), talk);
    return study;
  });
}

TEST_CASE("an unrelated person in the register changes nobody else") {
  changes_nothing([](Study study, Chance& chance) {
    const Person person = any_person(chance, unrelated, "R99");
    study.people.insert(study.people.begin() + static_cast<std::ptrdiff_t>(chance.below(study.people.size() + 1)),
                        person);
    return study;
  });
}

TEST_CASE("an unrelated person who leaves the register changes nobody else") {
  for (unsigned seed = first_seed; seed < first_seed + seeds; ++seed) {
    Chance chance(seed);
    const Study alone = any_study(chance);
    Study with = alone;
    const Person person = any_person(chance, unrelated, "R99");
    Talk talk = any_talk(chance, unrelated, {person}, "z");
    with.people.insert(with.people.begin() + static_cast<std::ptrdiff_t>(chance.below(with.people.size() + 1)), person);
    with.talks.push_back(talk);
    Study without = with;
    std::erase_if(without.people, [](const Person& one) { return one.number == "R99"; });
    const std::string changed = differs(with, without, alone);
    CAPTURE(seed, changed);
    CHECK(changed.empty());
  }
}
