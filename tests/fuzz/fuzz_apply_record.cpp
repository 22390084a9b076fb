// What the ledger keeps of an applied transcript, from anybody: what was read and written reads the same.
#include "fuzz/fuzzing.hpp"
#include "work/apply_record.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace moniker;
  fuzz::takes([&] {
    const auto read = study::apply_record_from_json(std::string(fuzz::text_of(data, size)));
    const std::string written = study::to_json(read);
    fuzz::hold(study::to_json(study::apply_record_from_json(written)) == written);
  });
  return 0;
}
