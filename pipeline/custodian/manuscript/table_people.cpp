// A paper's own table of participants says of every ID what attributions must not contradict.
#include "manuscript/table_people.hpp"

#include <algorithm>
#include <charconv>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/extracts.hpp"
#include "manuscript/paper_names.hpp"
#include "manuscript/sentence_counts.hpp"
#include "manuscript/spans.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t most_words = 7;

bool is_bare_number(std::string_view cell) {
  return !cell.empty() && cell.size() <= 4 && std::all_of(cell.begin(), cell.end(), is_ascii_digit);
}

bool has_digit(std::string_view cell) { return std::any_of(cell.begin(), cell.end(), is_ascii_digit); }

class PeopleRows {
 public:
  PeopleRows(const std::vector<const Block*>& rows, const PeopleTable& table, ColumnValues& columns)
      : rows_(rows), table_(table), columns_(columns) {}

  std::vector<PersonRow> read() {
    std::vector<PersonRow> people;
    if (rows_.size() < 3 || rows_[0]->cells.size() < 2 || !find_ids()) return people;
    for (std::size_t r = 1; r < rows_.size(); ++r) {
      const auto id = id_at(r);
      if (!id) continue;
      PersonRow person{.row = r, .id = *id};
      for (std::size_t c = 0; c < rows_[r]->cells.size(); ++c) {
        if (c != column_) read_cell(c, rows_[r]->cells[c], person.attributes);
      }
      people.push_back(std::move(person));
    }
    for (PersonRow& person : people) add_mixed(person);
    return people;
  }

 private:
  std::string heading(std::size_t column) const {
    return column < rows_[0]->cells.size() ? fold(trimmed(rows_[0]->cells[column], " *:")) : std::string();
  }

  std::optional<PaperId> id_at(std::size_t row) const {
    const auto& cells = rows_[row]->cells;
    if (column_ >= cells.size()) return std::nullopt;
    const std::string_view cell = trimmed(cells[column_], " *");
    if (!numbers_) return table_.id_of(cell);
    if (!is_bare_number(cell)) return std::nullopt;
    PaperId id{.prefix = table_.bare_prefix, .digits = std::string(cell)};
    id.known = words::find_word(table_.words.prefixes, table_.numbers_alone ? "participant" : fold(id.prefix));
    std::from_chars(cell.data(), cell.data() + cell.size(), id.number);
    return id;
  }

  /// The column of IDs: most of its cells are one, no two the same.
  bool find_ids() {
    for (const bool numbers : {false, true}) {
      for (column_ = 0; column_ < std::min<std::size_t>(3, rows_[0]->cells.size()); ++column_) {
        numbers_ = numbers;
        const std::string& head = rows_[0]->cells[column_];
        const bool named = heads_names(head, table_.words) || heading(column_) == fold(table_.bare_prefix);
        const bool may_be_numbers = table_.numbers_alone || !table_.bare_prefix.empty();
        if (numbers && !(may_be_numbers && named)) continue;
        std::set<std::string> ids;
        std::size_t with = 0;
        std::uint32_t last = 0;
        bool ascend = true;
        for (std::size_t r = 1; r < rows_.size(); ++r) {
          const auto id = id_at(r);
          with += id.has_value();
          if (id) ids.insert(id->normal());
          ascend = ascend && (!id || id->number > last);
          last = id ? id->number : last;
        }
        if (numbers && !ascend) continue;  // under "Number", of how many
        if (with >= 2 && with * 2 > rows_.size() - 1 && ids.size() == with) return true;
      }
    }
    return false;
  }

  /// Few values that the language takes for different kinds of thing (senior, assistant): what they have in common is
  /// the column.
  bool mixes_kinds(std::size_t column) const {
    const auto values = kinds_.find(column);
    if (values == kinds_.end() || values->second.size() < 2 || values->second.size() * 2 > rows_.size() - 1)
      return false;
    const auto& first = values->second.begin()->second;
    return std::any_of(values->second.begin(), values->second.end(), [&](const auto& value) {
      return std::none_of(value.second.begin(), value.second.end(),
                          [&](const std::string& kind) { return first.contains(kind); });
    });
  }

  /// Of a column of which the language knows some values and not the others (charity, referral), all are of the column.
  void add_mixed(PersonRow& person) {
    std::set<std::size_t> mixed;
    for (const auto& [column, unknown] : unknown_) mixed.insert(column);
    for (const auto& [column, values] : kinds_) {
      if (mixes_kinds(column)) mixed.insert(column);
    }
    for (const std::size_t column : mixed) {
      const auto& cells = rows_[person.row]->cells;
      const std::string value = column < cells.size() ? fold(trimmed(cells[column])) : std::string();
      if (!known_.contains({column, value})) continue;
      person.attributes.push_back({heading(column), value, value, column, {}});
      columns_[value].insert(heading(column));
    }
  }

  /// "man, 70, alone": a cell of several things that begin with a gender, as attributions do.
  bool take_items(std::string_view cell, std::size_t column, std::vector<Attribute>& out) const {
    const auto items = items_of(cell);
    const auto told = items.size() > 1 ? attributes_of(items.front(), column, table_.words) : std::vector<Attribute>{};
    const bool gender =
        std::any_of(told.begin(), told.end(), [](const Attribute& one) { return one.kind == "gender"; });
    if (!gender) return false;
    for (const std::string_view item : items) {
      for (Attribute& one : attributes_of(item, column, table_.words)) {
        if (!one.kind.empty() && one.kind != "occasion" && one.kind != "reference") out.push_back(std::move(one));
      }
    }
    return true;
  }

