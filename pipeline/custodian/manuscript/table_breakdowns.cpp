// Tables of characteristics: under a heading of its own, or beside one cell that stands for several rows, the counts of
// a column are one breakdown. A table is taken for such a one where its headings say so or most of its groups add up.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/paper_findings.hpp"
#include "manuscript/sentence_counts.hpp"
#include "manuscript/table_subgroups.hpp"

namespace moniker::custodian {
namespace {

using Rows = std::vector<const Block*>;

constexpr std::size_t longest_note = 300;

/// "31", "31 (69%)", "n = 31", "69 %".
struct CellCount {
  double value = 0, share = -1;
  bool percent = false;
  int decimals = 0, share_decimals = 0;
};
std::optional<CellCount> cell_count(const std::string& cell, const PaperWords& words) {
  if (cell.empty() || cell.size() > 24) return std::nullopt;
  for (const std::string& word : folded_words(cell)) {
    if (!is_ascii_digit(word.front()) && word != "n") return std::nullopt;
  }
  const auto counts = counts_in(cell, words);
  if (counts.empty() || counts.size() > 2) return std::nullopt;
  CellCount out{.value = counts[0].value, .percent = counts[0].percent, .decimals = counts[0].decimals};
  if (counts.size() == 2) {
    const bool share = counts[1].percent || cell.find('(') != std::string::npos;
    if (!share || counts[0].percent) return std::nullopt;
    out.share = counts[1].value;
    out.share_decimals = counts[1].decimals;
  }
  return out;
}

/// The sign by which a heading points to a note: "*", "\u2020", "^a"; empty where it has none.
std::string_view note_mark(std::string_view heading) {
  const std::string_view name = trimmed(heading, " :");
  const std::size_t caret = name.rfind('^');
  if (caret != name.npos && name.size() - caret <= 3) return name.substr(caret);
  for (const std::string_view sign :
       {"*", "\u2020", "\u2021", "\u00A7", "\u00B6", "\u1D43", "\u1D47", "\u1D9C", "\u00B9", "\u00B2", "\u00B3"}) {
    if (name.ends_with(sign)) return name.substr(name.size() - sign.size());
  }
  return {};
}

struct Group {
  std::string name{};
  Rows rows{};
};

class TableReader {
 public:
  TableReader(Rows rows, std::string caption, std::string below, const PaperWords& words, std::uint32_t sample,
              const std::vector<Breakdown>& told)
      : rows_(std::move(rows)),
        caption_(std::move(caption)),
        below_(std::move(below)),
        words_(words),
        sample_(sample),
        told_(&told) {}

  std::vector<Breakdown> read() {
    std::size_t columns = 0;
    for (const Block* row : rows_) columns = std::max(columns, row->cells.size());
    if (rows_.size() < 3 || columns < 2 || has_ids()) return {};
    std::vector<Breakdown> out;
    for (std::size_t column = 1; column < columns; ++column) {
      auto found = read_column(column);
      std::erase_if(found, [&](const Breakdown& one) { return is_of_wrong_counts(one, out); });
      out.insert(out.end(), found.begin(), found.end());
    }
    if (total_column(columns) == 0 && out.empty()) {
      auto found = read_named_rows();
      out.insert(out.end(), found.begin(), found.end());
    }
    if (const std::size_t column = total_column(columns); column > 2) {
      auto found = read_across(column);
      std::erase_if(found, [&](const Breakdown& one) { return is_of_wrong_column(one, out); });
      out.insert(out.end(), found.begin(), found.end());
    }
    return out;
  }

 private:
  /// Percentages of counts that are wrong already: one fault, told once.
  static bool is_of_wrong_counts(const Breakdown& one, const std::vector<Breakdown>& found) {
    return one.percent && one.verdict == Breakdown::Verdict::wrong &&
           std::any_of(found.begin(), found.end(), [&](const Breakdown& other) {
             return !other.percent && other.verdict == Breakdown::Verdict::wrong &&
                    other.where.words == one.where.words && other.parts.size() == one.parts.size();
           });
  }

