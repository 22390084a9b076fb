#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "moniker/finding.hpp"
#include "moniker/utterance.hpp"
#include "words/language.hpp"

namespace moniker::read {

inline constexpr std::size_t longest_label = 63;  // characters, as in MAXQDA

/// How much some words look like the label of a speaker, by their shape alone. A weaker shape must be seen
/// more often at the beginning of lines before it counts (LabelSurvey).
enum class LabelShape : std::uint8_t {
  none,   // a sentence, a lead-in ("for example"), a clock time, too long
  lower,  // "kate": up to three words without capitals
  mixed,  // "Clinical lead", "The Witness": a capital, then small words; or behind a lead-in
  name,   // "Kate S.", "Sir Gareth Williams", "Shaw, Kate", "Kate (Guest)", "+44 7700 900123"
  role,   // "Interviewer", "I1", "P04", "Speaker 2", "Dr Patel"
};
LabelShape label_shape(std::string_view words, const words::Language& language);

/// The label without an aside in brackets at its end: "Kate" of "Kate (Guest)".
std::string_view label_core(std::string_view words);

/// Whether it names a field of a transcript's head ("Date of interview"), which is never a speaker.
bool is_head_field(std::string_view words, const words::Language& language);

/// Whether what follows a label in a transcript's head may be its value ("Interviewee: Kate Shaw", "Date: 12
/// March 2026") rather than talk.
bool is_head_value(std::string_view words, const words::Language& language);

enum class LabelStyle : std::uint8_t {
  colon,    // Kate: words            also alone on its line
  tab,      // Kate<tab>words
  timed,    // Kate Shaw  0:03        alone on its line, the time after it; 0:03 - Kate Shaw
  stamped,  // 00:00:03 Kate Shaw    alone on its line, the time before it
  line,     // Kate Shaw              alone on its line
  bold,     // words set in bold before words that are not
  set_off,  // I – words; [Kate] words; Q. words; Kate; words: where the transcript does so throughout, or knows Kate
};

/// What stands at the beginning of a line, if a label does. Ranges are bytes of the line.
struct LabelCandidate {
  ByteRange label{};
  std::uint32_t talk = 0;          // where the words begin, behind a time that follows the label
  std::optional<TimeSpan> time{};  // next to the label
  LabelStyle style{};
  LabelShape shape{};
  bool adorned = false;  // a number, a dash or another ornament stands beside it, or no blank behind its colon
};

/// A time before a label: one that is a time beyond doubt, or one with an end on the line above.
enum class TimeBefore : std::uint8_t { none, certain, range_above };

/// The candidate at byte `from` of the line (behind a leading time). `emphasis`: so many bytes from the
/// line's beginning are set off in bold or by a style. `before`: whether a time stands before it. A label
/// has at most 63 characters, as in MAXQDA.
std::optional<LabelCandidate> label_candidate(std::string_view line, const words::Language& language,
                                              std::size_t from = 0, std::uint32_t emphasis = 0,
                                              TimeBefore before = TimeBefore::none);

/// The same for a label that no colon ends; label_candidate() asks it where it finds none of its own.
std::optional<LabelCandidate> set_off_candidate(std::string_view line, const words::Language& language,
                                                std::size_t from);

}  // namespace moniker::read
