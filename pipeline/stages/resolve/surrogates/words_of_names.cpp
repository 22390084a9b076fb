#include "resolve/surrogates/words_of_names.hpp"

#include <algorithm>
#include <vector>

#include "base/fold.hpp"
#include "words/likeness.hpp"

namespace moniker::resolve {
namespace {

struct Collected {
  WordsOfName words{};
  std::set<std::string> alone{};  // not sorted yet
};

bool single_letter(const std::string& word) { return word.size() == 1; }

class Sorting {
 public:
  Sorting(const SurrogateLists& lists, const words::Nicknames& nicknames) : lists_(lists), nicknames_(nicknames) {}

  /// "fs:shaw", "kate shaw", "i:ks"; see PersonName::key().
  static void take(Collected& into, std::string_view key, const SurrogateLists& lists) {
    const std::size_t colon = key.find(':');
    const std::string_view tags = colon <= 3 ? key.substr(0, colon) : std::string_view();
    const auto words = folded_words(tags.empty() ? key : key.substr(colon + 1));
    if (words.empty() || tags.find('i') != tags.npos || std::all_of(words.begin(), words.end(), single_letter)) return;
    if (words.size() == 1) {
      const bool surname = tags.find('s') != tags.npos, given = tags.find('g') != tags.npos;
      (surname ? into.words.family : given ? into.words.given : into.alone).insert(words[0]);
      return;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (single_letter(words[i])) continue;
      const bool last = i + 1 == words.size();
      const bool joins = !last && lists.particles.contains(words[i]) && (i > 0 || tags.find('s') != tags.npos);
      auto& kind = last     ? into.words.family
                   : joins  ? into.words.particles
                   : i == 0 ? into.words.given
                            : into.words.middle;
      kind.insert(words[i]);
    }
  }

  void sort(Collected& person_words) const {
    WordsOfName& words = person_words.words;
    for (const std::string& word : person_words.alone) {
      if (words.given.contains(word) || words.family.contains(word) || words.middle.contains(word)) continue;
      (is_surname(word, words) ? words.family : words.given).insert(word);
    }
    for (const std::string& word : words.given) words.middle.erase(word), words.family.erase(word);
    for (const std::string& word : words.family) words.middle.erase(word);
  }

 private:
  bool is_surname(const std::string& word, const WordsOfName& words) const {
    const auto like = [&](const std::string& other) {
      return words::near_spelling(word, other) || words::sounds_alike(word, other);
    };
    const auto kin = [&](const std::string& other) {
      return nicknames_.kin(word, other) != words::Nicknames::Kin::none || like(other);
    };
    if (std::any_of(words.given.begin(), words.given.end(), kin)) return false;
    if (std::any_of(words.family.begin(), words.family.end(), like)) return true;
    return !lists_.given_names.contains(word) && lists_.family_names.contains(word);
  }

  const SurrogateLists& lists_;
  const words::Nicknames& nicknames_;
};

}  // namespace

std::map<std::uint32_t, WordsOfName> words_of_names(const Assignment& assignment, std::string_view person,
                                                    const SurrogateLists& lists, const words::Nicknames& nicknames) {
  std::map<std::uint32_t, Collected> all;
  for (std::uint32_t i = 0; i < assignment.entities.size(); ++i) {
    const Entity& entity = assignment.entities[i];
    if (entity.label == person && !entity.form.empty()) Sorting::take(all[i], entity.form, lists);
  }
  for (const auto& [key, index] : assignment.forms) {
    if (key.first == person) Sorting::take(all[index], key.second, lists);
  }
  for (const auto& [place, index] : assignment.local_forms) {
    if (place.label == person) Sorting::take(all[index], place.form.text(), lists);
  }
  const Sorting sorting(lists, nicknames);
  std::map<std::uint32_t, WordsOfName> result;
  for (auto& [index, collected] : all) {
    sorting.sort(collected);
    result[index] = std::move(collected.words);
  }
  return result;
}

}  // namespace moniker::resolve
