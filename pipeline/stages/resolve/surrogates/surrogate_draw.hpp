#pragma once
#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "resolve/registry.hpp"

namespace moniker::resolve {

/// Draws surrogates so that nobody without the key can foresee or undo a choice, and remembers them for ever: what was
/// drawn for a purpose once is given again. The registry keeps the purpose as a keyed hash, and of names only invented
/// ones.
class SurrogateDraw {
 public:
  /// `taken`: folded words that no surrogate may be. Both outlive it.
  SurrogateDraw(Registry& registry, const std::unordered_set<std::string>& taken);

  struct Wish {
    std::string purpose{};                                 // "given PERSON_3": what is drawn, for ever
    std::string seed{};                                    // whose: the same in whatever order transcripts come
    std::vector<const std::vector<std::string>*> pools{};  // the best first; the next where one is used up
    std::string not_initials{};                            // folded first letters
    std::vector<std::string> not_names{};                  // folded
    /// What a folded name should be, the most wanted first; where no pool has any, the next holds, and at last none.
    std::vector<std::function<bool(const std::string&)>> wanted{};
  };
  /// Nothing where every pool is used up.
  std::optional<std::string> draw(const Wish& wish);
  /// What was given for the purpose before, else `now`, which is given from now on.
  std::string remembered(const std::string& purpose, const std::string& now);

 private:
  /// `wanted`: which of the wish's holds; their number: none.
  std::optional<std::string> from(const std::vector<std::string>& pool, const Wish& wish, std::size_t which,
                                  std::size_t wanted) const;
  bool fits(const std::string& name, const Wish& wish) const;

  Registry& registry_;
  const std::unordered_set<std::string>& taken_;
  std::unordered_set<std::string> used_{};  // folded
};

}  // namespace moniker::resolve
