#pragma once
#include <cstdint>
#include <span>

#include "html/html.hpp"

namespace moniker::html {

/// How a part of a bar is filled: told apart in black and white too.
enum class Fill : std::uint8_t { solid, hatched };

struct BarPart {
  double share = 0;  // of the bar's whole width, 0 to 1
  Fill fill = Fill::solid;
};

/// The patterns that bars are filled with, and once in a page, before them.
void add_patterns(Html& html);

/// A bar of one line's height, parts from the left. It says nothing to who cannot see it: the figures stand beside it.
void add_bar(Html& html, std::span<const BarPart> parts);

/// A scale from 0 to 100 % on which what may be is drawn from `from` to `to`, with its ends named in the picture;
/// `tells` is the same in words.
struct Interval {
  double from = 0, to = 0, seen = 0;  // shares; seen: the one that was found
  std::string_view tells{};
};
void add_interval(Html& html, const Interval& interval);

}  // namespace moniker::html
