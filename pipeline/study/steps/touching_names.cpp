#include "steps/touching_names.hpp"

#include "base/fold.hpp"

namespace moniker::study {

TouchingNames::TouchingNames(const StudyMap& map, const rules::RuleSet& rules,
                             const std::vector<prove::KnownName>& known)
    : assignment_(map.assignment), rules_(rules), slices_(map.assignment, rules.labels()), known_(known) {
  std::vector<std::vector<std::string>> words_of;
  for (const auto& [key, name] : map.learned.all()) {
    words_of.push_back(folded_words(name.form));
    learned_.push_back(&name);
  }
  learned_words_ = resolve::WordIndex::by_rarest_word(words_of);
  resolve::WordIndex::Words words;
  for (std::size_t i = 0; i < known.size(); ++i) {
    for (std::string& word : folded_words(known[i].text))
      words.emplace_back(std::move(word), static_cast<std::uint32_t>(i));
  }
  known_words_ = resolve::WordIndex(std::move(words));
}

void TouchingNames::take_into(Hasher& hasher, const std::string& file, const resolve::SaidWords& vocabulary) const {
  hasher.take_field(hex(slices_.of(file, vocabulary)));
  for (const std::uint32_t number : learned_words_.in(vocabulary)) {
    const LearnedName& name = *learned_[number];
    if (!may_occur(vocabulary, name.form)) continue;
    hasher.take_field(name.label);
    hasher.take_field(name.form);
    hasher.take_field(name.word ? "word" : "");
    const Label* const label = label_named(rules_.labels(), name.label);
    const Entity* const entity =
        label ? assignment_.find({file, std::string()}, *label, name.form, rules_.language()) : nullptr;
    hasher.take_field(entity ? std::to_string(entity->number) + shown_name(*entity) : "");
  }
  for (const std::uint32_t number : known_words_.in(vocabulary)) hasher.take_field(known_[number].text);
}

}  // namespace moniker::study
