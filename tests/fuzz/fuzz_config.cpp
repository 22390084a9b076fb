// moniker.yaml from anybody: read, or refused with an Error that has a remedy; nothing else.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "config/config.hpp"
#include "moniker/error.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const auto config =
        moniker::study::parse_config({reinterpret_cast<const char*>(data), size}, "moniker.yaml", "/nonexistent/study");
    if (config.columns.empty()) std::abort();
  } catch (const moniker::Error& error) {
    if (error.problem().remedy.empty() || error.problem().what.empty()) std::abort();
  }
  return 0;
}
