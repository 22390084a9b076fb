#include "outputs/new_identity.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include "base/atomic_file.hpp"
#include "seal/age.hpp"

namespace moniker::custodian {

void make_identity(const std::filesystem::path& secret, const std::filesystem::path& recipient) {
  const seal::Identity identity = seal::Identity::generate();
  const std::string public_text = seal::to_text(identity.recipient());
  std::string text = identity.secret_text();
  std::string page = fmt::format("# public key: {}\n{}\n", public_text, text);
  publish(secret, page, AtomicFile::IfThere::refuse);
  sodium_memzero(text.data(), text.size());
  sodium_memzero(page.data(), page.size());
  publish(recipient, public_text + "\n", AtomicFile::IfThere::refuse, 0644);
}

}  // namespace moniker::custodian
