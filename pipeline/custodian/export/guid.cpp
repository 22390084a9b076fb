#include "export/guid.hpp"

#include "base/keyed_hash.hpp"

namespace moniker::custodian {

std::string guid_of(std::string_view space, std::string_view kind, std::string_view name) {
  Hasher hasher;
  for (const std::string_view field : {std::string_view("moniker export"), space, kind, name}) hasher.take_field(field);
  Digest digest = hasher.finish();
  digest[6] = static_cast<unsigned char>((digest[6] & 0x0F) | 0x80);  // version 8
  digest[8] = static_cast<unsigned char>((digest[8] & 0x3F) | 0x80);  // the variant of RFC 9562
  std::string guid = hex(digest).substr(0, 32);
  for (const std::size_t at : {8U, 13U, 18U, 23U}) guid.insert(at, "-");
  return guid;
}

}  // namespace moniker::custodian
