#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "align/word_stream.hpp"

namespace moniker::align {

/// Errors as speech recognition counts them, with what was said as the measure.
struct ErrorCounts {
  std::uint64_t same = 0, changed = 0, missing = 0, added = 0;
  std::uint64_t said() const { return same + changed + missing; }
  std::uint64_t errors() const { return changed + missing + added; }
  double rate() const {
    return said() == 0 ? (added > 0 ? 1 : 0) : static_cast<double>(errors()) / static_cast<double>(said());
  }
  void add(Step step, std::uint64_t count = 1);
  bool operator==(const ErrorCounts&) const = default;
};

/// Somebody in the captions or in the transcript. Labels may identify.
struct Speaker {
  std::string label{};
  ErrorCounts errors{};                     // of transcript speakers
  std::optional<std::size_t> other_side{};  // the captions' voice that this speaker is, and the other way round
};

/// A stretch of talk on the captions' clock; a time is no_time where neither file has one.
struct Stretch {
  std::int64_t from = no_time, to = no_time;  // milliseconds
  std::uint32_t line = 0;  // where it begins in the transcript, or after which its words are missing; 0: before all
};

struct Passage {
  Stretch where{};
  ErrorCounts errors{};
  std::vector<WordId> said{}, written{};  // the first words of it, for those who may see them
};

/// What is missing or too much before the first and after the last place where both surely agree.
struct End {
  std::uint64_t missing = 0, added = 0;
  Stretch where{};
};

/// A stretch in which words of one voice stand under another speaker's label.
struct Exchange {
  Stretch where{};
  std::uint64_t words = 0;
  std::size_t speaker = 0, should_be = 0;  // of the transcript's
  bool both_ways = false;                  // each of the two has the other's words
};

struct Jump {
  std::int64_t at = 0, by = 0;  // milliseconds; positive: the transcript's times are later from here on
};

/// How the transcript's times stand to the captions'.
struct Drift {
  std::size_t points = 0;     // 0: one of the files has no times
  double offset_seconds = 0;  // of the transcript's times at the beginning: positive, they are later
  double seconds_per_hour = 0;
  double scatter_seconds = 0;  // the median distance from that line
  std::vector<Jump> jumps{};
};

struct TalkComparison {
  std::string transcript_format{}, captions_format{};
  std::uint64_t written_words = 0, said_words = 0;
  ErrorCounts all{};
  std::vector<Speaker> speakers{}, voices{};
  std::vector<std::vector<std::uint64_t>> words_of{};  // [voice][speaker], words that both have
  std::map<std::int64_t, ErrorCounts> five_minutes{};  // by number; empty without times
  std::vector<Passage> passages{};                     // the worst first
  End start{}, end{};
  std::vector<Exchange> exchanges{};
  Drift drift{};
  bool exact = true;
  HeardWords vocabulary{};
};

struct CompareOptions {
  WordOptions words;
  std::size_t passages = 10;
  bool keep_words = false;
  std::size_t window = 0;  // 0: as usual
};

/// Throws Error{input} where a file cannot be read or says nothing.
TalkComparison compare(const std::filesystem::path& transcript, const std::filesystem::path& captions,
                       const CompareOptions& options);

/// The same from streams that are made with the comparison's vocabulary.
void compare(WordStream& written, WordStream& said, const CompareOptions& options, TalkComparison& into);

}  // namespace moniker::align
