// The register: rows of cells -> people. The header must hold exactly the declared columns. All that is wrong is told
// in one go, since whoever corrects it has the whole file before them. Cells never appear in a message: line, column
// and shape say where to look.
#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/byte_source.hpp"
#include "base/fold.hpp"
#include "config/config.hpp"
#include "config/plain_heading.hpp"
#include "config/register_cells.hpp"
#include "config/register_table.hpp"
#include "moniker/error.hpp"
#include "read/turns/label_words.hpp"
#include "words/nearest.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t most_told = 100;      // faults; the rest is counted
constexpr std::size_t longest_name = 1000;  // bytes of a name, an alias, a file or a label
constexpr std::size_t most_parts = 1000;    // aliases or sessions of one person

/// Words in one line, as a name is read out: cells may hold line breaks.
std::string in_one_line(std::string_view text) {
  std::string line;
  for (const std::string& part : parts_of(text, "\r\n\t")) line += (line.empty() ? "" : " ") + part;
  return line;
}

/// All that is wrong with the file, in its order, up to a number that a person can read.
class Faults {
 public:
  explicit Faults(const std::string& file) : file_(file) {}

  void add(Position at, std::string what, std::string remedy) {
    if (list_.size() < most_told) {
      list_.push_back({Fault::usage, file_, at, std::move(what), std::move(remedy), {}});
    } else {
      ++untold_;
    }
  }

  void throw_if_any() {
    if (list_.empty()) return;
    // Within a row by column; those of the header as they were found.
    const auto place = [](const Problem& p) { return std::pair(p.at.line, p.at.line <= 1 ? 0U : p.at.column); };
    std::stable_sort(list_.begin(), list_.end(),
                     [&](const Problem& a, const Problem& b) { return place(a) < place(b); });
    if (untold_ > 0)
      list_.push_back({Fault::usage,
                       file_,
                       {},
                       fmt::format("and {} faults more", untold_),
                       "correct these first, and try again",
                       {}});
    Problem first = std::move(list_.front());
    first.others.assign(std::make_move_iterator(list_.begin() + 1), std::make_move_iterator(list_.end()));
    throw Error(std::move(first));
  }

 private:
  const std::string& file_;
  std::vector<Problem> list_{};
  std::size_t untold_ = 0;
};

class RegisterReader {
 public:
  RegisterReader(const std::string& file, const std::vector<ColumnRule>& columns, const RegisterRules& rules)
      : faults_(file), columns_(columns), rules_(rules) {}

  Register read(const RegisterTable& table) {
    Register people;
    forms_ = {.order = rules_.order, .from_1904 = table.from_1904};
    if (table.rows.empty() && table.broken.empty()) refuse({}, "is empty", "write the column names in its first line");
    if (!table.rows.empty() && is_header(table.rows.front())) {
      read_header(table);
      for (std::size_t i = 1; i < table.rows.size(); ++i) {
        if (is_blank(table.rows[i])) continue;  // spreadsheets leave rows of commas behind
        people.people.push_back(read_person(table.rows[i]));
      }
    }
    for (const Problem& broken : table.broken) refuse(broken.at, broken.what, broken.remedy);
    faults_.throw_if_any();
    return people;
  }

 private:
  void refuse(Position at, std::string what, std::string remedy) {
    faults_.add(at, std::move(what), std::move(remedy));
  }

  /// To the letter, or else in other capitals.
  const ColumnRule* declared(const std::string& name) const {
    const auto is_it = [&](const ColumnRule& r) { return r.name == name; };
    const auto is_alike = [&, folded = fold(name)](const ColumnRule& r) { return fold(r.name) == folded; };
    auto rule = std::find_if(columns_.begin(), columns_.end(), is_it);
    if (rule == columns_.end()) rule = std::find_if(columns_.begin(), columns_.end(), is_alike);
    return rule == columns_.end() ? nullptr : &*rule;
  }

  /// A first row without a single declared name is somebody's data, which no message may quote.
  bool is_header(const CsvRow& row) {
    const auto known = [&](const CsvCell& cell) { return declared(in_one_line(cell.text)) != nullptr; };
    if (std::any_of(row.cells.begin(), row.cells.end(), known)) return true;
    refuse({row.line, 1}, "the first line holds none of the declared columns",
           "write the column names in the first line, or declare them in moniker.yaml");
    return false;
  }

