// A nationality, ethnicity, faith or language by its group: the census of 2021 for ethnicity, faith and language, the
// part of the world or the region for where somebody is from. It is said as the words were: before a noun ("a Geordie
// accent": North East), of somebody ("she's a Geordie": person from the North East), as a language's or a faith's name.
#include <algorithm>

#include "base/fold.hpp"
#include "replace/described.hpp"
#include "replace/settings.hpp"
#include "replace/spelling.hpp"
#include "words/placed_words.hpp"

namespace moniker::replace {
namespace {

/// What a term belongs to; `group` is a row of group_words.tsv.
struct Belonging {
  std::string group{};
  bool plural = false;
  bool demonym = false;
  std::string place{};  // of a demonym
};
using Belongs = std::optional<Belonging>;

class Describer {
 public:
  Describer(const ToReplace& what, const Generalisations& tables)
      : what_(what), tables_(tables), around_(words_around(what.about)) {}

  Described describe() const {
    std::string term;
    for (const words::PlacedWord& word : words::placed_words(core_text(what_.surface))) {
      if (term.empty() && tables_.language.determiners.contains(word.folded)) continue;
      term += (term.empty() ? "" : " ") + word.folded;
    }
    if (auto language = as_language(term)) return language;
    if (const Belongs one = belonging(term)) return said_of(*one, term);
    return what_.keyed.empty() ? Described(Description{.kind = "group"}) : std::nullopt;
  }

 private:
  const GroupWords* words_of(const std::string& group) const {
    const auto found = tables_.group_words.find(fold(group));
    return found == tables_.group_words.end() ? nullptr : &found->second;
  }

  /// A noun, which what stands before it is said of.
  bool noun_follows() const {
    return !around_.next.empty() && !tables_.function_words.contains(around_.next) &&
           !tables_.language.people_do.contains(around_.next);
  }

  /// "a Nigerian", "a proud Nigerian"
  bool determined() const {
    constexpr std::size_t near = 2;
    for (std::size_t i = 0; i < std::min(near, around_.before.size()); ++i) {
      if (tables_.language.determiners.contains(around_.before[i])) return true;
      if (tables_.function_words.contains(around_.before[i])) return false;
    }
    return false;
  }

  /// "speaks Polish", "in Polish", "speaks English, Urdu and some Polish", "a Polish interpreter"
  bool is_spoken() const {
    if (tables_.language.after_languages.contains(around_.next)) return true;
    if (noun_follows()) return false;
    for (const std::string& word : around_.before) {
      if (tables_.language.before_languages.contains(word)) return true;
      const bool between = tables_.language.between_languages.contains(word) || tables_.languages.contains(word) ||
                           tables_.demonyms.contains(word);
      if (!between) return false;
    }
    return false;
  }

  Described as_language(const std::string& term) const {
    const bool known_as_one = what_.subtype == "language";
    if (!known_as_one && !is_spoken()) return std::nullopt;
    const auto row = tables_.languages.find(term);
    if (row == tables_.languages.end()) {
      if (known_as_one && !tables_.demonyms.contains(term) && what_.keyed.empty())
        return Description{.whole = noun_follows() ? "language" : "another language"};
      return std::nullopt;
    }
    const GroupWords* const words = words_of(row->second);
    if (words == nullptr) return std::nullopt;
    const bool has_article =
        !around_.before.empty() && tables_.language.with_languages.contains(around_.before.front());
    return Description{.whole = noun_follows() || has_article ? words->before_noun : words->name};
  }

  /// Its own words first, then as somebody, then in parts: "British Pakistani", "Punjabi Sikh", "Italian-American".
  Belongs belonging(const std::string& term) const {
    if (auto known = whole(term)) return known;
    for (std::size_t blank = term.find(' '); blank != std::string::npos; blank = term.find(' ', blank + 1)) {
      auto end = whole(term.substr(blank + 1));
      if (end && !is_of_the_kingdom(end->group) && end->group != "United Kingdom") return end;
    }
    for (std::size_t blank = term.rfind(' '); blank != std::string::npos && blank > 0;
         blank = term.rfind(' ', blank - 1)) {
      if (auto begin = whole(term.substr(0, blank))) return begin;
    }
    return std::nullopt;
  }

