#pragma once
#include "base/csv.hpp"
#include "read/given_turns.hpp"
#include "read/talk_columns.hpp"

namespace moniker {

/// A table's rows as turns; what stands in other columns is no talk, but may name somebody: it is searched
/// (as comment) and never written out.
class TalkRows {
 public:
  TalkRows(TalkColumns columns, GivenTurns& turns) : columns_(columns), turns_(turns) {}
  /// Throws Error{input} where the row ends before its talk.
  void take(CsvRow row);

 private:
  TalkColumns columns_;
  GivenTurns& turns_;
};

/// How many of a header's columns are none of talk's.
std::uint64_t other_columns(const TalkColumns& columns, std::size_t width);

}  // namespace moniker
