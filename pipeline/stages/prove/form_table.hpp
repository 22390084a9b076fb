#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "prove/prover.hpp"

namespace moniker::prove {

/// Every form that is searched for, folded, without apostrophes, by its first word: one look-up for each word
/// of a text. Nearly all words are no name's, and hardly anything that pieces may be joined to begins one: both are
/// asked of rows of bits first, which lie nearer than the forms of a large study do.
class FormTable {
 public:
  struct Sequence {
    std::vector<std::string> words{};
    bool ordinary = false;  // all of it is
  };
  struct Entry {
    bool single = false;                // the word alone is a name or a form of one
    bool ordinary = false;              // an ordinary word too: counts only where something says that a name is meant
    bool plural = false;                // made here; not as given
    std::vector<Sequence> sequences{};  // that begin with it
  };

  FormTable(const std::vector<KnownName>& names, const IsWord& is_word);

  /// Nothing: no name and no name's beginning.
  const Entry* find(std::string_view folded) const;
  /// Nothing: no name of its own.
  const Entry* single(std::string_view folded) const;
  std::size_t longest() const { return longest_; }
  /// Whether a name that is no ordinary word may begin so; true for a few that none does, and of what is very short.
  bool may_begin(std::string_view folded) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };

  void add_name(const KnownName& name, std::string_view written, const IsWord& is_word);
  void add_parts(const KnownName& name, const IsWord& is_word);
  void add_single(const std::string& folded, bool ordinary, bool plural);
  void add_with_plural(const std::string& folded, bool ordinary, const IsWord& is_word);
  void add_plural(const std::string& plural, bool ordinary, const IsWord& is_word);
  void add_sequence(std::vector<std::string> words, bool ordinary);
  void settle_sequences(const IsWord& is_word);
  void mark_entries();

  /// A set of texts that may take one for another's: a bit for each by its hash.
  class Marks {
   public:
    void make_room(std::size_t texts);
    void add(std::size_t hash) { bits_[hash / 64 & mask_] |= std::uint64_t{1} << hash % 64; }
    bool has(std::size_t hash) const { return (bits_[hash / 64 & mask_] >> hash % 64 & 1) != 0; }

   private:
    std::vector<std::uint64_t> bits_{0};
    std::size_t mask_ = 0;
  };

  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_{};
  Marks firsts_{}, beginnings_{};  // of entries; of names that are no ordinary words
  std::size_t longest_ = 0;
};

/// Titles and particles, which are part of many names and identify nobody: mrs, van, bin.
bool is_no_part(std::string_view folded);

/// The parts of a written name: between blanks, each without outer punctuation ("Anne-Marie", "O'Neill").
std::vector<std::string> name_parts(std::string_view written);

}  // namespace moniker::prove
