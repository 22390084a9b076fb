#include <optional>

#include "moniker/error.hpp"
#include "seal/age.hpp"
#include "seal/age_armor.hpp"
#include "seal/age_header.hpp"
#include "seal/age_stream.hpp"
#include "seal/own_key.hpp"
#include "seal/recipients.hpp"
#include "seal/scrypt.hpp"

namespace moniker::seal {
namespace {

[[noreturn]] void refuse(std::string what, std::string remedy) {
  throw Error::integrity(std::move(what), std::move(remedy));
}

bool is_kind(const Stanza& stanza, std::string_view kind) { return stanza.arguments.front() == kind; }

bool has_kind(const AgeHeader& header, std::string_view kind) {
  for (const Stanza& stanza : header.stanzas) {
    if (is_kind(stanza, kind)) return true;
  }
  return false;
}

/// Every stanza of the kinds that moniker knows, whether or not a key will be tried on it.
void check_shapes(const AgeHeader& header) {
  for (const Stanza& stanza : header.stanzas) {
    if (is_kind(stanza, "X25519")) check_x25519_shape(stanza);
    if (is_kind(stanza, own_stanza)) check_own_shape(stanza);
    if (!is_kind(stanza, "scrypt")) continue;
    // Who knows the passphrase could have written the file; a second way in would take that meaning away.
    if (header.stanzas.size() > 1) refuse_header(stanza.line, "a passphrase stanza stands beside another stanza");
    check_scrypt_shape(stanza);
  }
}

FileKey find_key(const AgeHeader& header, std::span<const Identity> identities) {
  for (const Stanza& stanza : header.stanzas) {
    const bool own = is_kind(stanza, own_stanza);
    if (!own && !is_kind(stanza, "X25519")) continue;
    for (const Identity& identity : identities) {
      if (auto key = own ? unwrap_by(identity, stanza) : unwrap_with(identity, stanza)) return std::move(*key);
    }
  }
  if (has_kind(header, "scrypt")) refuse("is sealed with a passphrase, not to a key", "give the passphrase");
  refuse("none of the keys given opens this file", "give the private key of one of its recipients");
}

FileKey find_key(const AgeHeader& header, std::string_view passphrase, int most_log_n) {
  for (const Stanza& stanza : header.stanzas) {
    if (!is_kind(stanza, "scrypt")) continue;
    if (auto key = unwrap_under(passphrase, most_log_n, stanza)) return std::move(*key);
    refuse("the passphrase does not open this file", "type it again, or find out who sealed the file");
  }
  refuse("is sealed to a key, not with a passphrase", "give the private key of one of its recipients");
}

}  // namespace

struct AgeReader::State {
  LineSource raw;
  std::optional<ArmorSource> armor;
  std::optional<LineSource> within_armor;
  std::optional<StreamOpener> opener;

  /// `find` works out the file key from the header.
  template <class Find>
  State(ByteSource& source, const Find& find) : raw(source) {
    LineSource& file = starts_armor(raw) ? within_armor.emplace(armor.emplace(raw)) : raw;
    if (!armor && !file.peek(19).starts_with("age-encryption.org/")) {
      refuse("is not an age file", "name a file that ends in .age, as moniker or age wrote it");
    }
    const AgeHeader header = read_header(file);
    check_shapes(header);
    const FileKey key = find(header);
    check_mac(header, key);
    std::string nonce(payload_nonce_size, '\0');
    if (file.read(nonce) < nonce.size()) refuse_header(0, "the file ends right after it");
    opener.emplace(file, payload_key(key, nonce));
  }
};

AgeReader::AgeReader(ByteSource& source, std::span<const Identity> identities)
    : state_(std::make_unique<State>(source, [&](const AgeHeader& header) { return find_key(header, identities); })) {}

AgeReader::AgeReader(ByteSource& source, std::string_view passphrase, int most_log_n)
    : state_(std::make_unique<State>(
          source, [&](const AgeHeader& header) { return find_key(header, passphrase, most_log_n); })) {}

AgeReader::~AgeReader() = default;

std::size_t AgeReader::read(std::span<char> into) { return state_->opener->read(into); }

}  // namespace moniker::seal
