#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "words/tokens.hpp"

namespace moniker::rules {

/// Tells from the words of a text which regular expressions cannot match in it, so that most texts are never shown to
/// most of them. Of each expression, FilteredRE2 knows which literals a match must hold; a few disjoint sets of these
/// are kept, of each of which at least one has to be there. Every literal is looked for within words, letters and
/// digits only, whatever its case. An expression without a telling literal ("any letter, twice") is open: every text
/// has to be shown to it.
class Gates {
 public:
  /// At most this many sets of literals for one expression.
  static constexpr std::size_t levels = 3;

  /// What one expression needs: sets of pieces, one of each set; empty for an open one.
  using Needs = std::vector<std::vector<std::string>>;
  /// Works out the needs of an expression; a costly thing. Empty where RE2 does not take it.
  static Needs needs_of(const std::string& pattern);

  Gates() = default;
  /// One entry an expression, in order.
  explicit Gates(std::vector<Needs> needs);

  /// Fills `row` with the gates that a word opens, level by level; whether there are any.
  bool of(std::string_view written, std::string_view folded, std::vector<std::uint64_t>& row) const;
  std::size_t row_size() const { return blocks_ * levels; }
  bool is_open(std::size_t expression) const { return needs_[expression].empty(); }
  const Needs& needs(std::size_t expression) const { return needs_[expression]; }

  /// The expressions that are not open and may match in a text of these words, ascending.
  void candidates(const words::Words& words, std::vector<std::uint32_t>& found) const;

 private:
  struct Place {
    std::uint32_t expression = 0, level = 0;
  };
  void open_all(std::string_view text, std::vector<std::uint64_t>& row, bool& any) const;

  std::vector<Needs> needs_{};
  std::size_t blocks_ = 0;              // of 64 expressions
  std::vector<std::uint64_t> given_{};  // levels that an expression does not have; all of an open one are missing
  std::unordered_map<std::string_view, std::vector<Place>> pieces_{};  // keys live in needs_
  std::size_t longest_ = 0;
};

}  // namespace moniker::rules
