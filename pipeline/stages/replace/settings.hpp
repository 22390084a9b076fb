#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "replace/operators.hpp"

namespace moniker::replace {

/// Throws Error{usage} for a setting that the operator does not know, or a value out of its choices or
/// bounds.
void check_settings(const Operator& chosen, const std::map<std::string, std::string>& settings, const std::string& file,
                    Position at);

/// A setting as written, or what holds without it.
std::string_view setting(const ToReplace& what, std::string_view name, std::string_view otherwise);
std::uint32_t number_setting(const ToReplace& what, std::string_view name, std::uint32_t otherwise);

}  // namespace moniker::replace
