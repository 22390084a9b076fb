#pragma once
#include <filesystem>
#include <optional>
#include <string_view>

namespace moniker {

/// A file's bytes as they lie in the page cache, read-only, for as long as it lives. For files that nobody writes to:
/// what is replaced is replaced by rename.
class MappedFile {
 public:
  /// Nothing where the file cannot be opened or mapped, is empty, is a link, or belongs to or can be written by anyone
  /// but its owner, who must be the user of this process.
  static std::optional<MappedFile> open_own(const std::filesystem::path& file);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept : bytes_(other.bytes_) { other.bytes_ = {}; }
  MappedFile& operator=(MappedFile&&) = delete;
  std::string_view bytes() const { return bytes_; }

 private:
  explicit MappedFile(std::string_view bytes) : bytes_(bytes) {}
  std::string_view bytes_;
};

}  // namespace moniker
