#pragma once
#include <chrono>
#include <string>

#include "cli/terminal.hpp"
#include "opened/options.hpp"

namespace moniker::cli {

/// Shows how far a step is: a bar with count, rate and time left on a terminal, a line every tenth elsewhere.
class ProgressBar {
 public:
  explicit ProgressBar(Terminal& terminal) : terminal_(terminal) {}
  ~ProgressBar() { clear(); }
  void show(const study::Progress& progress);

 private:
  void clear();
  void draw(const study::Progress& progress, double seconds);
  Terminal& terminal_;
  std::string step_{};
  std::chrono::steady_clock::time_point began_{}, drawn_{};
  std::size_t tenths_ = 0;
  bool visible_ = false;
};

}  // namespace moniker::cli
