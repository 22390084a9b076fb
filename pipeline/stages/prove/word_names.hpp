#pragma once
#include <string_view>
#include <vector>

#include "prove/text_words.hpp"

namespace moniker::prove {

/// A text with its words and placeholders.
struct Talk {
  std::string_view text{};
  std::vector<TextWord> words{};
  const std::vector<ByteRange>& placeholders;

  /// Nothing stands between two words, the first behind `a`, but what may stand within a name.
  bool adjoins(std::size_t a, std::size_t b) const;
};

/// Where a name that is an ordinary word too (Will, May, Grace, Mark, Hope) counts. In the talk of a study
/// with a Will in it, "will" stands on every page; quarantining them all would teach people to override the
/// proof. It counts:
///   - with a capital inside a sentence ("I asked Grace"), unless the whole passage or the word alone is in
///   capitals,
///     which is emphasis ("I WILL go"), or an article makes a thing of it ("the Bill", "the High Court");
///   - at a sentence's beginning where no ordinary word would stand so: possessive ("Will's mum"), addressed
///   ("Grace,
///     come here"), or before what only people do ("Will said");
///   - after a title, and in any case after "called", "named", "name is", "name's";
///   - quoted alone ("Hope").
/// Months do not count where a date is meant: after a preposition of time, beside a number or another month.
/// Words that always have a capital (English, French, Jordan) count by it only after a title, plurals only
/// where a family is meant ("the Wills"). What stands beside another known part ("Will Barker") is judged in
/// prover.cpp, and counts with a capital on both.
bool word_counts(const Talk& talk, std::size_t index, bool plural);

/// Whether it begins with a capital that the place in its sentence does not explain.
bool telling_capital(const Talk& talk, std::size_t index);

/// Months, weekdays and seasons: capitals or not, they are on every page.
bool is_calendar_word(std::string_view folded);
bool is_month(std::string_view folded);

}  // namespace moniker::prove
