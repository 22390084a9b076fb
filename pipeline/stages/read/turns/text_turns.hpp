#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "moniker/finding.hpp"
#include "moniker/utterance.hpp"
#include "words/language.hpp"

namespace moniker::read {

/// From byte `text` of an utterance's text on, bytes stand at `source` on in the input, up to the next run.
struct SourceRun {
  std::uint32_t text = 0;
  std::uint64_t source = 0;
  bool operator==(const SourceRun&) const = default;
};

/// Half-open, in bytes of the input.
struct SourceRange {
  std::uint64_t begin = 0, end = 0;
  bool operator==(const SourceRange&) const = default;
};

/// An utterance that still knows where each of its bytes came from.
struct TextTurn {
  Utterance utterance{};
  std::vector<SourceRun> runs{};  // ascending by text, the first at 0; empty only where the text is
  SourceRange label{};            // where Utterance::speaker stands; empty where nobody is named, and in a
                                  // later piece of a turn that was cut
  /// Where these bytes of utterance.text stand in the input, from the first to behind the last. They may
  /// span line ends and times that the text does not hold.
  SourceRange source_of(ByteRange bytes) const;
  /// The same for bytes of utterance.speaker, whose delivered form is one run of bytes.
  SourceRange source_of_label(ByteRange bytes) const { return {label.begin + bytes.begin, label.begin + bytes.end}; }
};

/// A document in memory, read exactly as a .txt transcript is (turns, labels, times, matter), for those who
/// must say where in the document something stands. `text` is valid UTF-8; nothing is converted or removed.
/// Runs need about 16 bytes a line beside the text's own copy.
std::vector<TextTurn> text_turns(std::string_view text, const words::Language& language);

}  // namespace moniker::read
