// study.key and what is derived from it. The text form lives in locked memory too, so that no copy of the key
// is left behind in the heap. Under a passphrase it is an age file in armor, as `age -p` makes one of an identity file.
#include "keys/keys.hpp"

#include <sodium.h>

#include <algorithm>
#include <string_view>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "base/trust.hpp"
#include "moniker/error.hpp"
#include "seal/age.hpp"

namespace moniker::study {
namespace {

constexpr std::string_view mark = "MONIKER-STUDY-KEY-1 ";
constexpr std::size_t line_size = mark.size() + 64;
constexpr char context[] = "moniker1";
static_assert(sizeof context - 1 == crypto_kdf_CONTEXTBYTES && crypto_kdf_KEYBYTES == 32);

using KeyLine = Secret<line_size + 3>;  // one byte more than a line with CRLF

[[noreturn]] void refuse(const std::filesystem::path& file, std::string what, std::string remedy) {
  throw Error::usage(std::move(what), std::move(remedy), {file.string()});
}

std::span<char> characters(KeyLine& text) { return {reinterpret_cast<char*>(text.data()), text.size()}; }

Secret<32> parse_key(ByteSource& source, const std::filesystem::path& file) {
  KeyLine text;
  const std::span<char> bytes = characters(text);
  std::size_t size = source.read(bytes);
  if (size > 0 && bytes[size - 1] == '\n') --size;
  if (size > 0 && bytes[size - 1] == '\r') --size;

  Secret<32> key;
  std::size_t decoded = 0;
  const bool marked = size == line_size && std::equal(mark.begin(), mark.end(), bytes.begin());
  if (!marked ||
      sodium_hex2bin(key.data(), key.size(), bytes.data() + mark.size(), 64, nullptr, &decoded, nullptr) != 0 ||
      decoded != key.size()) {
    refuse(file, "is not a study key", "put the study's own key back; a new one would give everybody a new pseudonym");
  }
  return key;
}

void require_there(const std::filesystem::path& file) {
  if (std::filesystem::exists(std::filesystem::symlink_status(file))) return;
  refuse(file, "there is no study key",
         "put the study's key back there; a study that was never run gets one by `moniker keygen`");
}

/// Gives the line of the key to `sink`, and wipes it.
void print_key(const Secret<32>& key, ByteSink& sink) {
  KeyLine text;
  const std::span<char> bytes = characters(text);
  std::copy(mark.begin(), mark.end(), bytes.begin());
  sodium_bin2hex(bytes.data() + mark.size(), 65, key.data(), key.size());
  bytes[line_size] = '\n';  // in the place of bin2hex's NUL
  sink.write({bytes.data(), line_size + 1});
}

}  // namespace

bool is_under_passphrase(const std::filesystem::path& file) {
  require_there(file);
  FileSource source(file);
  KeyLine text;
  const std::span<char> bytes = characters(text);
  const std::string_view begin(bytes.data(), source.read(bytes));
  return begin.starts_with("-----BEGIN AGE ENCRYPTED FILE-----") || begin.starts_with("age-encryption.org/");
}

Secret<32> read_study_key(const std::filesystem::path& file) {
  require_there(file);
  FileSource source(file);
  require_secret(source, file, Secrets::of_study);
  return parse_key(source, file);
}

Secret<32> read_study_key(const std::filesystem::path& file, const Passphrase& passphrase) {
  require_there(file);
  FileSource source(file);
  require_secret(source, file, Secrets::of_study);
  try {
    seal::AgeReader opened(source, passphrase.text());
    return parse_key(opened, file);
  } catch (const Error& error) {  // nothing is wrong with the study where a passphrase was mistyped
    const Fault fault = error.problem().fault == Fault::integrity ? Fault::usage : error.problem().fault;
    throw Error(fault, error.problem().what, error.problem().remedy, {file.string()});
  }
}

Secret<32> fresh_study_key() {
  Secret<32> key;
  randombytes_buf(key.data(), key.size());
  return key;
}

void write_study_key(const std::filesystem::path& file, const Secret<32>& key, const Passphrase& passphrase,
                     AtomicFile::IfThere if_there) {
  AtomicFile target(file, if_there);
  if (passphrase.empty()) {
    print_key(key, target);
  } else {
    constexpr int work_factor = 18;  // age's own: 256 MiB, about a second
    seal::AgeWriter sealed(target, passphrase.text(), work_factor, true);
    print_key(key, sealed);
    sealed.finish();
  }
  target.commit();
}

void write_study_key(const std::filesystem::path& file) {
  write_study_key(file, fresh_study_key(), {}, AtomicFile::IfThere::refuse);
}

std::span<const KeyUseEntry> key_uses() {
  static constexpr KeyUseEntry all[] = {
      {KeyUse::registry, "rows of registry.sqlite, the order in which numbers are drawn, names of work files"},
      {KeyUse::work_identity, "age identity of work/ and withdrawn/"},
      {KeyUse::audit, "hashes in the audit log"},
      {KeyUse::decisions, "hashes of words that people decided about"},
      {KeyUse::decisions_identity, "age identity of decisions/"},
      {KeyUse::roots, "roots of registry and ledger in the log"},
      {KeyUse::hash, "the operator `hash`"},
      {KeyUse::shift, "by how many days the operator `shift` moves somebody's dates"},
      {KeyUse::surrogates, "invented numbers of the operator `surrogate`"},
      {KeyUse::filter, "pseudonyms of `moniker filter`"},
  };
  return all;
}

Secret<32> derive_key(const Secret<32>& study_key, KeyUse use) {
  Secret<32> derived;
  crypto_kdf_derive_from_key(derived.data(), derived.size(), static_cast<std::uint64_t>(use), context,
                             study_key.data());
  return derived;
}

}  // namespace moniker::study
