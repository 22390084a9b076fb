#include "base/passphrase.hpp"

#include "base/byte_source.hpp"
#include "base/trust.hpp"
#include "moniker/error.hpp"

namespace moniker {

Passphrase::Passphrase(std::string_view text) {
  for (const char byte : text) add(byte);
}

void Passphrase::add(char byte) {
  if (size_ == most) {
    throw Error::usage("the passphrase is longer than 1024 bytes",
                       "choose one of several words, and check that it is the right file");
  }
  bytes_.data()[size_++] = static_cast<unsigned char>(byte);
}

Passphrase read_passphrase(const std::filesystem::path& file) {
  FileSource source(file);
  require_secret(source, file);
  Secret<Passphrase::most + 2> bytes;
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()),
                              source.read({reinterpret_cast<char*>(bytes.data()), bytes.size()}));
  try {
    Passphrase passphrase(text.substr(0, text.find_first_of("\r\n")));
    if (!passphrase.empty()) return passphrase;
  } catch (const Error& error) {
    throw error.in(file.string());
  }
  throw Error::usage("holds no passphrase", "write it on the file's first line", {file.string()});
}

}  // namespace moniker