  /// Under "Years as pilot" or "Years on unit" so many that nobody began the year before.
  void take_years(const std::string& head, const std::string& value, std::size_t column,
                  std::vector<Attribute>& out) const {
    constexpr unsigned least_years = 4;  // as the value says
    unsigned years = 0;
    std::from_chars(value.data(), value.data() + value.size(), years);
    const bool here = !lead_of(head, table_.words.years_here).empty(),
               job = !lead_of(head, table_.words.years_of_job).empty();
    if (years >= least_years && (here || job))
      out.push_back({here ? "newcomer" : "novice", "4+ years", value, column, {}});
  }

  void read_cell(std::size_t column, std::string_view cell, std::vector<Attribute>& out) {
    const std::string head = heading(column), value = fold(trimmed(cell));
    const auto words = folded_words(head);
    const auto heads = [&](const Phrases& phrases) {
      return std::any_of(words.begin(), words.end(), [&](const auto& word) { return is_one_of(word, phrases); });
    };
    if (value.empty() || value == "-" || words_in(cell) > most_words) return;
    const bool age = heads(table_.words.table_age);
    if (const IdPrefix* place = words::find_word(table_.words.prefixes, head);
        place && (place->kind == IdPrefix::Kind::place || place->kind == IdPrefix::Kind::group) && value.size() < 3) {
      out.push_back({place->kind == IdPrefix::Kind::group ? "group" : head, value, value, column, {}});
      return;
    }
    if (!lead_of(head, table_.words.births_before).empty()) {
      if (is_bare_number(value)) out.push_back({"parity", value, value, column, {}});
      return;
    }
    if (is_one_of(head, table_.words.table_children)) {
      const bool none = table_.words.negations.contains(value);
      const auto count = counts_in(cell, table_.words);
      if (none || (count.size() == 1 && is_bare_number(value)))
        out.push_back(
            {"children", none ? "0" : std::to_string(static_cast<unsigned>(count[0].value)), value, column, {}});
      return;
    }
    if (is_bare_number(cell)) take_years(head, value, column, out);
    if (has_digit(cell) && !age && heads(table_.words.tenure_units) && says_one_of(head, table_.words.experience)) {
      for (Attribute& attribute : attributes_of(value + " " + head, column, table_.words))
        out.push_back(std::move(attribute));
      return;
    }
    if (take_items(cell, column, out)) return;
    if (has_digit(cell) && !age && !heads(table_.words.table_gender) && !heads(table_.words.table_year))
      return;  // years, numbers, dates
    std::size_t told = 0;
    for (Attribute& attribute : attributes_of(cell, column, table_.words)) {
      if (attribute.kind.empty() || attribute.kind == "occasion" || (attribute.kind == "age" && !age)) continue;
      out.push_back(std::move(attribute));
      ++told;
    }
    if (told > 0) {
      known_.insert({column, value});
      auto& kinds = kinds_[column][value];
      for (auto one = out.end() - static_cast<std::ptrdiff_t>(told); one != out.end(); ++one) kinds.insert(one->kind);
    }
    if (told > 0 || has_digit(cell) || head.empty() || value.size() < 2) return;
    unknown_[column].insert(value);
    out.push_back({head, value, value, column, {}});
    columns_[value].insert(head);
  }

  const std::vector<const Block*>& rows_;
  const PeopleTable& table_;
  ColumnValues& columns_;
  std::map<std::size_t, std::set<std::string>> unknown_{};  // values of a column that the language does not know
  std::set<std::pair<std::size_t, std::string>> known_{};   // and those that it does
  std::map<std::size_t, std::map<std::string, std::set<std::string>>> kinds_{};  // of each of these, as what
  std::size_t column_ = 0;
  bool numbers_ = false;
};

}  // namespace

std::vector<PersonRow> people_in_table(const std::vector<const Block*>& rows, const PeopleTable& table,
                                       ColumnValues& columns) {
  return PeopleRows(rows, table, columns).read();
}

void name_kinds(PaperTalk& talk, const ColumnValues& kinds,
                const std::function<std::string(const std::string&)>& plain) {
  for (Attribution& one : talk.attributions) {
    for (Attribute& attribute : one.attributes) {
      if (!attribute.kind.empty()) continue;
      const auto found = kinds.find(plain(attribute.value));
      if (found != kinds.end() && found->second.size() == 1) attribute.kind = *found->second.begin();
    }
  }
}

void add_kinds(PaperTalk& talk, const ColumnValues& kinds) {
  for (Attribution& one : talk.attributions) {
    if (one.form == AttributionForm::row) continue;
    std::vector<Attribute> more;
    for (const Attribute& attribute : one.attributes) {
      const auto found = kinds.find(fold(attribute.written));
      if (attribute.kind.empty() || found == kinds.end() || found->second.size() != 1) continue;
      if (*found->second.begin() == attribute.kind) continue;
      more.push_back({*found->second.begin(), fold(attribute.written), attribute.written, attribute.slot, {}});
    }
    one.attributes.insert(one.attributes.end(), more.begin(), more.end());
  }
}

}  // namespace moniker::custodian
