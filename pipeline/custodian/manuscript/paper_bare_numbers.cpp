// IDs that are numbers alone, or have their letters behind them, and letters that tell a gender: learned over the whole
// paper.
#include <algorithm>
#include <cstdlib>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "manuscript/counts.hpp"
#include "manuscript/paper_reading.hpp"

namespace moniker::custodian {

/// "2D: We told nobody.", "1P, second interview: ..." in a block quotation: a number and a letter that lead to it.
std::optional<PaperId> PaperReading::letter_before_colon(std::size_t i) const {
  const std::string_view text = block(i).text;
  if (block(i).kind != BlockKind::quote) return std::nullopt;
  auto ids = numbers_with_letters_in(text);
  if (ids.empty() || ids[0].bytes.begin != skip_dashes(text, 0)) return std::nullopt;
  const bool label = text.substr(ids[0].bytes.end).starts_with(": ") || label_end(i, ids[0]) > 0;
  return label ? std::optional(std::move(ids[0])) : std::nullopt;
}

/// "by gender (F or M)", "F for women and M for men".
void PaperReading::learn_letters_of_gender() {
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
    if (block(i).kind != BlockKind::body) continue;
    for (const ByteRange sentence : sentences_of(block(i).text, words_)) {
      const auto said = folded_words(cut_at(block(i).text, sentence));
      const bool letters = is_one_of("f", said) && is_one_of("m", said);
      const bool gender = std::any_of(said.begin(), said.end(),
                                      [&](const std::string& word) { return is_one_of(word, words_.gender_said); });
      letters_of_gender_ = letters_of_gender_ || (letters && gender);
    }
  }
}

/// "(3F, nurse)" behind quotations, and "3F: ..." before them, two people or more, in a paper whose IDs are not of
/// another kind.
void PaperReading::learn_letters_behind() {
  if (!prefixes_.empty()) return;
  std::set<std::string> seen, letters;
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
    if (const auto id = letter_before_colon(i)) {
      seen.insert(id->written());
      letters.insert(id->prefix);
    }
    for (const QuotedSpan& bracket : read_[i].brackets) {
      const std::string_view inside = cut_at(block(i).text, bracket.inside);
      const auto ids = numbers_with_letters_in(inside);
      if (ids.empty() || ids[0].bytes.begin != 0 || !stands_behind_quote(i, bracket)) continue;
      if (items_of(inside).front().size() != ids[0].bytes.size()) continue;
      seen.insert(ids[0].written());
      letters.insert(ids[0].prefix);
    }
  }
  if (seen.size() < 2 || letters.size() > 4) return;
  letters_behind_ = letters;
  for (const std::string& one : letters) prefixes_.insert(fold(one));
  for (std::size_t i = 0; i < read_.size(); ++i) read_[i].ids = ids_of(block(i).text);
}

/// Numbers alone behind quotations, with what only people have beside them, where nothing else says who speaks but
/// "Participant 6" in the prose; "School 4" says where.
void PaperReading::learn_bare_numbers() {
  const bool other = std::any_of(prefixes_.begin(), prefixes_.end(), [&](const std::string& prefix) {
    const IdPrefix* known = words::find_word(words_.prefixes, prefix);
    return !known || (known->kind == IdPrefix::Kind::participant && !(known->word && known->generic));
  });
  if (other) return;
  std::vector<std::pair<std::size_t, PaperId>> found;
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
    for (const QuotedSpan& bracket : read_[i].brackets) {
      const std::string_view inside = cut_at(block(i).text, bracket.inside);
      const auto items = items_of(inside);
      if (items.size() < 2 || !stands_behind_quote(i, bracket) || !tells_somebody(inside)) continue;
      bare_numbers_ = true;
      auto id = bare_id(items[0]);
      bare_numbers_ = false;
      if (!id) continue;
      const auto at = static_cast<std::uint32_t>(items[0].data() - block(i).text.data());
      id->bytes = {at, at + static_cast<std::uint32_t>(items[0].size())};
      found.emplace_back(i, std::move(*id));
    }
  }
  if (found.size() < 2) return;
  bare_numbers_ = true;
  prefixes_.insert("");
  for (auto& [i, id] : found) read_[i].ids.push_back(std::move(id));
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) add_numbered(i);
}

/// "Number 14, a mother of two, had ..." at the head of a sentence, where others are numbers alone.
void PaperReading::add_numbered(std::size_t i) {
  const std::string& text = block(i).text;
  for (const ByteRange sentence : sentences_of(text, words_)) {
    const std::string_view said = cut_at(text, sentence);
    const std::size_t blank = said.find(' ');
    if (blank == said.npos || !words_.table_ids.contains(fold(trimmed(said.substr(0, blank), ".")))) continue;
    const std::string_view number = said.substr(blank + 1, said.find_first_not_of("0123456789", blank + 1) - blank - 1);
    auto id = bare_id(number);
    if (!id) continue;
    const auto at = static_cast<std::uint32_t>(number.data() - text.data());
    id->bytes = {at, at + static_cast<std::uint32_t>(number.size())};
    read_[i].ids.insert(std::find_if(read_[i].ids.begin(), read_[i].ids.end(),
                                     [&](const PaperId& one) { return one.bytes.begin > at; }),
                        std::move(*id));
  }
}

std::optional<PaperId> PaperReading::bare_id(std::string_view item) const {
  const bool number = !item.empty() && item.size() <= 3 && std::all_of(item.begin(), item.end(), is_ascii_digit);
  if (!bare_numbers_ || !number) return std::nullopt;
  return PaperId{.digits = std::string(item),
                 .number = static_cast<std::uint32_t>(std::strtoul(std::string(item).c_str(), nullptr, 10)),
                 .known = words::find_word(words_.prefixes, "participant")};
}

}  // namespace moniker::custodian
