#include <catch2/catch.hpp>

#include "base/keyed_hash.hpp"

using namespace moniker;

TEST_CASE("BLAKE2b-256 as published") {
  // RFC 7693 gives 512 bits; the 256-bit digest of "abc" is from the reference implementation's b2sum -l 256.
  CHECK(hex(digest_of("abc")) == "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
  CHECK(hex(digest_of("")) == "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST_CASE("a keyed hash depends on key, label and form, and on where one ends and the next begins") {
  Secret<32> one, other;
  one.data()[0] = other.data()[0] = 0;
  std::fill_n(one.data(), 32, static_cast<unsigned char>(1));
  std::fill_n(other.data(), 32, static_cast<unsigned char>(2));
  const Digest base = keyed_hash(one, "PERSON", "kate shaw");
  CHECK(base == keyed_hash(one, "PERSON", "kate shaw"));
  CHECK(base != keyed_hash(other, "PERSON", "kate shaw"));
  CHECK(base != keyed_hash(one, "ORG", "kate shaw"));
  CHECK(base != keyed_hash(one, "PERSONk", "ate shaw"));
}

TEST_CASE("fields are told apart by their length") {
  Hasher one, other;
  one.take_field("ab"), one.take_field("c");
  other.take_field("a"), other.take_field("bc");
  CHECK(one.finish() != other.finish());
}
