// The printout for the eyes, and what to know before it is published. IDs stand here where they were asked for, and
// never in a file.
#include "participants/participants_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/shown_text.hpp"

namespace moniker::custodian {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t remedies_told = 4, alone_told = 8;

std::string people(std::size_t n) { return fmt::format("{} {}", n, n == 1 ? "person" : "people"); }
std::int64_t in_percent(double share) { return std::llround(share * 100); }

std::size_t width_of(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}
std::string padded(const std::string& text, std::size_t width, bool right = false) {
  const std::size_t has = width_of(text);
  const std::string blanks(width > has ? width - has : 0, ' ');
  return right ? blanks + text : text + blanks;
}

std::string names(const Participants& page, const disclosure::ColumnSet& columns) {
  std::vector<std::string> all;
  for (const std::size_t column : columns) all.push_back(page.people.columns[column].name);
  return fmt::format("{}", fmt::join(all, ", "));
}

std::vector<std::string> ids(const Participants& page, const std::vector<std::size_t>& rows) {
  std::vector<std::string> all;
  for (const std::size_t row : rows) all.push_back(page.ids[row]);
  return all;
}

std::string sheet_text(const Sheet& sheet, const Style& style) {
  std::vector<std::vector<std::string>> rows{{"", ""}};
  for (const std::string& group : sheet.groups) rows.front().push_back(group);
  std::string last;
  for (const SheetRow& row : sheet.rows) {
    rows.push_back({row.characteristic == last ? "" : shown_text(row.characteristic), shown_text(row.value)});
    for (const SheetCell& cell : row.cells) rows.back().push_back(cell_text(cell));
    last = row.characteristic;
  }
  std::vector<std::size_t> widths(rows.front().size());
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }
  std::string text = fmt::format("{}{}{}\n", style.bold, sheet.caption, style.plain);
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += "  " + padded(row[i], widths[i], i > 1);
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  for (const std::string& note : sheet.notes) text += fmt::format("  {}{}{}\n", style.dim, note, style.plain);
  return text + "\n";
}

std::string remedy_text(const Participants& page, const disclosure::Remedy& remedy) {
  const std::string what = page.people.columns[remedy.column].name + " " + remedy.how;
  const std::string becomes = remedy.to == 0 ? fmt::format("{} values lost", remedy.from)
                                             : fmt::format("{} values to {}", remedy.from, remedy.to);
  return fmt::format("      {}  k = {}, {} below it; {}, {} % of what it tells ({:.1f} bits)\n", padded(what, 42),
                     remedy.k, people(remedy.below), becomes, in_percent(remedy.lost), remedy.bits);
}

std::string set_text(const Participants& page, const PublishedSet& set, const Style& style) {
  const bool reached = set.standing.k >= page.k;
  std::string text =
      fmt::format("  {} ({}): {}k = {}{}, {} alone, {} of {} kinds\n", set.what, names(page, set.standing.columns),
                  reached ? style.green : style.yellow, set.standing.k, style.plain, people(set.standing.alone.size()),
                  people(static_cast<std::size_t>(page.told_people)), set.standing.kinds);
  if (page.shows_ids && !set.standing.alone.empty())
    text += fmt::format("    alone: {}\n", fmt::join(ids(page, set.standing.alone), ", "));
  std::vector<std::string> all;
  for (const auto& [column, l] : set.l) all.push_back(fmt::format("{} {}", column, l));
  if (!all.empty()) text += fmt::format("    l: {}\n", fmt::join(all, ", "));
  if (reached) return text;
  const bool any = !set.remedies.empty() && set.remedies.front().below == 0;
  text += fmt::format("    {}\n", any ? fmt::format("to reach k = {}, tell less of one column:", page.k)
                                      : fmt::format("no single column brings k = {}; nearest are", page.k));
  for (std::size_t i = 0; i < std::min(remedies_told, set.remedies.size()); ++i)
    text += remedy_text(page, set.remedies[i]);
  return text;
}

std::string protection_text(const Participants& page, const Style& style) {
  std::string text = fmt::format("{}Before it is published{}\n", style.bold, style.plain);
  if (page.silent > 0)
    text += fmt::format("  {} of the attributes speak in no transcript and are not counted\n", people(page.silent));
  for (const disclosure::Merge& merge : page.merges) {
    text += fmt::format("  {} merged {}: {} values to {}, {} % of what it tells is lost\n", merge.column, merge.how,
                        merge.from, merge.to, in_percent(merge.lost));
  }
  if (page.small + page.beside > 0)
    text += fmt::format("  cells held back: {} small, and {} by which those could be worked out\n", page.small,
                        page.beside);
  if (page.earlier > 0)
    text += fmt::format("  nothing comes back by {} given of this study before\n",
                        page.earlier == 1 ? "the tables" : fmt::format("the tables of {} commands", page.earlier));
  if (page.not_held_against > 0)
    text += fmt::format(
        "  {}tables of {} of this study before could not be held against these: rounded, merged, of other data, or too "
        "many;\n  together they may give back what each holds back. If they are not published, say so: --afresh{}\n",
        style.yellow, page.not_held_against == 1 ? "a command" : fmt::format("{} commands", page.not_held_against),
        style.plain);
  for (const std::string& table : page.withheld)
    text += fmt::format("  {}not printed: {}: its smallest cells could be worked out whatever is held back{}\n",
                        style.yellow, table, style.plain);
  for (const std::string& cell : page.given_back)
    text += fmt::format("  {}can be told all the same: {}{}\n", style.red, cell, style.plain);
  return text;
}

