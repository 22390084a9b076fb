// A delivery in a .zip with its manifest of SHA-256 sums (as `sha256sum` writes it, or BagIt, RFC 8493). Nothing is
// unpacked: a member is read in place under the path ARCHIVE/MEMBER, and its end is only given where its bytes have the
// manifest's sum. Names are judged before anything is read, so that none leads out; archive and manifest must list the
// same files, but for what systems leave behind.
#include "base/bundle.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/bundle_manifest.hpp"
#include "base/litter.hpp"
#include "base/sha256.hpp"
#include "moniker/error.hpp"

namespace moniker {
namespace {

constexpr std::size_t longest_manifest = std::size_t{16} << 20;

[[noreturn]] void refuse(std::string what, std::string remedy) {
  throw Error::input(std::move(what), std::move(remedy));
}

std::string_view last_step(std::string_view name) { return name.substr(name.rfind('/') + 1); }
std::string_view before_last_step(std::string_view name) {
  return name.substr(0, name.size() - last_step(name).size());
}

/// What systems leave in archives, in whichever folder.
bool is_left_behind(std::string_view name) {
  for (;;) {
    const std::string_view step = name.substr(0, name.find('/'));
    if (step != "." && step != ".." && is_litter(step)) return true;
    if (step.size() == name.size()) return false;
    name.remove_prefix(step.size() + 1);
  }
}

/// What BagIt (RFC 8493, 2.2) puts beside its manifest and does not list there.
bool is_tag_file(std::string_view name) {
  return name == "bagit.txt" || name == "bag-info.txt" || name == "fetch.txt" || name.starts_with("tagmanifest-");
}

/// Of manifests in more than one place, the outermost.
std::optional<std::string> manifest_in(const ZipPackage& package) {
  std::optional<std::string> manifest;
  for (const std::string& name : package.names()) {
    if (name.ends_with('/') || is_left_behind(name) || !names_manifest(last_step(name)) ||
        std::count(name.begin(), name.end(), '/') > 1)
      continue;
    if (!manifest || before_last_step(name).size() < before_last_step(*manifest).size()) manifest = name;
  }
  return manifest;
}

bool leads_out(std::string_view name) {
  const bool steps = name.starts_with("../") || name.find("/../") != std::string_view::npos || name.ends_with("/..");
  const bool controls =
      std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos || steps || controls;
}

/// Gives a member's bytes, and its end only where they are what the manifest says.
class ProvedSource : public ByteSource {
 public:
  ProvedSource(std::unique_ptr<FileSource> file, const std::string& member) : file_(std::move(file)), package_(*file_) {
    const auto members = bundle_members(package_);
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const BundleMember& m) { return m.name == member; });
    if (found == members.end()) refuse("is in no bundle of that name", "check that the bundle is whole");
    sum_ = found->sum;
    source_ = package_.open(found->name);
  }

  std::size_t read(std::span<char> into) override {
    const std::size_t got = source_->read(into);
    hash_.take({into.data(), got});
    if (got == 0 && !into.empty() && !std::exchange(ended_, true)) prove();
    return got;
  }

 private:
  void prove() {
    if (hash_.finish() == sum_) return;
    refuse("is not the file that was packed: its SHA-256 sum is not that of the bundle's manifest",
           "ask for the bundle again");
  }

  std::unique_ptr<FileSource> file_;
  ZipPackage package_;
  std::unique_ptr<ByteSource> source_{};
  std::string sum_{};
  Sha256 hash_{};
  bool ended_ = false;
};

}  // namespace

bool is_bundle(const ZipPackage& package) {
  return manifest_in(package).has_value() && !package.has("[Content_Types].xml") && !package.has("mimetype");
}

std::vector<BundleMember> bundle_members(const ZipPackage& package) {
  const std::string manifest = manifest_in(package).value();
  const std::string folder(before_last_step(manifest));
  const auto sums = parse_manifest(read_all(*package.open(manifest), longest_manifest));
  const std::string again = "ask for the bundle again, with all its files in its manifest";
  std::map<std::string, BundleMember> members;
  for (const std::string& name : package.names()) {
    if (name.ends_with('/') || name == manifest) continue;
    const std::string inside = name.starts_with(folder) ? name.substr(folder.size()) : name;
    if (is_left_behind(name) && !sums.contains(inside) && !sums.contains(name)) continue;
    if (leads_out(name)) refuse("is a bundle with a file whose name leads out of it", again);
    if (!name.starts_with(folder)) refuse("is a bundle with a file that is not beside its manifest", again);
    auto sum = sums.find(inside);
    if (sum == sums.end()) sum = sums.find(name);
    if (sum == sums.end() && is_tag_file(inside)) continue;
    if (sum == sums.end()) refuse("is a bundle with a file that its manifest does not list", again);
    if (!members.emplace(name, BundleMember{name, sum->second, package.size_of(name)}).second)
      refuse("is a bundle that holds two files of one name", again);
  }
  if (members.size() < sums.size()) refuse("is a bundle that lacks a file of its manifest", again);
  std::vector<BundleMember> list;
  for (auto& [name, member] : members) list.push_back(std::move(member));
  return list;
}

std::optional<std::filesystem::path> bundle_of(const std::filesystem::path& delivery) {
  for (auto at = delivery.parent_path(); !at.empty() && at != at.root_path(); at = at.parent_path()) {
    std::error_code none;
    const auto type = std::filesystem::symlink_status(at, none).type();
    if (type == std::filesystem::file_type::regular) return at;
    if (type == std::filesystem::file_type::directory) return std::nullopt;
  }
  return std::nullopt;
}

std::vector<std::filesystem::path> deliveries_in(const std::filesystem::path& file) {
  std::string extension = file.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  if (extension != ".zip") return {file};  // who only looks like one is opened for what it is
  std::vector<std::filesystem::path> list;
  try {
    FileSource source(file);
    const ZipPackage package(source);
    if (!is_bundle(package)) return {file};
    for (const BundleMember& member : bundle_members(package)) list.push_back(file / member.name);
  } catch (const Error&) {
    return {file};
  }
  return list;
}

std::unique_ptr<ByteSource> open_delivery(const std::filesystem::path& delivery) {
  const auto bundle = bundle_of(delivery);
  if (!bundle) return std::make_unique<FileSource>(delivery);
  return std::make_unique<ProvedSource>(std::make_unique<FileSource>(*bundle),
                                        delivery.lexically_relative(*bundle).string());
}

Digest digest_of_file(const std::filesystem::path& delivery) {
  const auto source = open_delivery(delivery);
  Hasher hasher;
  std::array<char, 16 * 1024> block;  // never cleared: most files are short
  while (const std::size_t n = source->read(block)) hasher.take({block.data(), n});
  return hasher.finish();
}

std::uint64_t delivery_bytes(const std::filesystem::path& delivery) {
  const auto bundle = bundle_of(delivery);
  std::error_code none;
  if (!bundle) {
    const auto bytes = std::filesystem::file_size(delivery, none);
    return none ? 0 : bytes;
  }
  FileSource source(*bundle);
  return ZipPackage(source).size_of(delivery.lexically_relative(*bundle).string());
}

}  // namespace moniker
