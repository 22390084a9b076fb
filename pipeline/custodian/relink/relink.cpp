// Who was it? The answer is the one thing in moniker that undoes its work, so the question is written down first: a log
// that cannot be written, or not be signed, gives no answer.
#include "relink/relink.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <deque>

#include "audit/named_files.hpp"
#include "audit/reason.hpp"
#include "audit/sign.hpp"
#include "base/csv.hpp"
#include "base/layout.hpp"
#include "base/lock.hpp"
#include "outputs/open_named.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t largest_table = 256 * 1024 * 1024;

/// A table that was sealed, and is wiped when it goes.
struct OpenedTable {
  std::string text{};
  std::vector<CsvRow> rows{};

  OpenedTable() = default;
  OpenedTable(const OpenedTable&) = delete;
  OpenedTable& operator=(const OpenedTable&) = delete;
  ~OpenedTable() {
    sodium_memzero(text.data(), text.size());
    for (CsvRow& row : rows) {
      for (CsvCell& cell : row.cells) sodium_memzero(cell.text.data(), cell.text.size());
    }
  }

  std::size_t width() const { return rows.empty() ? 0 : rows.front().cells.size(); }
  const std::string& name(std::size_t column) const { return rows.front().cells.at(column).text; }
  /// Empty where there is no such column.
  std::string cell(const CsvRow& row, std::string_view wanted) const {
    for (std::size_t i = 0; i < width() && i < row.cells.size(); ++i) {
      if (name(i) == wanted) return row.cells[i].text;
    }
    return {};
  }
};

class TableSink : public ByteSink {
 public:
  explicit TableSink(std::string& text) : text_(text) {}
  void write(std::string_view bytes) override {
    if (text_.size() + bytes.size() > largest_table) {
      throw Error::input("the table is too large to be held in memory",
                         "open it with `moniker decrypt` and search it there");
    }
    text_.append(bytes);
  }

 private:
  std::string& text_;
};

void open_table(const std::filesystem::path& file, const audit::NamedFiles& named, const RelinkRequest& request,
                OpenedTable& table) {
  try {
    TableSink sink(table.text);
    open_named(named, file, request.asker.identities, sink);
    table.rows = parse_csv(table.text, file.string());
  } catch (const Error& error) {
    throw error.in(file.string());
  }
}

std::string without_brackets(std::string id) {
  if (id.size() > 2 && id.front() == '[' && id.back() == ']') return id.substr(1, id.size() - 2);
  return id;
}

/// A row of the linkage table in the order and the words in which a person reads it.
void add_row(const OpenedTable& table, const CsvRow& row, Relinked& answer) {
  constexpr std::pair<std::string_view, std::string_view> shown[] = {
      {"name", "name"},     {"aliases", "also known as"}, {"study_number", "study number"}, {"role", "role"},
      {"form", "as found"}, {"subtype", "kind"},          {"file", "delivered as"},         {"surrogate", "called"}};
  for (const auto& [column, says] : shown) {
    const std::string value = table.cell(row, column);
    if (value.empty() || (column == "form" && !table.cell(row, "name").empty())) continue;
    const std::pair<std::string, std::string> fact(says, value);  // a part may say what the table says
    if (std::find(answer.facts.begin(), answer.facts.end(), fact) == answer.facts.end()) answer.facts.push_back(fact);
  }
}

void add_attributes(const OpenedTable& attributes, Relinked& answer) {
  for (std::size_t i = 1; i < attributes.rows.size(); ++i) {
    const CsvRow& row = attributes.rows[i];
    if (attributes.cell(row, "id") != answer.id) continue;
    for (std::size_t column = 0; column < attributes.width() && column < row.cells.size(); ++column) {
      const std::string& name = attributes.name(column);
      if (name == "id" || name == "role" || row.cells[column].text.empty()) continue;
      answer.facts.emplace_back(name, row.cells[column].text);
    }
  }
}

/// "town C" of "town C, Yorkshire" and of "town C in Yorkshire"; empty for what no letters tell apart.
std::string with_its_letters(const std::string& text) {
  const std::string told = text.substr(0, std::min(text.find(','), text.find(" in ")));
  const std::size_t blank = told.rfind(' ');
  if (blank == std::string::npos || blank + 1 == told.size()) return {};
  const bool letters = told.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", blank + 1) == std::string::npos;
  return letters ? told : std::string();
}

