// Whatever an age file holds, AgeReader opens it or throws Error. The first byte chooses the way in.
#include <cstdint>
#include <string_view>

#include "moniker/error.hpp"
#include "seal/age.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace moniker;
  using namespace moniker::seal;
  if (size == 0) return 0;
  MemorySource source(std::string_view(reinterpret_cast<const char*>(data) + 1, size - 1));
  const auto read_to_end = [](AgeReader reader) {
    char piece[4096];
    while (reader.read(piece) > 0) {
    }
  };
  try {
    if (data[0] % 2 == 0) {
      // The identity of the published test vectors, so that they serve as seeds.
      static const std::vector<Identity> identities = [] {
        std::vector<Identity> list;
        list.push_back(Identity::parse("AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0"));
        return list;
      }();
      read_to_end(AgeReader(source, identities));
    } else {
      read_to_end(AgeReader(source, "password", 4));  // a work factor that costs nothing
    }
  } catch (const Error&) {
  }
  return 0;
}
