#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "replace/operators.hpp"

namespace moniker::replace {

/// A setting as written, or what holds without it.
std::string_view setting(const ToReplace& what, std::string_view name, std::string_view otherwise);
std::uint32_t number_setting(const ToReplace& what, std::string_view name, std::uint32_t otherwise);

}  // namespace moniker::replace
