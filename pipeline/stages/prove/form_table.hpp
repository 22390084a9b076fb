#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "prove/prover.hpp"

namespace moniker::prove {

/// Every form that is searched for, folded, without apostrophes, by its first word: one look-up for each word
/// of a text.
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

  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_{};
  std::size_t longest_ = 0;
};

/// Titles and particles, which are part of many names and identify nobody: mrs, van, bin.
bool is_no_part(std::string_view folded);

/// The parts of a written name: between blanks, each without outer punctuation ("Anne-Marie", "O'Neill").
std::vector<std::string> name_parts(std::string_view written);

}  // namespace moniker::prove
