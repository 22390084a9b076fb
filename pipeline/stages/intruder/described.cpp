// What the attributes and the talk say together. Attributes alone are held back by `participants`; who is alone by few
// of them is found by anybody who knows one fact more, and the talk tells such.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "disclosure/anonymity.hpp"
#include "intruder/told_facts.hpp"

namespace moniker::intruder {
namespace {

constexpr std::size_t most_columns = 2, facts_enough = 3;

std::string column_names(const disclosure::People& people, const disclosure::ColumnSet& columns) {
  std::vector<std::string> names;
  for (const std::size_t column : columns) names.push_back(people.columns[column].name);
  return fmt::format("{}", fmt::join(names, ","));
}

/// Of everybody the fewest columns by which they are alone.
std::map<std::size_t, disclosure::ColumnSet> alone_by_few(const disclosure::People& people) {
  disclosure::ColumnSet all;
  for (std::size_t i = 0; i < people.columns.size(); ++i) all.push_back(i);
  std::map<std::size_t, disclosure::ColumnSet> fewest;
  for (const disclosure::AloneBy& alone : disclosure::alone_by(people, all)) {
    if (alone.columns.size() > most_columns) continue;
    for (const std::size_t row : alone.rows) fewest.try_emplace(row, alone.columns);
  }
  return fewest;
}

}  // namespace

std::vector<Suspicion> described(const SeenOutputs& seen, const ToldFacts& told) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& person : seen.people) rows.push_back(person.values);
  if (rows.size() < 2 || seen.columns.empty()) return {};
  const disclosure::People people = disclosure::people_of(seen.columns, rows);
  std::vector<Suspicion> all;
  for (const auto& [row, columns] : alone_by_few(people)) {
    const std::string& id = seen.people[row].id;
    const auto facts = told.find(id);
    const std::size_t kinds = facts == told.end() ? 0 : kinds_of(facts->second);
    const bool more = columns.size() == 1 ? kinds + 1 >= facts_enough : kinds >= facts_enough;
    const std::string names = column_names(people, columns);
    Suspicion suspicion{
        .attack = Attack::described,
        .risk = more ? Risk::medium : Risk::low,
        .says = fmt::format("{} is alone by {}{}", id, names,
                            kinds == 0 ? "" : fmt::format(", and alone tells {} more kinds of things", kinds)),
        .why = more ? "who knows one of them needs nothing else" : "the talk tells little on top",
        .advice = fmt::format("see what to coarsen: `moniker participants STUDY -i IDENTITY --columns {}`; "
                              "then `band` or `drop` in moniker.yaml",
                              names)};
    if (facts != told.end()) {
      for (const ToldFact& fact : facts->second) {
        if (suspicion.where.size() < facts_enough &&
            std::find(suspicion.where.begin(), suspicion.where.end(), fact.where) == suspicion.where.end())
          suspicion.where.push_back(fact.where);
      }
    }
    all.push_back(std::move(suspicion));
  }
  return all;
}

}  // namespace moniker::intruder
