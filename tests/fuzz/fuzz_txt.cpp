// Any bytes at all, as they come: most are read as plain text.
#include "read/open_transcript.hpp"

#include "fuzz/read_alike.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  moniker::fuzz::read_alike(bytes);
  return 0;
}
