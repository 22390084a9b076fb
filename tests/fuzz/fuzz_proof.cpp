// Proofs about a log from anybody: what they prove of the log in signed_log.hpp is what stands in it.
#include "audit/proof.hpp"
#include "base/keyed_hash.hpp"
#include "fuzz/fuzzing.hpp"
#include "fuzz/signed_log.hpp"

using namespace moniker;

namespace {

bool is_size(std::uint64_t size) { return size == fuzz::records || size == fuzz::records_before; }

void check(const audit::Proved& proved) {
  fuzz::hold(is_size(proved.size) && (!proved.before || is_size(*proved.before)));
  if (proved.before) return;
  fuzz::hold(proved.number >= 1 && proved.number <= proved.size);
  fuzz::hold(hex(digest_of(proved.record)) == fuzz::record_digests[proved.number - 1]);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  fuzz::takes([&] {
    for (const audit::Proved& proved : audit::verify_proofs(text, fuzz::log_key)) check(proved);
  });
  fuzz::takes([&] {
    for (const audit::Proved& proved : audit::verify_proofs(text, fuzz::log_key, fuzz::cosigner_key)) {
      check(proved);
      for (const std::uint64_t seconds : proved.cosigned) fuzz::hold(seconds == fuzz::cosigned_at);
    }
  });
  return 0;
}
