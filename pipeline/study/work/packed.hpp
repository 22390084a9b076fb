#pragma once
#include <bit>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "base/keyed_hash.hpp"

namespace moniker::study {

/// Values one after the other in few bytes, the same on every machine: a number in groups of seven bits, the lowest
/// first, each but the last with its high bit set; a text behind its length.
class Packer {
 public:
  void number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
    bytes_ += static_cast<char>(value);
  }
  void text(std::string_view text) {
    number(text.size());
    bytes_ += text;
  }
  void score(float value) { number(std::bit_cast<std::uint32_t>(value)); }
  void digest(const Digest& digest) { bytes_.append(reinterpret_cast<const char*>(digest.data()), digest.size()); }
  /// How many, then each.
  template <class Items, class Put>
  void each(const Items& items, const Put& put) {
    number(items.size());
    for (const auto& item : items) put(item);
  }
  const std::string& bytes() const { return bytes_; }
  void clear() { bytes_.clear(); }

 private:
  std::string bytes_{};
};

/// The same values in the same order. Throws std::out_of_range where the bytes end too soon or a number is too long.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(take(1).front());
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    throw std::out_of_range("packed");
  }
  /// One that fits.
  template <class Number>
  Number number_as() {
    const std::uint64_t value = number();
    if (!std::in_range<Number>(value)) throw std::out_of_range("packed");
    return static_cast<Number>(value);
  }
  std::string_view text() { return take(number()); }
  float score() { return std::bit_cast<float>(number_as<std::uint32_t>()); }
  Digest digest() {
    Digest digest;
    const std::string_view bytes = take(digest.size());
    std::copy(bytes.begin(), bytes.end(), digest.begin());
    return digest;
  }
  template <class Get>
  void each(const Get& get) {
    for (std::uint64_t left = number(); left > 0; --left) get();
  }
  bool ended() const { return rest_.empty(); }
  void must_end() const {
    if (!ended()) throw std::out_of_range("packed");
  }

 private:
  std::string_view take(std::uint64_t size) {
    if (size > rest_.size()) throw std::out_of_range("packed");
    const std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }
  std::string_view rest_;
};

}  // namespace moniker::study
