// The small codings under the formats: base64, Bech32, HKDF, lines and armor.
#include <catch2/catch.hpp>
#include <random>

#include "base/keyed_hash.hpp"
#include "moniker/error.hpp"
#include "seal/age_armor.hpp"
#include "seal/base64.hpp"
#include "seal/bech32.hpp"
#include "seal/hkdf.hpp"

namespace moniker {

using namespace moniker::seal;
namespace {

std::string bytes_of_hex(const std::string& text) {
  std::string bytes(text.size() / 2, '\0');
  sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                 nullptr, nullptr);
  return bytes;
}

std::span<const unsigned char> raw(const std::string& bytes) {
  return {reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()};
}

std::string dice_bytes(std::mt19937& random, std::size_t size) {
  std::string bytes(size, '\0');
  for (char& c : bytes) c = static_cast<char>(random());
  return bytes;
}

}  // namespace

TEST_CASE("hkdf gives what RFC 5869 appendix A says") {
  struct Case {
    std::string secret, salt, info, out;
  };
  const auto test = GENERATE(values<Case>(
      {{"0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "000102030405060708090a0b0c", "f0f1f2f3f4f5f6f7f8f9",
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865"},
       {"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f"
        "303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f",
        "606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f"
        "909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf",
        "b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf"
        "e0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
        "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"},
       {"0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "", "",
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"}}));
  const std::string secret = bytes_of_hex(test.secret);
  std::vector<unsigned char> out(test.out.size() / 2);
  hkdf_sha256(raw(secret), bytes_of_hex(test.salt), bytes_of_hex(test.info), out);
  CHECK(hex(std::string_view(reinterpret_cast<const char*>(out.data()), out.size())) == test.out);
}

TEST_CASE("hkdf gives no more than RFC 5869 allows") {
  std::vector<unsigned char> out(255 * 32);
  CHECK_NOTHROW(hkdf_sha256(raw("x"), "", "", out));
  out.push_back(0);
  CHECK_THROWS_AS(hkdf_sha256(raw("x"), "", "", out), std::length_error);
}

TEST_CASE("base64 has one spelling for each text (RFC 4648, section 10)") {
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({{"", ""},
                                                                       {"f", "Zg=="},
                                                                       {"fo", "Zm8="},
                                                                       {"foo", "Zm9v"},
                                                                       {"foob", "Zm9vYg=="},
                                                                       {"fooba", "Zm9vYmE="},
                                                                       {"foobar", "Zm9vYmFy"}}));
  CHECK(base64(bytes, Padding::equals) == text);
  CHECK(from_base64(text, Padding::equals) == bytes);
  const std::string bare = text.substr(0, text.find('='));
  CHECK(base64(bytes, Padding::none) == bare);
  CHECK(from_base64(bare, Padding::none) == bytes);
  if (bare != text) {
    CHECK_FALSE(from_base64(text, Padding::none));
    CHECK_FALSE(from_base64(bare, Padding::equals));
  }
}

TEST_CASE("base64 of any other spelling is refused") {
  const std::string text =
      GENERATE("Zh", "Zm9", "Z", "Zm9vZ", "Zm 9v", "Zm9v\n", "Zm9-", "Zm9_", "=", "Zg=", "Zg===", "Z===", "Zm9v=");
  CAPTURE(text);
  CHECK_FALSE(from_base64(text, Padding::none));
  CHECK_FALSE(from_base64(text, Padding::equals));
}

TEST_CASE("base64 and Bech32 take back what they gave") {
  std::mt19937 random(7);
  for (std::size_t size = 0; size < 70; ++size) {
    const std::string bytes = dice_bytes(random, size);
    CHECK(from_base64(base64(bytes, Padding::none), Padding::none) == bytes);
    CHECK(from_base64(base64(bytes, Padding::equals), Padding::equals) == bytes);
    for (const std::string prefix : {"age", "AGE-SECRET-KEY-"}) {
      const std::string text = bech32(prefix, raw(bytes));
      std::vector<unsigned char> back(size);
      CHECK(from_bech32(text, prefix, back) == size);
      CHECK(std::equal(back.begin(), back.end(), raw(bytes).begin()));
      if (size > 0) CHECK_FALSE(from_bech32(text, prefix, std::span(back).first(size - 1)));
    }
  }
}

TEST_CASE("Bech32 reads the texts of BIP 173 and no broken ones") {
  std::array<unsigned char, 64> into{};
  CHECK(from_bech32("A12UEL5L", "A", into) == 0);
  CHECK(from_bech32("a12uel5l", "a", into) == 0);
  CHECK(from_bech32("abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", "abcdef", into) == 20);
  CHECK(from_bech32("?1ezyfcl", "?", into) == 0);
  const auto [text, prefix] =
      GENERATE(table<std::string, std::string>({{"A12uEL5L", "A"},  // both cases
                                                {"a12uel5l", "A"},  // the prefix in the other case
                                                {"a12uel5x", "a"},  // checksum
                                                {"b12uel5l", "a"},
                                                {"a1b1c", "a"},
                                                {"a1", "a"},
                                                {"", ""},
                                                {"a1lqfn3a", "x"},
                                                {"split1cheo2y9e2w", "split"},
                                                {"li1dgmt3", "li"}}));
  CAPTURE(text);
  CHECK_FALSE(from_bech32(text, prefix, into));
}

TEST_CASE("every single wrong character of a Bech32 text is found") {
  std::mt19937 random(3);
  std::array<unsigned char, 32> into{};
  const std::string good = bech32("age", raw(dice_bytes(random, 32)));
  for (std::size_t at = 4; at < good.size(); ++at) {
    for (const char c : std::string_view("qpzry9x8gf2tvdw0s3jn54khce6mua7lbio1")) {
      std::string bad = good;
      bad[at] = c;
      if (bad != good) REQUIRE_FALSE(from_bech32(bad, "age", into));
    }
  }
}

TEST_CASE("lines and bytes come from one source in turn") {
  const std::string text = "one\ntwo\r\n\n" + std::string(30'000, 'x') + "\nend";
  MemorySource source(text);
  LineSource lines(source);
  CHECK(lines.peek(5) == "one\nt");
  CHECK(lines.next_line(3).text == "one");
  CHECK(lines.next_line(4096).text == "two\r");
  CHECK(lines.next_line(4096).text.empty());
  CHECK(lines.line_number() == 3);
  const auto part = lines.next_line(4096);
  CHECK(part.text.size() == 4096);
  CHECK(part.end == LineSource::End::limit);
  std::string rest(40'000, '\0');
  CHECK(lines.read(rest) == 30'000 - 4096 + 4);
  CHECK(lines.read(rest) == 0);
  CHECK(lines.peek(1).empty());
  CHECK(lines.next_line(10).end == LineSource::End::source);
}

TEST_CASE("armor takes back what it gave, however it is cut into pieces") {
  std::mt19937 random(11);
  const std::size_t size = GENERATE(0, 1, 47, 48, 49, 95, 96, 97, 10'000, 200'000);
  const std::string bytes = dice_bytes(random, size);
  MemorySink sink;
  ArmorSink armor(sink);
  for (std::size_t at = 0; at < size;) {
    const std::size_t n = std::min<std::size_t>(1 + random() % 5000, size - at);
    armor.write(std::string_view(bytes).substr(at, n));
    at += n;
  }
  armor.finish();
  const std::string decoration = GENERATE("", "\n", " \t\r\n\n");
  std::string text = decoration + sink.bytes() + decoration;
  if (GENERATE(false, true)) {
    std::string crlf;
    for (const char c : text) crlf.append(c == '\n' ? "\r\n" : std::string(1, c));
    text = crlf;
  }
  MemorySource source(text);
  LineSource lines(source);
  CHECK(starts_armor(lines));
  ArmorSource back(lines);
  std::string all, piece(777, '\0');
  while (const std::size_t n = back.read(piece)) all.append(piece, 0, n);
  CHECK(all == bytes);
}

TEST_CASE("armor with more than its blanks before or after it is refused") {
  MemorySink sink;
  ArmorSink armor(sink);
  armor.write("x");
  armor.finish();
  const auto [before, after] = GENERATE(table<std::string, std::string>(
      {{"", std::string(1025, ' ')}, {"", "x"}, {"", "\n\n."}, {std::string(1100, '\n'), ""}}));
  const std::string text = before + sink.bytes() + after;
  MemorySource source(text);
  LineSource lines(source);
  const auto read = [&] {
    if (!starts_armor(lines)) throw Error::integrity("no armor", "");
    ArmorSource back(lines);
    (void)read_all(back, 100);
  };
  CHECK_THROWS_AS(read(), Error);
}

}  // namespace moniker
