#pragma once
#include <bitset>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/archive.hpp"

namespace moniker::words {

/// The classes a word or phrase belongs to, one bit each.
constexpr std::size_t max_classes = 128;
using ClassSet = std::bitset<max_classes>;

/// All words and phrases of all lists in one table: open addressing over folded words joined by blanks. A
/// phrase's every beginning is an entry too, marked `continues`, so that the longest match at a word is found by
/// looking up ever longer keys, and most words end the search at once. 400,000 entries load in a tenth of a
/// second and need some 20 MiB.
class Lexicon {
 public:
  struct Entry {
    std::uint32_t set = 0;        // index of its ClassSet
    std::uint16_t literal = 0;    // its number among the words that patterns name; 0: none
    std::uint16_t continues = 0;  // 1: begins a phrase
  };

  Lexicon();

  /// Adds an entry, as written, to a class. Words of two to five capitals (US, BBC) are kept as they are and
  /// match capitals only; hyphened phrases are also known with blanks.
  void add(std::size_t cls, std::string_view written);
  void remove(std::size_t cls, std::string_view written);
  /// An ending of three to ten letters that puts otherwise unknown words into a class (-prazole).
  void add_ending(std::size_t cls, std::string_view written);
  /// Gives a folded word a number; the same word gets the same number.
  std::uint16_t literal(std::string_view folded);

  const Entry* find(std::string_view key) const;
  /// What the longest known ending of a folded word says of it.
  ClassSet by_ending(std::string_view folded) const;
  const ClassSet& set(const Entry& entry) const { return sets_[entry.set]; }
  /// Whether some listed phrase may begin with these two words (their lexicon_hash): seldom yes where the answer is no.
  bool may_continue(std::uint32_t first, std::uint32_t second) const {
    const std::uint32_t bit = pair_bit(first, second);
    return (pairs_.all()[bit / 64] >> (bit % 64) & 1U) != 0;
  }
  /// Whether a word can be the second of some listed phrase; as sure as may_continue().
  bool may_follow(std::uint32_t word) const { return may_continue(0, word); }
  std::size_t size() const { return count_; }
  /// Every entry that is one word, folded, in no order.
  template <class Take>
  void each_word(const Take& take) const {
    for (const Slot& slot : slots_.all()) {
      const std::string_view key = key_of(slot);
      if (slot.size != 0 && key.find(' ') == std::string_view::npos && key.front() != '-') take(key);
    }
  }
  std::size_t literals() const { return literals_; }
  void save(ArchiveWriter& archive) const;
  /// A lexicon to look up in, not to add to; the archive's bytes must outlive it.
  static Lexicon from(ArchiveReader& archive);

 private:
  struct Slot {
    std::uint32_t key = 0, size = 0;  // where it stands in keys_; 0: an empty slot
    std::uint32_t hash = 0;
    Entry entry{};
  };
  static constexpr std::uint32_t pair_bits = 1U << 20;  // 128 KiB; the lists have some 20,000 phrases
  static std::uint32_t pair_bit(std::uint32_t first, std::uint32_t second) {
    return static_cast<std::uint32_t>(((std::uint64_t{first} << 32 | second) * 0x9E3779B97F4A7C15ULL) >> 44) &
           (pair_bits - 1);
  }
  Entry& at(std::string_view key);
  void note_pair(std::string_view key);
  void put(std::size_t cls, std::string_view key, bool in);
  void grow();
  std::uint32_t with(std::uint32_t set, std::size_t cls, bool in);
  std::string_view key_of(const Slot& slot) const { return {keys_.all().data() + slot.key, slot.size}; }

  Store<Slot> slots_;
  Store<char> keys_{};
  std::size_t count_ = 0, literals_ = 0;
  std::vector<ClassSet> sets_;
  Store<std::uint64_t> pairs_;                      // bits of the first two words of every phrase
  std::map<std::uint64_t, std::uint32_t> steps_{};  // (set, class, in) -> set
  bool has_endings_ = false;
  std::string key_{};  // of the entry being added
};

/// FNV-1a over 64 bits, folded to 32: words are short, and the table is never attacked (lists are the user's own).
std::uint32_t lexicon_hash(std::string_view key);

/// The key of an entry: its folded words joined by blanks; empty for an entry without words.
void lexicon_key(std::string_view written, std::string& key);

}  // namespace moniker::words
