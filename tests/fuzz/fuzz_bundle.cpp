// Bundles from anybody. The first byte chooses whether the rest is the archive or its manifest.
#include "base/bundle.hpp"
#include "base/bundle_manifest.hpp"
#include "moniker/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  try {
    if (data[0] % 2 == 0) {
      moniker::parse_manifest(bytes);
      return 0;
    }
    moniker::MemorySource source(bytes);
    const moniker::ZipPackage package(source);
    if (moniker::is_bundle(package)) moniker::bundle_members(package);
  } catch (const moniker::Error&) {  // refused in words
  }
  return 0;
}
