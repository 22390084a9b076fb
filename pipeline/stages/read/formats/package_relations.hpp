#pragma once
#include <string>
#include <vector>

#include "base/zip_package.hpp"

namespace moniker::read {

/// What a part of an Office package is bound to (ECMA-376 part 2, 9.3).
struct Relation {
  std::string type{};    // the last step of the type's name: "header", "officeDocument"
  std::string target{};  // the part's name in the archive; as it stands where it is external
  std::string id{};
  bool external = false;
};

/// Of `part`, or of the package itself for "". Nothing where it has none.
std::vector<Relation> relations_of(const ZipPackage& package, const std::string& part);

/// How many relations in the whole package lead out of it.
std::uint64_t count_external(const ZipPackage& package);

}  // namespace moniker::read
