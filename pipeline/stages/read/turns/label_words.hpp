#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "words/language.hpp"

namespace moniker::read {

// The words of a line that may be a label: where they begin and end, and of what kinds they are.

/// Bytes of the blank at `at`, the no-break space included; 0 where there is none.
std::size_t blank_at(std::string_view text, std::size_t at);
std::size_t skip_all_blanks(std::string_view text, std::size_t at);
/// Where the words of [begin, end) end, blanks taken off.
std::size_t trimmed_end(std::string_view text, std::size_t begin, std::size_t end);
std::vector<std::string_view> split_words(std::string_view text);

/// Bytes of the colon at `at`, or of a sign that looks like one; 0 where there is none.
std::size_t colon_at(std::string_view text, std::size_t at);
/// Bytes of a mark of html there, "<b>" or "</span>"; 0 where there is none.
std::size_t tag_at(std::string_view text, std::size_t at);

/// Whether a label has lost a letter, or is doubted: a question mark or U+FFFD touches a letter. "Si?n", "P3?".
bool is_damaged(std::string_view label);

/// 2, #2
bool is_numbering(std::string_view word);
/// I, R, P04, INT, MOD2, I-1, FG2a: a few capitals, then digits.
bool is_code(std::string_view word);
/// A telephone number or an address of mail: what a meeting calls somebody who dialled in.
bool is_contact(std::string_view words);
/// "Mm-hm", "Yes, Kate", "Oh right": what people answer in a word or two, which is talk wherever it stands.
bool is_answer(std::string_view words, const words::Language& language);

}  // namespace moniker::read