  /// A row that misses its total by as much as the totals miss theirs, or the row of totals itself: one cell is wrong,
  /// and is told once.
  static bool is_of_wrong_column(const Breakdown& row, const std::vector<Breakdown>& columns) {
    return row.verdict == Breakdown::Verdict::wrong &&
           std::any_of(columns.begin(), columns.end(), [&](const Breakdown& column) {
             return column.verdict == Breakdown::Verdict::wrong && !column.percent &&
                    std::abs(column.sum - column.total) == std::abs(row.sum - row.total);
           });
  }

  const std::string& cell(const Block& row, std::size_t column) const {
    static const std::string none;
    return column < row.cells.size() ? row.cells[column] : none;
  }
  std::string label_of(const Block& row, std::size_t column) const {
    std::string label;
    for (std::size_t c = 0; c < column; ++c) {
      if (!cell(row, c).empty() && !cell_count(cell(row, c), words_)) label = cell(row, c);
    }
    return label;
  }
  bool is_total(const Block& row) const { return words_.totals.contains(fold(trimmed(cell(row, 0), " :*"))); }

  /// A table of people: every row another ID.
  bool has_ids() const {
    std::size_t with = 0;
    for (const Block* row : rows_) {
      const auto ids = ids_in(cell(*row, 0), words_);
      with += std::any_of(ids.begin(), ids.end(), [](const PaperId& id) {  // of groups and places a table has rows, too
        return !id.known || id.known->kind == IdPrefix::Kind::participant;
      });
    }
    return with * 2 > rows_.size();
  }

  /// Rows of a column, cut where a heading stands or the first cell is another.
  std::vector<Group> groups(std::size_t column) const {
    std::vector<Group> groups;
    const bool by_first_cell = column >= 2 && std::any_of(rows_.begin() + 1, rows_.end(), [&](const Block* row) {
                                 return cell(*row, 0).empty() && cell_count(cell(*row, column), words_);
                               });
    const bool headed = !cell_count(cell(*rows_[0], column), words_);  // else the first row is one as others are
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      const Block& row = *rows_[r];
      const bool first = r == 0 && headed;
      const bool counts = cell_count(cell(row, column), words_).has_value();
      const bool any = std::any_of(row.cells.begin() + 1, row.cells.end(),
                                   [&](const std::string& c) { return cell_count(c, words_).has_value(); });
      if (is_total(row)) {
        groups.push_back({"", {}});
        continue;
      }
      if (!counts && !any && !cell(row, 0).empty() && !first) groups.push_back({cell(row, 0), {}});
      if (by_first_cell && !cell(row, 0).empty() && !first) groups.push_back({cell(row, 0), {}});
      if (!counts || first) continue;
      if (groups.empty()) groups.push_back({"", {}});
      groups.back().rows.push_back(&row);
    }
    std::erase_if(groups, [](const Group& group) { return group.rows.size() < 2; });
    return groups;
  }

  /// Said by a row of totals, by the heading of the column, or by the caption; else the sample.
  double total_of(std::size_t column) const {
    for (const Block* row : rows_) {
      const auto count = cell_count(cell(*row, column), words_);
      if (is_total(*row) && count && !count->percent) return count->value;
    }
    for (const std::string& text : {cell(*rows_[0], column), caption_}) {
      const std::size_t at = fold(text).find("n =");
      const std::size_t close = at == std::string::npos ? fold(text).find("n=") : at;
      if (close == std::string::npos) continue;
      const auto counts = counts_in(std::string_view(text).substr(close), words_);
      if (!counts.empty() && counts[0].value > 1) return counts[0].value;
    }
    return told_by_caption();
  }

