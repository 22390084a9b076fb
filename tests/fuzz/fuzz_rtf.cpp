// Rich text from anybody. The first byte chooses whether the rest is the file, or stands behind a head of
// one.
#include "fuzz/read_alike.hpp"
#include "read/open_transcript.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::string head =
      "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}"
      "{\\stylesheet{\\s1 heading 1;}}";
  moniker::fuzz::read_alike(data[0] % 4 == 0 ? bytes : head + bytes + "}");
  return 0;
}
