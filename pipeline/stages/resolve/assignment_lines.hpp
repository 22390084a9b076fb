#pragma once
#include <functional>
#include <string>
#include <string_view>

#include "resolve/entities.hpp"

namespace moniker::resolve {

/// The assignment in lines of JSON, one for each fact, so that nobody holds all of it as text. They hold names: only
/// for sealing. The same assignment gives the same lines.
void assignment_lines(const Assignment& assignment, const std::function<void(std::string_view)>& line);

/// And back, in the order in which they were written. Throws Error{integrity} for anything that cannot have been
/// written, an index past the entities included.
class AssignmentReader {
 public:
  /// Grounds are half of it, and only who tells of them needs them.
  enum class Grounds { read, passed_over };
  explicit AssignmentReader(Grounds grounds = Grounds::read) : grounds_(grounds) {}
  void take(std::string_view line);
  /// After the last line: nothing is missing.
  bool ended() const { return ended_; }
  Assignment finish();

 private:
  Grounds grounds_;
  Assignment assignment_{};
  std::size_t lines_ = 0;
  bool ended_ = false;
};

}  // namespace moniker::resolve
