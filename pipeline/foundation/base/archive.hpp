#pragma once
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace moniker {

/// Values and arrays one after the other, in this machine's own form: for files that a program keeps for itself and
/// makes anew whenever it changes, not for interchange. Arrays begin at a multiple of 16 bytes.
class ArchiveWriter {
 public:
  template <class T>
  requires std::is_trivially_copyable_v<T>
  void put(const T& value) { bytes_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void put_text(std::string_view text) {
    put(static_cast<std::uint64_t>(text.size()));
    bytes_ += text;
  }
  template <class T>
  requires std::is_trivially_copyable_v<T>
  void put_array(std::span<const T> items) {
    put(static_cast<std::uint64_t>(items.size()));
    bytes_.resize((bytes_.size() + 15) / 16 * 16);
    bytes_.append(reinterpret_cast<const char*>(items.data()), items.size_bytes());
  }
  template <class T, class Put>
  void put_each(const std::vector<T>& items, const Put& one) {
    put(static_cast<std::uint64_t>(items.size()));
    for (const T& item : items) one(item);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_{};
};

/// Reads back what a writer put, in the same order. Throws std::out_of_range where the bytes end too soon. Arrays are
/// views of the bytes, which must be aligned to 16 and outlive them.
class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : bytes_(bytes) {}
  template <class T>
  requires std::is_trivially_copyable_v<T> T get() {
    T value;
    std::memcpy(&value, take(sizeof value), sizeof value);
    return value;
  }
  std::string text() {
    const auto size = get<std::uint64_t>();
    return std::string(take(size), size);
  }
  template <class T>
  requires std::is_trivially_copyable_v<T> std::span<const T> array() {
    const auto count = get<std::uint64_t>();
    at_ = (at_ + 15) / 16 * 16;
    if (count > bytes_.size() / sizeof(T)) throw std::out_of_range("archive");
    return {reinterpret_cast<const T*>(take(count * sizeof(T))), count};
  }
  template <class T>
  std::vector<T> vector() {
    const auto items = array<T>();
    return {items.begin(), items.end()};
  }
  template <class Get>
  void each(const Get& one) {
    for (auto left = get<std::uint64_t>(); left > 0; --left) one();
  }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  const char* take(std::uint64_t size) {
    if (at_ > bytes_.size() || size > bytes_.size() - at_) throw std::out_of_range("archive");
    const char* const place = bytes_.data() + at_;
    at_ += size;
    return place;
  }
  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// An array of its own while it is built, or a view of one that lies elsewhere.
template <class T>
class Store {
 public:
  Store() = default;
  explicit Store(std::size_t size) : own_(size) {}
  std::span<const T> all() const { return view_.data() ? view_ : std::span<const T>(own_); }
  std::vector<T>& own() { return own_; }
  void view(std::span<const T> items) { view_ = items; }

 private:
  std::vector<T> own_{};
  std::span<const T> view_{};
};

}  // namespace moniker
