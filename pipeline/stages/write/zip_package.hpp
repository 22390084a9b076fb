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

/// Packages of which all parts are the same but one: what is the same is deflated once. fill() gives the bytes that
/// zip_package() would; any number of threads may call it.
class PackageMould {
 public:
  /// What stands in the part at `place` is passed over.
  PackageMould(std::vector<ZipPart> parts, std::size_t place);
  std::string fill(std::string_view bytes) const;

 private:
  std::string name_, empty_;  // of the part; the package without its bytes
  std::size_t place_;
};

}  // namespace moniker::write
