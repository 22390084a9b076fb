// Manifests of bundles from anybody: each file has a name and a sum, and what was read, written as sha256sum does,
// reads the same again.
#include <algorithm>

#include "base/bundle_manifest.hpp"
#include "fuzz/fuzzing.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace moniker;
  std::map<std::string, std::string> sums;
  if (!fuzz::takes([&] { sums = parse_manifest(fuzz::text_of(data, size)); })) return 0;
  std::string again;
  for (const auto& [name, sum] : sums) {
    fuzz::hold(sum.size() == 64 && sum.find_first_not_of("0123456789abcdef") == sum.npos);
    const bool plain = !name.empty() && name.find_first_of("\r\n\t\\,() *") == name.npos;
    if (plain) again += sum + "  " + name + "\n";
    if (!plain) return 0;
  }
  std::map<std::string, std::string> read_again;
  fuzz::hold(fuzz::takes([&] { read_again = parse_manifest(again); }) && read_again == sums);
  return 0;
}
