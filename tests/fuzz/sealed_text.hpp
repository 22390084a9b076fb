#pragma once
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

}  // namespace moniker::fuzz
