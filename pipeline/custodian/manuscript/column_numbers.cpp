// Which column of a table of people the numbers of attributions are from: that in which most of those who are told of
// have the same.
#include "manuscript/column_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/item_words.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t least_same = 3, least_same_of_unit = 2;  // people, so that a column is what is told

struct Told {
  std::size_t attribution = 0, slot = 0;
  std::string id{}, unit{}, written{};  // unit: what is counted, "year"
  double number = 0;
};

struct Column {
  std::string heading{};
  std::size_t at = 0;
  std::map<std::string, Told> of{};  // by ID
};

/// The one number of an item and what is counted; none of an age, of a share or of several.
std::optional<Told> number_told(const Attribute& one, const PaperWords& words) {
  const auto counts = counts_in(one.written, words);
  if (one.kind == "age" || counts.size() != 1 || counts[0].percent) return std::nullopt;
  const auto behind = folded_words(std::string_view(one.written).substr(counts[0].bytes.end));
  if (behind.empty()) return std::nullopt;
  return Told{.slot = one.slot, .unit = singular(behind[0], words), .written = one.written, .number = counts[0].value};
}

std::vector<Told> told_in_attributions(const PaperTalk& talk, const PaperWords& words) {
  std::vector<Told> all;
  for (std::size_t a = 0; a < talk.attributions.size(); ++a) {
    const Attribution& one = talk.attributions[a];
    const PaperId* speaker = speaker_of(one);
    if (!speaker || one.form == AttributionForm::row) continue;
    std::set<std::size_t> slots;  // one item may tell several things
    for (const Attribute& attribute : one.attributes) {
      auto told = number_told(attribute, words);
      if (!told || !slots.insert(attribute.slot).second) continue;
      told->attribution = a, told->id = speaker->normal();
      all.push_back(std::move(*told));
    }
  }
  return all;
}

bool is_of_ages(const std::string& heading, const PaperWords& words) {
  const auto said = folded_words(heading);
  return std::any_of(said.begin(), said.end(), [&](const auto& word) { return is_one_of(word, words.table_age); });
}

/// Columns with a number and no more for people whom the table has once, by the table and their place in it.
std::vector<Column> columns_of_numbers(const PaperTalk& talk, const Manuscript& paper, const PaperWords& words) {
  std::map<std::pair<std::size_t, std::size_t>, Column> columns;
  for (std::size_t a = 0; a < talk.attributions.size(); ++a) {
    const Attribution& one = talk.attributions[a];
    const PaperId* person = speaker_of(one);
    const Block& row = paper.blocks[one.block];
    if (!person || one.form != AttributionForm::row) continue;
    std::size_t head = one.block;
    while (head > 0 && paper.blocks[head - 1].table == row.table) --head;
    const auto& headings = paper.blocks[head].cells;
    for (std::size_t c = 0; c < std::min(row.cells.size(), headings.size()); ++c) {
      const std::string cell(trimmed(row.cells[c], " *"));
      const auto number = whole_number(cell);
      std::string heading = fold(trimmed(headings[c], " *:"));
      if (!number || heading.empty() || is_of_ages(heading, words)) continue;
      Column& column = columns[{head, c}];
      column.heading = std::move(heading), column.at = c;
      column.of.try_emplace(person->normal(), Told{a, c, person->normal(), "", cell, static_cast<double>(*number)});
    }
  }
  std::vector<Column> all;
  for (auto& [place, column] : columns) all.push_back(std::move(column));
  return all;
}

/// Whether most of those who are told of by this unit have the number that the column has, and not all the same one.
bool repeats(const Column& column, const std::string& unit, const std::vector<Told>& told, const PaperWords& words) {
  std::set<std::string> same, differ;
  std::set<double> numbers;
  for (const Told& one : told) {
    const auto has = column.of.find(one.id);
    if (one.unit != unit || has == column.of.end()) continue;
    if (has->second.number == one.number) numbers.insert(one.number);
    (has->second.number == one.number ? same : differ).insert(one.id);
  }
  const auto heads = folded_words(column.heading);
  const bool of_unit =
      std::any_of(heads.begin(), heads.end(), [&](const auto& word) { return singular(word, words) == unit; });
  return numbers.size() > 1 && same.size() >= (of_unit ? least_same_of_unit : least_same) &&
         differ.size() * 2 <= same.size();
}

}  // namespace

void compare_column_numbers(PaperTalk& talk, const Manuscript& paper, const PaperWords& words) {
  const auto told = told_in_attributions(talk, words);
  for (const Column& column : columns_of_numbers(talk, paper, words)) {
    for (const Told& one : told) {
      const auto has = column.of.find(one.id);
      if (has == column.of.end() || std::abs(has->second.number - one.number) <= 1 ||
          !repeats(column, one.unit, told, words))
        continue;
      for (const Told* each : {&has->second, &one}) {
        talk.attributions[each->attribution].attributes.push_back(
            {column.heading, std::to_string(static_cast<unsigned>(each->number)), each->written, each->slot, {}});
      }
    }
  }
}

}  // namespace moniker::custodian
