// The linkage table and the attributes, as CSV (RFC 4180) in study order. The first names people and is sealed to the
// linkage recipients; the second holds only what moniker.yaml declares, as it is, in bands, or by stand-ins numbered
// after their sorted values. Who withdrew has a row that says so in the first and none in the second; who has not
// consented has one in the first where their ID is published in what others said, and else none.
#include "report/linkage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>
#include <tuple>

#include "base/csv_cell.hpp"
#include "base/delivery_folder.hpp"
#include "base/iso_date.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

using Row = std::vector<std::string>;

std::string csv_line(const Row& row) {
  std::string line;
  for (const std::string& cell : row) {
    if (&cell != &row.front()) line += ',';
    line += csv_cell(cell);
  }
  return line + "\r\n";
}

/// Each person's entity, in register order.
std::vector<std::uint32_t> entities_of(const resolve::Assignment& assignment, const Register& people) {
  std::vector<std::uint32_t> indices;
  for (const std::string& key : resolve::participant_keys(people)) {
    const auto found = assignment.people.find(key);
    if (found == assignment.people.end()) {
      throw Error::usage("the register changed after the study was assigned",
                         "run `moniker assign` again, or `moniker run` for all steps");
    }
    indices.push_back(found->second);
  }
  return indices;
}

std::vector<std::string> interview_dates(const Participant& person) {
  std::vector<std::string> dates;
  for (const Session& session : person.sessions) {
    if (session.date) dates.push_back(iso_date(*session.date));
  }
  return dates;
}

/// The values of a column for one person: one, or one for each session. Nothing for a column that identifies.
std::optional<std::vector<std::string>> values_of(const ColumnRule& column, const Participant& person) {
  if (column.means == "role") return std::vector{person.role};
  if (column.means == "interview_date") return interview_dates(person);
  if (column.means == "consent_date") {
    if (!person.consent_date) return std::vector<std::string>{};
    return std::vector{iso_date(*person.consent_date)};
  }
  if (column.means == "number" || column.means == "name" || column.means == "aliases" || column.means == "sessions" ||
      column.means == "consent_scope") {
    return std::nullopt;
  }
  const auto found = person.attributes.find(column.name);
  return std::vector{found == person.attributes.end() ? std::string() : found->second};
}

/// Gives the values of a column their stand-ins: SITE_1, SITE_2, ...
class StandIns {
 public:
  std::string of(const ColumnRule& column, const std::string& value) {
    if (value.empty()) return {};
    auto& known = known_[column.name];
    const auto at = known.try_emplace(value, known.size() + 1).first;
    return fmt::format("{}_{}", in_capitals(column.name), at->second);
  }

 private:
  static std::string in_capitals(const std::string& name) {
    std::string out;
    for (const char c : name) out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == ' ' ? '_' : c;
    return out;
  }
  std::map<std::string, std::map<std::string, std::size_t>> known_{};
};

std::string shown_value(const ColumnRule& column, const std::string& value, StandIns& stand_ins) {
  switch (column.use) {
    case ColumnUse::keep:
      return value;
    case ColumnUse::band:
      return band_of(value, column.width, column.top);
    case ColumnUse::replace:
      return stand_ins.of(column, value);
    case ColumnUse::drop:
      return {};
  }
  return {};
}

std::vector<const ColumnRule*> shown_columns(const std::vector<ColumnRule>& columns) {
  std::vector<const ColumnRule*> shown;
  for (const ColumnRule& column : columns) {
    if (column.use != ColumnUse::drop && values_of(column, {})) shown.push_back(&column);
  }
  return shown;
}

}  // namespace

std::string band_of(std::string_view value, int width, int top) {
  if (value.empty()) return {};
  if (const auto day = parse_iso_date(value)) return std::to_string(static_cast<int>(day->year()));
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  if (error != std::errc() || end != value.data() + value.size() || number < 0 || width < 1) return "other";
  if (number >= top) return fmt::format("{}+", top);
  const int begin = number / width * width;
  const int last = std::min(begin + width, top) - 1;
  return width == 1 ? std::to_string(number) : fmt::format("{}-{}", begin, last);
}

namespace {

/// The surrogate of an entity as a person reads it; of one that has no given or family name, each of its words.
std::string called_instead(const resolve::Assignment& assignment, std::uint32_t index) {
  const auto found = assignment.surrogates.find(index);
  if (found == assignment.surrogates.end()) return {};
  const resolve::Surrogate& surrogate = found->second;
  std::string called = surrogate.given;
  if (!surrogate.family.empty()) called += (called.empty() ? "" : " ") + surrogate.family;
  if (!called.empty()) return called;
  for (const auto& [word, text] : surrogate.words) called += (called.empty() ? "" : "; ") + text;
  return called;
}

std::string called_in_text(const resolve::Assignment& assignment, const std::map<std::uint32_t, std::string>& described,
                           std::uint32_t index) {
  const auto in_words = described.find(index);
  return in_words == described.end() ? called_instead(assignment, index) : in_words->second;
}

Row linkage_head() {
  return {"pseudonym", "label",      "subtype", "form",    "study_number", "name",
          "role",      "transcript", "file",    "aliases", "surrogate",    "reasons"};
}

Row transcript_row(const std::string& id, const std::string& file) {
  return {"", "", "", "", "", "", "", id, file, "", "", ""};
}

/// "session; short form".
std::string listed(const std::map<std::uint32_t, std::set<resolve::Reason>>& reasons, std::uint32_t index) {
  std::string list;
  const auto found = reasons.find(index);
  if (found == reasons.end()) return list;
  for (const resolve::Reason reason : found->second)
    list.append(list.empty() ? "" : "; ").append(resolve::reason_name(reason));
  return list;
}

}  // namespace

