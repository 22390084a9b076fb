#pragma once
#include <exception>
#include <memory>
#include <string>

#include "moniker/utterance.hpp"

namespace moniker {

/// The exit statuses of the program.
enum class Fault : int { usage = 2, input = 3, integrity = 4 };

/// One clear account of what went wrong. `what` and `remedy` are lower case without a full stop and never
/// hold words of a transcript, a register or a key. `file` is as the user named it; line 0 means no line.
struct Problem {
  Fault fault = Fault::usage;
  std::string file{};
  Position at{};
  std::string what{}, remedy{};
};

/// The one exception. Caught in two places: round one transcript (quarantine) and in main.
class Error : public std::exception {
 public:
  explicit Error(Problem problem) : problem_(std::make_shared<const Problem>(std::move(problem))) {}
  const Problem& problem() const noexcept { return *problem_; }
  const char* what() const noexcept override { return problem_->what.c_str(); }

 private:
  std::shared_ptr<const Problem> problem_;  // an exception's copy must not throw
};

}  // namespace moniker
