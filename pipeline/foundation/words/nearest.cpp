#include "words/nearest.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include "base/fold.hpp"
#include "base/utf8.hpp"
#include "words/edit_distance.hpp"

namespace moniker::words {

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string folded = fold(word);
  std::size_t limit = count_code_points(folded) <= 4 ? 1 : 2;
  std::string_view best;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(folded, fold(candidate), limit);
    if (distance > limit || (distance == limit && !best.empty())) continue;
    best = candidate;
    limit = distance;
  }
  return best;
}

std::string suggest(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view near = nearest(word, candidates);
  if (!near.empty()) return fmt::format("did you mean `{}`?", near);
  return fmt::format("known are: {}", fmt::join(candidates, ", "));
}

}  // namespace moniker::words