  void read_header(const RegisterTable& table) {
    const CsvRow& row = table.rows.front();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string name = in_one_line(row.cells[i].text);
      const ColumnRule* rule = declared(name);
      if (name.empty()) {
        if (holds_anything(table, i)) refuse(row.cells[i].at, "a column has no name", "name the column, or remove it");
      } else if (!rule) {
        refuse_undeclared(name, i + 1, row.cells[i].at);
      } else if (std::find(header_.begin(), header_.end(), rule) != header_.end()) {
        refuse(row.cells[i].at, fmt::format("the column `{}` is there twice", name), "rename or remove one of them");
        rule = nullptr;
      }
      header_.push_back(rule);
    }
    for (const ColumnRule& rule : columns_) {
      if (std::find(header_.begin(), header_.end(), &rule) != header_.end()) continue;
      refuse({row.line, 1}, fmt::format("the declared column `{}` is missing", rule.name),
             fmt::format("add the column, or remove line {} of moniker.yaml", rule.at.line));
    }
  }

  /// Spreadsheets leave columns of nothing behind as well.
  static bool holds_anything(const RegisterTable& table, std::size_t column) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const CsvRow& row) {
      return column < row.cells.size() && !without_outer_space(row.cells[column].text).empty();
    });
  }

  void refuse_undeclared(const std::string& name, std::size_t column, Position at) {
    if (name.size() > longest_name)
      return refuse(at, "the name of a column is longer than 1,000 bytes", "look for a quote that is never closed");
    std::vector<std::string_view> names;
    for (const ColumnRule& rule : columns_) names.push_back(rule.name);
    const std::string_view near = words::nearest(name, names);
    const std::string hint = near.empty() ? "" : fmt::format("; if it is `{}` misspelt, rename it", near);
    if (is_plain_heading(name)) {
      return refuse(
          at, fmt::format("the column `{}` is not declared", name),
          fmt::format("add `{}: drop` (or keep, band, replace) below `columns:` in moniker.yaml{}", name, hint));
    }
    refuse(at, fmt::format("column {} is not declared, and its heading may be somebody's name", column),
           fmt::format("where it heads a column, add it with `: drop` (or keep, band, replace) below `columns:` in "
                       "moniker.yaml{}; a sheet that begins with people needs a first row of headings",
                       hint));
  }

  static bool is_blank(const CsvRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const CsvCell& c) { return without_outer_space(c.text).empty(); });
  }

  /// Cells of nothing behind the last column are no fault.
  bool fits(const CsvRow& row) const {
    return row.cells.size() >= header_.size() &&
           std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(header_.size()), row.cells.end(),
                       [](const CsvCell& c) { return without_outer_space(c.text).empty(); });
  }

  Participant read_person(const CsvRow& row) {
    Participant person;
    person.line = row.line;
    person.role = "participant";
    if (!fits(row)) {
      refuse({row.line, 1}, fmt::format("the row has {} cells and the first line {}", row.cells.size(), header_.size()),
             "add or remove separators, or put a cell that holds one in quotes");
      return person;
    }
    const CsvCell* dates = nullptr;
    for (std::size_t i = 0; i < header_.size(); ++i) {
      if (!header_[i]) continue;
      if (header_[i]->means == "interview_date") dates = &row.cells[i], dates_column_ = header_[i];
      read_cell(*header_[i], row.cells[i], person);
    }
    if (dates) read_dates(*dates, person);
    if (person.name.empty() && person.number.empty()) {
      refuse({row.line, 1}, "the row has neither a name nor a number", "say who it is, or remove the row");
    }
    return person;
  }

  void read_cell(const ColumnRule& rule, const CsvCell& cell, Participant& person) {
    const std::string_view text = without_outer_space(cell.text);
    const bool says_who =
        rule.means == "number" || rule.means == "name" || rule.means == "aliases" || rule.means == "role";
    if (says_who && is_formula(text)) {
      refuse(cell.at, fmt::format("`{}` holds a formula, or the fault of one: {}", rule.name, shape_of(text)),
             "write what it should say");
      if (rule.means == "name") person.name = in_one_line(text);  // told once
    } else if (rule.means == "number") {
      read_number(text, cell.at, person);
    } else if (rule.means == "name") {
      if (!is_short(rule, text, cell.at)) return;
      person.name = in_one_line(text);
      if (says_nobody(person.name)) refuse_nobody(rule, text, cell.at);
      refuse_lost_letters(rule, person.name, cell.at);
    } else if (rule.means == "aliases") {
      person.aliases = some_parts(rule, text, ";\r\n", cell.at);
      std::erase_if(person.aliases, says_nobody);  // "N/A", "-": as if left empty
      for (const std::string& alias : person.aliases) refuse_lost_letters(rule, alias, cell.at);
    } else if (rule.means == "role") {
      if (!text.empty()) person.role = role_called(text);
    } else if (rule.means == "consent_date") {
      if (!text.empty()) person.consent_date = date(rule, text, cell.at);
    } else if (rule.means == "consent_scope") {
      for (const std::string& use : some_parts(rule, text, ";,\r\n", cell.at))
        person.consent_scope.push_back(fold(use));
    } else if (rule.means == "sessions") {
      read_sessions(rule, text, cell.at, person);
    } else if (rule.means == "interview_date") {
      return;  // after the sessions, wherever its column stands
    } else if (rule.use != ColumnUse::drop) {
      person.attributes[rule.name] = in_one_line(text);
    }
  }

  void refuse_nobody(const ColumnRule& rule, std::string_view text, Position at) {
    refuse(at, fmt::format("`{}` holds a stand-in for a name: {}", rule.name, shape_of(text)),
           "write the name, or leave the cell empty where none is known");
  }

  /// What stands for a lost letter is found nowhere, and the whole name would be published.
  void refuse_lost_letters(const ColumnRule& rule, std::string_view text, Position at) {
    if (!read::is_damaged(text)) return;
    refuse(at, fmt::format("`{}` has lost a letter: {}", rule.name, shape_of(text)),
           "write the name as it is, and save the file as `CSV UTF-8` or as .xlsx");
  }

  bool is_short(const ColumnRule& rule, std::string_view text, Position at) {
    if (text.size() <= longest_name) return true;
    refuse(at, fmt::format("`{}` holds one of {} bytes, where 1,000 are the most", rule.name, text.size()),
           "look for a quote that is never closed, or a separator that is missing");
    return false;
  }

  std::vector<std::string> some_parts(const ColumnRule& rule, std::string_view text, std::string_view marks,
                                      Position at) {
    std::vector<std::string> parts = parts_of(text, marks);
    if (parts.size() > most_parts) {
      refuse(at, fmt::format("`{}` holds {} entries, where 1,000 are the most", rule.name, parts.size()),
             "keep those of this person alone");
      return {};
    }
    const bool all_short =
        std::all_of(parts.begin(), parts.end(), [&](const std::string& part) { return is_short(rule, part, at); });
    return all_short ? std::move(parts) : std::vector<std::string>();
  }

  /// As moniker.yaml spells it.
  std::string role_called(std::string_view text) const {
    const std::string folded = fold(text);
    const auto is_it = [&](const std::string& role) { return fold(role) == folded; };
    const auto found = std::find_if(rules_.roles.begin(), rules_.roles.end(), is_it);
    return found == rules_.roles.end() ? std::string(text) : *found;
  }

  void read_number(std::string_view text, Position at, Participant& person) {
    person.number = text;
    if (text.empty() || numbers_.insert(fold(text)).second) return;
    refuse(at, "the number is another person's already", "give each person a number of their own");
  }

  std::optional<std::chrono::year_month_day> date(const ColumnRule& rule, std::string_view text, Position at) {
    const DateCell cell = read_date(text, forms_);
    if (!cell.day)
      refuse(at, fmt::format("`{}` is not a date: {}: {}", rule.name, shape_of(text), cell.fault),
             std::string(cell.remedy));
    return cell.day;
  }

  /// file=label; file=label. A label may hold = and :, a delivered file's name may hold neither.
  void read_sessions(const ColumnRule& rule, std::string_view text, Position at, Participant& person) {
    for (const std::string& entry : some_parts(rule, text, ";\r\n", at)) {
      SessionCell cell = read_session(entry);
      if (!cell.session) {
        refuse(at, fmt::format("{}: `{}` holds {}", cell.fault, rule.name, shape_of(entry)), std::string(cell.remedy));
        continue;
      }
      if (!sessions_.emplace(cell.session->file, fold(cell.session->speaker)).second) {
        refuse(at, "the same speaker of the same file is given twice",
               "write each person's own label after the file: `file=label`");
      }
      person.sessions.push_back(std::move(*cell.session));
    }
  }

  void read_dates(const CsvCell& cell, Participant& person) {
    const auto days = some_parts(*dates_column_, cell.text, ";\r\n", cell.at);
    if (days.empty()) return;
    if (days.size() != person.sessions.size() && days.size() != 1) {
      return refuse(cell.at,
                    fmt::format("there are {} interview dates for {} sessions", days.size(), person.sessions.size()),
                    "write one date, or one for each session in the same order, with ; between them");
    }
    std::vector<std::optional<std::chrono::year_month_day>> read;
    for (const std::string& day : days) read.push_back(date(*dates_column_, day, cell.at));
    for (std::size_t i = 0; i < person.sessions.size(); ++i) person.sessions[i].date = read[read.size() == 1 ? 0 : i];
  }

  Faults faults_;
  const std::vector<ColumnRule>& columns_;
  const RegisterRules& rules_;
  DateForms forms_{};
  std::vector<const ColumnRule*> header_{};  // nothing where the column is not read
  const ColumnRule* dates_column_ = nullptr;
  std::set<std::string> numbers_{};
  std::set<std::pair<std::string, std::string>> sessions_{};  // file and folded label
};

/// The register as messages name it: below the study's folder as the user wrote that.
std::string shown_path(const StudyConfig& config) {
  const auto inside =
      config.register_file.lexically_relative(std::filesystem::absolute(config.folder).lexically_normal());
  const bool is_inside = !inside.empty() && *inside.begin() != "..";
  return (is_inside ? config.folder / inside : config.register_file).string();
}

}  // namespace

Register parse_register(std::string_view bytes, const std::string& file, const std::vector<ColumnRule>& columns,
                        const RegisterRules& rules) {
  return RegisterReader(file, columns, rules).read(register_table(bytes, file, columns));
}

Register read_register(const StudyConfig& config) {
  RegisterRules rules{.order = config.date_order, .roles = {}};
  for (const auto& [role, rule] : config.checks.roles) rules.roles.push_back(role);
  return parse_register(read_file(config.register_file), shown_path(config), config.columns, rules);
}

}  // namespace moniker::study
