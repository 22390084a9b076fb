#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "prove/prover.hpp"

namespace moniker {

/// Every form that is searched for, folded, without apostrophes. Forms of one word are found by one look-up, longer ones
/// by their first word.
class NameTable {
 public:
  struct Single {
    bool ordinary = false;   // an ordinary word too: counts only where something says that a name is meant
    bool name = true;        // as given, no plural made here
  };
  struct Sequence {
    std::vector<std::string> words{};
    bool ordinary = false;   // all of it is
  };

  NameTable(const std::vector<KnownName>& names, const IsWord& is_word);

  /// Nothing: not known.
  const Single* single(std::string_view folded) const;
  const std::vector<Sequence>* sequences_from(std::string_view first) const;
  std::size_t longest() const { return longest_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <class T>
  using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  void add_name(const KnownName& name, std::string_view written, const IsWord& is_word);
  void add_single(const std::string& folded, bool ordinary, bool as_given);
  void add_with_plural(const std::string& folded, bool ordinary, const IsWord& is_word);
  void add_sequence(std::vector<std::string> words, bool ordinary);
  void settle_sequences(const IsWord& is_word);

  Map<Single> singles_{};
  Map<std::vector<Sequence>> sequences_{};
  std::size_t longest_ = 0;
};

/// Titles and particles, which are part of many names and identify nobody: mrs, van, bin.
bool is_no_part(std::string_view folded);

/// The parts of a written name: between blanks, each without outer punctuation ("Anne-Marie", "O'Neill").
std::vector<std::string> name_parts(std::string_view written);

}  // namespace moniker
