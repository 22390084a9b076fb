#include "steps/known.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "steps/overrides.hpp"
#include "words/list_file.hpp"

namespace moniker::study {

std::unordered_set<std::string> ordinary_words(const std::filesystem::path& lists) {
  std::unordered_set<std::string> ordinary;
  for (const char* name : {"words/common.txt", "words/dictionary.txt", "allow/eponyms.txt"}) {
    words::each_row(words::read_list_file(lists / name), {},
                    [&](const words::ListRow& row) { ordinary.insert(fold(row.cells[0])); });
  }
  return ordinary;
}

std::vector<prove::KnownName> names_to_prove(const Study& study, const RulesInUse& rules, const StudyMap& map,
                                             const prove::IsWord& is_word) {
  const prove::NicknamesOf related = [&](const std::string& given) { return rules.names.nicknames.related(given); };
  std::vector<prove::KnownName> names = prove::known_names(study.people, related, is_word);
  const Label& person = rules.set.person();
  if (replace::operator_of(replace::operator_choice(rules.operators.by_label, person, {})).keeps) return names;
  for (const auto& [key, name] : map.learned.all()) {
    if (name.label != person.name) continue;
    if (is_kept(study.config, map.assignment, person, name.form, rules.set.language())) continue;
    names.push_back({.text = name.form, .word = name.word, .full = false});
  }
  return names;
}

std::unique_ptr<const prove::Prover> registered_names(const Study& study, const RulesInUse& rules,
                                                      const prove::IsWord& is_word) {
  const prove::NicknamesOf related = [&](const std::string& given) { return rules.names.nicknames.related(given); };
  return std::make_unique<prove::Prover>(prove::known_names(study.people, related, is_word), is_word);
}

}  // namespace moniker::study