Json cell_json(const std::string& group, const SheetCell& cell) {
  Json json{{"group", group}, {"n", nullptr}, {"percent", nullptr}};
  if (cell.n) json["n"] = *cell.n;
  if (cell.percent) json["percent"] = *cell.percent;
  return json;
}

Json sheet_json(const Sheet& sheet) {
  Json rows = Json::array();
  for (const SheetRow& row : sheet.rows) {
    Json cells = Json::array();
    for (std::size_t g = 0; g < row.cells.size(); ++g) {
      if (!row.cells[g].empty) cells.push_back(cell_json(sheet.groups[g], row.cells[g]));
    }
    rows.push_back({{"characteristic", row.characteristic}, {"value", row.value}, {"cells", std::move(cells)}});
  }
  return {{"caption", sheet.caption}, {"rows", std::move(rows)}, {"notes", sheet.notes}};
}

Json column_list(const Participants& page, const disclosure::ColumnSet& columns) {
  Json list = Json::array();
  for (const std::size_t column : columns) list.push_back(page.people.columns[column].name);
  return list;
}

Json set_json(const Participants& page, const PublishedSet& set) {
  Json l = Json::object(), remedies = Json::array();
  for (const auto& [column, least] : set.l) l[column] = least;
  for (const disclosure::Remedy& remedy : set.remedies) {
    remedies.push_back({{"column", page.people.columns[remedy.column].name},
                        {"how", remedy.how},
                        {"k", remedy.k},
                        {"alone", remedy.alone},
                        {"below", remedy.below},
                        {"values", remedy.to},
                        {"bits_lost", remedy.bits},
                        {"lost", remedy.lost}});
  }
  Json json{{"what", set.what},
            {"columns", column_list(page, set.standing.columns)},
            {"k", set.standing.k},
            {"kinds", set.standing.kinds},
            {"alone", set.standing.alone.size()},
            {"below", set.standing.below},
            {"l", std::move(l)},
            {"remedies", std::move(remedies)}};
  if (page.shows_ids) json["ids"] = ids(page, set.standing.alone);
  return json;
}

}  // namespace

std::string as_text(const Participants& page, const Style& style) {
  std::string text;
  for (const Sheet& sheet : page.printout.sheets) text += sheet_text(sheet, style);
  text += shown_text(page.printout.sentence) + "\n\n" + protection_text(page, style);
  for (const PublishedSet& set : page.sets) text += set_text(page, set, style);
  for (std::size_t i = 0; i < std::min(alone_told, page.alone.size()); ++i) {
    const disclosure::AloneBy& one = page.alone[i];
    text += fmt::format("  alone by {} and no fewer: {}{}\n", names(page, one.columns), people(one.rows.size()),
                        page.shows_ids ? fmt::format(" ({})", fmt::join(ids(page, one.rows), ", ")) : "");
  }
  if (page.alone.size() > alone_told)
    text += fmt::format("  and by {} further sets of columns\n", page.alone.size() - alone_told);
  return text;
}

Json as_json(const Participants& page) {
  Json tables = Json::array(), merges = Json::array(), sets = Json::array(), alone = Json::array();
  for (const Sheet& sheet : page.printout.sheets) tables.push_back(sheet_json(sheet));
  for (const disclosure::Merge& merge : page.merges)
    merges.push_back({{"column", merge.column}, {"how", merge.how}, {"values", merge.to}, {"lost", merge.lost}});
  for (const PublishedSet& set : page.sets) sets.push_back(set_json(page, set));
  for (const disclosure::AloneBy& one : page.alone) {
    Json json{{"columns", column_list(page, one.columns)}, {"people", one.rows.size()}};
    if (page.shows_ids) json["ids"] = ids(page, one.rows);
    alone.push_back(std::move(json));
  }
  return {{"people", page.told_people},
          {"not_counted", page.silent},
          {"tables", std::move(tables)},
          {"sentence", page.printout.sentence},
          {"protection",
           {{"method", page.method},
            {"small", page.small},
            {"beside", page.beside},
            {"withheld", page.withheld},
            {"given_back", page.given_back},
            {"earlier", page.earlier},
            {"not_held_against", page.not_held_against},
            {"merges", std::move(merges)}}},
          {"k_wanted", page.k},
          {"published", std::move(sets)},
          {"alone_by", std::move(alone)}};
}

}  // namespace moniker::custodian
