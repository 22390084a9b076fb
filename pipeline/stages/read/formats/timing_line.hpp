#pragma once
#include <optional>
#include <string_view>

#include "moniker/utterance.hpp"

namespace moniker::read {

/// `00:01:02.000 --> 00:01:04,500 align:start`, hours optional, digits as they come; other arrows ("->", "--->", "--
/// >",
/// "\u2192", "--&gt;"), blanks within the times and seconds alone with three decimals ("1.500"), where both times can
/// be read. Nothing where it is no timing line; the end may come before the begin.
std::optional<TimeSpan> cue_time(std::string_view line);

/// Whether a line stands where the times of a caption do and is no talk: an arrow with what is written like times on
/// both sides, read or not, or the arrow of the standard with whatever beside it.
bool is_timing_line(std::string_view line);

/// Where words begin that stand behind the times of a timing line and are no settings; npos where there are none.
std::size_t words_behind_times(std::string_view line);

}  // namespace moniker::read
