#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "coded/edits.hpp"
#include "coded/project.hpp"
#include "coded/units.hpp"
#include "write/zip_package.hpp"

namespace moniker::coded {

/// What is to stand in a project's texts.
struct Exchanged {
  std::vector<Edits> edits{};                 // by index of Project::texts
  std::map<std::string, std::string> rich{};  // by part: the formatted documents that are taken over, written anew
};

/// What became of the coded ranges.
struct RangeTally {
  std::uint64_t all = 0;
  std::uint64_t moved = 0;             // stand at another place now
  std::uint64_t grown = 0;             // and hold more, as they began or ended inside of something
  std::vector<std::string> outside{};  // identifiers of those that lay outside of their text, and end with it now
};

/// How the project counts places, by its own ranges.
Counting counting_of(const Project& project);

/// The parts of the new package, the description first. What nobody exchanged stands there byte for byte.
std::vector<write::ZipPart> write_project(const XmlTree& tree, const Package& package, const Project& project,
                                          const Exchanged& exchanged, Counting counting, RangeTally& ranges);

}  // namespace moniker::coded
