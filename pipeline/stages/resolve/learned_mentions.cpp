#include "resolve/learned_mentions.hpp"

#include <algorithm>
#include <set>

#include "resolve/entities.hpp"

namespace moniker::resolve {

void add_learned(TranscriptMentions& mentions, const LearnedNames& learned, const Labels& labels,
                 const words::Language& language) {
  const auto form_of = [&](const std::string& label, std::string_view surface) {
    return normal_form(meaning_of(labels, label), surface, language);
  };
  std::uint64_t last = 0;
  std::set<std::pair<std::string, std::string>> there;
  for (const Mention& m : mentions.mentions) {
    last = std::max(last, m.first_turn);
    there.emplace(m.label, form_of(m.label, m.surface));
  }
  for (const auto& [key, name] : learned.all()) {
    if (there.contains({name.label, form_of(name.label, name.form)})) continue;
    mentions.mentions.push_back({.label = name.label, .surface = name.form, .first_turn = last + 1});
  }
}

void spread_learned(std::vector<TranscriptMentions>& transcripts, const LearnedNames& learned,
                    const WordsSaidIn& said_in, const Labels& labels, const words::Language& language) {
  const Label* const person = label_meaning(labels, Meaning::person);
  std::vector<std::vector<std::string>> words;
  for (const auto& [key, name] : learned.all()) {
    if (person && name.label == person->name && name.form.find(' ') == std::string::npos) words.push_back({name.form});
  }
  if (words.empty()) return;
  const WordIndex index = WordIndex::by_rarest_word(words);
  for (TranscriptMentions& transcript : transcripts) {
    const auto said = said_in(transcript.file);
    if (!said) continue;
    LearnedNames here;
    for (const std::uint32_t word : index.in(*said)) here.add({.form = words[word][0], .label = person->name});
    add_learned(transcript, here, labels, language);
  }
}

}  // namespace moniker::resolve
