#pragma once
#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/secret.hpp"
#include "detect/spool.hpp"
#include "moniker/learned.hpp"
#include "rules/compiled.hpp"
#include "words/tokens.hpp"

namespace moniker::detect {

/// Which turns can hold a name that is learned later, so that the second way looks at those alone. On the first way
/// each turn leaves the marks of a few of its words, some eight in a turn of 130 bytes; at the end each learned form
/// says which of its words tells it:
///
///     the form               its word that tells             is marked in a turn where it
///     shaw                   shaw: no ordinary word          stands, in capitals or not
///     will                   will: an ordinary word          has its capital, as such a name must (NameTable)
///     the royal oak          royal, if that is no ordinary word, else none: then all turns are looked at
///
/// and with a word the form that it may be the plural of or that a verb is joined to (shaws, will'll). A turn without
/// any such mark holds none of the names. A mark that two words share costs a look and hides nothing.
///
/// A mark is a keyed hash (SipHash), by a key that goes with this object, since marks of a long transcript lie in a
/// temporary file.
class NameMarks {
 public:
  explicit NameMarks(const rules::RuleSet::Compiled& compiled);

  /// The words of the next turn.
  void add(const words::Words& words);
  /// The turns are over; from now on it is asked for these names.
  void look_for(const LearnedNames& names);
  /// Whether the next turn can hold one of them, from the first turn on.
  bool next_may_hold();

 private:
  using Mark = std::uint32_t;
  static constexpr std::size_t marks = std::size_t{1} << 22;
  static constexpr Mark any_name = 0;  // of a word that is not understood

  Mark mark_of(std::string_view folded) const;
  bool is_ordinary(std::string_view folded) const;
  void note_word(const words::Word& word);
  bool note_form(const LearnedName& name);

  const rules::RuleSet::Compiled& compiled_;
  Secret<16> key_{};
  Spool<Mark> turns_{};                   // of each turn: how many marks, and they
  std::vector<std::uint32_t> of_word_{};  // by Word::number: where in lists_, plus 1; 0: not asked yet
  std::vector<Mark> lists_{0};            // how many marks, and they; the first list is empty
  std::uint32_t epoch_ = 0;
  std::vector<Mark> turn_{};  // of the turn at hand
  std::unique_ptr<std::bitset<marks>> tell_{};
  bool everywhere_ = false;  // some name is told by no word of its own
};

}  // namespace moniker::detect
