// Who speaks and what they are, in the rows of tables: of quotations, of participants, of the two of a couple.
#include <algorithm>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/attribution_reading.hpp"

namespace moniker::custodian {
namespace {

/// A row as it is shown: "10 | M | 48 | Electrical".
std::string shown_row(const Block& row) {
  std::string out;
  for (const std::string& cell : row.cells) out += (out.empty() ? "" : " | ") + cell;
  return out;
}

}  // namespace

/// A quotation in a cell, and who said it in another of the row, or in a bracket behind it.
void AttributionReading::find_in_row(std::size_t i) {
  if (read_[i].quotes.empty()) return;
  for (const QuotedSpan& bracket : read_[i].brackets) {
    const auto ids = ids_of(cut_at(block(i).text, bracket.inside));
    if (!ids.empty() && is_used(ids[0]) && stands_behind_quote(i, bracket) &&
        begins_item(cut_at(block(i).text, bracket.inside), ids[0].bytes.begin))
      add_attribution(i, bracket.inside, AttributionForm::bracket);
  }
  std::size_t begin = 0;
  for (const std::string& cell : block(i).cells) {
    const ByteRange bytes{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + cell.size())};
    begin += cell.size() + 1;
    const auto ids = ids_of(cell);
    if (cell.size() < longest_line && quotes_in(cell).empty() && !ids.empty() && is_used(ids[0]) &&
        begins_item(cell, ids[0].bytes.begin) && is_short_items(cell))
      add_attribution(i, bytes, AttributionForm::line);
  }
}

/// A table of people, a row each.
void AttributionReading::find_in_table(std::size_t first) {
  if (!lettered_leads_.empty()) find_members_in_table(first);
  std::vector<const Block*> rows;
  for (std::size_t i = first; i < paper_.blocks.size() && block(i).table == block(first).table; ++i)
    rows.push_back(&block(i));
  const auto id_of = [&](std::string_view cell) -> std::optional<PaperId> {
    const auto ids = ids_of(cell);
    if (ids.size() != 1 || !is_used(ids[0]) || ids[0].bytes.size() + 3 < cell.size()) return std::nullopt;
    return ids[0];
  };
  for (PersonRow& row : people_in_table(rows, {id_of, bare_number_prefix(), bare_numbers_, words_}, columns_)) {
    const std::size_t i = first + row.row;
    Attribution out{.block = i,
                    .bytes = {0, static_cast<std::uint32_t>(block(i).text.size())},
                    .text = shown_row(block(i)),
                    .form = AttributionForm::row,
                    .ids = {row.id},
                    .attributes = std::move(row.attributes)};
    talk_.attributions.push_back(std::move(out));
  }
}

/// "| H4 | man, 73 | woman, 71 |" under "Partner a" and "Partner b": H4a and H4b; under "Husband" and "Wife": H4-H,
/// H4-W.
void AttributionReading::find_members_in_table(std::size_t first) {
  for (std::size_t i = first + 1; i < paper_.blocks.size() && block(i).table == block(first).table; ++i) {
    const auto& cells = block(i).cells;
    const auto ids = cells.empty() ? std::vector<PaperId>{} : ids_of(cells[0]);
    if (ids.size() != 1 || ids[0].name || !lettered_leads_.contains(ids[0].folded_prefix())) continue;
    for (std::size_t c = 1; c < std::min(cells.size(), block(first).cells.size()); ++c) {
      auto member = member_of(block(first).cells[c]);
      if (member) {
        Attribution out{.block = i, .text = shown_row(block(i)), .form = AttributionForm::row};
        out.bytes = {0, static_cast<std::uint32_t>(block(i).text.size())};
        member->prefix = ids[0].written();
        out.ids.push_back(std::move(*member));
        for (const std::string_view item : items_of(cells[c])) {
          for (Attribute& one : attributes_of(item, c, words_)) out.attributes.push_back(std::move(one));
        }
        talk_.attributions.push_back(std::move(out));
      }
    }
  }
}

/// B of "Partner b"; -C of "Carer", where the paper has D4-C; of any other heading nobody.
std::optional<PaperId> AttributionReading::member_of(std::string_view heading) const {
  const auto words = folded_words(heading);
  const auto letter_of = [](const std::string& word) {
    return PaperId{.digits = word.substr(0, 1), .number = static_cast<std::uint32_t>(word[0] - 'a' + 1)};
  };
  for (const std::string& word : words) {
    if (word.size() == 1 && word[0] >= 'a' && word[0] <= 'l') return letter_of(word);
  }
  if (words.empty() || words[0][0] < 'a' || words[0][0] > 'z') return std::nullopt;
  PaperId member = letter_of(words[0]);
  for (const ReadBlock& one : read_) {
    for (const PaperId& id : one.ids) {
      if (id.name || fold(id.digits) != member.digits) continue;
      member.digits = id.digits;
      member.separator = id.separator;
      return member;
    }
  }
  return std::nullopt;
}

/// What a number alone in a table's first column is the number of: where the paper has one kind of ID, but for a slip
/// or two, that; of interviews, where nobody else has an ID.
std::string AttributionReading::bare_number_prefix() const {
  constexpr std::size_t most_slips = 2;
  std::map<std::string, std::size_t> used, sessions;
  std::string generic;
  for (const auto& one : read_) {
    for (const PaperId& id : one.ids) {
      if (!is_used(id) || id.name) continue;
      const bool somebody = !id.known || id.known->kind == IdPrefix::Kind::participant;
      if (!somebody && id.known->kind == IdPrefix::Kind::session) ++sessions[id.prefix];
      if (!somebody) continue;
      ++used[id.prefix];
      if (generic.empty() && id.known && id.known->generic) generic = id.prefix;
    }
  }
  if (used.empty()) used = std::move(sessions);
  if (used.empty()) return {};
  const auto most =
      std::max_element(used.begin(), used.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  std::size_t others = 0;
  for (const auto& one : used) others += one.first == most->first ? 0 : one.second;
  return others <= most_slips && others < most->second ? most->first : generic;
}

}  // namespace moniker::custodian
