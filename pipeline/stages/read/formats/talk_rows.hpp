#pragma once
#include "base/csv.hpp"
#include "read/formats/talk_columns.hpp"
#include "read/turns/given_turns.hpp"

namespace moniker::read {

/// A table's rows as turns; what stands in other columns is no talk, but may name somebody: it is searched
/// (as comment) and never written out.
class TalkRows {
 public:
  /// `width`: how many columns have a name; words beyond them are half a sentence that a separator cut. In spreadsheets
  /// nothing is cut, so there notes may stand anywhere.
  TalkRows(TalkColumns columns, GivenTurns& turns, std::size_t width = static_cast<std::size_t>(-1))
      : columns_(columns), turns_(turns), width_(width) {}
  /// Throws Error{input} where the row ends before its talk, or has words beyond its columns.
  void take(CsvRow row);

 private:
  TalkColumns columns_;
  GivenTurns& turns_;
  std::size_t width_;
};

/// How many of a header's columns are none of talk's.
std::uint64_t other_columns(const TalkColumns& columns, std::size_t width);

}  // namespace moniker::read
