// participants.csv: rows of text -> people. The header must hold exactly the declared columns. Cells never
// appear in a message: line and column say where to look.
#include <fmt/core.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/byte_source.hpp"
#include "base/csv.hpp"
#include "base/fold.hpp"
#include "base/iso_date.hpp"
#include "base/utf8.hpp"
#include "config/config.hpp"
#include "moniker/error.hpp"
#include "words/nearest.hpp"

namespace moniker::study {
namespace {

/// No-break and zero-width spaces too, which spreadsheets and web pages leave in cells.
std::string_view without_outer_space(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = code_point_at(text, 0);
    if (!is_space(first.value)) break;
    text.remove_prefix(first.length);
  }
  while (!text.empty()) {
    const CodePoint last = code_point_before(text, text.size());
    if (!is_space(last.value)) break;
    text.remove_suffix(last.length);
  }
  return text;
}

/// The parts of a cell between any of `marks`, trimmed, the empty ones left out.
std::vector<std::string> split(std::string_view cell, std::string_view marks) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= cell.size();) {
    const std::size_t end = std::min(cell.find_first_of(marks, begin), cell.size());
    const std::string_view part = without_outer_space(cell.substr(begin, end - begin));
    if (!part.empty()) parts.emplace_back(part);
    begin = end + 1;
  }
  return parts;
}

class RegisterReader {
 public:
  RegisterReader(const std::string& file, const std::vector<ColumnRule>& columns) : file_(file), columns_(columns) {}

