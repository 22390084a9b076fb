#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "moniker/utterance.hpp"

namespace moniker::read {

/// A clock time: "12:03", "1:12:03", "00:12:03.250", "00:12:03,25", "00:12:03:12" (frames). Hours may be any number up
/// to three digits; minutes go to 59 where there are hours. `length` is in bytes.
struct ClockTime {
  std::chrono::milliseconds value{};
  std::size_t length = 0;
  int parts = 0;  // 2 or 3: with or without hours
};
std::optional<ClockTime> clock_time_at(std::string_view text);

/// The same where nothing but a time can stand, with digits as they come: "0:1:3.540", "00:2:00,013", "1:7.85".
std::optional<ClockTime> loose_clock_at(std::string_view text);

/// A time as transcribers write it: [00:12:03], (00:12), 00:12:03, 0:12 - 0:17, <00:12:03>, {0:12},
/// #00:12:03-5# (f4 and f5, tenths). Where no end is given, the end equals the begin.
struct Stamp {
  TimeSpan time{};
  std::size_t length = 0;  // bytes
  bool certain = false;    // bracketed or with hours: a time even where words follow ("10:30 we met" is not)
};
std::optional<Stamp> stamp_at(std::string_view text);

/// The stamp that ends the text, with where it begins; blanks before it belong to neither.
struct TrailingStamp {
  Stamp stamp{};
  std::size_t begin = 0;
};
std::optional<TrailingStamp> stamp_before_end(std::string_view text);

}  // namespace moniker::read
