#pragma once
#include <algorithm>
#include <string>
#include <string_view>

#include "base/byte_sink.hpp"
#include "seal/age.hpp"

// What is sealed to the study itself, by a key that is the same in every run: an age test vector's.
namespace moniker::fuzz {

inline const seal::Identity& study_identity() {
  static const seal::Identity identity =
      seal::Identity::parse("AGE-SECRET-KEY-1EGTZVFFV20835NWYV6270LXYVK2VKNX2MMDKWYKLMGR48UAWX40Q2P2LM0");
  return identity;
}

inline std::string sealed_text(std::string_view plain) {
  MemorySink sealed;
  seal::AgeWriter age(sealed, {study_identity().recipient()});
  age.write(plain);
  age.finish();
  return sealed.bytes();
}

/// Each line as study::SealedParts writes a part.
inline std::string lines_as_parts(std::string_view text) {
  std::string parts;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    for (unsigned i = 0; i < 8; ++i) parts += static_cast<char>(line.size() >> (8 * i));
    parts += line;
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return parts;
}

}  // namespace moniker::fuzz
