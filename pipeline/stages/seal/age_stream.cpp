#include "seal/age_stream.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "base/raw_bytes.hpp"
#include "base/wiped_text.hpp"
#include "moniker/error.hpp"
#include "seal/hkdf.hpp"

namespace moniker::seal {
namespace {

[[noreturn]] void refuse(std::string what) {
  throw Error::integrity(std::move(what),
                         "fetch the file again from where it was made; what was read so far is authentic but not all");
}

}  // namespace

Secret<32> payload_key(const FileKey& key, std::string_view nonce) {
  Secret<32> derived;
  hkdf_sha256({key.data(), key.size()}, nonce, "payload", {derived.data(), derived.size()});
  return derived;
}

std::array<unsigned char, 12> chunk_nonce(std::uint64_t number, bool last) {
  std::array<unsigned char, 12> nonce{};
  for (unsigned i = 0; i < 8; ++i) nonce[10 - i] = static_cast<unsigned char>(number >> (8 * i));
  nonce[11] = last ? 1 : 0;
  return nonce;
}

StreamSealer::StreamSealer(ByteSink& sink, Secret<32> key) : sink_(sink), key_(std::move(key)) {}

StreamSealer::~StreamSealer() { sodium_memzero(plain_.data(), plain_.size()); }

void StreamSealer::seal_chunk(bool last) {
  const auto nonce = chunk_nonce(number_++, last);
  unsigned long long length = 0;
  sealed_.resize(plain_.size() + tag_size);
  crypto_aead_chacha20poly1305_ietf_encrypt(raw(sealed_), &length, raw(plain_), plain_.size(), nullptr, 0, nullptr,
                                            nonce.data(), key_.data());
  sink_.write(sealed_);
  sodium_memzero(plain_.data(), plain_.size());
  plain_.clear();
}

void StreamSealer::write(std::string_view plaintext) {
  while (!plaintext.empty()) {
    // A full chunk waits until more comes: it may be the last, which is sealed as such and never empty.
    if (plain_.size() == chunk_size) seal_chunk(false);
    const std::size_t n = std::min(plaintext.size(), chunk_size - plain_.size());
    append_wiping(plain_, plaintext.substr(0, n));  // no copy of the words stays behind
    plaintext.remove_prefix(n);
  }
}

void StreamSealer::finish() { seal_chunk(true); }

StreamOpener::StreamOpener(ByteSource& source, Secret<32> key) : source_(source), key_(std::move(key)) {}

StreamOpener::~StreamOpener() { sodium_memzero(plain_.data(), plain_.size()); }

bool StreamOpener::opens(std::size_t sealed_size, bool last) {
  const auto nonce = chunk_nonce(number_, last);
  unsigned long long length = 0;
  const bool good = sealed_size >= tag_size &&
                    crypto_aead_chacha20poly1305_ietf_decrypt(raw(plain_), &length, nullptr, raw(sealed_), sealed_size,
                                                              nullptr, 0, nonce.data(), key_.data()) == 0;
  taken_ = 0;
  given_ = good ? static_cast<std::size_t>(length) : 0;
  return good;
}

void StreamOpener::open_chunk() {
  if (last_opened_) refuse("bytes follow the end of the sealed text");
  constexpr std::size_t sealed_chunk = chunk_size + tag_size;
  read_up_to(source_, sealed_, sealed_chunk + 1);
  if (sealed_.empty()) refuse(fmt::format("the sealed text is cut off after chunk {}", number_));
  bytes_follow_ = sealed_.size() > sealed_chunk;
  const std::size_t sealed_size = std::min(sealed_.size(), sealed_chunk);
  if (number_ == 0) plain_.resize(sealed_size);  // no chunk is larger than the first
  // Usually where the file ends tells which chunk is the last; if not, the other reading tells what is wrong.
  if (opens(sealed_size, !bytes_follow_)) {
    last_opened_ = !bytes_follow_;
  } else if (sealed_size == sealed_chunk && opens(sealed_size, bytes_follow_)) {
    last_opened_ = bytes_follow_;
  } else {
    refuse(fmt::format("chunk {} of the sealed text is damaged or cut off", number_ + 1));
  }
  if (given_ == 0 && number_ > 0) refuse("the last chunk of the sealed text is empty, which no writer does");
  sealed_.erase(0, sealed_size);
  ++number_;
}

std::size_t StreamOpener::read(std::span<char> into) {
  std::size_t done = 0;
  while (done < into.size()) {
    if (taken_ == given_) {
      if (last_opened_ && !bytes_follow_) break;
      open_chunk();
      continue;
    }
    const std::size_t n = std::min(into.size() - done, given_ - taken_);
    std::copy_n(plain_.data() + taken_, n, into.data() + done);
    taken_ += n;
    done += n;
  }
  return done;
}

}  // namespace moniker::seal