  /// "The 19 participants analysed"; else the sample.
  double told_by_caption() const {
    for (const Count& count : counts_in(caption_, words_)) {
      const std::string before = fold(trimmed(std::string_view(caption_).substr(0, count.bytes.begin)));
      const auto behind = folded_words(std::string_view(caption_).substr(count.bytes.end));
      const bool people =
          !behind.empty() && (words_.people.contains(behind[0]) || is_one_of(behind[0], words_.everybody));
      if (people && !count.percent && !tail_of(before, words_.the).empty()) return count.value;
    }
    return sample_;
  }

  /// "All, 22": whatever its heading says, the column counts.
  bool has_total_row(std::size_t column) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](const Block* row) {
      const auto count = cell_count(cell(*row, column), words_);
      return is_total(*row) && count && !count->percent && count->decimals == 0;
    });
  }

  bool says_counts(std::size_t column) const {
    const std::string head = fold(cell(*rows_[0], column));
    for (const std::string& word : folded_words(head)) {
      if (words_.table_counts.contains(word) || words_.people.contains(word)) return true;
    }
    return head.find('%') != std::string::npos;
  }

  std::vector<Breakdown> read_column(std::size_t column) const {
    const double total = total_of(column);
    std::vector<Breakdown> out;
    std::size_t good = 0;
    for (const Group& group : groups(column)) {
      Breakdown one{.in_table = true};
      one.where = {group.rows.front()->at,
                   caption_.empty() ? group.name : caption_ + (group.name.empty() ? "" : ": " + group.name)};
      bool percent = false, plain = true;
      int decimals = 9;
      for (const Block* row : group.rows) {
        const auto count = *cell_count(cell(*row, column), words_);
        one.parts.push_back({label_of(*row, column), count.value});
        one.sum += count.value;
        percent = percent || count.percent;
        plain = plain && count.decimals == 0;
        decimals = std::min(decimals, count.decimals);
      }
      percent = percent || (!plain && fold(cell(*rows_[0], column)).find('%') != std::string::npos) ||
                fold(cell(*rows_[0], column)) == "%";
      if (!plain && !percent) continue;  // means, ages
      one.percent = percent;
      one.total = percent ? 100 : total_of_group(group, total);
      if (!percent && total_column(rows_[0]->cells.size()) > column) one.of = cell(*rows_[0], column);
      if (auto subgroups = subgroups_in(one); !subgroups.empty()) {
        good += 1;
        out.insert(out.end(), subgroups.begin(), subgroups.end());
        continue;
      }
      const double slack = percent ? 0.5 * std::pow(10.0, -decimals) * static_cast<double>(one.parts.size()) + 1e-6 : 0;
      one.verdict = std::abs(one.sum - one.total) <= slack ? Breakdown::Verdict::adds_up : Breakdown::Verdict::wrong;
      std::string said = fold(caption_ + " " + group.name + " " + notes_of(group));
      for (const std::string& of_them : words_.of_them) {  // "Ages of those who took part" counts nobody twice
        if (const std::size_t at = said.find(of_them + " who"); at != said.npos) said.erase(at, of_them.size());
      }
      const bool open = says_one_of(said, words_.open) || says_one_of(said, words_.open_if_told) ||
                        says_one_of(said, words_.several) ||
                        (!note_mark(group.name).empty() && total_of_group(group, total) == total);
      const bool far = std::abs(one.sum - one.total) > std::max(3.0, one.total * 0.25);
      if (one.verdict == Breakdown::Verdict::wrong && (open || far)) one.verdict = Breakdown::Verdict::open;
      good += one.verdict == Breakdown::Verdict::adds_up;
      if (one.total > 0) out.push_back(std::move(one));
    }
    if (good == 0 && !says_counts(column) && !has_total_row(column)) return {};
    if (auto odd = odd_share_of(column, total)) out.push_back(std::move(*odd));
    return out;
  }

  /// "12 (60)" of 24, where all other rows of the column have the share that their count is.
  std::optional<Breakdown> odd_share_of(std::size_t column, double total) const {
    std::size_t agree = 0, odd = 0;
    Breakdown one{.percent = true, .in_table = true, .verdict = Breakdown::Verdict::wrong};
    for (std::size_t r = 1; r < rows_.size() && total > 0; ++r) {
      const auto count = cell_count(cell(*rows_[r], column), words_);
      if (!count || count->share < 0 || count->percent || is_total(*rows_[r])) continue;
      const double share = count->value / total * 100, slack = 0.5 * std::pow(10.0, -count->share_decimals) + 0.51;
      const bool good = std::abs(share - count->share) <= slack;
      agree += good;
      odd += !good;
      if (good) continue;
      one.where = {rows_[r]->at, caption_.empty() ? rows_[r]->text : caption_ + ": " + rows_[r]->text};
      one.parts = {{label_of(*rows_[r], column), count->value}};
      one.sum = count->share;
      one.total = std::round(share * 10) / 10;
    }
    return odd == 1 && agree >= 3 ? std::optional(std::move(one)) : std::nullopt;
  }

  /// A column that is all that stands before it: "Men, Women, Total"; 0 where there is none.
  std::size_t total_column(std::size_t columns) const {
    for (std::size_t column = 1; column < columns; ++column) {
      if (words_.totals.contains(fold(trimmed(cell(*rows_[0], column), " :*")))) return column;
    }
    return 0;
  }

  /// Every row by its columns: five men and six women of eleven dentists.
  std::vector<Breakdown> read_across(std::size_t total) const {
    std::vector<Breakdown> out;
    for (std::size_t r = 1; r < rows_.size(); ++r) {
      const Block& row = *rows_[r];
      const auto all = cell_count(cell(row, total), words_);
      Breakdown one{.in_table = true};
      one.where = {row.at, caption_.empty() ? cell(row, 0) : caption_ + ": " + cell(row, 0)};
      if (!is_total(row)) one.of = cell(row, 0);
      for (std::size_t column = 1; column < total; ++column) {
        const auto count = cell_count(cell(row, column), words_);
        if (!count || count->percent || count->decimals > 0) break;
        one.parts.push_back({cell(*rows_[0], column), count->value});
        one.sum += count->value;
      }
      if (!all || all->percent || one.parts.size() + 1 != total) continue;
      one.total = all->value;
      const double off = std::abs(one.sum - one.total);
      const bool near = off <= std::max(3.0, one.total * 0.25);
      one.verdict = off == 0 ? Breakdown::Verdict::adds_up
                    : near   ? Breakdown::Verdict::wrong
                             : Breakdown::Verdict::open;
      out.push_back(std::move(one));
    }
    return out;
  }

  /// How many of a row's kind the text counts, "six officers"; 0 where it does not.
  double counted_in_text(const Block& row) const {
    for (const Breakdown& one : *told_) {
      if (one.percent || one.verdict != Breakdown::Verdict::adds_up) continue;
      for (const BreakdownPart& part : one.parts) {
        const auto label = folded_words(part.label), head = folded_words(cell(row, 0));
        if (!label.empty() && head.size() == 1 && label[0] == head[0] && ends_as_plural(head[0], words_))
          return part.value;
      }
    }
    return 0;
  }

  /// "Officers, 3, 4" by sites, where the text has six officers: every row of a kind that the text counts.
  std::vector<Breakdown> read_named_rows() const {
    std::vector<Breakdown> out;
    std::size_t good = 0;
    for (std::size_t r = 1; r < rows_.size(); ++r) {
      const Block& row = *rows_[r];
      Breakdown one{.where = {row.at, row.text}, .of = cell(row, 0), .in_table = true};
      for (std::size_t column = 1; column < row.cells.size(); ++column) {
        const auto count = cell_count(cell(row, column), words_);
        if (!count || count->percent || count->decimals > 0) break;
        one.parts.push_back({cell(*rows_[0], column), count->value});
        one.sum += count->value;
      }
      one.total = counted_in_text(row);
      const double off = std::abs(one.sum - one.total);
      if (one.parts.size() < 2 || one.parts.size() + 1 != row.cells.size() || one.total == 0 || off > 2) continue;
      one.verdict = off == 0 ? Breakdown::Verdict::adds_up : Breakdown::Verdict::wrong;
      good += off == 0;
      out.push_back(std::move(one));
    }
    return good > 0 && good + 1 >= out.size() ? out : std::vector<Breakdown>{};
  }

  /// What a note says of a heading whose mark it begins with, "Years in post^a" and "^a Not given by two; n = 25";
  /// empty where it has none.
  std::string note_on(const Group& group) const {
    const std::string_view mark = note_mark(group.name);
    if (mark.empty()) return {};
    const auto behind = [&](std::string_view text) {
      const std::size_t at = text.find(mark);
      return at == text.npos ? std::string_view() : text.substr(at + mark.size());
    };
    for (const Block* row : rows_) {
      if (trimmed(cell(*row, 0)).starts_with(mark)) return std::string(behind(cell(*row, 0)));
    }
    return std::string(behind(below_));
  }

  /// Of how many a group is: "(n = 25)" in its heading or in the note on it, or all but those who are missing by that.
  double total_of_group(const Group& group, double total) const {
    const std::string note = note_on(group);
    for (const std::string_view text : {std::string_view(group.name), std::string_view(note)}) {
      const std::string said = fold(text);
      const std::size_t spaced = said.find("n ="), close = said.find("n="), at = std::min(spaced, close);
      const auto counts =
          at < said.size() ? counts_in(std::string_view(said).substr(at), words_) : std::vector<Count>();
      if (!counts.empty() && counts[0].value > 1 && counts[0].value <= total) return counts[0].value;
    }
    const auto missing = counts_in(note, words_);
    const bool few = missing.size() == 1 && !missing[0].percent && missing[0].value < total / 2;
    return few && says_one_of(fold(note), words_.not_given) ? total - missing[0].value : total;
  }

  std::string notes_of(const Group& group) const {
    std::string notes;
    for (const Block* row : group.rows)
      notes += " " + (cell(*row, 0).find("not mutually") != std::string::npos ? cell(*row, 0) : std::string());
    return notes;
  }

  Rows rows_;
  std::string caption_, below_;  // below: the paragraph under the table
  const PaperWords& words_;
  std::uint32_t sample_;
  const std::vector<Breakdown>* told_;
};

}  // namespace

