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
      const std::string main = main_of(entity, words.given);
      const auto given = draw_given("given " + id, seed_of(entity), words.given, gender, origin, main);
      if (given) surrogate.given = *given;
      for (const std::string& word : words.given) {
        const bool own = needs_.rhythms != nullptr && word != main && given;
        put(word, own ? draw_form(id, entity, words.given, word, *given, gender, origin) : given);
      }
    }
    for (const std::string& word : words.middle) {
      put(word, draw_given("middle " + id + '\n' + word, seed_of(entity) + '\n' + word, {word}, gender, origin, word));
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

  SurrogateDraw::Wish wish_for(const std::string& purpose, const std::string& seed,
                               const std::set<std::string>& instead_of, const std::string& gender,
                               const std::string& origin) const {
    SurrogateDraw::Wish wish{.purpose = purpose, .seed = seed};
    for (const std::string& word : instead_of) {
      wish.not_names.push_back(word);
      for (const std::string& form : needs_.nicknames.all_forms(word)) wish.not_names.push_back(form);
    }
    for (const std::string& name : wish.not_names) wish.not_initials += name.front();
    for (const std::string& from : {origin, std::string("english"), std::string("other")}) {
      wish.pools.push_back(pool(needs_.lists.given, gender + ' ' + from));
    }
    return wish;
  }

  /// `main` is the one that the others are forms of.
  std::optional<std::string> draw_given(const std::string& purpose, const std::string& seed,
                                        const std::set<std::string>& instead_of, const std::string& gender,
                                        const std::string& origin, const std::string& main) {
    SurrogateDraw::Wish wish = wish_for(purpose, seed, instead_of, gender, origin);
    if (needs_.rhythms != nullptr) {
      const bool is_short = needs_.nicknames.is_short(main);
      wish.wanted.push_back([&, is_short](const std::string& name) {
        return sounds_like(name, main) && needs_.nicknames.is_short(name) == is_short &&
               has_forms_for(name, instead_of, main);
      });
      want_rhythm_of(main, wish);
    }
    return draw_.draw(wish);
  }

  bool sounds_like(const std::string& name, const std::string& word) const {
    return needs_.rhythms->of(name) == needs_.rhythms->of(word);
  }

  /// As many syllables with the stress in its place, else as many syllables.
  void want_rhythm_of(const std::string& word, SurrogateDraw::Wish& wish) const {
    if (needs_.rhythms == nullptr) return;
    wish.wanted.push_back([this, word](const std::string& name) { return sounds_like(name, word); });
    wish.wanted.push_back([this, word](const std::string& name) {
      return needs_.rhythms->of(name).syllables == needs_.rhythms->of(word).syllables;
    });
  }

  /// Whether a name has a short form that sounds like each that the person is called by.
  bool has_forms_for(const std::string& name, const std::set<std::string>& given, const std::string& main) const {
    const auto shorts = needs_.nicknames.shorts_of(name);
    return std::all_of(given.begin(), given.end(), [&](const std::string& word) {
      return word == main || !needs_.nicknames.is_short(word) ||
             std::any_of(shorts.begin(), shorts.end(), [&](const auto& one) { return sounds_like(one, word); });
    });
  }

  /// What stands for one more form of a given name: a short form of what stands for the name, else another that sounds
  /// like it, else that itself.
  std::optional<std::string> draw_form(const std::string& id, const Entity& entity, const std::set<std::string>& given,
                                       const std::string& word, const std::string& instead, const std::string& gender,
                                       const std::string& origin) {
    SurrogateDraw::Wish wish =
        wish_for("form " + id + '\n' + word, seed_of(entity) + '\n' + word, given, gender, origin);
    SurrogateLists::Pool shorts;
    for (std::string form : needs_.nicknames.shorts_of(fold(instead))) {
      if (needs_.nicknames.is_short(word)) shorts.push_back(capitalised(std::move(form)));
    }
    wish.pools.insert(wish.pools.begin(), &shorts);
    const bool is_short = needs_.nicknames.is_short(word);
    wish.wanted.push_back([&, is_short](const std::string& name) {
      return sounds_like(name, word) && needs_.nicknames.is_short(name) == is_short;
    });
    want_rhythm_of(word, wish);
    const auto drawn = draw_.draw(wish);
    return drawn ? drawn : std::optional(instead);
  }

  static std::string capitalised(std::string name) {
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
  }

  /// By which the rest is chosen: the name as the person is known, else one in full.
  std::string main_of(const Entity& entity, const std::set<std::string>& given) const {
    for (const std::string& word : folded_words(entity.form)) {
      if (given.contains(word)) return word;
    }
    const auto full = std::find_if(given.begin(), given.end(),
                                   [&](const std::string& word) { return !needs_.nicknames.is_short(word); });
    return full == given.end() ? *given.begin() : *full;
  }

  /// By the surname alone: whoever shares it goes on sharing one.
  std::optional<std::string> draw_family(const std::string& word) {
    SurrogateDraw::Wish wish{.purpose = "family " + word, .seed = word, .not_initials = word.substr(0, 1)};
    const auto known = needs_.lists.family_names.find(word);
    const std::string origin = known == needs_.lists.family_names.end() ? "" : known->second;
    for (const std::string& from : {origin, std::string("english"), std::string("other")}) {
      wish.pools.push_back(pool(needs_.lists.family, from));
    }
    want_rhythm_of(word, wish);
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
    want_rhythm_of(form, wish);
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
