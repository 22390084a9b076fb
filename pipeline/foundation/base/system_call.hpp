#pragma once
#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <string_view>

namespace moniker {

/// A system call again for as long as nothing but a signal kept it from being done.
template <class Call>
auto retried(const Call& call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

/// open(2), again where a signal came in between; -1 and errno where it cannot be.
int open_file(const std::filesystem::path& file, int flags, unsigned mode = 0);

/// Every byte, in as many calls as it takes. Gives how many went: fewer than all only where the system refused the
/// next, and then errno says why.
std::size_t write_all(int descriptor, std::string_view bytes);

/// Whether what errno says is of permissions and places, which a person sets right, and not of the disk.
bool is_of_the_place(int error);

}  // namespace moniker
