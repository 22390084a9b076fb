#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_source.hpp"
#include "base/zip_package.hpp"

namespace moniker::coded {

/// A project's ZIP: one description and the files that it names.
class Package {
 public:
  /// Throws Error{input}: no ZIP, no project.qde or more than one, a file that unpacks to far more than a project
  /// holds.
  explicit Package(ByteSource& source);
  /// project.qde, whatever it is called here.
  const std::string& description() const { return description_; }
  std::string read(const std::string& part) const;
  /// "internal://GUID.txt" -> the part of that name in sources/; empty: it is no such path, or there is no such part.
  std::string part_of(std::string_view path) const;
  /// All files but the description, in their order.
  const std::vector<std::string>& files() const { return files_; }

 private:
  ZipPackage zip_;
  std::string description_{};
  std::vector<std::string> files_{};
  std::map<std::string, std::string> in_sources_{};  // name in sources/, in small letters -> part
};

/// What a path within the project begins with.
inline constexpr std::string_view internal_path = "internal://";

}  // namespace moniker::coded
