#include "study/nearest.hpp"

#include <fmt/core.h>
#include <fmt/format.h>

#include <algorithm>

#include "base/fold.hpp"
#include "base/utf8.hpp"

namespace moniker {
namespace {

std::u32string code_points(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    points += point.length == 0 ? U'\uFFFD' : point.value;
    at += std::max<std::size_t>(1, point.length);
  }
  return points;
}

}  // namespace

std::size_t edit_distance(std::string_view one, std::string_view other) {
  const std::u32string a = code_points(one), b = code_points(other);
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  constexpr std::size_t longest =
      100;  // nobody misspells more than that, and the table grows with the square
  if (word.size() > longest) return {};
  const std::string folded = fold(word);
  std::size_t limit = count_code_points(folded) <= 4 ? 1 : 2;
  std::string_view best;
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(folded, fold(candidate));
    if (distance > limit || (distance == limit && !best.empty())) continue;
    best = candidate;
    limit = distance;
  }
  return best;
}

std::string suggest(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view near = nearest(word, candidates);
  if (!near.empty()) return fmt::format("did you mean \"{}\"?", near);
  return fmt::format("known are: {}", fmt::join(candidates, ", "));
}

}  // namespace moniker
