#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace moniker {

/// Bytes read once, front to back.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills `into` from its front; fewer bytes than asked for only at the end, 0 at the end. Throws Error.
  virtual std::size_t read(std::span<char> into) = 0;
};

/// A regular file, opened once without following a link in its last component. Throws Error{input}.
class FileSource : public ByteSource {
 public:
  explicit FileSource(const std::filesystem::path& file);
  ~FileSource() override;
  FileSource(const FileSource&) = delete;
  FileSource& operator=(const FileSource&) = delete;
  std::size_t read(std::span<char> into) override;
  /// The open descriptor, for libraries that need to seek (libzip); stays owned by this object.
  int descriptor() const { return descriptor_; }
  std::uint64_t size() const;

 private:
  int descriptor_ = -1;
  bool ended_ = false;  // then the system is not asked again
  std::string name_;
};

/// Bytes in memory; the view must outlive the source.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : rest_(bytes) {}
  std::size_t read(std::span<char> into) override;

 private:
  std::string_view rest_;
};

/// Appends what comes next until `into` holds `full` bytes or the source ends, and gives how many came. Most files are
/// short: room is taken as bytes come, and kept.
std::size_t read_up_to(ByteSource& source, std::string& into, std::size_t full);

/// The whole source in memory. Throws Error{input} when it holds more than `limit` bytes.
std::string read_all(ByteSource& source, std::size_t limit);
std::string read_file(const std::filesystem::path& file, std::size_t limit = std::size_t{64} << 20);

}  // namespace moniker
