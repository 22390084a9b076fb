// OpenDocument texts from anybody. The first byte chooses whether the rest is the package itself, the text's
// XML, or what stands inside office:text, which is packed first: so that most inputs get past the zip
// archive.
#include "fuzz/read_alike.hpp"
#include "read/open_transcript.hpp"
#include "unit/stages/read/odt_fixture.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 16 == 0) {
    moniker::fuzz::read_alike(bytes);
  } else if (data[0] % 16 == 1) {
    moniker::fuzz::read_alike(
        reading::zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", bytes}}));
  } else {
    moniker::fuzz::read_alike(reading::Odt{.body = bytes}.bytes());
  }
  return 0;
}
