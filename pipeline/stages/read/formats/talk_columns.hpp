#pragma once
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "moniker/utterance.hpp"

namespace moniker::read {

/// Which columns of a table hold talk, counted from 0.
struct TalkColumns {
  std::size_t text = 0;
  std::optional<std::size_t> speaker{}, start{}, end{};
  std::optional<std::size_t> index{};  // of running numbers
  double milliseconds = 1000;          // in one unit of a time that is written as a number
  bool unit_told = false;              // by the column's name
};

/// Fields by the names that programs and people give them, in any case: text, utterance, transcript...; speaker, name,
/// who...; start, begin, time, timestamp...; end, stop.
enum class TalkField { none, text, speaker, start, end };
TalkField talk_field(std::string_view name);

/// From a table's header. Nothing where it has no column of talk, or none that says who or when.
std::optional<TalkColumns> talk_columns(std::span<const std::string> header);

/// Whether a header has one half of what talk_columns() needs: somebody meant a transcript.
bool is_half_of_talk(std::span<const std::string> header);

/// "0:01:02.5", "62.5", "62.5s", "0 days 00:01:02", "00:01:02 - 00:01:07" (whose end counts where there is no column
/// for it).
std::optional<TimeSpan> table_time(std::string_view cell, const TalkColumns& columns);

/// The time of a row; nothing where neither cell says one. Without an end, the end is the begin.
std::optional<TimeSpan> row_time(std::string_view start, std::string_view end, const TalkColumns& columns);

}  // namespace moniker::read
