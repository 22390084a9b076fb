#pragma once
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <vector>

#include "moniker/error.hpp"

namespace moniker::detect {

/// Items put aside in order and taken up again in order. Few stay in memory; more go to a temporary file without a
/// name, so they hold places and numbers and no word of a transcript.
template <class T>
class Spool {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  void add(std::span<const T> items) {
    some_.insert(some_.end(), items.begin(), items.end());
    if (some_.size() >= most_kept) spill();
  }
  /// From now on, only next() and take().
  void rewind() {
    at_ = 0;
    if (!file_) return;
    spill();
    if (std::fflush(file_.get()) != 0) fail();
    std::rewind(file_.get());
  }
  /// The next one, which stays the next; null at the end.
  const T* next() { return fill() ? &some_[at_] : nullptr; }
  /// The next one, which is there.
  T take() { return fill() ? some_[at_++] : T{}; }

 private:
  static constexpr std::size_t most_kept = (std::size_t{256} << 10) / sizeof(T);
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  [[noreturn]] static void fail() {
    throw Error::input(std::string("a temporary file cannot be used: ") + std::strerror(errno),
                       "see that there is room in the folder for temporary files (TMPDIR)");
  }
  void spill() {
    if (!file_) file_.reset(std::tmpfile());
    if (!file_ || std::fwrite(some_.data(), sizeof(T), some_.size(), file_.get()) != some_.size()) fail();
    some_.clear();
  }
  bool fill() {
    if (at_ < some_.size()) return true;
    if (!file_) return false;
    some_.resize(most_kept);
    some_.resize(std::fread(some_.data(), sizeof(T), most_kept, file_.get()));
    if (std::ferror(file_.get()) != 0) fail();
    at_ = 0;
    return !some_.empty();
  }

  std::vector<T> some_{};
  std::size_t at_ = 0;
  std::unique_ptr<std::FILE, Close> file_{};
};

}  // namespace moniker::detect
