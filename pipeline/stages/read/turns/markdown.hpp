#pragma once
#include "read/turns/line_reader.hpp"

namespace moniker::read {

/// A line of plain text without Markdown's marks: "**Kate:** \[00:12\] Yes" becomes "Kate: [00:12] Yes", whose first
/// bytes are set off (Line::emphasis) and whose bytes know where they stood (Line::pieces). Rows of asterisks and
/// underlines where somebody masked a word, and all other characters, stay.
Line without_markdown(Line line);

}  // namespace moniker::read
