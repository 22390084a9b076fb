// Every form in which a known name may stand, worked out before the search: its parts, plurals, with and without hyphen
// or apostrophe, and its other reading (Müller, Mueller). `ordinary` means that the form is a word too and needs care;
// of two names that share a form the more careful holds, as a false hit would stop a transcript. Shares no code with
// what the detector looks for, on purpose.
#include "prove/form_table.hpp"

#include <algorithm>
#include <bit>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "prove/text_words.hpp"
#include "prove/word_names.hpp"

namespace moniker::prove {
namespace {

constexpr std::string_view no_parts[] = {
    "mr",    "mrs",  "ms",  "miss", "mx",       "dr",     "prof",   "professor", "doctor", "sir",  "dame",
    "lady",  "lord", "rev", "revd", "reverend", "father", "sister", "jr",        "jnr",    "snr",  "sr",
    "the",   "and",  "van", "von",  "der",      "den",    "del",    "della",     "dos",    "das",  "bin",
    "binti", "ibn",  "abu", "bint", "ter",      "ten",    "auntie", "aunty",     "aunt",   "uncle"};

/// Words of a name with the apostrophes gone and hyphens parting: smith-jones -> smith, jones.
std::vector<std::string> words_of(std::string_view written) {
  std::vector<std::string> words;
  for (const TextWord& word : text_words(written, {})) words.push_back(word.folded);
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += word;
  return out;
}

/// O'Brien may be written O Brien.
std::vector<std::string> parted_at_apostrophes(std::string_view written) {
  std::string apart = fold(written);
  std::replace(apart.begin(), apart.end(), '\'', ' ');
  return words_of(apart);
}

constexpr std::size_t beginning_lengths[] = {8, 6, 4};  // of names; the longest that a text has tells most

std::string plural_of(const std::string& folded) {
  for (const std::string_view ending : {"s", "x", "z", "ch", "sh"}) {
    if (folded.ends_with(ending)) return folded + "es";
  }
  return folded + 's';
}

bool says_word(const IsWord& is_word, const std::string& folded, bool otherwise) {
  return is_word ? is_word(folded) : otherwise;
}

/// Short plurals are words more often than names: this, does, has.
bool is_short_plural(const std::string& plural) { return count_code_points(plural) <= 4; }

}  // namespace

bool is_no_part(std::string_view folded) {
  return std::find(std::begin(no_parts), std::end(no_parts), folded) != std::end(no_parts);
}

std::vector<std::string> name_parts(std::string_view written) {
  std::vector<std::string> parts;
  std::size_t begin = std::string_view::npos;
  for (std::size_t at = 0; at <= written.size();) {
    const CodePoint point = code_point_at(written, at);
    const bool inside = point.length != 0 && !is_space(point.value) &&
                        (point.value >= 0x80 || is_word(point.value) || point.value == '-' || point.value == '\'');
    if (inside && begin == std::string_view::npos) begin = at;
    if (!inside && begin != std::string_view::npos) {
      parts.emplace_back(written.substr(begin, at - begin));
      begin = std::string_view::npos;
    }
    at += std::max<std::uint32_t>(1, point.length);
  }
  return parts;
}

FormTable::FormTable(const std::vector<KnownName>& names, const IsWord& is_word) {
  for (const KnownName& name : names) {
    add_name(name, name.text, is_word);
    if (const std::string other = other_reading(name.text); !other.empty()) add_name(name, other, is_word);
    if (name.full) add_parts(name, is_word);
  }
  settle_sequences(is_word);
  mark_entries();
}

void FormTable::add_parts(const KnownName& name, const IsWord& is_word) {
  for (const std::string& part : name_parts(name.text)) {
    const std::string folded = fold(part);
    if (count_code_points(folded) < 3 || is_no_part(folded)) continue;
    add_name({.text = part, .word = says_word(is_word, folded, name.word)}, part, is_word);
    for (const std::string& piece : words_of(part)) {  // Smith and Jones of Smith-Jones
      if (count_code_points(piece) >= 3 && piece != folded) {
        add_with_plural(piece, says_word(is_word, piece, name.word), is_word);
      }
    }
  }
}

void FormTable::add_name(const KnownName& name, std::string_view written, const IsWord& is_word) {
  const auto words = words_of(written);
  if (words.empty()) return;
  if (words.size() == 1) {
    add_with_plural(words[0], name.word, is_word);
    if (const auto apart = parted_at_apostrophes(written); apart.size() > 1) add_sequence(apart, false);
    return;
  }
  add_sequence(words, name.word);
  auto last_plural = words;
  last_plural.back() = plural_of(last_plural.back());
  if (!is_short_plural(last_plural.back()) && !says_word(is_word, last_plural.back(), false)) {
    add_sequence(last_plural, name.word);
  }
  if (written.find(' ') == std::string_view::npos) {  // Smith-Jones is also Smithjones
    const std::string together = joined(words);
    add_with_plural(together, says_word(is_word, together, name.word), is_word);
  }
}

void FormTable::add_single(const std::string& folded, bool ordinary, bool plural) {
  if (folded.empty()) return;
  Entry& entry = entries_[folded];
  // What is given says more than a plural made here; of two of a kind the more careful holds.
  if (!entry.single || (entry.plural && !plural)) {
    entry.ordinary = ordinary;
    entry.plural = plural;
  } else if (entry.plural == plural) {
    entry.ordinary = entry.ordinary || ordinary;
  }
  entry.single = true;
  longest_ = std::max(longest_, folded.size());
}

/// Names of one or two letters count as words ("Al" is in "et al"), and so do those of the calendar, whatever
/// is_word says of them.
void FormTable::add_with_plural(const std::string& folded, bool ordinary, const IsWord& is_word) {
  const bool care = ordinary || count_code_points(folded) <= 2 || is_calendar_word(folded);
  add_single(folded, care, false);
  add_plural(plural_of(folded), care, is_word);
  if (folded.size() > 3 && folded.ends_with('y'))
    add_plural(folded.substr(0, folded.size() - 1) + "ies", care, is_word);
}

/// A plural may be a word although its singular is none (Thi: this, Doe: does).
void FormTable::add_plural(const std::string& plural, bool ordinary, const IsWord& is_word) {
  add_single(plural, ordinary || is_short_plural(plural) || says_word(is_word, plural, false), true);
}

void FormTable::add_sequence(std::vector<std::string> words, bool ordinary) {
  auto& known = entries_[words.front()].sequences;
  const auto same = std::find_if(known.begin(), known.end(), [&](const Sequence& s) { return s.words == words; });
  if (same == known.end())
    known.push_back({std::move(words), ordinary});
  else
    same->ordinary = same->ordinary || ordinary;
}

void FormTable::settle_sequences(const IsWord& is_word) {
  const auto ordinary = [&](const std::string& word) {
    const auto known = entries_.find(word);
    const bool careful = known != entries_.end() && known->second.single && known->second.ordinary;
    return is_no_part(word) || careful || (is_word && is_word(word));
  };
  for (auto& [first, entry] : entries_) {
    for (Sequence& s : entry.sequences)
      s.ordinary = s.ordinary || std::all_of(s.words.begin(), s.words.end(), ordinary);
  }
}

void FormTable::Marks::make_room(std::size_t texts) {
  constexpr std::size_t bits_a_text = 8;
  bits_.assign(std::bit_ceil(texts * bits_a_text / 64 + 1), 0);
  mask_ = bits_.size() - 1;
}

void FormTable::mark_entries() {
  firsts_.make_room(entries_.size());
  beginnings_.make_room(entries_.size() * std::size(beginning_lengths));
  for (const auto& [first, entry] : entries_) {
    firsts_.add(Hash()(first));
    if (!entry.single || entry.ordinary) continue;
    for (const std::size_t length : beginning_lengths) {
      if (first.size() >= length) beginnings_.add(Hash()(std::string_view(first).substr(0, length)));
    }
  }
}

bool FormTable::may_begin(std::string_view folded) const {
  for (const std::size_t length : beginning_lengths) {
    if (folded.size() >= length) return beginnings_.has(Hash()(folded.substr(0, length)));
  }
  return true;
}

const FormTable::Entry* FormTable::find(std::string_view folded) const {
  if (!firsts_.has(Hash()(folded))) return nullptr;
  const auto at = entries_.find(folded);
  return at == entries_.end() ? nullptr : &at->second;
}

const FormTable::Entry* FormTable::single(std::string_view folded) const {
  const Entry* entry = find(folded);
  return entry && entry->single ? entry : nullptr;
}

}  // namespace moniker::prove
