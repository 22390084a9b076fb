// People say the same words again and again, so whatever follows from a word's spelling is worked out once: shape,
// folding, classes. An open hash table over blocks of words that never move, so that a Word's address is good until the
// second text after the vocabulary was emptied; it is emptied when it has 20,000 words, which bounds the memory. A
// cache only: results do not depend on when that happens.
#include "words/vocabulary.hpp"

#include <algorithm>
#include <cstring>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "words/word_scanner.hpp"

namespace moniker::words {
namespace {

/// More words than fifty interviews have. Ten thousand more took 3 MiB more.
constexpr std::uint32_t most_words = 20'000;
constexpr std::size_t shortest_plural = 4;

std::uint64_t load(const char* from, std::size_t size) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, from, size);
  return bytes;
}

/// Eight bytes at a time, mixed by multiplication. Most words take one step, which can be undone: of two words of the
/// same length up to eight bytes, only equal ones have the same hash. Where as many bytes stand behind the word, those
/// of a short one are taken at once, without asking how many there are.
std::uint64_t written_hash(std::string_view text, std::size_t behind) {
  constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;
  const char* at = text.data();
  const std::size_t size = text.size();
  std::uint64_t hash = size * odd;
  const auto mix = [&](std::uint64_t bytes) {
    hash = (hash ^ bytes) * odd;
    hash ^= hash >> 29;
  };
  if (size <= 8) {
    const std::uint64_t bytes = size + behind >= 8 ? load(at, 8) : load(at, size);
    mix(size == 0 ? 0 : bytes & (~std::uint64_t{0} >> (64 - 8 * size)));
    return hash;
  }
  for (std::size_t i = 0; i + 8 < size; i += 8) mix(load(at + i, 8));
  mix(load(at + size - 8, 8));
  return hash;
}

struct Letters {
  std::uint32_t upper = 0, lower = 0, digits = 0, hyphens = 0;
  bool last_s = false;
  bool first_upper = false, parts_upper = true;  // every part of a hyphened word begins with a capital
};

Letters letters_of(std::string_view word) {
  Letters letters;
  bool part_begins = true;
  letters.last_s = word.ends_with('s');
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    const bool upper = is_upper(point.value);
    if (is_letter(point.value)) {
      letters.upper += upper;
      letters.lower += !upper;
      if (at == 0) letters.first_upper = upper;
      if (part_begins) letters.parts_upper &= upper;
    }
    letters.digits += is_digit(point.value);
    part_begins = is_hyphen(point.value);
    letters.hyphens += part_begins;
    at += std::max<std::uint32_t>(1, point.length);
  }
  return letters;
}

std::uint32_t shape_of(const Letters& letters) {
  std::uint32_t shape = 0;
  if (letters.first_upper) shape |= shape_cap;
  const bool plural = letters.lower == 1 && letters.last_s && letters.first_upper;  // GPs
  if (letters.upper >= 2 && (letters.lower == 0 || plural)) shape |= shape_upper;
  if (!letters.first_upper && letters.upper + letters.lower > 0 && letters.digits == 0) shape |= shape_lower;
  if (letters.digits > 0) shape |= shape_digit;
  if (letters.first_upper && letters.upper + letters.lower + letters.digits == 1) shape |= shape_initial;
  if (letters.hyphens > 0) shape |= shape_hyphen;
  if (letters.upper + letters.lower <= 4) shape |= shape_short;
  return shape;
}

}  // namespace

/// Some words and, one behind the other, the bytes of each as written and as folded.
struct Vocabulary::Block {
  std::array<Word, words_a_block> words{};
  std::vector<std::unique_ptr<char[]>> chunks{};
  std::size_t used = 0, size = 0;  // of the last chunk
  int texts = 0;                   // that were begun since the vocabulary was emptied; of the first block alone

  const char* keep(std::string_view written, std::string_view folded) {
    const std::size_t more = written.size() + folded.size();
    if (used + more > size) {
      size = std::max<std::size_t>(more, 4096);
      chunks.push_back(std::make_unique<char[]>(size));
      used = 0;
    }
    char* const at = chunks.back().get() + used;
    std::copy(folded.begin(), folded.end(), std::copy(written.begin(), written.end(), at));
    used += more;
    return at;
  }
};

Vocabulary::Vocabulary(const Lexicon& lexicon, const ClassSet& abbreviations)
    : lexicon_(lexicon), abbreviations_(abbreviations), slots_(256) {}
Vocabulary::~Vocabulary() = default;
Vocabulary::Vocabulary(Vocabulary&&) noexcept = default;

