#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/seen_characters.hpp"

namespace moniker {

/// What stands between two runs of letters that may be one word.
struct WordGap {
  std::size_t end = 0;     // behind it; 0: nothing that a word could go on behind
  bool blank = false;      // it holds blanks: whoever reads it takes it for two words, as a rule
  bool furniture = false;  // a page's number or the marks of a quotation
  bool ornament = false;   // nothing but emoji, signs that are no punctuation, and markup
};

/// The gap that begins at `at`, where a run of letters ended, in front of the next. Such are: up to three characters of
/// punctuation without a blank (Tich/borne); signs, emoji and tags of markup (*Tich*borne, Tich</i>borne); a blank that
/// is no common one; a hyphen or dash with blanks about it; and a line's end, with a page's number or > of a quotation.
/// `delivered` is the text that the characters were made of.
WordGap word_gap_at(const SeenCharacters& text, std::size_t at, std::string_view delivered);

/// Whether a gap may begin at this byte of a delivered text, right behind a letter: cheap, and wrong on one side only.
bool may_be_word_gap(std::string_view text, std::size_t at);

}  // namespace moniker
