// Who of the register is which ID, and so what stands in the register of somebody who is known here by an ID alone.
#include "outputs/linked_people.hpp"

#include <algorithm>

#include "base/csv.hpp"
#include "base/csv_cell.hpp"
#include "moniker/error.hpp"
#include "outputs/open_named.hpp"

namespace moniker::custodian {
namespace {

class LinkageSink : public ByteSink {
 public:
  void write(std::string_view bytes) override {
    if (text.size() + bytes.size() > (std::size_t{1} << 28))
      throw Error::input("the table is too large to be held in memory", "open it with `moniker decrypt`");
    text.append(bytes);
  }
  std::string text{};
};

std::string linkage_cell(const std::vector<CsvRow>& rows, const CsvRow& row, std::string_view column) {
  for (std::size_t i = 0; i < rows.front().cells.size() && i < row.cells.size(); ++i) {
    if (rows.front().cells[i].text == column) return std::string(without_guard(row.cells[i].text));
  }
  return {};
}

/// Its row, where one alone can be meant.
const LinkedPerson* person_of(const std::vector<LinkedPerson>& linked, const Participant& row, const Register& people) {
  const auto same_name = [&](const Participant& other) { return other.name == row.name; };
  if (row.number.empty() && std::count_if(people.people.begin(), people.people.end(), same_name) > 1) return nullptr;
  const LinkedPerson* found = nullptr;
  for (const LinkedPerson& one : linked) {
    if (row.number.empty() ? one.name != row.name || one.name.empty() : one.number != row.number) continue;
    if (found && found->id != one.id) return nullptr;
    found = &one;
  }
  return found;
}

}  // namespace

std::vector<LinkedPerson> linked_people(std::string_view csv, const std::string& file) {
  const auto rows = parse_csv(csv, file);
  std::vector<LinkedPerson> linked;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    LinkedPerson one{.id = linkage_cell(rows, rows[i], "pseudonym"),
                     .number = linkage_cell(rows, rows[i], "study_number"),
                     .name = linkage_cell(rows, rows[i], "name"),
                     .aliases = linkage_cell(rows, rows[i], "aliases")};
    if (!one.name.empty() || !one.number.empty()) linked.push_back(std::move(one));
  }
  return linked;
}

std::vector<LinkedPerson> open_linked_people(const StudyLayout& layout, const Opening& opening) {
  if (!opening.named.find(layout.linkage_table())) return {};
  LinkageSink table;
  open_named(opening.named, layout.linkage_table(), opening.identities, table);
  return linked_people(table.text, layout.linkage_table().string());
}

std::set<std::string> who_agreed(const std::vector<LinkedPerson>& linked, const Register& people,
                                 const std::string& use) {
  std::set<std::string> ids;
  for (const Participant& row : people.people) {
    const auto& scope = row.consent_scope;
    if (std::find(scope.begin(), scope.end(), use) == scope.end()) continue;
    if (const LinkedPerson* person = person_of(linked, row, people)) ids.insert(person->id);
  }
  return ids;
}

}  // namespace moniker::custodian
