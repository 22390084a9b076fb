#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/byte_sink.hpp"
#include "base/byte_source.hpp"
#include "base/secret.hpp"
#include "seal/age_header.hpp"

namespace moniker::seal {

/// The payload of an age file (https://c2sp.org/age, "Payload"): chunks of 64 KiB, each under
/// ChaCha20-Poly1305 with its number and whether it is the last one as the nonce. So chunks can be neither
/// altered, moved, repeated nor cut off, and each is authentic the moment it is open. Either way one chunk is
/// held in memory.

inline constexpr std::size_t chunk_size = 64 * 1024;
inline constexpr std::size_t tag_size = crypto_aead_chacha20poly1305_ietf_ABYTES;
inline constexpr std::size_t payload_nonce_size = 16;

/// The payload's own key, from the file key and the nonce that the payload begins with.
Secret<32> payload_key(const FileKey& key, std::string_view nonce);

/// A chunk's nonce: eleven bytes of big-endian number, then 1 for the last chunk and 0 for the others.
std::array<unsigned char, 12> chunk_nonce(std::uint64_t number, bool last);

class StreamSealer {
 public:
  StreamSealer(ByteSink& sink, Secret<32> key);
  ~StreamSealer();
  StreamSealer(const StreamSealer&) = delete;
  StreamSealer& operator=(const StreamSealer&) = delete;
  void write(std::string_view plaintext);
  /// The last chunk. Nothing may be written after it.
  void finish();

 private:
  void seal_chunk(bool last);
  ByteSink& sink_;
  Secret<32> key_;
  std::string plain_{}, sealed_{};
  std::uint64_t number_ = 0;
};

class StreamOpener {
 public:
  StreamOpener(ByteSource& source, Secret<32> key);
  ~StreamOpener();
  StreamOpener(const StreamOpener&) = delete;
  StreamOpener& operator=(const StreamOpener&) = delete;
  /// As ByteSource::read. Throws Error{integrity}: a chunk is damaged, the end is missing, something follows
  /// it.
  std::size_t read(std::span<char> into);

 private:
  void open_chunk();
  bool opens(std::size_t sealed_size, bool last);
  ByteSource& source_;
  Secret<32> key_;
  std::string sealed_{};  // one chunk and the first byte of the next, which tells whether there is one
  std::string plain_{};
  std::size_t taken_ = 0, given_ = 0;  // within plain_
  std::uint64_t number_ = 0;
  bool last_opened_ = false, bytes_follow_ = false;
};

}  // namespace moniker::seal
