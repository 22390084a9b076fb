// How a paper says that its people are numbered: from where to where, by what word, by letters alone, by the household
// or the group that they are of.
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

constexpr IdPrefix one_of_a_pair{.kind = Kind::pair};

/// What stands between the first ID of a range and the last.
bool joins_range(std::string_view between, const PaperWords& words) {
  return is_span(between, words) || between == "-" || between == "\u2013" || between == " - " ||
         between == " \u2013 " || between == " through ";
}

}  // namespace

/// "RN01 to RN11", "(P1-P14)": whose IDs they are need not be learned, and none is beyond the last.
void PaperReading::learn_ranges() {
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
    const auto& ids = read_[i].ids;
    if (block(i).kind == BlockKind::quote || block(i).kind == BlockKind::row) continue;
    for (std::size_t k = 0; k + 1 < ids.size(); ++k) {
      const PaperId &first = ids[k], &last = ids[k + 1];
      const std::string_view between =
          std::string_view(block(i).text).substr(first.bytes.end, last.bytes.begin - first.bytes.end);
      const bool somebody = !first.name && (!first.known || first.known->kind == Kind::participant);
      const auto before = last_.find(first.family());  // "nurses (S1 to S6) and assistants (S7 to S9)"
      const bool begins = first.number == 1 || (before != last_.end() && first.number == before->second + 1);
      if (joins_range(between, words_) && somebody && begins && first.family() == last.family() && last.number > 1)
        last_[first.family()] = std::max(last_[first.family()], last.number), learn_pairs(i, first);
    }
  }
  learn_ranges_of_rows();
  learn_last_alone();
  for (ReadBlock& read : read_) set_pairs(read.ids);
}

/// "Volunteers (V01-V14)", "Clients (C1-C7)" in the rows of a table: two kinds or more, of each one range alone.
void PaperReading::learn_ranges_of_rows() {
  std::map<std::string, std::uint32_t> last;
  std::map<std::string, std::size_t> ranges;
  for (const Block& row : paper_.blocks) {
    if (row.kind != BlockKind::row || row.cells.empty()) continue;
    const auto ids = ids_in(row.cells[0], words_);
    if (ids.size() != 2 || ids[0].name || ids[0].known != ids[1].known || ids[0].family() != ids[1].family()) continue;
    const std::string between = row.cells[0].substr(ids[0].bytes.end, ids[1].bytes.begin - ids[0].bytes.end);
    if (!joins_range(between, words_) || ids[1].number <= ids[0].number) continue;
    ranges[ids[0].family()] += ids[0].number == 1 ? 1 : 2;
    last[ids[0].family()] = ids[1].number;
  }
  if (ranges.size() < 2) return;
  for (const auto& [family, number] : last) {
    if (ranges[family] == 1 && !last_.contains(family)) last_[family] = number;
  }
}

/// "As T6 and T13 are missing, the numbers run to T24."
void PaperReading::learn_last_alone() {
  for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
    if (block(i).kind != BlockKind::body) continue;
    const std::string_view text = block(i).text;
    for (const PaperId& id : read_[i].ids) {
      const std::string before = fold(trimmed(text.substr(0, id.bytes.begin)));
      if (id.name || id.is_word()) continue;
      if (!tail_of(before, words_.last_is).empty()) last_[id.family()] = std::max(last_[id.family()], id.number);
      if (tail_of(before, words_.range).empty()) continue;
      for (const ByteRange sentence : sentences_of(text, words_)) {
        const bool here = sentence.begin <= id.bytes.begin && id.bytes.begin < sentence.end;
        if (here && says_one_of(fold(cut_at(text, sentence)), words_.numbered))
          last_[id.family()] = std::max(last_[id.family()], id.number);
      }
    }
  }
}

