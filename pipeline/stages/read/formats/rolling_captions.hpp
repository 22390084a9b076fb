#pragma once
#include <string>
#include <string_view>

namespace moniker::read {

/// Automatic captions roll: what is said stands in two or three of them, as it moves up the screen. A transcript is
/// surveyed first, since people repeat themselves too.
class RollingCaptions {
 public:
  /// A caption of the survey, its marks gone.
  void note(std::string_view text);
  /// After the survey: whether most captions begin with what the one before them ended in.
  bool roll() const { return captions_ >= 3 && partly_ > 0 && again_ * 2 >= captions_ - 1; }
  void begin() { before_.clear(); }
  /// Where in the text what is new begins; its size where all of it was shown before.
  std::size_t fresh(std::string_view text);

 private:
  std::size_t captions_ = 0, again_ = 0, partly_ = 0;
  std::string before_{};
};

}  // namespace moniker::read
