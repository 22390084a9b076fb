#pragma once
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include "base/seen_text.hpp"
#include "moniker/limits.hpp"
#include "moniker/utterance.hpp"
#include "words/language.hpp"

namespace moniker::read {

/// Gives a transcript's utterances one by one; holds one utterance and a buffer, however long the file.
/// What a person should know about the delivery goes to the issue sink. Throws Error{input} with line and
/// column when the file cannot be read on.
class Reader {
 public:
  virtual ~Reader() = default;
  virtual std::optional<Utterance> next() = 0;  // nothing at the end
};

inline constexpr std::size_t shortest_turn = 64;  // a longest_turn below it would cut words for nothing

/// In which language labels are looked for, how captions are joined into turns and where a turn without end is cut.
struct ReadOptions {
  const words::Language& language;                 // outlives the reader
  std::chrono::milliseconds longest_pause{2000};   // captions of one speaker further apart start a new turn...
  bool join_over_pause = true;                     // ...unless this is set: same speaker, same turn
  KnowsWord knows{};                               // tells encodings by their words; may be empty
  std::size_t longest_turn = 64 * 1024;            // bytes; cut at a sentence end, else a blank (line_overlong)
  Limits limits = Limits::of_streams();            // a transcript of a study has others
  std::string pdf_to_text = "/usr/bin/pdftotext";  // Poppler's program, by its full path
};

}  // namespace moniker::read
