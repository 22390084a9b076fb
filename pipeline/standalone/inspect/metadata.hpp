#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "inspect/inspection.hpp"

namespace moniker::inspect {

/// What a file tells beside its talk, by kind. `format` is its reader's name, or empty: then the bytes decide.
/// A part that cannot be read is a datum of its own, "unreadable part": nothing is thrown.
std::vector<Metadatum> metadata_of(std::string_view format, const std::filesystem::path& file);

/// The readers whose formats tell something.
std::vector<std::string_view> formats_with_metadata();

/// Gathers data by kind, in the order in which the kinds were first seen.
class MetadataList {
 public:
  void count(std::string_view kind, std::uint64_t times = 1) { of(kind).count += times; }
  void add(std::string_view kind, std::string_view value);
  std::vector<Metadatum> take() { return std::move(list_); }

 private:
  Metadatum& of(std::string_view kind);
  std::vector<Metadatum> list_{};
};

/// What reads one format's metadata.
using ReadMetadata = void(const std::filesystem::path& file, MetadataList& into);

}  // namespace moniker::inspect
