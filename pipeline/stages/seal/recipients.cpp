#include "seal/recipients.hpp"

#include <algorithm>
#include <array>

#include "moniker/error.hpp"
#include "seal/base64.hpp"
#include "seal/bech32.hpp"
#include "seal/hkdf.hpp"
#include "seal/wrap.hpp"

namespace moniker::seal {
namespace {

constexpr std::string_view recipient_prefix = "age";
constexpr std::string_view info = "age-encryption.org/v1/X25519";
using Point = std::array<unsigned char, 32>;

std::string_view view(const Point& point) { return {reinterpret_cast<const char*>(point.data()), point.size()}; }

/// Nothing when the shared secret is zero: then `share` is one of the few points that give nothing to share.
std::optional<Secret<32>> shared_secret(const Secret<32>& scalar, const Point& share) {
  Secret<32> shared;
  if (crypto_scalarmult(shared.data(), scalar.data(), share.data()) != 0) return std::nullopt;
  if (sodium_is_zero(shared.data(), shared.size())) return std::nullopt;
  return shared;
}

Secret<32> wrap_key(const Secret<32>& shared, const Point& share, const Point& recipient) {
  Secret<32> key;
  const std::string salt = std::string(view(share)).append(view(recipient));
  hkdf_sha256({shared.data(), shared.size()}, salt, info, {key.data(), key.size()});
  return key;
}

struct Mistake {
  std::string_view prefix, what, remedy;
};

/// What people put where a recipient belongs, and what to tell them. The last one fits everything.
constexpr Mistake mistakes[] = {
    {"AGE-SECRET-KEY-", "is a private key where a recipient belongs",
     "keep the private key off this machine and give its public half, as `age-keygen -y` prints it"},
    {"age1pq1", "is a post-quantum age recipient, which moniker cannot write to", "give a plain age1 recipient"},
    {"age1tag", "is an age recipient of a hardware key, which moniker cannot write to", "give a plain age1 recipient"},
    {"ssh-", "is an ssh key, not an age recipient", "give an age1 recipient, as `age-keygen` prints it"},
    {"", "is not an age recipient", "copy the whole of the line that begins with age1, as `age-keygen` prints it"},
};

}  // namespace

Recipient parse_recipient(std::string_view text, const std::string& file, Position at) {
  ready_crypto();
  Recipient recipient;
  if (from_bech32(text, recipient_prefix, recipient.point) == recipient.point.size()) {
    // Any scalar tells whether the point is one of the few that share nothing with anybody.
    Secret<32> any;
    randombytes_buf(any.data(), any.size());
    if (shared_secret(any, recipient.point)) return recipient;
  }
  const Mistake* mistake = mistakes;
  while (!text.starts_with(mistake->prefix)) ++mistake;
  throw Error::usage(std::string(mistake->what), std::string(mistake->remedy), {file, at});
}

std::string to_text(const Recipient& recipient) { return bech32(recipient_prefix, recipient.point); }

Stanza wrap_for(const Recipient& recipient, const FileKey& key) {
  Secret<32> ephemeral;
  randombytes_buf(ephemeral.data(), ephemeral.size());
  Point share;
  crypto_scalarmult_base(share.data(), ephemeral.data());
  const auto shared = shared_secret(ephemeral, recipient.point);
  if (!shared) {
    throw Error::usage("an age recipient is not a usable public key",
                       "give the recipient again, as `age-keygen` prints it");
  }
  return {.arguments = {"X25519", base64(view(share), Padding::none)},
          .body = wrap(key, wrap_key(*shared, share, recipient.point))};
}

void check_x25519_shape(const Stanza& stanza) {
  if (stanza.arguments.size() != 2) refuse_header(stanza.line, "an X25519 stanza has not exactly one share");
  const auto share = from_base64(stanza.arguments[1], Padding::none);
  if (!share || share->size() != 32) refuse_header(stanza.line, "an X25519 share is not 32 bytes of canonical base64");
  if (stanza.body.size() != wrapped_size) refuse_header(stanza.line, "an X25519 stanza's body has not 32 bytes");
}

std::optional<FileKey> unwrap_with(const Identity& identity, const Stanza& stanza) {
  Point share{};
  const auto bytes = from_base64(stanza.arguments.at(1), Padding::none).value();
  std::copy(bytes.begin(), bytes.end(), share.begin());
  const auto shared = shared_secret(identity.scalar(), share);
  if (!shared) refuse_header(stanza.line, "an X25519 share makes no secret");
  return unwrap(stanza.body, wrap_key(*shared, share, identity.recipient().point));
}

std::vector<Recipient> recipients_named(const std::string& text_or_file) {
  if (text_or_file.starts_with("age1")) return {parse_recipient(text_or_file)};
  const std::string text = read_file(text_or_file, 64 * 1024);
  std::vector<Recipient> recipients;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = std::string_view(text).substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    at = end + 1, ++number;
    if (!line.empty() && line.front() != '#') recipients.push_back(parse_recipient(line, text_or_file, {number, 1}));
  }
  return recipients;
}

}  // namespace moniker::seal
