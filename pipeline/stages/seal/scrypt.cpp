#include "seal/scrypt.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <limits>

#include "base/free_memory.hpp"
#include "base/raw_bytes.hpp"
#include "moniker/error.hpp"
#include "seal/base64.hpp"
#include "seal/wrap.hpp"

namespace moniker::seal {
namespace {

constexpr std::string_view salt_prefix = "age-encryption.org/v1/scrypt";
constexpr std::size_t salt_size = 16;
constexpr int largest_log_n = 30;

/// Asked before it is taken: 128 bytes, times r = 8, times 2^log_n.
void require_memory(int log_n) {
  const std::uint64_t wanted = std::uint64_t{1024} << log_n;
  if (wanted <= free_memory()) return;
  throw Error::input(fmt::format("the passphrase work factor 2^{} takes {} MiB of memory, and there is less", log_n,
                                 std::max<std::uint64_t>(1, wanted >> 20)),
                     "use a machine with more memory, or a passphrase with a smaller work factor; 18 is usual");
}

Secret<32> derive(std::string_view passphrase, std::string_view salt, int log_n) {
  require_memory(log_n);
  Secret<32> key;
  const std::string whole_salt = std::string(salt_prefix).append(salt);
  if (crypto_pwhash_scryptsalsa208sha256_ll(raw(passphrase), passphrase.size(), raw(whole_salt), whole_salt.size(),
                                            std::uint64_t{1} << log_n, 8, 1, key.data(), key.size()) != 0) {
    throw Error::input("there was not enough memory for the passphrase",  // scrypt fails for nothing else
                       "end other programs, or use a machine with more memory");
  }
  return key;
}

/// A decimal number without sign, blank or leading zero; nothing otherwise. Numbers past any limit are
/// largest.
std::optional<int> parse_log_n(std::string_view text) {
  if (text.empty() || text[0] == '0' || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? value : std::numeric_limits<int>::max();
}

}  // namespace

Stanza wrap_under(std::string_view passphrase, int log_n, const FileKey& key) {
  if (passphrase.empty()) {
    throw Error::usage("the passphrase is empty", "choose one of several words");
  }
  if (log_n < 1 || log_n > largest_log_n) {
    throw Error::usage(fmt::format("the passphrase work factor 2^{} is out of range", log_n),
                       fmt::format("choose an exponent from 1 to {}; 18 is usual", largest_log_n));
  }
  std::string salt(salt_size, '\0');
  randombytes_buf(salt.data(), salt.size());
  return {.arguments = {"scrypt", base64(salt, Padding::none), std::to_string(log_n)},
          .body = wrap(key, derive(passphrase, salt, log_n))};
}

void check_scrypt_shape(const Stanza& stanza) {
  if (stanza.arguments.size() != 3)
    refuse_header(stanza.line, "a scrypt stanza has not exactly a salt and a work factor");
  const auto salt = from_base64(stanza.arguments[1], Padding::none);
  if (!salt || salt->size() != salt_size)
    refuse_header(stanza.line, "a scrypt salt is not 16 bytes of canonical base64");
  if (!parse_log_n(stanza.arguments[2]))
    refuse_header(stanza.line, "a scrypt work factor is not a plain decimal number");
  if (stanza.body.size() != wrapped_size) refuse_header(stanza.line, "a scrypt stanza's body has not 32 bytes");
}

std::optional<FileKey> unwrap_under(std::string_view passphrase, int most_log_n, const Stanza& stanza) {
  const int log_n = parse_log_n(stanza.arguments.at(2)).value();
  if (log_n > std::min(most_log_n, largest_log_n)) {
    throw Error::integrity(fmt::format("the age header asks for a passphrase work factor above the limit of 2^{}",
                                       std::min(most_log_n, largest_log_n)),
                           "check who made the file: such a number serves to keep a machine busy",
                           {.at = {.line = stanza.line}});
  }
  const auto salt = from_base64(stanza.arguments[1], Padding::none).value();
  return unwrap(stanza.body, derive(passphrase, salt, log_n));
}

}  // namespace moniker::seal
