#include "steps/known.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "steps/overrides.hpp"
#include "words/list_file.hpp"

namespace moniker::study {

namespace {

/// Most words of the lists are folded as they stand.
bool is_folded(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

words::WordTable ordinary_words(const std::filesystem::path& lists) {
  words::WordTable ordinary;
  for (const char* name : {"words/common.txt", "words/dictionary.txt", "allow/eponyms.txt"}) {
    const words::ListFile list = words::read_list_file(lists / name);
    for (const std::string_view word : words::entries_of(list, {}, list.file, {}))
      is_folded(word) ? ordinary.add(word) : ordinary.add(fold(word));
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
