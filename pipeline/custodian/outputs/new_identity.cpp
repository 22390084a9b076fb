#include "outputs/new_identity.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include "base/atomic_file.hpp"
#include "base/byte_source.hpp"
#include "moniker/error.hpp"
#include "seal/age.hpp"

namespace moniker::custodian {

void make_identity(const std::filesystem::path& secret, const std::filesystem::path& recipient) {
  const seal::Identity identity = seal::Identity::generate();
  const std::string public_text = seal::to_text(identity.recipient());
  std::string text = identity.secret_text();
  std::string page = fmt::format("# public key: {}\n{}\n", public_text, text);
  publish(recipient, public_text + "\n", AtomicFile::IfThere::refuse, 0644);
  publish(secret, page, AtomicFile::IfThere::refuse);
  sodium_memzero(text.data(), text.size());
  sodium_memzero(page.data(), page.size());
}

bool is_identity_made(const std::filesystem::path& secret, const std::filesystem::path& recipient) {
  const auto is_there = [](const auto& file) { return std::filesystem::is_regular_file(file); };
  if (!is_there(secret) || !is_there(recipient)) return false;
  try {
    const auto identities = seal::read_identities(secret);
    return identities.size() == 1 &&
           seal::to_text(identities.front().recipient()) + "\n" == read_file(recipient, std::size_t{1} << 12);
  } catch (const Error&) {
    return false;
  }
}

}  // namespace moniker::custodian