/// A surrogate is asked for as it is read: "Nina Ellwood", or "Nina" alone, who is one person; surnames are shared. So
/// is a place: "town C, Yorkshire", or "town C".
bool is_called(const std::string& surrogate, const std::string& asked) {
  if (surrogate.empty()) return false;
  const std::string told = with_its_letters(surrogate);
  return surrogate == asked || (told.empty() ? surrogate.substr(0, surrogate.find(' ')) : told) == asked;
}

void look_up_in(const OpenedTable& linkage, const std::string& id, Relinked& answer) {
  for (std::size_t i = 1; i < linkage.rows.size(); ++i) {
    const CsvRow& row = linkage.rows[i];
    const bool called = is_called(linkage.cell(row, "surrogate"), id);
    if (called) answer.id = linkage.cell(row, "pseudonym");
    if (called || linkage.cell(row, "pseudonym") == id || linkage.cell(row, "transcript") == id)
      add_row(linkage, row, answer);
  }
}

/// The table, and what was told by transcripts that were put away since.
using LinkageTables = std::deque<OpenedTable>;

LinkageTables open_linkage(const StudyLayout& layout, const audit::NamedFiles& named, const RelinkRequest& request) {
  LinkageTables tables;
  open_table(layout.linkage_table(), named, request, tables.emplace_back());
  for (const auto& [name, file] : named.all()) {
    if (name.ends_with(kept_part)) open_table(layout.root / name, named, request, tables.emplace_back());
  }
  return tables;
}

Relinked look_up(const LinkageTables& linkage, const OpenedTable& attributes, const std::string& id) {
  Relinked answer{.id = id};
  for (const OpenedTable& table : linkage) look_up_in(table, id, answer);
  if (!answer.facts.empty()) add_attributes(attributes, answer);
  return answer;
}

/// The log outlives every key, so no name may reach it by way of the reason.
void refuse_names(const OpenedTable& linkage, const std::string& reason) {  // the first table has the register's people
  Register people;
  for (const CsvRow& row : linkage.rows) {
    const std::string name = linkage.cell(row, "name");
    if (&row != &linkage.rows.front() && !name.empty())
      people.people.push_back({.name = name, .aliases = {linkage.cell(row, "aliases")}});
  }
  audit::refuse_names(reason, people);
}

}  // namespace

std::vector<Relinked> relink(const StudyLayout& layout, const RelinkRequest& request, const Clock& clock) {
  audit::check_reason(request.asker.reason);
  OpenedTable attributes;
  const audit::NamedFiles named = audit::verified_files(layout, request.asker.public_key, request.asker.witness);
  const LinkageTables linkage = open_linkage(layout, named, request);
  // Sealed to the analysts' recipients, of whom the custodian need not be one.
  try {
    if (std::filesystem::exists(layout.attributes())) open_table(layout.attributes(), named, request, attributes);
  } catch (const Error&) {
    const audit::NamedFile* attributes_named = named.find(layout.attributes());
    if (!attributes_named || audit::fault_of(layout, named.name_of(layout.attributes()), *attributes_named)) throw;
    attributes.rows.clear();
  }
  refuse_names(linkage.front(), request.asker.reason);

  std::vector<Relinked> answers;
  for (const std::string& id : request.ids) answers.push_back(look_up(linkage, attributes, without_brackets(id)));
  const Lock lock(layout.lock());
  audit::AuditLog audit(layout.audit_log(), clock);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    // What is no ID of the table may be a name, typed by mistake.
    const bool found = !answers[i].facts.empty();
    audit.add(audit::events::Relinked{.id = found ? answers[i].id : "unknown",
                                      .found = found,
                                      .by = request.asker.by,
                                      .reason = request.asker.reason});
  }
  audit.sync();
  audit::sign_head(audit, layout.audit_log(), seal::SigningKey::read(request.asker.signing_key), request.asker.witness);
  const auto unknown = std::find_if(answers.begin(), answers.end(), [](const Relinked& a) { return a.facts.empty(); });
  if (unknown != answers.end()) {
    throw Error::usage(
        fmt::format("ID {} of those asked for is not in the linkage table", unknown - answers.begin() + 1),
        "write it as the transcripts do: ID04, INT1, PERSON_3, T03", {layout.linkage_table().string()});
  }
  return answers;
}

}  // namespace moniker::custodian
