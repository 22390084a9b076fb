// A pool is walked from a place, and by a step, that follow from the study's key and from whose name it is. Most first
// places are free, so most choices depend on nothing else; where two want one name, the first in the study's order has
// it, and the registry keeps it so.
#include "resolve/surrogates/surrogate_draw.hpp"

#include <algorithm>
#include <numeric>

#include "base/fold.hpp"

namespace moniker::resolve {
namespace {

constexpr std::string_view kind = "surrogate";

std::uint64_t number_in(const Digest& digest, std::size_t from) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = number << 8 | digest[from + i];
  return number;
}

/// A step that visits every place of a pool.
std::size_t step_through(std::size_t size, std::uint64_t wanted) {
  std::size_t step = size < 2 ? 1 : 1 + static_cast<std::size_t>(wanted % (size - 1));
  while (std::gcd(step, size) != 1) ++step;
  return step;
}

}  // namespace

SurrogateDraw::SurrogateDraw(Registry& registry, const std::unordered_set<std::string>& taken)
    : registry_(registry), taken_(taken) {
  for (const std::string& given : registry.surrogates()) used_.insert(fold(given));
}

std::optional<std::string> SurrogateDraw::draw(const Wish& wish) {
  if (auto before = registry_.surrogate(wish.purpose)) return before;
  for (std::size_t wanted = 0; wanted <= wish.wanted.size(); ++wanted) {
    for (std::size_t i = 0; i < wish.pools.size(); ++i) {
      if (wish.pools[i] == nullptr || wish.pools[i]->empty()) continue;
      auto drawn = from(*wish.pools[i], wish, i, wanted);
      if (!drawn) continue;
      used_.insert(fold(*drawn));
      registry_.keep_surrogate(wish.purpose, *drawn);
      return drawn;
    }
  }
  return std::nullopt;
}

std::string SurrogateDraw::remembered(const std::string& purpose, const std::string& now) {
  if (auto before = registry_.surrogate(purpose)) return *before;
  registry_.keep_surrogate(purpose, now);
  return now;
}

std::optional<std::string> SurrogateDraw::from(const std::vector<std::string>& pool, const Wish& wish,
                                               std::size_t which, std::size_t wanted) const {
  const Digest place = registry_.order(kind, std::to_string(which) + ' ' + wish.seed);
  const std::size_t step = step_through(pool.size(), number_in(place, 8));
  std::size_t at = static_cast<std::size_t>(number_in(place, 0) % pool.size());
  for (std::size_t tried = 0; tried < pool.size(); ++tried, at = (at + step) % pool.size()) {
    if (fits(pool[at], wish) && (wanted == wish.wanted.size() || wish.wanted[wanted](fold(pool[at])))) return pool[at];
  }
  return std::nullopt;
}

bool SurrogateDraw::fits(const std::string& name, const Wish& wish) const {
  const std::string folded = fold(name);
  return !folded.empty() && wish.not_initials.find(folded.front()) == std::string::npos && !used_.contains(folded) &&
         !taken_.contains(folded) &&
         std::find(wish.not_names.begin(), wish.not_names.end(), folded) == wish.not_names.end();
}

}  // namespace moniker::resolve
