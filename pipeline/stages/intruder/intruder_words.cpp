// What the lists and a language say to an intruder. All of it is folded and cut as talk is, so that a phrase is found
// by its words.
#include "intruder/intruder_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "words/lexicon.hpp"
#include "words/list_cells.hpp"
#include "words/list_file.hpp"

namespace moniker::intruder {
namespace {

using words::ListRow;

/// As words of talk are joined to a phrase: "Addenbrooke's" is "addenbrooke 's".
std::string as_phrase(std::string_view written) {
  std::string phrase;
  words::lexicon_key(written, phrase);
  return phrase;
}

void add_folded(const std::filesystem::path& file, words::WordSet& to) {
  words::each_row(words::read_list_file(file), {}, [&](const ListRow& row) { to.insert(as_phrase(row.cells[0])); });
}

void read_lists(const std::filesystem::path& lists, IntruderWords& words) {
  words.names = words::NameLists::load(lists);
  words::WordSet common;
  add_folded(lists / "words/common.txt", common);
  add_folded(lists / "names/first.t1.txt", words.sure_given);
  std::erase_if(words.sure_given, [&](const std::string& name) { return common.contains(name); });  // Mark, Rose
  add_folded(lists / "names/surname.t1.txt", words.sure_surnames);
  for (const char* file : {"words/common.txt", "words/dictionary.txt", "words/welsh.txt", "names/kinship.txt"})
    add_folded(lists / file, words.ordinary);
  for (const char* file :
       {"words/safe_capitals.txt", "allow/acronyms.txt", "allow/drugs_namelike.txt", "allow/eponym_phrases.txt",
        "allow/eponyms.txt", "allow/phrases.txt", "allow/public_figures.txt", "allow/scholars.txt", "orgs/brands.tsv",
        "calendar.tsv", "places/demonyms.tsv", "places/languages.tsv", "groups/ethnic_groups.tsv",
        "groups/religions.tsv"})
    add_folded(lists / file, words.harmless);
  add_folded(lists / "places/countries.tsv", words.countries);
  words.harmless.insert(words.countries.begin(), words.countries.end());
  add_folded(lists / "allow/function_words.txt", words.function_words);
  add_folded(lists / "groups/occupations.tsv", words.occupations);
  for (const char* file : {"orgs/health.tsv", "orgs/universities.txt", "orgs/colleges_schools.txt"})
    add_folded(lists / file, words.organisations);
}

/// By how many live there: c for very many, s for few, t between.
char size_of_place(std::string_view type) {
  constexpr std::string_view small[] = {"village", "suburb", "place", "area"};
  if (std::find(std::begin(small), std::end(small), type) != std::end(small)) return 's';
  return type.find("county") != type.npos || type == "region" || type == "city" ? 'c' : 't';
}

void read_places(const std::filesystem::path& lists, IntruderWords& words) {
  words::each_row(words::read_list_file(lists / "places/gb.tsv"), {"name", "type", "tier"}, [&](const ListRow& row) {
    if (row.cells[2] != "1") return;  // a word of talk, too
    const std::string name = as_phrase(row.cells[0]);
    const char size = size_of_place(row.cells[1]);
    const auto known = words.places.try_emplace(name, size).first;
    if (known->second == 's' || size == 'c') known->second = size;  // it tells no more than the largest that bears it
  });
  words::each_row(words::read_list_file(lists / "places/cities.txt"), {},
                  [&](const ListRow& row) { words.places.insert_or_assign(as_phrase(row.cells[0]), 'c'); });
}

struct IntruderList {
  std::string_view name;
  words::WordSet IntruderWords::*words;
};
constexpr IntruderList intruder_lists[] = {{"called", &IntruderWords::called},
                                           {"before places", &IntruderWords::before_places},
                                           {"before jobs", &IntruderWords::before_jobs},
                                           {"in dates", &IntruderWords::in_dates},
                                           {"beside dates", &IntruderWords::beside_dates},
                                           {"sounds", &IntruderWords::sounds}};

void read_words(const words::ListFile& list, IntruderWords& words) {
  words::each_row(list, {"list", "words"}, [&](const ListRow& row) {
    for (const IntruderList& one : intruder_lists) {
      if (one.name != row.cells[0]) continue;
      for (const std::string_view word : words::cut_cell(row.cells[1])) (words.*one.words).insert(as_phrase(word));
      return;
    }
    words::fail_row(list, row, fmt::format("there is no list `{}`", row.cells[0]), "docs/intrude.md names the lists");
  });
}

void read_feasts(const words::ListFile& list, IntruderWords& words) {
  words::each_row(list, {"feast", "from", "month", "day"}, [&](const ListRow& row) {
    const std::size_t from = words::place_in(list, row, 1, {"year", "easter", "before easter"});
    const auto day = static_cast<int>(words::number_in(list, row, 3, 366));
    Feast feast;
    if (from == 0)
      feast = {static_cast<unsigned>(words::number_in(list, row, 2, 12)), static_cast<unsigned>(day), 0};
    else
      feast.from_easter = from == 1 ? day : -day;
    words.feasts.insert_or_assign(fold(row.cells[0]), feast);
  });
}

/// "ohh", "uum", "mmhm": a word of two letters at most, however often.
bool is_sound(std::string_view folded) {
  std::string letters(folded);
  std::sort(letters.begin(), letters.end());
  return std::unique(letters.begin(), letters.end()) - letters.begin() <= 2;
}

}  // namespace

IntruderWords IntruderWords::load(const std::filesystem::path& rules, const std::string& language) {
  IntruderWords words;
  const auto of_language = rules / language;
  read_lists(rules / "lists", words);
  read_places(rules / "lists", words);
  read_words(words::read_list_file(of_language / "intruder/words.tsv"), words);
  read_feasts(words::read_list_file(of_language / "intruder/feasts.tsv"), words);
  words::each_row(words::read_list_file(of_language / "intruder/facts.tsv"), {"kind", "words"},
                  [&](const ListRow& row) {
                    for (const std::string_view phrase : words::cut_cell(row.cells[1]))
                      words.facts.insert_or_assign(as_phrase(phrase), std::string(row.cells[0]));
                  });
  words::each_row(words::read_list_file(of_language / "intruder/letters.tsv"), {"letter", "words"},
                  [&](const ListRow& row) {
                    for (const std::string_view word : words::cut_cell(row.cells[1]))
                      words.letters.insert_or_assign(as_phrase(word), row.cells[0].front());
                  });
  words::each_row(words::read_list_file(of_language / "language/titles.tsv"), {"title", "kind"},
                  [&](const ListRow& row) {
                    if (row.cells[1] != "post" && row.cells[1] != "degree") words.titles.insert(fold(row.cells[0]));
                  });
  words.dates.read(words::read_list_file(of_language / "language/dates.tsv"));
  words.numbers.read(words::read_list_file(of_language / "language/numbers.tsv"));
  return words;
}

bool IntruderWords::is_ordinary(std::string_view folded) const {
  struct Ending {
    std::string_view letters;
    std::size_t fewest;  // letters before it
  };
  constexpr Ending endings[] = {{"'d", 1}, {"'ll", 1}, {"'ve", 1}, {"'re", 1}, {"'m", 1}, {"n't", 2}, {"s", 3},
                                {"in", 3}, {"ing", 3}, {"ed", 3},  {"er", 3},  {"y", 3},  {"ish", 3}, {"ly", 3}};
  if (is_sound(folded) && !names.given.contains(folded) && !names.surnames.contains(folded)) return true;
  const auto is_known = [&](std::string_view word) {
    return ordinary.contains(word) || function_words.contains(word) || sounds.contains(word) || titles.contains(word);
  };
  if (is_known(folded)) return true;
  for (const Ending& ending : endings) {
    if (folded.size() < ending.fewest + ending.letters.size() || !folded.ends_with(ending.letters)) continue;
    const std::string_view stem = folded.substr(0, folded.size() - ending.letters.size());
    if (is_known(stem) || (ending.letters == "s" && harmless.contains(stem))) return true;
  }
  const std::size_t hyphen = folded.find('-');
  return hyphen != std::string_view::npos && is_ordinary(folded.substr(0, hyphen)) &&
         is_ordinary(folded.substr(hyphen + 1));
}

}  // namespace moniker::intruder
