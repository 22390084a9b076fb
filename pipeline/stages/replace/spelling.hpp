#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"

namespace moniker::replace {

/// The part of a finding that is replaced: without blanks at its edges, closing punctuation, a possessive and what
/// makes a compound of it, so that "Kate's, " leaves "'s, " behind the placeholder and "Leeds-based" "-based". The
/// whole range where nothing else would be left.
ByteRange core_of(std::string_view text, ByteRange range);
std::string_view core_text(std::string_view surface);

/// "nurse" for Nurse at a sentence's start: the first letter's case follows the words that were there.
std::string with_case_of(std::string_view surface, std::string text);

/// The folded word itself, then what it may be the plural of: nurses -> nurse; secretaries -> secretary;
/// coaches -> coach, coache.
std::vector<std::string> singulars(std::string_view folded);

}  // namespace moniker::replace
