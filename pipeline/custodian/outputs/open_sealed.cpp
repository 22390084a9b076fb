// What was sealed, opened: any age file, by identity or by passphrase.
#include "outputs/open_sealed.hpp"

#include <sodium.h>

#include "base/atomic_file.hpp"
#include "moniker/error.hpp"

namespace moniker::custodian {
namespace {

std::uint64_t copy(ByteSource& from, ByteSink& to) {
  std::string buffer(64 * 1024, '\0');
  std::uint64_t bytes = 0;
  while (const std::size_t n = from.read(buffer)) {
    to.write(std::string_view(buffer).substr(0, n));
    bytes += n;
  }
  sodium_memzero(buffer.data(), buffer.size());
  return bytes;
}

seal::AgeReader opened(ByteSource& sealed, const OpeningKey& key) {
  if (key.identities.empty()) return seal::AgeReader(sealed, key.passphrase.text());
  return seal::AgeReader(sealed, key.identities);
}

}  // namespace

std::uint64_t open_sealed(const std::filesystem::path& file, const OpeningKey& key, ByteSink& to) {
  try {
    FileSource sealed(file);
    seal::AgeReader plain = opened(sealed, key);
    return copy(plain, to);
  } catch (const Error& error) {
    if (error.problem().fault == Fault::integrity) throw error.in(file.string());
    throw;
  }
}

std::uint64_t open_sealed_to(const std::filesystem::path& file, const OpeningKey& key,
                             const std::filesystem::path& target) {
  remove_stale(target.parent_path());  // of a call that was killed, and which may have held talk
  AtomicFile to(target, AtomicFile::IfThere::refuse);
  const std::uint64_t bytes = open_sealed(file, key, to);
  to.commit();
  return bytes;
}

}  // namespace moniker::custodian
