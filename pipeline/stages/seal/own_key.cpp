// wrap key = HKDF-SHA-256(secret = the identity's scalar, salt = 16 random bytes, info = the type's name). An identity
// is used on the curve as well, but HKDF never sees the scalar there, only what is shared, and under another name.
#include "seal/own_key.hpp"

#include "seal/base64.hpp"
#include "seal/hkdf.hpp"
#include "seal/wrap.hpp"

namespace moniker::seal {
namespace {

constexpr std::size_t own_salt_size = 16;

Secret<32> own_wrap_key(const Identity& own, std::string_view salt) {
  Secret<32> key;
  const Secret<32>& scalar = own.scalar();
  hkdf_sha256({scalar.data(), scalar.size()}, salt, own_stanza, {key.data(), key.size()});
  return key;
}

}  // namespace

Stanza wrap_by(const Identity& own, const FileKey& key) {
  std::string salt(own_salt_size, '\0');
  randombytes_buf(salt.data(), salt.size());
  return {.arguments = {std::string(own_stanza), base64(salt, Padding::none)},
          .body = wrap(key, own_wrap_key(own, salt))};
}

void check_own_shape(const Stanza& stanza) {
  const auto salt = stanza.arguments.size() == 2 ? from_base64(stanza.arguments[1], Padding::none) : std::nullopt;
  if (!salt || salt->size() != own_salt_size)
    refuse_header(stanza.line, "a stanza of moniker's own has not exactly a salt of 16 bytes");
  if (stanza.body.size() != wrapped_size)
    refuse_header(stanza.line, "the body of a stanza of moniker's own has not 32 bytes");
}

std::optional<FileKey> unwrap_by(const Identity& own, const Stanza& stanza) {
  return unwrap(stanza.body, own_wrap_key(own, from_base64(stanza.arguments.at(1), Padding::none).value()));
}

}  // namespace moniker::seal
