#pragma once
#include <string>
#include <vector>

#include "moniker/utterance.hpp"

namespace moniker::write {

/// A caption to be: its time, whose end is its begin where nothing says more, and its lines, none of them empty.
struct CaptionText {
  TimeSpan time{};
  std::string lines{};
};

/// A turn's captions, made again from where each began; one where it has a time and no captions; none
/// without.
std::vector<CaptionText> captions_of(const Utterance& utterance);

/// The lines of a text as a caption may hold them: no blank line, which would end it.
std::string caption_lines(std::string_view text);

/// hh:mm:ss.mmm; more digits for hours where it takes them.
std::string caption_clock(std::chrono::milliseconds time, char mark = '.');

}  // namespace moniker::write
