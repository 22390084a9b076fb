#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "words/language.hpp"

namespace moniker::read {

/// Counts how lines begin in which no label was found: "<<MT>> Yes" and "Kate§ Yes" are no layouts that are known, and
/// openings of that kind that come back are told instead of being passed over.
class UnreadLabels {
 public:
  /// `language` outlives it.
  explicit UnreadLabels(const words::Language& language) : language_(language) {}
  /// A line with words; `labelled`: a label was found in it.
  void note(std::string_view line, bool labelled);
  /// How many lines begin as if with a label that is none; 0 where they are too few to say so.
  std::uint64_t count() const;

 private:
  const words::Language& language_;
  std::map<std::string, std::uint64_t, std::less<>> openings_{};
  std::uint64_t lines_ = 0, labelled_ = 0;
};

}  // namespace moniker::read
