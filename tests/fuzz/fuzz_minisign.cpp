// Signatures, public keys and signing keys from anybody, cut where a byte is 0. Nobody has the secret half of the key
// in signed_log.hpp: what it is said to have signed is what it did sign.
#include "fuzz/fuzzing.hpp"
#include "fuzz/signed_log.hpp"
#include "seal/minisign.hpp"
#include "support/temporary_folder.hpp"

using namespace moniker;

namespace {

void check_signing_key(std::string_view text) {
  static const test::TemporaryFolder folder;
  const auto file = folder.write("signing.key", text);
  std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  fuzz::takes([&] {
    const auto key = seal::SigningKey::read(file);
    const std::string signature = key.sign("hello", "a comment");
    fuzz::hold(seal::verify_signature("hello", signature, key.public_text()) == "a comment");
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto parts = fuzz::parts_of(fuzz::text_of(data, size), 3);
  const std::string_view signature = parts[0], key = parts[1];
  fuzz::takes([&] { fuzz::hold(seal::read_trusted_comment(signature, fuzz::log_key) == fuzz::log_comment); });
  // Of the log there is a digest here and not the bytes.
  fuzz::hold(!fuzz::takes([&] { seal::verify_signature("made up", signature, fuzz::log_key); }));
  fuzz::takes([&] { seal::verify_signature("made up", signature, key); });
  fuzz::takes([&] { fuzz::hold(seal::public_point(key).size() == 32 && seal::public_number(key).size() == 16); });
  if (!parts[2].empty()) check_signing_key(parts[2]);
  return 0;
}
