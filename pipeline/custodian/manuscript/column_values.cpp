// What a table of people has in a column, told in a clause behind the ID: as a word before the noun, or with the
// heading.
#include "manuscript/column_values.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t most_before_noun = 3, longest_clause_of_value = 120, slot_of_column = 1000;

/// Single words that stand under one heading alone, by that heading.
std::map<std::string, std::set<std::string>> words_of_columns(const ColumnValues& columns) {
  std::map<std::string, std::set<std::string>> of;
  for (const auto& [value, headings] : columns) {
    if (headings.size() == 1 && value.find(' ') == value.npos) of[*headings.begin()].insert(value);
  }
  std::erase_if(of, [](const auto& one) { return one.second.size() < 2; });
  return of;
}

/// "official", "rower" of Rower 9: what somebody is, and no "late riser" or "second cousin".
bool is_what_one_is(const std::string& noun, const PaperId& id, const PaperWords& words) {
  const auto* told = words::find_word(words.attributes, noun);
  return noun == id.folded_prefix() || (told && std::any_of(told->begin(), told->end(), [](const SaidOfSomebody& one) {
                                          return one.kind == "role";
                                        }));
}

/// "a regional official of 41": one of the words right behind the article, and behind it what somebody is.
std::string value_before_noun(const std::vector<std::string>& clause, const PaperId& id,
                              const std::set<std::string>& values, const PaperWords& words) {
  if (clause.size() < 3 || !is_one_of(clause[0], words.articles)) return {};
  for (std::size_t i = 1; i < std::min(clause.size() - 1, most_before_noun); ++i) {
    if (is_one_of(clause[i], words.head_ends) || is_one_of(clause[i + 1], words.head_ends)) return {};
    if (values.contains(clause[i])) return is_what_one_is(clause[i + 1], id, words) ? clause[i] : std::string();
  }
  return {};
}

/// "who has a national licence": one of the words right before the heading.
std::string value_before_heading(const std::vector<std::string>& clause, const std::set<std::string>& values,
                                 const std::string& heading, const PaperWords& words) {
  if (clause.size() < 4 || !is_one_of(clause[0], words.somebody) || !is_one_of(clause[1], words.holds)) return {};
  for (std::size_t i = 2; i + 1 < clause.size(); ++i) {
    if (values.contains(clause[i]) && clause[i + 1] == heading) return clause[i];
  }
  return {};
}

bool has_kind(const Attribution& one, const std::string& kind) {
  return std::any_of(one.attributes.begin(), one.attributes.end(),
                     [&](const Attribute& has) { return has.kind == kind; });
}

}  // namespace

void add_column_values(PaperTalk& talk, const Manuscript& paper, const ColumnValues& columns, const PaperWords& words) {
  const auto of_columns = words_of_columns(columns);
  if (of_columns.empty()) return;
  for (Attribution& one : talk.attributions) {
    const Block& block = paper.blocks[one.block];
    const PaperId* id = speaker_of(one);
    if (!id || one.form == AttributionForm::row || block.kind != BlockKind::body) continue;
    const std::string_view from = std::string_view(block.text).substr(one.bytes.begin);
    if (!from.starts_with(id->written())) continue;
    const std::string_view behind = from.substr(id->written().size());
    if (!behind.starts_with(", ")) continue;
    const std::string_view rest = behind.substr(2, longest_clause_of_value);
    const auto clause = folded_words(rest.substr(0, rest.find_first_of(",.;:")));
    for (const auto& [heading, values] : of_columns) {
      std::string value = value_before_noun(clause, *id, values, words);
      if (value.empty()) value = value_before_heading(clause, values, heading, words);
      if (value.empty() || has_kind(one, heading)) continue;
      one.attributes.push_back({heading, value, value, slot_of_column, {}});
      for (const ByteRange sentence : sentences_of(block.text, words)) {  // what is shown is the sentence
        if (sentence.begin <= one.bytes.begin && one.bytes.begin < sentence.end)
          one.text = block.text.substr(sentence.begin, sentence.size());
      }
    }
  }
}

}  // namespace moniker::custodian
