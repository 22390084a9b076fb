#pragma once
#include <catch2/catch.hpp>
#include <functional>
#include <optional>
#include <sstream>
#include <string>

#include "moniker/error.hpp"

namespace moniker::test {

/// What an act was refused for; nothing when it was not.
inline std::optional<Problem> refused(const std::function<void()>& act) {
  try {
    act();
  } catch (const Error& error) {
    return error.problem();
  }
  return std::nullopt;
}

/// The same of an act that must be refused: the test fails when it is not.
inline Problem problem_of(const std::function<void()>& act) {
  const auto problem = refused(act);
  if (!problem) FAIL("nothing was refused");
  return problem.value_or(Problem{});
}

/// "what / remedy". "no error" when there is none.
inline std::string refusal_of(const std::function<void()>& act) {
  const auto problem = refused(act);
  return problem ? problem->what + " / " + problem->remedy : "no error";
}

/// The same with its place, as the program would print it: file:line:column: what / remedy.
inline std::string told(const std::function<void()>& act) {
  const auto problem = refused(act);
  if (!problem) return "no error";
  std::ostringstream out;
  if (!problem->file.empty()) out << problem->file << ":";
  if (problem->at.line != 0) out << problem->at.line << ":" << problem->at.column << ":";
  out << (out.str().empty() ? "" : " ") << problem->what << " / " << problem->remedy;
  return out.str();
}

/// The fault, as an exit status; 0 when there is none.
inline int status_of(const std::function<void()>& act) {
  const auto problem = refused(act);
  return problem ? static_cast<int>(problem->fault) : 0;
}

}  // namespace moniker::test