/// "The riders are numbered from 1 to 24 and the dispatchers from 1 to 5": by the nearest word that has numbers.
void PaperReading::learn_numbered() {
  std::set<std::string> roles, letters;
  for (std::size_t i = 0; i < read_.size(); ++i) {
    for (const PaperId& id : read_[i].ids) {
      if (id.name || (id.known && id.known->kind != Kind::participant)) continue;
      if (id.is_word()) roles.insert(id.family());
      if (!id.is_word() && stands_as_attribution(i, id)) letters.insert(id.family());
    }
  }
  for (std::size_t i = 0; i < paper_.blocks.size() && !(roles.empty() && letters.empty()); ++i) {
    if (block(i).kind != BlockKind::body) continue;
    const std::string_view text = block(i).text;
    for (const ByteRange sentence : sentences_of(text, words_)) {
      std::string said = fold(cut_at(text, sentence));
      if (!says_one_of(said, words_.numbered)) continue;
      std::size_t from = 0;
      std::replace(said.begin(), said.end(), '(', ' ');
      for (std::size_t at = said.find(" 1 to "); at != said.npos; at = said.find(" 1 to ", at + 1)) {
        const auto last = static_cast<std::uint32_t>(std::strtoul(said.c_str() + at + 6, nullptr, 10));
        const auto before = folded_words(std::string_view(said).substr(from, at - from));
        from = at + 6;
        const auto role = std::find_if(before.rbegin(), before.rend(), [&](const std::string& word) {
          return ends_as_plural(word, words_) && roles.contains(singular(word, words_));
        });
        if (role == before.rend() && letters.size() == 1 && roles.empty() && last > 1 && last < 1000)
          last_[*letters.begin()] = std::max(last_[*letters.begin()], last);  // "kept their numbers (1 to 18)"
        if (role != before.rend() && last > 1 && last < 1000) last_[singular(*role, words_)] = last;
      }
    }
  }
}

/// Where a paper has Interpreter A, B and F, "F: ..." is a turn of one of them.
void PaperReading::learn_letters_alone() {
  std::map<std::string, std::set<std::string>> letters;
  for (const ReadBlock& read : read_) {
    for (const PaperId& id : read.ids) {
      const bool letter = id.digits.size() == 1 && id.digits[0] >= 'A' && id.digits[0] <= 'Z';
      if (letter && is_used(id) && (!id.known || id.known->kind == Kind::participant))
        letters[id.prefix].insert(id.digits);
    }
  }
  for (const auto& [prefix, seen] : letters) {
    if (seen.size() >= 3 && (letters_alone_.empty() || seen.size() > letters[letters_alone_].size()))
      letters_alone_ = prefix;
  }
  for (std::size_t i = 0; i < read_.size() && !letters_alone_.empty(); ++i) {
    if (auto id = letter_alone(block(i).text)) read_[i].ids.insert(read_[i].ids.begin(), std::move(*id));
  }
}

/// Q and A are who asks and who answers.
std::optional<PaperId> PaperReading::letter_alone(std::string_view text) const {
  const bool letter = !letters_alone_.empty() && !text.empty() && text[0] >= 'A' && text[0] <= 'Z' && text[0] != 'Q' &&
                      text[0] != 'A' && (text.size() == 1 || text.substr(1).starts_with(": "));
  if (!letter) return std::nullopt;
  const IdPrefix* known = words::find_word(words_.prefixes, fold(letters_alone_));
  return PaperId{.bytes = {0, 1},
                 .prefix = letters_alone_,
                 .separator = " ",
                 .digits = std::string(1, text[0]),
                 .number = static_cast<std::uint32_t>(text[0] - 'A' + 1),
                 .known = known};
}

/// "Nine households took part and are numbered H1 to H9": the number is the household's, and who of it speaks is told
/// beside it.
void PaperReading::learn_pairs(std::size_t i, const PaperId& first) {
  const std::string letters = first.folded_prefix();
  for (const ByteRange sentence : sentences_of(block(i).text, words_)) {
    if (first.bytes.begin < sentence.begin || first.bytes.begin >= sentence.end) continue;
    const auto before =
        folded_words(std::string_view(block(i).text).substr(sentence.begin, first.bytes.begin - sentence.begin));
    for (std::string word : before) {
      if (words_.people.contains(word)) return;
      word = singular(word, words_);
      const IdPrefix* known = words::find_word(words_.prefixes, word);
      if (known && known->kind == Kind::pair && word.starts_with(letters)) pairs_.insert(first.family());
    }
  }
}

void PaperReading::set_pairs(std::vector<PaperId>& ids) const {
  for (PaperId& id : ids) {
    if (!id.name && pairs_.contains(id.family())) id.known = &one_of_a_pair;
  }
}

}  // namespace moniker::custodian
