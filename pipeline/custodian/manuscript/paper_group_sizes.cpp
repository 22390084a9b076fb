// How many people a paper says each of its groups, sites or couples has, so that an ID beyond them is seen: beside the
// group's short form, in the order of the groups, by the letters of its members.
#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/paper_reading.hpp"

namespace moniker::custodian {
namespace {

using Kind = IdPrefix::Kind;
constexpr std::size_t least_rows = 4, longest_before = 160;

/// What leads the number of a group in an ID of two parts: "fg" of FG2-M9; empty of any other.
std::string lead_of_group(const PaperId& id) {
  const std::string prefix = id.folded_prefix();
  const std::size_t digit = prefix.find_first_of("0123456789");
  return id.name || digit == prefix.npos ? std::string() : prefix.substr(0, digit);
}

/// Of a cell that is a number and nothing else; 0 of any other.
std::uint32_t number_of(std::string_view cell) {
  const std::string_view said = trimmed(cell);
  const bool digits = !said.empty() && said.size() < 4 && std::all_of(said.begin(), said.end(), is_ascii_digit);
  return digits ? static_cast<std::uint32_t>(std::strtoul(std::string(said).c_str(), nullptr, 10)) : 0;
}

bool counts_groups(const std::vector<std::string>& said, const PaperWords& words) {
  return std::any_of(said.begin(), said.end(), [&](const std::string& word) {
    return is_one_of(word, words.group_counts) || is_one_of(word + "s", words.group_counts);
  });
}

}  // namespace

/// "six participants in the first group (FG1), five in the second (FG2)", "FG3 (n = 7)": how many a group has, by the
/// group's short form.
void PaperReading::learn_group_sizes() {
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
    if (block(i).kind != BlockKind::body) continue;
    const std::string& text = block(i).text;
    std::vector<Count> counts;
    for (const PaperId& id : read_[i].ids) {
      const bool group = id.known && id.known->kind == Kind::group && !id.known->word;
      const bool alone = group && id.bytes.begin > 0 && text[id.bytes.begin - 1] == '(' && id.bytes.end < text.size() &&
                         text[id.bytes.end] == ')';
      const bool told = group && std::string_view(text).substr(id.bytes.end).starts_with(" (");
      if (!alone && !told) continue;
      if (counts.empty()) counts = counts_in(text, words_);
      std::size_t begin = told ? id.bytes.end : text.find_last_of(",;:.)(", id.bytes.begin - 2) + 1,
                  end = told ? std::min(text.find(')', id.bytes.end), text.size()) : id.bytes.begin - 1;
      if (!told) {
        for (const std::string& word : words_.conjunction)
          begin = std::max(begin, text.rfind(" " + word + " ", end) + 1);  // none where there is none: npos + 1 is 0
      }
      std::vector<double> in;
      for (const Count& count : counts) {
        if (count.bytes.begin >= begin && count.bytes.end <= end && !count.percent) in.push_back(count.value);
      }
      if (in.size() == 1 && in[0] > 1)  // "one in a rural area (FG5)" is a group
        last_[fold(id.prefix + id.digits)] = static_cast<std::uint32_t>(in[0]);
    }
  }
}

/// A table whose rows are groups (FG1, Group 1, 1), with a column of how many took part in each.
std::map<std::uint32_t, std::uint32_t> PaperReading::sizes_in_tables() const {
  std::map<std::uint32_t, std::uint32_t> sizes;
  const Block* head = nullptr;
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
    const Block& row = block(i);
    if (row.kind != BlockKind::row || row.cells.empty()) continue;
    if (!head || head->table != row.table) {
      head = &row;
      continue;
    }
    const auto of_groups = folded_words(head->cells[0]);
    const bool headed = counts_groups(of_groups, words_);
    const auto ids = ids_of(row.cells[0]);
    const bool is_group = ids.size() == 1 && ids[0].known && ids[0].known->kind == Kind::group;
    const std::uint32_t group = is_group ? ids[0].number : headed ? number_of(row.cells[0]) : 0;
    if (group == 0) continue;
    std::set<std::uint32_t> counted;
    for (std::size_t c = 1; c < std::min(row.cells.size(), head->cells.size()); ++c) {
      const auto heading = folded_words(head->cells[c]);
      const bool people = std::any_of(heading.begin(), heading.end(), [&](const std::string& word) {
        return words_.people.contains(word) || words_.table_counts.contains(word);
      });
      if (people) counted.insert(number_of(row.cells[c]));
    }
    if (counted.size() == 1 && *counted.begin() > 1) sizes.try_emplace(group, *counted.begin());
  }
  return sizes;
}

