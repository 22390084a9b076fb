#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace moniker::write {

/// A part of a package: its path and its bytes.
using ZipPart = std::pair<std::string, std::string>;

/// A ZIP file in memory, its parts deflated, in the given order. Holds nothing but them: no clock (1 January
/// 1980), no attributes, no comments; the same parts give the same bytes. Throws std::runtime_error when
/// libzip cannot.
std::string zip_package(const std::vector<ZipPart>& parts);

}  // namespace moniker::write
