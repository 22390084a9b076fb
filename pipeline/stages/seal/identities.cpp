// Private keys: made, read from an age-keygen file, shown once to their owner.
#include <algorithm>

#include "base/text.hpp"
#include "base/trust.hpp"
#include "moniker/error.hpp"
#include "seal/age.hpp"
#include "seal/bech32.hpp"

namespace moniker::seal {
namespace {

constexpr std::string_view identity_prefix = "AGE-SECRET-KEY-";
constexpr std::size_t largest_file = std::size_t{1} << 20;

[[noreturn]] void refuse(const std::string& file, std::uint32_t line, std::string_view what, std::string_view remedy) {
  throw Error::usage(std::string(what), std::string(remedy), {file, {.line = line}});
}

Secret<32> parse_scalar(std::string_view text, const std::string& file, std::uint32_t line) {
  Secret<32> scalar;
  if (from_bech32(text, identity_prefix, {scalar.data(), scalar.size()}) == scalar.size()) return scalar;
  if (text.starts_with("AGE-SECRET-KEY-PQ-1") || text.starts_with("AGE-PLUGIN-")) {
    refuse(file, line, "is an age key of a kind that moniker cannot use",
           "decrypt with age itself, or seal to a plain age1 recipient");
  }
  if (text.starts_with("age1")) {
    refuse(file, line, "is a recipient where a private key belongs", "give the line that begins with AGE-SECRET-KEY-1");
  }
  if (text.starts_with("MONIKER-STUDY-KEY")) {
    refuse(file, 0, "is the study's key, which opens no identities", "name the custodian's identity file");
  }
  refuse(file, line, "is not an age private key", "copy the whole of the line that begins with AGE-SECRET-KEY-1");
}

/// The bytes of a file of keys, wiped when they go.
struct KeyText {
  std::string bytes;
  explicit KeyText(const std::filesystem::path& file) {
    FileSource source(file);
    require_secret(source, file);
    bytes.resize(largest_file);
    bytes.resize(source.read(bytes));  // shrinking moves nothing
    if (bytes.size() == largest_file) {
      refuse(file.string(), 0, "is too large for a file of keys", "check that it is the right file");
    }
  }
  ~KeyText() { sodium_memzero(bytes.data(), bytes.size()); }
  KeyText(const KeyText&) = delete;
  KeyText& operator=(const KeyText&) = delete;
};

}  // namespace

Identity Identity::generate() {
  Secret<32> scalar;
  randombytes_buf(scalar.data(), scalar.size());
  return Identity(std::move(scalar));
}

Identity Identity::from_scalar(Secret<32> scalar) { return Identity(std::move(scalar)); }

Identity Identity::parse(std::string_view text) { return Identity(parse_scalar(text, {}, 0)); }

Recipient Identity::recipient() const {
  Recipient recipient;
  crypto_scalarmult_base(recipient.point.data(), scalar_.data());
  return recipient;
}

std::string Identity::secret_text() const { return bech32(identity_prefix, {scalar_.data(), scalar_.size()}); }

std::vector<Identity> read_identities(const std::filesystem::path& file) {
  const KeyText text(file);
  std::vector<Identity> identities;
  std::string_view rest = text.bytes;
  if (rest.starts_with("age-encryption.org/") || rest.starts_with("-----BEGIN AGE")) {
    refuse(file.string(), 1, "is itself encrypted", "decrypt it first, with age -d, to a file that only you can read");
  }
  for (std::uint32_t line = 1; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view key = trimmed(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (key.empty() || key.starts_with('#')) continue;
    identities.push_back(Identity::from_scalar(parse_scalar(key, file.string(), line)));
  }
  if (identities.empty()) {
    refuse(file.string(), 0, "holds no age private key",
           "give the file that `age-keygen -o` or `moniker keygen` wrote");
  }
  return identities;
}

}  // namespace moniker::seal
