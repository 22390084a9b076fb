// What an archive is told of people, so coarse that nobody is alone in it.
#include "deposit/data_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/iso_date.hpp"
#include "disclosure/anonymity.hpp"
#include "disclosure/least_loss.hpp"
#include "moniker/error.hpp"

namespace moniker::custodian {
namespace {

using disclosure::People;

disclosure::ColumnSet every_column(const People& people) {
  disclosure::ColumnSet all(people.columns.size());
  for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
  return all;
}

std::size_t column_index(const ExportedStudy& study, const std::string& name) {
  const auto found = std::find(study.columns.begin(), study.columns.end(), name);
  if (found != study.columns.end()) return static_cast<std::size_t>(found - study.columns.begin());
  throw Error::usage("the attributes have no such column",
                     study.columns.empty() ? "they have none at all: see register: in moniker.yaml"
                                           : fmt::format("they have {}", fmt::join(study.columns, ", ")),
                     {name});
}

/// 2026-03-12, 2026-03
bool is_date(const std::string& text) {
  return parse_iso_date(text) || (text.size() == 7 && parse_iso_date(text + "-01"));
}

}  // namespace

std::string years_of_dates(const std::string& cell) {
  std::set<std::string> years;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find(';', at), cell.size());
    std::string one = cell.substr(at, end - at);
    one.erase(0, std::min(one.find_first_not_of(' '), one.size()));
    one.erase(one.find_last_not_of(' ') + 1);
    if (!is_date(one)) return cell;
    years.insert(one.substr(0, 4));
    at = end + 1;
  }
  return fmt::format("{}", fmt::join(years, "; "));
}

DepositPeople told_people(const ExportedStudy& study, const PeopleWish& wish) {
  std::vector<std::size_t> places;
  for (const std::string& name : wish.columns) places.push_back(column_index(study, name));
  std::vector<std::string> ids;
  std::vector<std::vector<std::string>> rows;
  for (const auto& [id, new_id] : wish.new_ids) {
    const auto person = std::ranges::find(study.people, id, &ExportedPerson::id);
    std::vector<std::string> row;
    for (const std::size_t place : places)
      row.push_back(person == study.people.end() ? "" : years_of_dates(person->values[place]));
    ids.push_back(new_id);
    rows.push_back(std::move(row));
  }
  DepositPeople out{.k = ids.size()};
  if (ids.empty()) return out;
  People people = disclosure::people_of(wish.columns, rows);
  disclosure::LeastLoss told = disclosure::least_loss(people, wish.k);
  for (const disclosure::ToldLess& one : told.less)
    out.less.push_back({people.columns[one.column].name, one.how, one.lost});
  people = std::move(told.people);
  out.k = people.columns.empty() ? ids.size() : disclosure::standing_of(people, every_column(people), wish.k).k;
  for (const disclosure::Column& column : people.columns) out.columns.push_back(column.name);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    auto& values = out.values[ids[i]];
    for (std::size_t c = 0; c < people.columns.size(); ++c)
      values.push_back(people.columns[c].values[people.rows[i][c]]);
  }
  return out;
}

}  // namespace moniker::custodian
