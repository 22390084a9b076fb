// Two tables say what a language's folder holds: a file each for what has columns, a list each in words.tsv.
#include "words/language.hpp"

#include <fmt/format.h>

#include "base/fold.hpp"
#include "words/list_cells.hpp"

namespace moniker::words {
namespace {

/// The letter of a cell that may hold one of a few words, or "-" for none of them (0).
char one_of(const ListFile& list, const ListRow& row, std::size_t cell, const std::vector<std::string_view>& values) {
  const std::size_t place = place_in(list, row, cell, values);
  return place == values.size() ? char{} : values[place].front();
}

void read_roles(const ListFile& list, Language& language) {
  each_row(list, {"word", "label", "nobody", "asks"}, [&](const ListRow& row) {
    const char label = one_of(list, row, 1, {"alone", "beside"});
    language.roles.try_emplace(fold(row.cells[0]), RoleWord{.label = label == 'a'   ? RoleWord::Label::alone
                                                                     : label == 'b' ? RoleWord::Label::beside
                                                                                    : RoleWord::Label::no,
                                                            .nobody = one_of(list, row, 2, {"yes"}) != 0,
                                                            .asks = one_of(list, row, 3, {"yes"}) != 0});
  });
}

/// Rules read the same file by its kinds; what is no title to drop from a name says so with "-".
void read_titles(const ListFile& list, Language& language) {
  each_row(list, {"title", "drop", "gender", "goes with"}, [&](const ListRow& row) {
    const char drop = one_of(list, row, 1, {"before", "after"});
    const char gender = one_of(list, row, 2, {"f", "m"});
    const char goes_with = one_of(list, row, 3, {"surname", "given", "either"});
    if (drop == 0) return;
    language.titles.try_emplace(fold(row.cells[0]), Title{drop == 'a', gender, goes_with});
  });
}

struct WordList {
  std::string_view name;
  WordSet Language::*words;
};
constexpr WordList lists[] = {
    {"label small words", &Language::label_small_words},
    {"head fields", &Language::head_fields},
    {"lead-ins", &Language::lead_ins},
    {"sentence words", &Language::sentence_words},
    {"answers", &Language::answers},
    {"label asides", &Language::label_asides},
    {"unheard", &Language::unheard},
    {"masked", &Language::masked},
    {"stand-ins", &Language::stand_ins},
    {"articles", &Language::articles},
    {"small words", &Language::small_words},
    {"goes on", &Language::goes_on},
    {"fillers", &Language::fillers},
    {"names self", &Language::names_self},
    {"self after", &Language::self_after},
    {"self before", &Language::self_before},
    {"introductions", &Language::introductions},
    {"own name", &Language::own_name},
    {"sayings", &Language::sayings},
    {"speaker", &Language::speaker},
    {"family", &Language::family},
    {"own", &Language::own},
    {"others'", &Language::others},
    {"acquaintances", &Language::acquaintances},
    {"greetings", &Language::greetings},
    {"taken up", &Language::taken_up},
    {"before months", &Language::before_months},
    {"organisation words", &Language::organisation_words},
    {"number pauses", &Language::number_pauses},
    {"number signs", &Language::number_signs},
    {"date small words", &Language::date_small_words},
    {"from today", &Language::from_today},
    {"pointing words", &Language::pointing_words},
    {"age words", &Language::age_words},
    {"determiners", &Language::determiners},
    {"before languages", &Language::before_languages},
    {"between languages", &Language::between_languages},
    {"after languages", &Language::after_languages},
    {"with languages", &Language::with_languages},
    {"people do", &Language::people_do},
    {"faiths", &Language::faiths},
    {"before consonants", &Language::before_consonants},
    {"before vowels", &Language::before_vowels},
    {"vowels unsaid", &Language::vowels_unsaid},
};

void read_words(const ListFile& list, Language& language) {
  each_row(list, {"list", "words"}, [&](const ListRow& row) {
    for (const WordList& one : lists) {
      if (one.name != row.cells[0]) continue;
      for (const std::string_view word : cut_cell(row.cells[1])) (language.*one.words).insert(fold(word));
      return;
    }
    fail_row(list, row, fmt::format("there is no list `{}`", row.cells[0]),
             "docs/adding-a-language.md names the lists that there are");
  });
}

struct Table {
  const char* file;
  void (*read)(const ListFile&, Language&);
};
constexpr Table tables[] = {
    {"roles.tsv", read_roles},
    {"titles.tsv", read_titles},
    {"words.tsv", read_words},
    {"numbers.tsv", [](const ListFile& list, Language& language) { language.numbers.read(list); }},
    {"dates.tsv", [](const ListFile& list, Language& language) { language.dates.read(list); }},
    {"spelling.tsv", [](const ListFile& list, Language& language) { language.spellings.read(list); }},
};

}  // namespace

Language Language::load(const std::filesystem::path& rules, const std::vector<std::string>& codes) {
  Language language;
  for (const std::string& code : codes) {
    const auto paths = files(rules, code);
    for (std::size_t i = 0; i < paths.size(); ++i) tables[i].read(read_list_file(paths[i]), language);
  }
  return language;
}

std::vector<std::filesystem::path> Language::files(const std::filesystem::path& rules, const std::string& code) {
  std::vector<std::filesystem::path> files;
  for (const Table& table : tables) files.push_back(rules / code / "language" / table.file);
  return files;
}

}  // namespace moniker::words
