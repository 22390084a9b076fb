// The text of a pdf as pdftotext may print it: pages between form feeds.
#include "fuzz/read_alike.hpp"
#include "read/formats/formats.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace moniker;
  const read::ReadOptions options{.language = test::english(), .longest_turn = 256};
  fuzz::takes([&] {
    fuzz::Seen seen;
    const auto reader = read::open_pdf_text(
        std::string(fuzz::text_of(data, size)), [&](Issue issue) { seen.issues.push_back(issue); }, options);
    fuzz::read_to_end(*reader, options, seen);
  });
  return 0;
}
