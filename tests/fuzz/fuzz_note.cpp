// Signed notes and heads of logs from anybody: written again they read the same, and the keys in signed_log.hpp vouch
// for nothing but what they signed.
#include "audit/checkpoint.hpp"
#include "fuzz/fuzzing.hpp"
#include "fuzz/signed_log.hpp"

using namespace moniker;

namespace {

void check_note(const seal::Note& note) {
  const auto again = seal::parse_notes(seal::to_text(note));
  fuzz::hold(again.size() == 1 && again[0].text == note.text && again[0].signatures.size() == note.signatures.size());
  for (std::size_t i = 0; i < note.signatures.size(); ++i) {
    fuzz::hold(again[0].signatures[i].name == note.signatures[i].name);
    fuzz::hold(again[0].signatures[i].bytes == note.signatures[i].bytes);
  }
  fuzz::takes([&] {
    seal::verify_note(note, fuzz::log_key);
    fuzz::hold(fuzz::is_signed_head(note.text));
  });
  fuzz::takes([&] {
    const std::uint64_t seconds = seal::verify_cosignature(note, fuzz::cosigner_key);
    fuzz::hold(fuzz::is_signed_head(note.text) && seconds == fuzz::cosigned_at);
  });
  fuzz::takes([&] {
    const auto head = audit::checked_checkpoint(note, fuzz::log_key);
    fuzz::hold(head.size == fuzz::records || head.size == fuzz::records_before);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::takes([&] {
    for (const seal::Note& note : seal::parse_notes(fuzz::text_of(data, size))) check_note(note);
  });
  return 0;
}
