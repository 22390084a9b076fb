#include "seal/bech32.hpp"

#include <sodium.h>

#include <array>
#include <cstdint>

namespace moniker::seal {
namespace {

constexpr std::string_view letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c & ~0x20) : c; }

bool has_lower(std::string_view text) {
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') return true;
  }
  return false;
}
bool has_upper(std::string_view text) {
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z') return true;
  }
  return false;
}

/// The checksum of BIP 173: a BCH code over groups of five bits; the lower-case prefix counts too.
class Checksum {
 public:
  explicit Checksum(std::string_view prefix) {
    for (const char c : prefix) take(static_cast<unsigned>(lower(c)) >> 5);
    take(0);
    for (const char c : prefix) take(static_cast<unsigned>(lower(c)) & 31);
  }
  void take(unsigned five_bits) {
    static constexpr std::array<std::uint32_t, 5> generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd,
                                                               0x2a1462b3};
    const std::uint32_t top = state_ >> 25;
    state_ = ((state_ & 0x1ffffff) << 5) ^ five_bits;
    for (unsigned i = 0; i < generator.size(); ++i) {
      if ((top >> i) & 1) state_ ^= generator[i];
    }
  }
  std::uint32_t state() const { return state_; }

 private:
  std::uint32_t state_ = 1;
};

}  // namespace

std::string bech32(std::string_view prefix, std::span<const unsigned char> data) {
  const bool shout = has_upper(prefix);
  std::string text;
  text.reserve(prefix.size() + 1 + (data.size() * 8 + 4) / 5 + 6);  // never moved, so no copy stays behind
  text.append(prefix).append(1, '1');
  Checksum checksum(prefix);
  const auto put = [&](unsigned five_bits) { text += shout ? upper(letters[five_bits]) : letters[five_bits]; };
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const unsigned char byte : data) {
    bits = (bits << 8 | byte) & 0xfff;
    for (count += 8; count >= 5; count -= 5) {
      const unsigned five = (bits >> (count - 5)) & 31;
      checksum.take(five);
      put(five);
    }
  }
  if (count > 0) {
    const unsigned five = (bits << (5 - count)) & 31;
    checksum.take(five);
    put(five);
  }
  sodium_memzero(&bits, sizeof bits);
  for (int i = 0; i < 6; ++i) checksum.take(0);
  const std::uint32_t sum = checksum.state() ^ 1;
  for (unsigned i = 0; i < 6; ++i) put((sum >> (5 * (5 - i))) & 31);
  return text;
}

std::optional<std::size_t> from_bech32(std::string_view text, std::string_view prefix, std::span<unsigned char> into) {
  if (has_lower(text) && has_upper(text)) return std::nullopt;
  // The last "1" ends the prefix, since the data has no "1" among its letters.
  if (text.rfind('1') != prefix.size() || !text.starts_with(prefix)) return std::nullopt;
  const std::string_view data = text.substr(prefix.size() + 1);
  if (data.size() < 6) return std::nullopt;
  Checksum checksum(prefix);
  std::uint32_t bits = 0;
  unsigned count = 0;
  std::size_t length = 0;
  for (std::size_t i = 0; i < data.size(); ++i) {
    const std::size_t five = letters.find(lower(data[i]));
    if (five == letters.npos) return std::nullopt;
    checksum.take(static_cast<unsigned>(five));
    if (i + 6 >= data.size()) continue;
    bits = (bits << 5 | static_cast<std::uint32_t>(five)) & 0xfff;
    count += 5;
    if (count < 8) continue;
    if (length == into.size()) return std::nullopt;
    count -= 8;
    into[length++] = static_cast<unsigned char>(bits >> count);
  }
  const bool left_over = count >= 5 || (bits & ((1U << count) - 1)) != 0;
  sodium_memzero(&bits, sizeof bits);
  if (checksum.state() != 1 || left_over) return std::nullopt;
  return length;
}

}  // namespace moniker::seal