/// "There were seven in the first group and six in each of the others": by the order of the groups.
void PaperReading::learn_sizes_in_order() {
  std::set<std::string> leads;
  std::uint32_t last_group = 0;
  for (const ReadBlock& read : read_) {
    for (const PaperId& id : read.ids) {
      const std::string lead = lead_of_group(id);
      const IdPrefix* known = words::find_word(words_.prefixes, lead);
      if (lead.empty() || !is_used(id) || !known || known->kind != Kind::group) continue;
      leads.insert(lead);
      last_group = std::max(last_group, static_cast<std::uint32_t>(std::strtoul(
                                            id.prefix.c_str() + id.prefix.find_first_of("0123456789"), nullptr, 10)));
    }
  }
  if (leads.size() != 1) return;
  for (const auto& [group, size] : sizes_in_tables()) last_.try_emplace(*leads.begin() + std::to_string(group), size);
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
    if (block(i).kind != BlockKind::body) continue;
    for (const ByteRange sentence : sentences_of(block(i).text, words_)) {
      const std::string_view said = cut_at(block(i).text, sentence);
      std::map<std::uint32_t, std::uint32_t> sizes;
      std::uint32_t of_others = 0;
      const auto counts = counts_in(said, words_);
      for (std::size_t k = 0; k < counts.size(); ++k) {
        const std::size_t end = k + 1 < counts.size() ? counts[k + 1].bytes.begin : said.size();
        const std::string behind = fold(said.substr(counts[k].bytes.end, end - counts[k].bytes.end));
        const auto size = static_cast<std::uint32_t>(counts[k].value);
        if (says_one_of(behind, words_.in_each_other)) of_others = size;
        for (const std::string& word : folded_words(behind)) {
          const auto nth = std::find(words_.ordinals.begin(), words_.ordinals.end(), word);
          if (nth == words_.ordinals.end()) continue;
          sizes.try_emplace(static_cast<std::uint32_t>(nth - words_.ordinals.begin()) + 1, size);
          break;
        }
      }
      const std::size_t from = sentence.begin > longest_before ? sentence.begin - longest_before : 0;
      const auto near = folded_words(std::string_view(block(i).text).substr(from, sentence.end - from));
      if (sizes.size() < (of_others > 0 ? 1U : 2U) || !counts_groups(near, words_)) continue;
      for (std::uint32_t group = 1; of_others > 0 && group <= last_group; ++group) sizes.try_emplace(group, of_others);
      for (const auto& [group, size] : sizes) last_.try_emplace(*leads.begin() + std::to_string(group), size);
    }
  }
}

/// "five at Site 2 (A to E)": the last letter of those whose IDs are S2-A to S2-E.
void PaperReading::learn_letters_of_groups() {
  for (std::size_t i = 0; i < paper_.blocks.size() && !lettered_leads_.empty(); ++i) {
    if (block(i).kind != BlockKind::body) continue;
    const std::string& text = block(i).text;
    for (const QuotedSpan& bracket : read_[i].brackets) {
      const std::string inside(cut_at(text, bracket.inside));
      const auto ends = folded_words(inside);
      const bool letters =
          ends.size() == 3 && ends[0] == "a" && is_one_of(ends[1], words_.range) && ends[2].size() == 1;
      const bool dash = ends.size() == 2 && ends[0] == "a" && ends[1].size() == 1;
      if (!letters && !dash) continue;
      std::size_t digit = bracket.whole.begin;
      while (digit > 0 && (text[digit - 1] == ' ' || is_ascii_digit(text[digit - 1]))) --digit;
      const std::string number(trimmed(std::string_view(text).substr(digit, bracket.whole.begin - digit)));
      if (number.empty() || number.size() > 2) continue;
      for (const std::string& lead : lettered_leads_)
        last_[lead + number] = static_cast<std::uint32_t>(ends.back()[0] - 'a' + 1);
    }
  }
}

/// A table whose rows are H1 to H11: the last of them, by what leads it.
std::map<std::string, std::uint32_t> PaperReading::rows_of_groups() const {
  std::map<std::string, std::set<std::uint32_t>> rows;
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
    if (block(i).kind != BlockKind::row || block(i).cells.empty()) continue;
    const auto ids = ids_of(block(i).cells[0]);
    if (ids.size() == 1 && lettered_leads_.contains(ids[0].folded_prefix()))
      rows[ids[0].folded_prefix()].insert(ids[0].number);
  }
  std::map<std::string, std::uint32_t> last;
  for (const auto& [lead, numbers] : rows) {
    if (numbers.size() >= least_rows && *numbers.rbegin() == numbers.size()) last[lead] = *numbers.rbegin();
  }
  return last;
}

/// "Eleven couples", "five focus groups": how many there are of what the first number of an ID counts (H12b, FG7-M1).
void PaperReading::learn_number_of_groups() {
  std::map<std::string, std::uint32_t> told;  // by the list that has the word: "pair", "group"
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
    if (block(i).kind != BlockKind::body) continue;
    for (const ByteRange sentence : sentences_of(block(i).text, words_)) {
      const std::string_view said = cut_at(block(i).text, sentence);
      for (const Count& count : counts_in(said, words_)) {
        const auto behind = folded_words(said.substr(count.bytes.end, 30));
        if (count.percent || behind.empty() || count.value < 2) continue;
        const std::string two = behind.size() > 1 ? behind[0] + " " + behind[1] : behind[0];
        const auto is = [&](const Phrases& list) { return is_one_of(behind[0], list) || is_one_of(two, list); };
        for (const auto& [name, list] :
             {std::pair("pair", &words_.pair_counts), std::pair("group", &words_.group_counts)}) {
          if (is(*list)) told[name] = std::max(told[name], static_cast<std::uint32_t>(count.value));
        }
      }
    }
  }
  const std::map<std::string, std::uint32_t> rows = rows_of_groups();
  for (const std::string& lead : lettered_leads_) {
    const auto range = last_.find(lead);
    const auto row = rows.find(lead);
    if (row != rows.end())
      groups_[lead] = row->second;
    else if (range != last_.end())
      groups_[lead] = range->second;
    else if (told.contains("pair"))
      groups_[lead] = told["pair"];
  }
  for (const auto& [prefix, known] : words_.prefixes) {
    if (known.kind == Kind::group && !known.word && told.contains("group")) groups_[prefix] = told["group"];
  }
}

}  // namespace moniker::custodian
