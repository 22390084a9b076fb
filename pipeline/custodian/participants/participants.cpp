// From the attributes of who speaks to tables that may be printed, and to what can be told of people by them.
#include "participants/participants.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "disclosure/round.hpp"
#include "moniker/error.hpp"

namespace moniker::custodian {
namespace {

using disclosure::Cell;
using disclosure::ColumnSet;
using disclosure::People;

constexpr std::string_view no_role = "participant";

std::set<std::string> who_speaks(const ExportedStudy& study) {
  std::set<std::string> speakers;
  for (const ExportedTranscript& transcript : study.transcripts) {
    for (std::string& speaker : speakers_of(transcript)) speakers.insert(std::move(speaker));
  }
  return speakers;
}

std::size_t column_named(const People& people, const std::string& name) {
  for (std::size_t i = 0; i < people.columns.size(); ++i) {
    if (people.columns[i].name == name) return i;
  }
  std::vector<std::string> names;
  for (const auto& column : people.columns) names.push_back(column.name);
  throw Error::usage("the attributes have no such column",
                     fmt::format("they have {}", names.empty() ? "none at all: see register: in moniker.yaml"
                                                               : fmt::format("{}", fmt::join(names, ", "))),
                     {name});
}

ColumnSet set_of(const People& people, const std::vector<std::string>& names) {
  std::set<std::size_t> columns;
  for (const std::string& name : names) columns.insert(column_named(people, name));
  return {columns.begin(), columns.end()};
}

/// "role, gender"
std::string names_of(const People& people, const ColumnSet& columns) {
  std::vector<std::string> names;
  for (const std::size_t column : columns) names.push_back(people.columns[column].name);
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string told(const People& people, const Cell& cell) {
  std::vector<std::string> parts;
  for (const auto& [column, value] : cell) {
    parts.push_back(people.columns[column].name + " " + shown_value(people.columns[column].values[value]));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// What is asked, by places of columns.
struct Plan {
  std::vector<std::size_t> columns{};
  std::optional<std::size_t> by{};
  std::vector<ColumnSet> cross{};
  disclosure::Printing printing{};
};

Plan plan_of(const Participants& participants, const TableWish& wish) {
  const People& people = participants.people;
  Plan plan;
  for (const std::string& name : wish.columns) plan.columns.push_back(column_named(people, name));
  if (wish.columns.empty()) {
    plan.columns.resize(people.columns.size());
    std::iota(plan.columns.begin(), plan.columns.end(), 0);
  }
  if (!wish.by.empty()) plan.by = column_named(people, wish.by);
  for (const std::size_t column : plan.columns) {
    if (column != plan.by) plan.printing.tables.push_back(plan.by ? ColumnSet{column, *plan.by} : ColumnSet{column});
  }
  if (plan.by && plan.printing.tables.empty()) plan.printing.tables.push_back({*plan.by});
  for (const auto& names : wish.cross) {
    plan.cross.push_back(set_of(people, names));
    if (plan.cross.back().size() != 2)
      throw Error::usage("a further table is of two columns", "give --cross COLUMN,COLUMN, as often as there are such");
    plan.printing.tables.push_back(plan.cross.back());
  }
  for (ColumnSet& table : plan.printing.tables) std::sort(table.begin(), table.end());
  plan.printing.attributions = set_of(people, wish.attribution);
  plan.printing.threshold = wish.threshold;
  for (const std::string& id : wish.quoted) {
    const auto found = std::find(participants.ids.begin(), participants.ids.end(), id);
    if (found == participants.ids.end())
      throw Error::usage("nobody who speaks has this ID", "give IDs as out/ has them: ID04", {id});
    plan.printing.quoted.push_back(static_cast<std::size_t>(found - participants.ids.begin()));
  }
  if (wish.quoted.empty()) {
    plan.printing.quoted.resize(people.count());
    std::iota(plan.printing.quoted.begin(), plan.printing.quoted.end(), 0);
  }
  return plan;
}

Sheet& add_sheet(Participants& out, Sheet sheet, std::string caption) {
  sheet.caption = std::move(caption);
  return out.printout.sheets.emplace_back(std::move(sheet));
}

void add_sheets(Participants& out, const Printable& counts, const Plan& plan) {
  add_sheet(out, sheet_of(out.people, counts, plan.columns, plan.by),
            plan.by ? "Characteristics of participants by " + out.people.columns[*plan.by].name
                    : "Characteristics of participants");
  for (const ColumnSet& cross : plan.cross) {
    add_sheet(
        out, sheet_of(out.people, counts, {cross[0]}, cross[1]),
        fmt::format("{} by {}", shown_column(out.people.columns[cross[0]].name), out.people.columns[cross[1]].name));
  }
}

/// Makes again what was given before, each table beside those that it was given beside. What comes out otherwise now is
/// of other people or by another moniker, and readers hold something that is not known here.
disclosure::Earlier made_again(Participants& out, const std::vector<EarlierTables>& earlier) {
  disclosure::Earlier all;
  for (const EarlierTables& one : earlier) {
    if (one.wish.round > 0 || one.wish.merge) continue;
    try {
      Plan plan = plan_of(out, one.wish);
      plan.printing.earlier = all;
      const disclosure::Suppressed suppressed = disclosure::suppress(out.people, plan.printing);
      Participants again{.people = out.people};
      add_sheets(again, printable(suppressed.release), plan);
      if (digest_of(again.printout) != one.digest) continue;
      all = {suppressed.release, suppressed.guarded};
      ++out.earlier;
    } catch (const Error&) {  // a column or an ID that is no more, or too many cells
    }
  }
  return all;
}

/// Beside what was given before; alone where all of it together cannot be worked out.
disclosure::Suppressed suppressed_beside(Participants& out, Plan& plan, const std::vector<EarlierTables>& earlier) {
  plan.printing.earlier = made_again(out, earlier);
  out.not_held_against = earlier.size() - out.earlier;
  try {
    return disclosure::suppress(out.people, plan.printing);
  } catch (const Error&) {
    if (out.earlier == 0) throw;
    plan.printing.earlier = {};
    out.earlier = 0;
    out.not_held_against = earlier.size();
    return disclosure::suppress(out.people, plan.printing);
  }
}

void print_suppressed(Participants& out, Plan& plan, const TableWish& wish, const std::vector<EarlierTables>& earlier) {
  const disclosure::Suppressed suppressed = suppressed_beside(out, plan, earlier);
  const Printable counts = printable(suppressed.release);
  add_sheets(out, counts, plan);
  out.told_people = counts.at({}).value_or(0);
  out.printout.sentence = sentence_of(out.people, counts, plan.columns, false);
  out.small = suppressed.small.size();
  out.beside = suppressed.beside.size();
  for (const ColumnSet& table : suppressed.withheld) out.withheld.push_back(names_of(out.people, table));
  for (const Cell& cell : suppressed.told_by_quotations) out.given_back.push_back(told(out.people, cell));
  for (const Cell& cell : suppressed.told_before)
    out.given_back.push_back(told(out.people, cell) + ", which an earlier table printed");
  for (Sheet& sheet : out.printout.sheets) {
    if (sheet.holds_back()) {
      sheet.notes.push_back(fmt::format(
          "– not shown: fewer than {} people, or a figure by which such could be worked out.", wish.threshold));
    }
  }
}

void print_rounded(Participants& out, const Plan& plan, const TableWish& wish) {
  if (!wish.cross.empty())
    throw Error::usage("--round does not go with --cross", "ask for one of them, or leave out --round");
  auto rounded = disclosure::rounded(out.people, plan.columns, plan.by, wish.round);
  Printable counts;
  for (const auto& [cell, n] : rounded.printed) counts[cell] = n;
  add_sheets(out, counts, plan);
  out.told_people = counts.at({}).value_or(0);
  out.printout.sentence = sentence_of(out.people, counts, plan.columns, true);
  add_attributions(rounded.release, out.people, plan.printing.attributions, plan.printing.quoted);
  for (const Cell& cell : disclosure::told_exactly(out.people, rounded.release, wish.threshold))
    out.given_back.push_back(told(out.people, cell));
  out.printout.sheets.front().notes.push_back(
      fmt::format("Counts are rounded to multiples of {}, and add up as printed.", wish.round));
}

PublishedSet published_set(const Participants& out, const TableWish& wish, std::string what, const ColumnSet& columns) {
  PublishedSet set{.what = std::move(what), .standing = standing_of(out.people, columns, wish.k)};
  ColumnSet sensitive = set_of(out.people, wish.sensitive);
  if (sensitive.empty()) {
    for (std::size_t i = 0; i < out.people.columns.size(); ++i) sensitive.push_back(i);
  }
  for (const std::size_t column : sensitive) {
    if (std::find(columns.begin(), columns.end(), column) != columns.end()) continue;
    set.l.emplace_back(out.people.columns[column].name, disclosure::l_of(out.people, columns, column));
  }
  if (set.standing.k < wish.k) set.remedies = remedies_of(out.people, columns, wish.k, wish.hierarchy);
  return set;
}

void measure(Participants& out, const Plan& plan, const TableWish& wish) {
  std::set<std::size_t> sample(plan.columns.begin(), plan.columns.end());
  if (plan.by) sample.insert(*plan.by);
  const ColumnSet all(sample.begin(), sample.end());
  out.sets.push_back(published_set(out, wish, "sample", all));
  if (!plan.printing.attributions.empty())
    out.sets.push_back(published_set(out, wish, "attributions", plan.printing.attributions));
  for (const ColumnSet& cross : plan.cross) out.sets.push_back(published_set(out, wish, "table", cross));
  out.alone = disclosure::alone_by(out.people, all);
}

/// The register gives a role to whoever has none, for who must consent; of a characteristic it would be a guess.
std::vector<std::string> values_told(const ExportedStudy& study, const ExportedPerson& person,
                                     const std::string& role_column) {
  std::vector<std::string> values = person.values;
  for (std::size_t c = 0; c < values.size(); ++c) {
    if (study.columns[c] == role_column && values[c] == no_role) values[c].clear();
  }
  return values;
}

/// Of everybody in the attributes, who speaks or not: a hierarchy may be of the whole study.
void require_known_hierarchy(const ExportedStudy& study, const disclosure::Hierarchy& hierarchy) {
  if (hierarchy.at.empty()) return;
  std::vector<std::vector<std::string>> all;
  for (const ExportedPerson& person : study.people) all.push_back(person.values);
  disclosure::require_known(hierarchy, disclosure::people_of(study.columns, all));
}

/// How many requests of before were for something else: rounded and merged tables are attacked with none of them.
std::size_t other_requests(const TableWish& wish, const std::vector<EarlierTables>& earlier) {
  TableWish same = wish;
  same.afresh = false;
  const std::string this_one = logged_wish(same);
  return static_cast<std::size_t>(std::count_if(
      earlier.begin(), earlier.end(), [&](const EarlierTables& one) { return logged_wish(one.wish) != this_one; }));
}

}  // namespace

bool Participants::needs_a_person() const {
  return not_held_against > 0 || !given_back.empty() ||
         std::any_of(sets.begin(), sets.end(),
                     [&](const PublishedSet& set) { return set.what == "attributions" && set.standing.k < k; });
}

Participants tabulate(const ExportedStudy& study, const TableWish& wish, const std::vector<EarlierTables>& earlier) {
  if (wish.round > 0 && wish.merge) throw Error::usage("--round and --merge do not go together", "choose one of them");
  Participants out{.k = wish.k, .shows_ids = wish.ids};
  const std::set<std::string> speakers = who_speaks(study);
  std::vector<std::vector<std::string>> rows;
  for (const ExportedPerson& person : study.people) {
    if (!is_numbered_id(person.id, study.participant_prefix)) continue;
    if (!speakers.contains(person.id)) {
      ++out.silent;
      continue;
    }
    out.ids.push_back(person.id);
    rows.push_back(values_told(study, person, wish.role_column));
  }
  if (rows.empty()) {
    throw Error::usage("holds attributes of nobody who speaks",
                       "see what register: in moniker.yaml keeps, and run the study again", {"out/attributes.csv.age"});
  }
  require_known_hierarchy(study, wish.hierarchy);
  out.people = disclosure::people_of(study.columns, rows);
  Plan plan = plan_of(out, wish);
  out.method = wish.round > 0 ? "rounding" : wish.merge ? "merging" : "suppression";
  if (wish.merge) {
    disclosure::Merged merged = disclosure::merged(out.people, plan.printing, wish.hierarchy);
    out.people = std::move(merged.people);
    out.merges = std::move(merged.merges);
  }
  const bool whole = wish.round == 0 && !wish.merge;
  if (!whole) out.not_held_against = other_requests(wish, earlier);
  if (wish.round > 0)
    print_rounded(out, plan, wish);
  else
    print_suppressed(out, plan, wish, whole ? earlier : std::vector<EarlierTables>());
  measure(out, plan, wish);
  return out;
}

}  // namespace moniker::custodian
