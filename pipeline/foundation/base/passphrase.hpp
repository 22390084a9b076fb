#pragma once
#include <filesystem>
#include <string_view>

#include "base/secret.hpp"

namespace moniker {

/// What somebody knows by heart: in locked memory, wiped when it goes. Moves; does not copy, print or compare.
class Passphrase {
 public:
  static constexpr std::size_t most = 1024;  // bytes
  Passphrase() = default;
  explicit Passphrase(std::string_view text);  // throws Error{usage} where it is longer
  /// Throws Error{usage} where it would be longer.
  void add(char byte);
  bool empty() const { return size_ == 0; }
  std::string_view text() const { return {reinterpret_cast<const char*>(bytes_.data()), size_}; }

 private:
  Secret<most> bytes_{};
  std::size_t size_ = 0;
};

/// A passphrase is a file's first line. Throws Error{usage} for a file that others may read, or that holds none.
Passphrase read_passphrase(const std::filesystem::path& file);

}  // namespace moniker
