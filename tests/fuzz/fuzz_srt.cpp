// SubRip from anybody: behind a first caption everything is read.
#include "read/open_transcript.hpp"

#include "fuzz/read_alike.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  moniker::fuzz::read_alike("1\n00:00:01,000 --> 00:00:02,000\n" + std::string(bytes));
  return 0;
}
