#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/byte_source.hpp"
#include "base/keyed_hash.hpp"
#include "base/zip_package.hpp"

namespace moniker {

/// A file in a bundle, with the SHA-256 sum that the bundle's manifest gives for it.
struct BundleMember {
  std::string name{};  // in the archive, with folders
  std::string sum{};   // 64 small hex digits
  std::uint64_t bytes = 0;
};

/// Whether the archive is a bundle of files: it has a manifest of SHA-256 sums (SHA256SUMS, manifest.sha256,
/// manifest.csv, BagIt's manifest-sha256.txt, ...) at its top or in its only folder.
bool is_bundle(const ZipPackage& package);

/// The files of a bundle in the order of their names; nothing is unpacked. Throws Error{input} and names no
/// file, where the manifest and the archive do not hold the same files, a name is there twice or leads out of
/// the bundle, or a line of the manifest is none (its place is told).
std::vector<BundleMember> bundle_members(const ZipPackage& package);

// A delivery is a regular file, or a member of a bundle by a path that goes through it:
// incoming/may.zip/group-1.docx.

/// The paths of a bundle's members; the file itself where it is no bundle, or one that is broken (who opens
/// it is told why).
std::vector<std::filesystem::path> deliveries_in(const std::filesystem::path& file);

/// Throws Error{input}. What is read of a member is proved against its sum: at the end of what is not, an
/// Error is thrown.
std::unique_ptr<ByteSource> open_delivery(const std::filesystem::path& delivery);

/// BLAKE2b-256 of the bytes of a delivery, or of any file: what the audit log names them by. Throws Error{input}.
Digest digest_of_file(const std::filesystem::path& delivery);

/// Bytes of a delivery when unpacked; 0 where there is none.
std::uint64_t delivery_bytes(const std::filesystem::path& delivery);

/// The bundle that a delivery is a member of; nothing where it is a file of its own.
std::optional<std::filesystem::path> bundle_of(const std::filesystem::path& delivery);

}  // namespace moniker