  Register read(const std::vector<CsvRow>& rows) {
    if (rows.empty()) refuse({}, "is empty", "write the column names in its first line");
    read_header(rows.front());
    Register people;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (is_blank(rows[i])) continue;  // spreadsheets leave rows of commas behind
      people.people.push_back(read_person(rows[i]));
    }
    return people;
  }

 private:
  [[noreturn]] void refuse(Position at, std::string what, std::string remedy) const {
    throw Error::usage(std::move(what), std::move(remedy), {file_, at});
  }

  const ColumnRule* declared(std::string_view name) const {
    const auto rule =
        std::find_if(columns_.begin(), columns_.end(), [&](const ColumnRule& r) { return r.name == name; });
    return rule == columns_.end() ? nullptr : &*rule;
  }

  /// A first row without a single declared name is somebody's data, which no message may quote.
  void check_is_header(const CsvRow& row) const {
    const auto known = [&](const CsvCell& cell) { return declared(without_outer_space(cell.text)) != nullptr; };
    if (std::any_of(row.cells.begin(), row.cells.end(), known)) return;
    const bool other_mark = row.cells.size() == 1 && row.cells[0].text.find_first_of(";\t") != std::string::npos;
    if (other_mark)
      refuse({row.line, 1}, "the columns are not separated by commas",
             "save the file as `CSV UTF-8 (comma delimited)`");
    refuse({row.line, 1}, "the first line holds none of the declared columns",
           "write the column names in the first line, or declare them in moniker.yaml");
  }

  void read_header(const CsvRow& row) {
    check_is_header(row);
    for (const CsvCell& cell : row.cells) {
      const std::string name(without_outer_space(cell.text));
      if (name.empty()) refuse(cell.at, "a column has no name", "name the column, or remove it");
      const ColumnRule* rule = declared(name);
      if (!rule) refuse_undeclared(name, cell.at);
      if (std::find(header_.begin(), header_.end(), rule) != header_.end()) {
        refuse(cell.at, fmt::format("the column `{}` is there twice", name), "rename or remove one of them");
      }
      header_.push_back(rule);
    }
    for (const ColumnRule& rule : columns_) {
      if (std::find(header_.begin(), header_.end(), &rule) != header_.end()) continue;
      refuse({row.line, 1}, fmt::format("the declared column `{}` is missing", rule.name),
             fmt::format("add the column, or remove line {} of moniker.yaml", rule.at.line));
    }
  }

  [[noreturn]] void refuse_undeclared(const std::string& name, Position at) const {
    std::vector<std::string_view> names;
    for (const ColumnRule& rule : columns_) names.push_back(rule.name);
    const std::string_view near = words::nearest(name, names);
    const std::string hint = near.empty() ? "" : fmt::format("; if it is `{}` misspelt, rename it", near);
    refuse(at, fmt::format("the column `{}` is not declared", name),
           fmt::format("add `{}: drop` (or keep, band, replace) below `columns:` in moniker.yaml{}", name, hint));
  }

  static bool is_blank(const CsvRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const CsvCell& c) { return without_outer_space(c.text).empty(); });
  }

  Participant read_person(const CsvRow& row) {
    if (row.cells.size() != header_.size()) {
      refuse({row.line, 1}, fmt::format("the row has {} cells and the first line {}", row.cells.size(), header_.size()),
             "add or remove commas, or put a cell that holds a comma in quotes");
    }
    Participant person;
    person.line = row.line;
    person.role = "participant";
    const CsvCell* dates = nullptr;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (header_[i]->means == "interview_date") dates = &row.cells[i];
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
    if (rule.means == "number") {
      read_number(text, cell.at, person);
    } else if (rule.means == "name") {
      person.name = text;
    } else if (rule.means == "aliases") {
      person.aliases = split(text, ";");
    } else if (rule.means == "role") {
      if (!text.empty()) person.role = text;
    } else if (rule.means == "consent_date") {
      if (!text.empty()) person.consent_date = date(text, cell.at);
    } else if (rule.means == "consent_scope") {
      for (const std::string& use : split(text, ";,")) person.consent_scope.push_back(fold(use));
    } else if (rule.means == "sessions") {
      read_sessions(text, cell.at, person);
    } else if (rule.means == "interview_date") {
      return;  // after the sessions, wherever its column stands
    } else if (rule.use != ColumnUse::drop) {
      person.attributes[rule.name] = text;
    }
  }

  void read_number(std::string_view text, Position at, Participant& person) {
    person.number = text;
    if (text.empty() || numbers_.insert(fold(text)).second) return;
    refuse(at, "the number is another person's already", "give each person a number of their own");
  }

  std::chrono::year_month_day date(std::string_view text, Position at) const {
    const auto day = parse_iso_date(text);
    if (!day) refuse(at, "is not a date", "write year, month and day as in 2026-03-12");
    return *day;
  }

  /// file=label; file=label. A label may hold = and :, a delivered file's name may not hold =.
  void read_sessions(std::string_view text, Position at, Participant& person) {
    for (const std::string& entry : split(text, ";")) {
      const std::size_t equals = std::min(entry.find('='), entry.size());
      Session session;
      session.file = without_outer_space(std::string_view(entry).substr(0, equals));
      if (equals < entry.size()) session.speaker = without_outer_space(std::string_view(entry).substr(equals + 1));
      if (session.file.empty() || session.file.find_first_of("/\\") != std::string::npos) {
        refuse(at, "a session does not name a delivered file",
               "write `file=speaker label`, the file without its folder");
      }
      if (!sessions_.emplace(session.file, fold(session.speaker)).second) {
        refuse(at, "the same speaker of the same file is given twice",
               "write each person's own label after the file: `file=label`");
      }
      person.sessions.push_back(std::move(session));
    }
  }

  void read_dates(const CsvCell& cell, Participant& person) const {
    const auto days = split(cell.text, ";");
    if (days.empty()) return;
    if (days.size() != person.sessions.size() && days.size() != 1) {
      refuse(cell.at, fmt::format("there are {} interview dates for {} sessions", days.size(), person.sessions.size()),
             "write one date, or one for each session in the same order, with ; between them");
    }
    for (std::size_t i = 0; i < person.sessions.size(); ++i) {
      person.sessions[i].date = date(days[days.size() == 1 ? 0 : i], cell.at);
    }
  }

  const std::string& file_;
  const std::vector<ColumnRule>& columns_;
  std::vector<const ColumnRule*> header_{};
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

Register parse_register(std::string_view text, const std::string& file, const std::vector<ColumnRule>& columns) {
  return RegisterReader(file, columns).read(parse_csv(text, file));
}

Register read_register(const StudyConfig& config) {
  return parse_register(read_file(config.register_file), shown_path(config), config.columns);
}

}  // namespace moniker::study
