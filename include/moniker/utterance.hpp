#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace moniker {

/// A place in a delivered file: lines and columns from 1, columns in code points; 0 where there is none.
struct Position {
  std::uint32_t line = 0, column = 0;
  bool operator==(const Position&) const = default;
};

/// Times from the start of the recording.
struct TimeSpan {
  std::chrono::milliseconds begin{}, end{};
  bool operator==(const TimeSpan&) const = default;
};

/// Which part of the delivered document the words stood in. Talk is what people said; everything else is
/// checked and searched too, and what is not talk, matter or footnote is never written out.
enum class Part : std::uint8_t { talk, matter, footnote, header, footer, comment };

inline bool is_written(Part part) { return part == Part::talk || part == Part::matter || part == Part::footnote; }

/// Where one caption's words begin within an utterance that was joined from several captions.
struct Cue {
  std::uint32_t begin = 0;  // byte offset into Utterance::text
  TimeSpan time{};
  Position at{};
  bool operator==(const Cue&) const = default;
};

/// One speaker's words, uninterrupted, as delivered.
struct Utterance {
  std::uint64_t number = 0;        // from 0, in delivered order, over all parts
  std::string speaker{};           // the label as delivered; empty when nobody is named
  std::optional<TimeSpan> time{};  // of the whole turn
  std::string text{};              // valid UTF-8; "\n" between the lines or paragraphs of one turn
  std::vector<Cue> cues{};         // ascending by begin; empty unless the format is a caption format
  Position at{};                   // of the first word (of the label, where there is one)
  Part part = Part::talk;
};

/// Utterances are never printed: there is no stream or fmt output for them, on purpose
/// (tests/compile_fail proves it).
template <class Stream>
Stream& operator<<(Stream&, const Utterance&) = delete;

}  // namespace moniker
