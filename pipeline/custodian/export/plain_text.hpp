#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "outputs/exported_study.hpp"

namespace moniker::custodian {

/// A stretch of a text: code points, half-open.
struct Stretch {
  std::uint64_t begin = 0, end = 0;
};
struct PlacedTurn {
  Stretch whole{};        // with its label
  std::string speaker{};  // empty where nobody is named, and for what is no talk
};
struct PlacedMark {
  Stretch where{};
  ExportedMark mark{};  // its own places are those in the turn
};

/// A transcript as one text in the layout of the txt writer (UTF-8, LF, a paragraph a turn, a blank line
/// between, "ID04: talk"), with where everything stands in it.
struct PlainText {
  std::string text{};
  std::vector<PlacedTurn> turns{};
  std::vector<PlacedMark> marks{};
};
PlainText plain_text(const ExportedTranscript& transcript);

/// A turn's words on one line, each line end as one blank: as many code points as before.
std::string on_one_line(const std::string& text);

/// What stands before the words of a turn: "ID04", "NOTE"; nothing before a heading.
std::string label_before(const ExportedTurn& turn, bool spoken);

}  // namespace moniker::custodian
