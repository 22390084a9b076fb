#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace shim {

/// One change that was made: what, at which call, to which file (by its inode number), where.
struct Change {
  std::string_view what{};
  std::uint64_t number = 0, inode = 0;
  long at = 0;  // offset, size or mode
  std::string path{}, to{};
  std::string_view bytes{};
};

bool is_traced();

void trace(const Change& change);

}  // namespace shim
