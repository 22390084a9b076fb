#pragma once
#include "align/word_stream.hpp"
#include "moniker/stage.hpp"

namespace moniker::align {

/// One step of the alignment; `said` is null for a word added, `written` for one missing. Valid during the call.
struct Aligned {
  Step step{};
  const Word* said = nullptr;
  const Word* written = nullptr;
};

/// Words of each text that are held at a time: about three hours of talk, so that an hour left out is bridged.
constexpr std::size_t window_words = 32U << 10;

/// Aligns two talks of any length through a window of each. Gives each word on once, in order. Returns false where it
/// could not prove that there are no fewer errors: texts that have nothing in common for longer than the window.
bool align_streams(WordStream& said, WordStream& written, const std::function<void(const Aligned&)>& out,
                   std::size_t window = window_words);

}  // namespace moniker::align