std::vector<Breakdown> table_breakdowns_in(const Manuscript& paper, const PaperWords& words, std::uint32_t sample,
                                           const std::vector<Breakdown>& told) {
  std::vector<Breakdown> out;
  for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
    const std::uint32_t table = paper.blocks[i].table;
    if (table == 0) continue;
    Rows rows;
    const std::size_t first = i;
    for (; i < paper.blocks.size() && paper.blocks[i].table == table; ++i) rows.push_back(&paper.blocks[i]);
    std::string caption;
    std::size_t above = first - 1, under = i;  // LaTeX has empty ones between
    while (above < first && above > 0 && paper.blocks[above].text.empty()) --above;
    while (under + 1 < paper.blocks.size() && paper.blocks[under].text.empty()) ++under;
    for (const std::size_t at : {above, under}) {
      if (at >= paper.blocks.size() || !caption.empty()) continue;
      const Block& near = paper.blocks[at];
      if (near.caption || fold(near.text).starts_with("table")) caption = near.text;
    }
    if (i < paper.blocks.size() && fold(paper.blocks[i].text).starts_with("note"))
      caption += " " + paper.blocks[i].text;
    const bool noted = i < paper.blocks.size() && paper.blocks[i].kind == BlockKind::body;
    const std::string below = noted ? paper.blocks[i].text.substr(0, longest_note) : "";
    const auto found = TableReader(std::move(rows), caption, below, words, sample, told).read();
    out.insert(out.end(), found.begin(), found.end());
    --i;
  }
  return out;
}

}  // namespace moniker::custodian
