#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace moniker {

/// What a folded English name sounds like: consonants in classes, the first vowel kept, silent letters gone.
/// catherine, katherine and kathryn are alike; kate and late are not.
std::string sound_of(std::string_view folded);

/// Names by which a misspelt word may have been meant.
class NearNames {
 public:
  /// A single folded word; those of fewer than four letters are not looked for.
  void add(std::string_view name);
  /// Whether the folded word is a near miss: one edit for names of five letters, two from nine on, the first letter
  /// kept; or alike in sound and at most two edits away. The name itself is no near miss.
  bool near(std::string_view word) const;

 private:
  struct Name {
    std::string text{}, sound{};
  };
  std::vector<Name> names_{};
};

}  // namespace moniker
