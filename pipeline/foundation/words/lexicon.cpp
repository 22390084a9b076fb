// All lists in one hash table with linear probing, so that a word costs one look-up however many lists there are. Sets
// of classes are few, so an entry holds a set's number. Every beginning of a phrase is an entry too, marked
// `continues`; and a filter of 2^20 bits (Bloom 1970, of one hash) over the first two words of all phrases says at once
// that no phrase begins here, and seldom that one may where none does. Keys and slots may lie in a mapped file; then
// nothing can be added.
#include "words/lexicon.hpp"

#include <algorithm>

#include "words/word_scanner.hpp"

namespace moniker::words {
namespace {

constexpr std::size_t shortest_ending = 3, longest_ending = 10;
constexpr char ending_mark = '-';

bool is_acronym(std::string_view written) {
  return written.size() >= 2 && written.size() <= 5 &&
         std::all_of(written.begin(), written.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

std::uint32_t lexicon_hash(std::string_view key) {
  std::uint64_t h = 0xcbf29ce484222325ULL;
  for (const char c : key) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return static_cast<std::uint32_t>(h ^ (h >> 32));
}

void lexicon_key(std::string_view written, std::string& key) {
  key.clear();
  WordScanner scanner(written);
  for (ByteRange word; scanner.next(word);) {
    if (!key.empty()) key += ' ';
    fold_word(written.substr(word.begin, word.size()), key);
  }
}

Lexicon::Lexicon() : slots_(std::size_t{1} << 12), sets_(1), pairs_(pair_bits / 64) {}

const Lexicon::Entry* Lexicon::find(std::string_view key) const {
  const std::uint32_t hash = lexicon_hash(key);
  const auto slots = slots_.all();
  for (std::size_t i = hash & (slots.size() - 1);; i = (i + 1) & (slots.size() - 1)) {
    const Slot& slot = slots[i];
    if (slot.size == 0) return nullptr;
    if (slot.hash == hash && key_of(slot) == key) return &slot.entry;
  }
}

Lexicon::Entry& Lexicon::at(std::string_view key) {
  auto& slots = slots_.own();
  if ((count_ + 1) * 4 > slots.size() * 3) grow();
  const std::uint32_t hash = lexicon_hash(key);
  std::size_t i = hash & (slots.size() - 1);
  for (;; i = (i + 1) & (slots.size() - 1)) {
    Slot& slot = slots[i];
    if (slot.size == 0) break;
    if (slot.hash == hash && key_of(slot) == key) return slot.entry;
  }
  auto& keys = keys_.own();
  slots[i] = {static_cast<std::uint32_t>(keys.size()), static_cast<std::uint32_t>(key.size()), hash, {}};
  keys.insert(keys.end(), key.begin(), key.end());
  ++count_;
  return slots[i].entry;
}

void Lexicon::grow() {
  auto& slots = slots_.own();
  std::vector<Slot> old(slots.size() * 2);
  old.swap(slots);
  for (const Slot& slot : old) {
    if (slot.size == 0) continue;
    std::size_t i = slot.hash & (slots.size() - 1);
    while (slots[i].size != 0) i = (i + 1) & (slots.size() - 1);
    slots[i] = slot;
  }
}

void Lexicon::save(ArchiveWriter& archive) const {
  archive.put_array(slots_.all());
  archive.put_array(keys_.all());
  archive.put_array(pairs_.all());
  archive.put_array(std::span<const ClassSet>(sets_));
  archive.put(count_);
  archive.put(literals_);
  archive.put(has_endings_);
}

Lexicon Lexicon::from(ArchiveReader& archive) {
  Lexicon lexicon;
  lexicon.slots_.view(archive.array<Slot>());
  lexicon.keys_.view(archive.array<char>());
  lexicon.pairs_.view(archive.array<std::uint64_t>());
  lexicon.sets_ = archive.vector<ClassSet>();
  lexicon.count_ = archive.get<std::size_t>();
  lexicon.literals_ = archive.get<std::size_t>();
  lexicon.has_endings_ = archive.get<bool>();
  return lexicon;
}

std::uint32_t Lexicon::with(std::uint32_t set, std::size_t cls, bool in) {
  const std::uint64_t step = (std::uint64_t{set} << 32) | (cls << 1) | (in ? 1U : 0U);
  if (const auto known = steps_.find(step); known != steps_.end()) return known->second;
  ClassSet next = sets_[set];
  next.set(cls, in);
  const auto same = std::find(sets_.begin(), sets_.end(), next);
  const auto index = static_cast<std::uint32_t>(same - sets_.begin());
  if (same == sets_.end()) sets_.push_back(next);
  steps_[step] = index;
  return index;
}

void Lexicon::note_pair(std::string_view key) {
  const std::size_t first = key.find(' ');
  if (first == std::string_view::npos) return;
  const std::string_view second = key.substr(first + 1);
  const std::uint32_t follower = lexicon_hash(second.substr(0, second.find(' ')));
  for (const std::uint32_t bit : {pair_bit(lexicon_hash(key.substr(0, first)), follower), pair_bit(0, follower)}) {
    pairs_.own()[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
}

void Lexicon::put(std::size_t cls, std::string_view key, bool in) {
  if (key.empty()) return;
  if (in) {
    note_pair(key);
    for (std::size_t blank = key.find(' '); blank != std::string_view::npos; blank = key.find(' ', blank + 1)) {
      at(key.substr(0, blank)).continues = 1;
    }
  } else if (!find(key)) {
    return;
  }
  Entry& entry = at(key);
  entry.set = with(entry.set, cls, in);
}

void Lexicon::add(std::size_t cls, std::string_view written) {
  if (is_acronym(written)) return put(cls, written, true);
  lexicon_key(written, key_);
  put(cls, key_, true);
  if (key_.find('-') == std::string::npos) return;
  std::replace(key_.begin(), key_.end(), '-', ' ');
  put(cls, key_, true);
}

void Lexicon::remove(std::size_t cls, std::string_view written) {
  if (is_acronym(written)) return put(cls, written, false);
  lexicon_key(written, key_);
  put(cls, key_, false);
}

// Endings stand in the same table, before them a byte that no word holds.
void Lexicon::add_ending(std::size_t cls, std::string_view written) {
  lexicon_key(written, key_);
  if (key_.size() < shortest_ending || key_.size() > longest_ending) return;
  has_endings_ = true;
  put(cls, std::string(1, ending_mark).append(key_), true);
}

ClassSet Lexicon::by_ending(std::string_view folded) const {
  if (!has_endings_ || folded.size() <= shortest_ending + 1) return {};
  std::string key;
  for (std::size_t length = std::min(longest_ending, folded.size() - 2); length >= shortest_ending; --length) {
    key.assign(1, ending_mark).append(folded.substr(folded.size() - length));
    if (const Entry* entry = find(key)) return set(*entry);
  }
  return {};
}

std::uint16_t Lexicon::literal(std::string_view folded) {
  Entry& entry = at(folded);
  if (entry.literal == 0) entry.literal = static_cast<std::uint16_t>(++literals_);
  return entry.literal;
}

}  // namespace moniker::words