std::string linkage_csv(const resolve::Assignment& assignment, const Register& people, const InResults& results,
                        const std::map<std::uint32_t, std::string>& described) {
  std::string csv = csv_line(linkage_head());
  const auto indices = entities_of(assignment, people);
  const auto reasons = assignment.reasons();
  std::multimap<std::uint32_t, const Participant*> by_entity;
  std::set<std::uint32_t> waiting;
  for (std::size_t i = 0; i < indices.size(); ++i) {
    by_entity.emplace(indices[i], &people.people[i]);
    if (results.waiting.contains(i)) waiting.insert(indices[i]);
  }
  for (std::uint32_t i = 0; i < assignment.entities.size(); ++i) {
    const resolve::Entity& e = assignment.entities[i];
    const bool asks =
        waiting.contains(i) || !by_entity.contains(i);  // the register's own are there without being named
    if (asks && !results.has(e)) continue;
    const auto [begin, end] = by_entity.equal_range(i);
    const std::string called = called_in_text(assignment, described, i);
    const std::string why = listed(reasons, i);
    if (begin == end)
      csv += csv_line({resolve::shown_name(e), e.label, e.subtype, e.form, "", "", "", "", "", "", called, why});
    for (auto at = begin; at != end; ++at) {
      const Participant& person = *at->second;
      if (person.withdrawn) {
        csv += csv_line({person.withdrawn->id, e.label, "", "", "", "", "withdrawn", "", "", "", "", ""});
        continue;
      }
      std::string aliases;
      for (const std::string& alias : person.aliases) aliases += (aliases.empty() ? "" : "; ") + alias;
      csv += csv_line({resolve::shown_name(e), e.label, e.subtype, e.form, person.number, person.name, person.role, "",
                       "", aliases, called, why});
    }
  }
  std::vector<std::pair<std::string, std::string>> transcripts;
  for (const auto& [file, id] : assignment.transcripts) {
    if (!results.without.contains(file) && !is_put_away_name(file)) transcripts.emplace_back(id, file);
  }
  std::sort(transcripts.begin(), transcripts.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.first.size(), a.first) < std::tuple(b.first.size(), b.first);  // T99 before T100
  });
  for (const auto& [id, file] : transcripts) csv += csv_line(transcript_row(id, file));
  return csv;
}

std::string linkage_part_csv(const resolve::Assignment& assignment, const Register& people, const std::string& file,
                             const std::set<std::string>& names,
                             const std::map<std::uint32_t, std::string>& described) {
  std::string csv = csv_line(linkage_head());
  const auto indices = entities_of(assignment, people);
  const std::set<std::uint32_t> registered(indices.begin(), indices.end());
  const auto reasons = assignment.reasons();
  for (std::uint32_t i = 0; i < assignment.entities.size(); ++i) {
    const resolve::Entity& e = assignment.entities[i];
    const std::string id = resolve::shown_name(e), why = listed(reasons, i);
    if (e.withdrawn || !names.contains(id)) continue;
    if (registered.contains(i))
      csv += csv_line({id, e.label, "", "", "", "", "", "", "", "", "", why});
    else
      csv += csv_line(
          {id, e.label, e.subtype, e.form, "", "", "", "", "", "", called_in_text(assignment, described, i), why});
  }
  return csv + csv_line(transcript_row(assignment.transcripts.at(file), file));
}

namespace {

/// A partner, a colleague: of a role of their own, with no session, and nobody's turns are theirs. They are nobody that
/// an analysis compares.
bool is_talked_of_alone(const resolve::Assignment& assignment, const Participant& person, std::uint32_t index) {
  if (!person.sessions.empty()) return false;
  return std::none_of(assignment.speakers.begin(), assignment.speakers.end(),
                      [&](const auto& speaker) { return speaker.second == index; });
}

}  // namespace

std::string attributes_csv(const resolve::Assignment& assignment, const Register& people,
                           const std::vector<ColumnRule>& columns, const InResults& results,
                           const AttributeValues& meant) {
  const auto shown = shown_columns(columns);
  Row head{"id"};
  for (const ColumnRule* column : shown) head.push_back(column->name);

  StandIns stand_ins;
  std::vector<std::pair<std::uint32_t, std::string>> rows;
  const auto indices = entities_of(assignment, people);
  for (std::size_t i = 0; i < indices.size(); ++i) {
    if (people.people[i].withdrawn || results.waiting.contains(i)) continue;
    if (results.others.contains(i) && is_talked_of_alone(assignment, people.people[i], indices[i])) continue;
    Row row{assignment.entities[indices[i]].participant};
    for (const ColumnRule* column : shown) {
      std::string cell;
      const auto values = values_of(*column, people.people[i]);
      for (const std::string& value : *values) {
        if (!cell.empty()) cell += "; ";
        cell += shown_value(*column, meant.of(column->name, value), stand_ins);
      }
      row.push_back(std::move(cell));
    }
    rows.emplace_back(indices[i], csv_line(row));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string csv = csv_line(head);
  for (const auto& [index, line] : rows) csv += line;
  return csv;
}

}  // namespace moniker::study
