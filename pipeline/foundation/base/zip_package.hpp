#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/byte_source.hpp"

struct zip;
struct zip_file;

namespace moniker {

/// Limits against archives made to exhaust: a part may unfold to 1 GiB, and from 8 MiB on to at most
/// 200 times its packed size (Word's own XML packs about 20 times, deflate can reach 1,032).
struct ZipLimits {
  std::uint64_t part_bytes = std::uint64_t{1} << 30;
  std::uint64_t free_bytes = std::uint64_t{8} << 20;
  std::uint64_t ratio = 200;
  std::uint64_t parts = 10'000;
};

/// A zip archive, read part by part. A file on disk is read in place; any other source is held in memory
/// (at most 64 MiB). Throws Error{input}. No part is trusted: see ZipPart.
class ZipPackage {
 public:
  explicit ZipPackage(ByteSource& source, const ZipLimits& limits = {});
  ~ZipPackage();
  ZipPackage(const ZipPackage&) = delete;
  ZipPackage& operator=(const ZipPackage&) = delete;

  /// Names as stored, in stored order.
  const std::vector<std::string>& names() const { return names_; }
  bool has(const std::string& name) const;
  /// Bytes when unpacked, as the archive says; 0 where it has no such part.
  std::uint64_t size_of(const std::string& name) const;
  /// Must not outlive the package. Throws when there is none of that name, or it is encrypted.
  std::unique_ptr<ByteSource> open(const std::string& name) const;

 private:
  ZipLimits limits_{};
  std::string held_{};
  zip* archive_ = nullptr;
  std::vector<std::string> names_{};
};

}  // namespace moniker