  Belongs whole(const std::string& term) const {
    for (const std::string& form : singulars(term)) {
      const bool plural = form != term;
      if (const auto row = tables_.groups.find(form); row != tables_.groups.end())
        return Belonging{row->second, plural, false, {}};
      if (const auto row = tables_.demonyms.find(form); row != tables_.demonyms.end())
        return Belonging{group_of(row->second), plural, true, fold(row->second.place)};
    }
    return std::nullopt;
  }

  /// The region or nation of the United Kingdom, or the part of the world, as the setting `place` asks.
  std::string group_of(const Demonym& demonym) const {
    const std::string_view level = setting(what_, "place", "region");
    const auto world = tables_.world.find(demonym.country);
    if (demonym.country != "GB") {
      if (world == tables_.world.end()) return {};
      return level == "country" ? world->second.continent : world->second.region;
    }
    if (demonym.nation.empty() || (level == "country" && is_of_the_kingdom(demonym.nation))) return "United Kingdom";
    if (level == "nation" || demonym.region.empty()) return demonym.nation;
    const auto place = tables_.british.find(fold(demonym.place));
    const bool said =
        place != tables_.british.end() && !place->second.said.empty() && place->second.nation == demonym.nation;
    return said ? place->second.said : demonym.region;
  }

  /// "Yorkshireman", "Northerner", "Scot", "Asian": there is nothing broader at this level.
  bool is_broad(const Belonging& one, const GroupWords& words, const std::string& term) const {
    for (const std::string* said : {&words.before_noun, &words.of_somebody, &words.one, &words.several}) {
      if (fold(*said) == term) return true;
    }
    if (!one.demonym) return tables_.said_groups.contains(term);
    if (one.place == fold(one.group) || one.place.starts_with("the ")) return true;
    const auto place = tables_.british.find(one.place);
    return place != tables_.british.end() && place->second.kind == "region";
  }

  Described said_of(const Belonging& one, const std::string& term) const {
    const GroupWords* const words = words_of(one.group);
    if (words == nullptr) return Description{.kind = "group"};
    if (tables_.language.faiths.contains(term)) {
      return Description{.whole = words->name, .as_broad = fold(words->name) == term};
    }
    if (is_broad(one, *words, term)) return Description{.as_broad = true};
    if (one.plural) return Description{.whole = with_gender(words->several, term)};
    if (noun_follows()) return Description{.whole = words->before_noun};
    const bool somebody = determined() || is_man_or_woman(term);
    return Description{.whole = somebody ? with_gender(words->one, term) : words->of_somebody};
  }

  static bool is_man_or_woman(std::string_view term) { return term.ends_with("man") || term.ends_with("woman"); }

  /// "Cornishwoman" is a woman from the South West, "Guernseymen" are men.
  static std::string with_gender(std::string said, std::string_view term) {
    struct Gendered {
      std::string_view ending{}, instead_of{}, says{};
    };
    constexpr Gendered all[] = {
        {"woman", "person", "woman"}, {"women", "people", "women"}, {"man", "person", "man"}, {"men", "people", "men"}};
    for (const Gendered& one : all) {
      const std::size_t at = said.find(one.instead_of);
      if (!term.ends_with(one.ending) || at == std::string::npos) continue;
      return said.replace(at, one.instead_of.size(), one.says);
    }
    return said;
  }

  const ToReplace& what_;
  const Generalisations& tables_;
  Around around_;
};

}  // namespace

Described described_group(const ToReplace& what, const Generalisations& tables) {
  return Describer(what, tables).describe();
}

}  // namespace moniker::replace
