#pragma once
#include <concepts>
#include <nlohmann/json.hpp>
#include <utility>

namespace moniker {

/// A whole number of JSON that somebody else may have written. One that is none (1e52, 1.5, true) or does not fit is
/// refused as any wrong type is, by a nlohmann::json::exception; the library's own get<Number>() makes something of it,
/// and for what lies beyond every whole number that is undefined.
template <std::integral Number>
Number whole_number(const auto& json) {
  if (json.is_number_unsigned()) {
    if (const auto value = json.template get<std::uint64_t>(); std::in_range<Number>(value))
      return static_cast<Number>(value);
  } else if (json.is_number_integer()) {
    if (const auto value = json.template get<std::int64_t>(); std::in_range<Number>(value))
      return static_cast<Number>(value);
  }
  throw nlohmann::json::out_of_range::create(401, "no whole number that fits", nullptr);
}

/// The same of an object's member, or another number where it has none.
template <std::integral Number>
Number whole_number(const auto& object, const char* name, Number otherwise) {
  const auto member = object.find(name);
  return member == object.end() ? otherwise : whole_number<Number>(*member);
}

}  // namespace moniker
