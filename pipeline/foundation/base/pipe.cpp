#include "base/pipe.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "moniker/error.hpp"

namespace moniker {
namespace {

[[noreturn]] void fail(const std::string& name, const char* doing, const char* remedy) {
  throw Error::input(fmt::format("cannot be {}: {}", doing, std::strerror(errno)), remedy, {name});
}

}  // namespace

std::size_t PipeSource::read(std::span<char> into) {
  while (true) {
    const ssize_t got = ::read(descriptor_, into.data(), into.size());
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) fail(name_, "read", "check where the input comes from");
  }
}

void PipeSink::write(std::string_view bytes) {
  while (!bytes.empty() && !closed_) {
    const ssize_t done = ::write(descriptor_, bytes.data(), bytes.size());
    if (done >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(done));
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno != EINTR) {
      fail(name_, "written", "check where the output goes");
    }
  }
}

}  // namespace moniker
