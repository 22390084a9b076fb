#pragma once
#include <functional>
#include <map>
#include <set>

#include "manuscript/extracts.hpp"

namespace moniker::custodian {

/// Values of a table of people, folded, with the headings that they stand under: "fraud" is an offence.
using ColumnValues = std::map<std::string, std::set<std::string>>;

struct PersonRow {
  std::size_t row = 0;
  PaperId id{};
  std::vector<Attribute> attributes{};
};
struct PeopleTable {
  std::function<std::optional<PaperId>(std::string_view cell)> id_of;  // a cell that is an ID and no more
  std::string bare_prefix{};                                           // of which a number alone is the number
  bool numbers_alone = false;                                          // the paper's IDs are numbers and no more
  const PaperWords& words;
};

/// The rows of a table that has one for each person; none of a table of counts. What stands under a heading is of its
/// kind: an age under "Age", nothing under "Years in post"; `columns` learns what the language does not know.
std::vector<PersonRow> people_in_table(const std::vector<const Block*>& rows, const PeopleTable& table,
                                       ColumnValues& columns);

/// Items of attributions that are of no kind yet, and of one alone by `kinds`, are of that kind: what stands under one
/// heading of a table. `plain` is how a value is spelt among them.
void name_kinds(PaperTalk& talk, const ColumnValues& kinds,
                const std::function<std::string(const std::string&)>& plain);

/// What is of a kind already, and stands under a heading of a table too, is of the heading's kind besides.
void add_kinds(PaperTalk& talk, const ColumnValues& kinds);

}  // namespace moniker::custodian
