#pragma once
#include <string_view>
#include <vector>

#include "prove/text_words.hpp"

namespace moniker {

/// Where a name that is an ordinary word too (Will, May, Grace, Mark, Hope) counts. In the talk of a study with a Will in
/// it, "will" stands on every page; quarantining them all would teach people to override the proof. It counts:
///   - with a capital inside a sentence ("I asked Grace"), unless the whole passage or the word alone is in capitals,
///     which is emphasis ("I WILL go");
///   - at a sentence's beginning where no ordinary word would stand so: possessive ("Will's mum"), addressed ("Grace,
///     come here"), or before what only people do ("Will said");
///   - in any case after "called", "named", "name is", "name's";
///   - quoted alone ("Hope").
/// Months do not count where a date is meant: after a preposition of time, beside a number or another month. Words
/// that always have a capital (English, French, Jordan) count by it only after a title.
/// What stands beside another known part ("Will Barker") is judged in prover.cpp, and always counts with a capital.
bool word_counts(std::string_view text, const std::vector<TextWord>& words, std::size_t index,
                 const std::vector<ByteRange>& placeholders);

/// Whether it begins with a capital that the place in its sentence does not explain.
bool telling_capital(std::string_view text, const std::vector<TextWord>& words, std::size_t index,
                     const std::vector<ByteRange>& placeholders);

}  // namespace moniker
