#pragma once
#include <chrono>
#include <string>

#include "cli/terminal.hpp"
#include "opened/options.hpp"

namespace moniker::cli {

/// Shows on a terminal how far a step is: a bar with count, rate and time left. Elsewhere nothing: a log of nights
/// wants no lines that say nothing.
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
  bool visible_ = false;
};

}  // namespace moniker::cli
