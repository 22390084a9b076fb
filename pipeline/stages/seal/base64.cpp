#include "seal/base64.hpp"

#include <sodium.h>

#include "base/raw_bytes.hpp"

namespace moniker::seal {
namespace {

int variant(Padding padding) {
  return padding == Padding::none ? sodium_base64_VARIANT_ORIGINAL_NO_PADDING : sodium_base64_VARIANT_ORIGINAL;
}

}  // namespace

std::string base64(std::string_view bytes, Padding padding) {
  std::string text(sodium_base64_encoded_len(bytes.size(), variant(padding)), '\0');  // counts the final zero
  sodium_bin2base64(text.data(), text.size(), raw(bytes), bytes.size(), variant(padding));
  text.pop_back();
  return text;
}

std::optional<std::string> from_base64(std::string_view text, Padding padding) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t length = 0;
  // Without an end pointer libsodium refuses what it could not take, and it refuses bits that stand for
  // nothing.
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                        &length, nullptr, variant(padding)) != 0) {
    return std::nullopt;
  }
  bytes.resize(length);
  return bytes;
}

}  // namespace moniker::seal
