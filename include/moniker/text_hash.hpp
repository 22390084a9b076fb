#pragma once
#include <cstddef>
#include <functional>
#include <string_view>

namespace moniker {

/// For tables keyed by std::string that are looked up by view, with std::equal_to<>: no key is copied to ask for it.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

}  // namespace moniker
