#pragma once
#include <string_view>

namespace moniker {

/// How a page may set words off: escape sequences of a terminal, or nothing at all.
struct Style {
  std::string_view bold{}, dim{}, green{}, yellow{}, red{}, plain{};
};
inline constexpr Style no_style{};
inline constexpr Style terminal_style{"\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[0m"};

}  // namespace moniker
