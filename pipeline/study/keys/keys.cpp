// study.key and what is derived from it. The text form lives in locked memory too, so that no copy of the key
// is left behind in the heap.
#include "keys/keys.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>

#include <algorithm>
#include <string_view>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

constexpr std::string_view mark = "MONIKER-STUDY-KEY-1 ";
constexpr std::size_t line_size = mark.size() + 64;
constexpr char context[] = "moniker1";
static_assert(sizeof context - 1 == crypto_kdf_CONTEXTBYTES && crypto_kdf_KEYBYTES == 32);

[[noreturn]] void refuse(const std::filesystem::path& file, std::string what, std::string remedy) {
  throw Error::usage(std::move(what), std::move(remedy), {file.string()});
}

void check_private(const FileSource& source, const std::filesystem::path& file) {
  struct stat status {};
  if (::fstat(source.descriptor(), &status) == 0 && (status.st_mode & 077) == 0) return;
  refuse(file, "others than its owner may use the key",
         "run `chmod 600` on it; if they may have read it, ask for advice first");
}

}  // namespace

Secret<32> read_study_key(const std::filesystem::path& file) {
  if (!std::filesystem::exists(std::filesystem::symlink_status(file))) {
    refuse(file, "there is no study key", "run `moniker keygen`, or put the study's key back there");
  }
  FileSource source(file);
  check_private(source, file);
  Secret<line_size + 3> text;  // one byte more than a line with CRLF
  const auto bytes = std::span<char>(reinterpret_cast<char*>(text.data()), text.size());
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

void write_study_key(const std::filesystem::path& file) {
  Secret<32> key;
  randombytes_buf(key.data(), key.size());
  Secret<line_size + 1> text;
  const auto bytes = std::span<char>(reinterpret_cast<char*>(text.data()), text.size());
  std::copy(mark.begin(), mark.end(), bytes.begin());
  sodium_bin2hex(bytes.data() + mark.size(), 65, key.data(), key.size());
  bytes[line_size] = '\n';  // in the place of bin2hex's NUL
  publish(file, {bytes.data(), bytes.size()}, AtomicFile::IfThere::refuse);
}

Secret<32> derive_key(const Secret<32>& study_key, KeyUse use) {
  Secret<32> derived;
  crypto_kdf_derive_from_key(derived.data(), derived.size(), static_cast<std::uint64_t>(use), context,
                             study_key.data());
  return derived;
}

}  // namespace moniker::study
