#pragma once
#include <cstdint>
#include <deque>

#include "read/turns/line_reader.hpp"
#include "words/language.hpp"

namespace moniker::read {

/// Running numbers before the lines of a transcript, as depositions and analysis programs print them: "12  Q. What?".
/// They frame the words and are none. They count where most lines have one, each one more than the last or 1 again on a
/// new page, and labels stand behind some of them; then they are taken off wherever they go on so.
class LineNumbers {
 public:
  void survey(const std::deque<Line>& lines, const words::Language& language);
  void take_off(Line& line);

 private:
  bool fits(std::uint64_t number) const { return number == last_ + step_ || number == step_; }

  bool numbered_ = false;
  std::uint64_t last_ = 0, step_ = 1;  // some print every fifth number
};

}  // namespace moniker::read
