#pragma once
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "moniker/utterance.hpp"

namespace moniker {

/// The exit statuses of the program. `busy`: somebody else works on the study, and the command may be given again.
enum class Fault : int { usage = 2, input = 3, integrity = 4, busy = 5 };

/// One clear account of what went wrong. `what` and `remedy` are lower case without a full stop and never
/// hold words of a transcript, a register or a key. `file` is as the user named it; line 0 means no line.
struct Problem {
  Fault fault = Fault::usage;
  std::string file{};
  Position at{};
  std::string what{}, remedy{};
  std::vector<Problem> others{};  // of the same file, where all that is wrong with it is told in one go
};

/// The place of a problem, as far as it is known where the problem is found.
struct Where {
  std::string file{};
  Position at{};
};

/// The one exception: it says what went wrong, then what helps, then where.
///
///     throw Error::usage("the table has no column `id`", "add one", {file, at});
///
/// It ends the command, in main, or only a transcript's part in it: a scan quarantines the file, check and inspect
/// show the problem among their results, and audit verify counts it as a fault. In between it is caught to name the
/// file, to say more of what helps, or because there is another way without what failed: no cache, no kept document.
class Error : public std::exception {
 public:
  explicit Error(Problem problem) : problem_(std::make_shared<const Problem>(std::move(problem))) {}
  Error(Fault fault, std::string what, std::string remedy, Where where = {})
      : Error(Problem{fault, std::move(where.file), where.at, std::move(what), std::move(remedy)}) {}

  static Error usage(std::string what, std::string remedy, Where where = {}) {
    return {Fault::usage, std::move(what), std::move(remedy), std::move(where)};
  }
  static Error input(std::string what, std::string remedy, Where where = {}) {
    return {Fault::input, std::move(what), std::move(remedy), std::move(where)};
  }
  static Error integrity(std::string what, std::string remedy, Where where = {}) {
    return {Fault::integrity, std::move(what), std::move(remedy), std::move(where)};
  }

  /// The same error in this file, for who knows the file's name; an error that names one already keeps it.
  Error in(std::string file) const {
    if (!problem_->file.empty()) return *this;
    Problem problem = *problem_;
    problem.file = std::move(file);
    return Error(std::move(problem));
  }

  const Problem& problem() const noexcept { return *problem_; }
  const char* what() const noexcept override { return problem_->what.c_str(); }

 private:
  std::shared_ptr<const Problem> problem_;  // an exception's copy must not throw
};

}  // namespace moniker
