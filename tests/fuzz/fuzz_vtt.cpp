// WebVTT from anybody: behind the signature everything is read.
#include "read/open_transcript.hpp"

#include "fuzz/read_alike.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  moniker::fuzz::read_alike("WEBVTT\n\n" + std::string(bytes));
  return 0;
}
