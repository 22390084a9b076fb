#include "base/byte_source.hpp"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "base/system_call.hpp"
#include "moniker/error.hpp"

namespace moniker {
namespace {

[[noreturn]] void fail(const std::string& name, const char* doing, int error) {
  throw Error::input(fmt::format("cannot {}: {}", doing, std::strerror(error)),
                     "check that the file exists and may be read", {name});
}

}  // namespace

FileSource::FileSource(const std::filesystem::path& file) : name_(file.string()) {
  // A pipe is refused below, and opening one is not to wait for who writes into it.
  descriptor_ = open_file(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (descriptor_ < 0) {
    const int error = errno;
    if (error == ELOOP) {
      throw Error::input("is a symbolic link, and links are not followed", "put the file itself there", {name_});
    }
    fail(name_, "open the file", error);
  }
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
    ::close(descriptor_);
    throw Error::input("is not a regular file", "name a file, not a folder or a device", {name_});
  }
}

FileSource::~FileSource() { ::close(descriptor_); }

std::size_t FileSource::read(std::span<char> into) {
  std::size_t done = 0;
  while (done < into.size() && !ended_) {
    const ssize_t got = ::read(descriptor_, into.data() + done, into.size() - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(name_, "read the file", errno);
    ended_ = got == 0;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

std::uint64_t FileSource::size() const {
  struct stat status {};
  return ::fstat(descriptor_, &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

std::size_t MemorySource::read(std::span<char> into) {
  const std::size_t n = std::min(into.size(), rest_.size());
  std::copy_n(rest_.data(), n, into.data());
  rest_.remove_prefix(n);
  return n;
}

std::size_t read_up_to(ByteSource& source, std::string& into, std::size_t full) {
  std::array<char, 16 * 1024> piece;  // never cleared: most sources end within the first one
  const std::size_t before = into.size();
  for (std::size_t got = 1; into.size() < full && got > 0; into.append(piece.data(), got))
    got = source.read(std::span(piece).first(std::min(full - into.size(), piece.size())));
  return into.size() - before;
}

std::string read_all(ByteSource& source, std::size_t limit) {
  std::string all;
  if (read_up_to(source, all, limit + 1) > limit) {
    throw Error::input(fmt::format("is larger than {} bytes", limit),
                       "a file of this kind is never that large; check that it is the right one");
  }
  return all;
}

std::string read_file(const std::filesystem::path& file, std::size_t limit) {
  FileSource source(file);
  try {
    return read_all(source, limit);
  } catch (const Error& error) {
    throw error.in(file.string());
  }
}

}  // namespace moniker