void Vocabulary::begin_text() {
  if (!old_blocks_.empty() && ++old_blocks_.front()->texts == 2) old_blocks_.clear();
  if (count_ < most_words) return;
  old_blocks_ = std::move(blocks_);
  blocks_.clear();
  slots_.assign(256, {});
  count_ = 0;
  ++epoch_;
}

const Word& Vocabulary::word(std::string_view written, std::size_t behind) {
  const std::uint64_t hash = written_hash(written, behind);
  for (std::size_t at = hash >> 32 & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    const Slot slot = slots_[at];
    if (slot.word == 0) return add(written, hash);
    if (slot.hash != static_cast<std::uint32_t>(hash)) continue;
    const Word& known = place(slot.word - 1);
    if (known.hash == hash && known.written_size == written.size() &&
        (written.size() <= 8 || known.written() == written))
      return known;
  }
}

Word& Vocabulary::place(std::uint32_t number) { return blocks_[number / words_a_block]->words[number % words_a_block]; }

void Vocabulary::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot slot : old) {
    if (slot.word != 0) put(slot, place(slot.word - 1).hash);
  }
}

void Vocabulary::put(Slot slot, std::uint64_t hash) {
  std::size_t at = hash >> 32 & (slots_.size() - 1);
  while (slots_[at].word != 0) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = slot;
}

const Word& Vocabulary::add(std::string_view written, std::uint64_t hash) {
  if ((count_ + 1) * 2 > slots_.size()) grow();
  if (count_ % words_a_block == 0) blocks_.push_back(std::make_unique<Block>());
  std::string folded;
  fold_word(written, folded);
  Word& word = place(count_);
  word.number = count_;
  word.bytes = blocks_.back()->keep(written, folded);
  word.hash = hash;
  word.written_size = static_cast<std::uint32_t>(written.size());
  word.folded_size = static_cast<std::uint32_t>(folded.size());
  look_up(word);
  put({static_cast<std::uint32_t>(hash), ++count_}, hash);
  return word;
}

void Vocabulary::look_up(Word& word) const {
  const std::string_view written = word.written(), folded = word.folded();
  const Letters letters = letters_of(written);
  word.shape = static_cast<std::uint16_t>(shape_of(letters));
  word.folded_hash = lexicon_hash(folded);
  word.follows = lexicon_.may_follow(word.folded_hash);
  if (const Lexicon::Entry* entry = lexicon_.find(folded)) {
    word.literal = entry->literal;
    word.continues = entry->continues != 0;
    word.classes = lexicon_.set(*entry);
  }
  if (word.shape & shape_upper) {
    if (const auto* acronym = lexicon_.find(written.substr(0, written.size() - (letters.last_s ? 1 : 0)))) {
      word.classes = lexicon_.set(*acronym);
    }
  }
  if (word.classes.none() && letters.hyphens > 0) word.classes = of_parts(written, letters.parts_upper);
  // A plural that no list has is what its singular is: the Smiths, on Fridays.
  if (word.classes.none() && letters.last_s && folded.size() > shortest_plural) {
    if (const auto* singular = lexicon_.find(folded.substr(0, folded.size() - 1)))
      word.classes = lexicon_.set(*singular);
  }
  if (word.classes.none()) word.classes = lexicon_.by_ending(folded);
  word.abbreviation = (word.classes & abbreviations_).any();
  word.pronoun = (word.shape & shape_cap) && folded.front() == 'i' && (folded.size() == 1 || folded[1] == '\'');
  word.clitic = folded == "'s";
}

/// A hyphened word that no list has is what its parts are (UK-wide, Finch-Saunders): where each has a capital,
/// what those are that some list has; else only where some list has every one.
ClassSet Vocabulary::of_parts(std::string_view word, bool capitals) const {
  ClassSet any;
  bool all_known = true;
  std::string folded;
  for (std::size_t begin = 0; begin <= word.size();) {
    const std::size_t end = std::min(word.find('-', begin), word.size());
    const std::string_view part = word.substr(begin, end - begin);
    folded.clear();
    fold_word(part, folded);
    const auto* entry = lexicon_.find(part);  // the acronym as it is
    if (!entry) entry = lexicon_.find(folded);
    const ClassSet classes = entry ? lexicon_.set(*entry) : ClassSet();
    all_known = all_known && classes.any();
    any |= classes;
    begin = end + 1;
  }
  return capitals || all_known ? any : ClassSet();
}

}  // namespace moniker::words
