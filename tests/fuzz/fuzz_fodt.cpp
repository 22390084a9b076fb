// OpenDocument text in one flat file from anybody.
#include "read/open_transcript.hpp"

#include "fuzz/read_alike.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  moniker::fuzz::read_alike({reinterpret_cast<const char*>(data), size});
  return 0;
}
