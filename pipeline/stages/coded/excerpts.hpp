#pragma once
#include <string>
#include <vector>

#include "coded/project.hpp"
#include "coded/units.hpp"
#include "coded/written.hpp"

namespace moniker::coded {

/// A coded range that is called by how its own words begin, as ATLAS.ti names quotations. Such a name is a piece of a
/// text and cut anywhere, in the middle of a name or a word: it teaches nothing and is searched where it was cut from.
struct Excerpt {
  std::size_t name = 0;  // index into Project::texts
  std::size_t text = 0;  // of the source that it is cut from
  ByteRange words{};     // of that text, as it came
  ByteRange called{};    // of the name, that are those words; what follows says that there is more
};
std::vector<Excerpt> excerpts(const Project& project, Counting counting);

/// Each is called by how its words begin now.
void rename_excerpts(const Project& project, const std::vector<Excerpt>& excerpts, Exchanged& exchanged);

}  // namespace moniker::coded
