// Who is called what: one given name a person, one family name a surname, one place a place. A choice follows from the
// form and the key, in the assignment's order, so that shards and runs agree; what the registry remembers goes before
// any draw. Never given: a name of the person or short for it, its initial, a name or word that the talk holds
// (`taken`).
#include "resolve/surrogates/surrogates.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "resolve/surrogates/surrogate_draw.hpp"
#include "resolve/surrogates/words_of_names.hpp"
#include "words/likeness.hpp"

namespace moniker::resolve {
namespace {

bool is_british(const std::string& origin) {
  constexpr std::string_view origins[] = {"", "english", "welsh", "scottish", "irish"};
  return std::find(std::begin(origins), std::end(origins), origin) != std::end(origins);
}

const SurrogateLists::Pool* pool(const std::map<std::string, SurrogateLists::Pool>& pools, const std::string& key) {
  const auto found = pools.find(key);
  return found == pools.end() ? nullptr : &found->second;
}

class Chooser {
 public:
  Chooser(Assignment& assignment, Registry& registry, const SurrogateNeeds& needs)
      : assignment_(assignment), needs_(needs), draw_(registry, needs.taken) {}

  std::size_t run() {
    if (needs_.people) {
      const std::string& person = label_meaning(needs_.labels, Meaning::person)->name;
      for (const auto& [index, words] : words_of_names(assignment_, person, needs_.lists, needs_.nicknames)) {
        take_person(index, words);
      }
    }
    if (needs_.places) {
      for (std::uint32_t i = 0; i < assignment_.entities.size(); ++i) {
        if (meaning_of(needs_.labels, assignment_.entities[i].label) == Meaning::place) take_place(i);
      }
    }
    return assignment_.surrogates.size();
  }

 private:
  void take_person(std::uint32_t index, const WordsOfName& words) {
    const Entity& entity = assignment_.entities[index];
    const std::string id = shown_name(entity);
    Surrogate surrogate;
    const auto put = [&](const std::string& word, const std::optional<std::string>& instead) {
      if (instead) surrogate.words[word] = draw_.remembered("word " + id + '\n' + word, *instead);
    };
    const std::string origin = origin_of(words);
    const std::string gender = gender_of(entity, words);
    if (!words.given.empty()) {
      const auto given = draw_given("given " + id, seed_of(entity), words.given, gender, origin);
      if (given) surrogate.given = *given;
      for (const std::string& word : words.given) put(word, given);
    }
    for (const std::string& word : words.middle) {
      put(word, draw_given("middle " + id + '\n' + word, seed_of(entity) + '\n' + word, {word}, gender, origin));
    }
    for (const std::string& word : words.family) {
      const auto family = draw_family(spelling_of(word, entity));
      if (family && (surrogate.family.empty() || word == spelling_of(word, entity))) surrogate.family = *family;
      put(word, family);
    }
    for (const std::string& word : words.particles) surrogate.words[word].clear();
    if (!surrogate.words.empty()) assignment_.surrogates[index] = std::move(surrogate);
  }

  static const std::string& seed_of(const Entity& entity) { return entity.form; }

  std::optional<std::string> draw_given(const std::string& purpose, const std::string& seed,
                                        const std::set<std::string>& instead_of, const std::string& gender,
                                        const std::string& origin) {
    SurrogateDraw::Wish wish{.purpose = purpose, .seed = seed};
    for (const std::string& word : instead_of) {
      wish.not_names.push_back(word);
      for (const std::string& form : needs_.nicknames.all_forms(word)) wish.not_names.push_back(form);
    }
    for (const std::string& name : wish.not_names) wish.not_initials += name.front();
    for (const std::string& from : {origin, std::string("english"), std::string("other")}) {
      wish.pools.push_back(pool(needs_.lists.given, gender + ' ' + from));
    }
    return draw_.draw(wish);
  }

  /// By the surname alone: whoever shares it goes on sharing one.
  std::optional<std::string> draw_family(const std::string& word) {
    SurrogateDraw::Wish wish{.purpose = "family " + word, .seed = word, .not_initials = word.substr(0, 1)};
    const auto known = needs_.lists.family_names.find(word);
    const std::string origin = known == needs_.lists.family_names.end() ? "" : known->second;
    for (const std::string& from : {origin, std::string("english"), std::string("other")}) {
      wish.pools.push_back(pool(needs_.lists.family, from));
    }
    return draw_.draw(wish);
  }

  /// Shawe, where the person is known as Shaw: a slip of the pen is no other family.
  static std::string spelling_of(const std::string& word, const Entity& entity) {
    const auto known = folded_words(entity.form);
    if (known.size() < 2 || known.back() == word) return word;
    return words::near_spelling(known.back(), word) || words::sounds_alike(known.back(), word) ? known.back() : word;
  }

  std::string gender_of(const Entity& entity, const WordsOfName& words) const {
    if (!entity.gender.empty()) return entity.gender;
    for (const std::string& word : words.given) {
      const auto known = needs_.lists.given_names.find(word);
      if (known != needs_.lists.given_names.end() && known->second.gender != 'x') {
        return std::string(1, known->second.gender);
      }
    }
    return "x";
  }

  /// By the given name; where that is one that British families of any origin give, by the surname.
  std::string origin_of(const WordsOfName& words) const {
    std::string origin;
    for (const std::string& word : words.given) {
      const auto known = needs_.lists.given_names.find(word);
      if (known != needs_.lists.given_names.end() && origin.empty()) origin = known->second.origin;
    }
    if (is_british(origin)) {
      for (const std::string& word : words.family) {
        const auto known = needs_.lists.family_names.find(word);
        if (known != needs_.lists.family_names.end() && (!is_british(known->second) || origin.empty())) {
          origin = known->second;
        }
      }
    }
    return origin.empty() ? "english" : origin;
  }

  void take_place(std::uint32_t index) {
    const std::string& form = assignment_.entities[index].form;
    const auto known = needs_.lists.known_places.find(form);
    if (known == needs_.lists.known_places.end()) return;
    const PlaceKind& kind = known->second;
    // London is its own region: nothing else is of its size there, and of the others some name their whole kind.
    if (kind.size.empty() || form == fold(kind.region)) return;
    SurrogateDraw::Wish wish{.purpose = "place " + form, .seed = form, .not_initials = form.substr(0, 1)};
    for (const std::string& where : {kind.region, kind.nation}) {
      if (!where.empty()) wish.pools.push_back(pool(needs_.lists.places, kind.size + ' ' + where));
    }
    if (const auto place = draw_.draw(wish)) assignment_.surrogates[index].words[form] = *place;
  }

  Assignment& assignment_;
  const SurrogateNeeds& needs_;
  SurrogateDraw draw_;
};

}  // namespace

SurrogateCount choose_surrogates(Assignment& assignment, Registry& registry, const SurrogateNeeds& needs) {
  SurrogateCount count;
  for (const std::string& given : registry.surrogates()) count.shared += needs.taken.contains(fold(given)) ? 1 : 0;
  count.given = Chooser(assignment, registry, needs).run();
  return count;
}

}  // namespace moniker::resolve
