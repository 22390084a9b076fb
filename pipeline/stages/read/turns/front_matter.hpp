#pragma once
#include <cstddef>
#include <deque>
#include <string_view>

#include "read/turns/line_reader.hpp"
#include "words/language.hpp"

namespace moniker::read {

/// How many of a transcript's first lines are a block of fields between two lines of "---" or "+++", as programs of
/// notes write them above a text; 0 where there is none. Talk between two rules is none: its labels come back, or are
/// no words for fields.
std::size_t front_matter(const std::deque<Line>& lines, const words::Language& language);

/// What the program of a meeting says about itself: Otter's last line, Teams' first and last.
bool is_of_program(std::string_view line);

}  // namespace moniker::read
