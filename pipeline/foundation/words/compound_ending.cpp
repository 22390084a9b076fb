#include "words/compound_ending.hpp"

#include "base/fold.hpp"

namespace moniker::words {

std::size_t compound_ending(std::string_view text) {
  constexpr std::string_view endings[] = {"based", "born", "bred", "educated", "trained", "wide", "area", "speaking"};
  const std::size_t hyphen = text.rfind('-');
  if (hyphen == std::string_view::npos || hyphen == 0) return 0;
  const std::string end = fold(text.substr(hyphen + 1));
  for (const std::string_view known : endings) {
    if (end == known) return text.size() - hyphen;
  }
  return 0;
}

}  // namespace moniker::words
