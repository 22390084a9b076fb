#pragma once
#include <optional>
#include <string_view>

namespace moniker::read {

/// Whether numbers that are times count milliseconds, seconds, minutes, hours or days, told by how fast people would
/// have spoken: thirteen words in eighty minutes are no talk. Numbers without a unit stand in tables and in what
/// recognisers write.
class TimeUnit {
 public:
  void note(std::optional<double> begin, std::optional<double> end, std::string_view text);
  /// In seconds: 1, 0.001, 60, 3600 or 86400. `otherwise` where nothing tells.
  double seconds(double otherwise) const;

 private:
  double words_ = 0, spoken_ = 0;
  std::optional<double> first_{}, last_{};
};

}  // namespace moniker::read
