#pragma once
#include <chrono>
#include <string>

#include "cli/terminal.hpp"
#include "moniker/progress.hpp"

namespace moniker::cli {

/// Shows on a terminal how far a step is: a bar with count, rate and time left. Elsewhere nothing: a log of nights
/// wants no lines that say nothing.
class ProgressBar {
 public:
  /// Of what is mostly done at once nothing is shown before a second has gone.
  enum class From { beginning, a_second };
  explicit ProgressBar(Terminal& terminal, From from = From::beginning) : terminal_(terminal), from_(from) {}
  ~ProgressBar() { clear(); }
  void show(const Progress& progress);
  /// To be handed to what takes its time, and not to outlive this.
  Watcher watcher();

 private:
  void clear();
  void draw(const Progress& progress, double seconds);
  Terminal& terminal_;
  From from_;
  std::string step_{};
  std::chrono::steady_clock::time_point began_{}, drawn_{};
  bool visible_ = false;
};

}  // namespace moniker::cli
