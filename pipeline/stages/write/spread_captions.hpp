#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "moniker/utterance.hpp"

namespace moniker::write {

/// A caption to be, or a note between captions (part is not talk).
struct SpreadCaption {
  std::string speaker{};
  Part part = Part::talk;
  TimeSpan time{};  // whose end is behind its begin
  std::string lines{};
};

/// Turns as captions that can be seen: one without an end lasts until the next begins, and those without a time share
/// the time until the next one that is told, by their length; behind the last each is shown as long as it takes to say.
/// Holds the turns that wait for a time.
class SpreadCaptions {
 public:
  using Write = std::function<void(const SpreadCaption&)>;
  explicit SpreadCaptions(Write write) : write_(std::move(write)) {}
  void take(const Utterance& utterance, const std::string& speaker);
  void finish() { settle({}); }

 private:
  void add(SpreadCaption caption, bool begun, bool ended);
  void settle(std::optional<std::chrono::milliseconds> until);

  Write write_;
  std::vector<SpreadCaption> waiting_{};
  bool begun_ = false;  // the first that waits says when it begins
  std::chrono::milliseconds last_{0};
};

}  // namespace moniker::write
