#include "base/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/system_call.hpp"

namespace moniker {

std::optional<MappedFile> MappedFile::open_own(const std::filesystem::path& file) {
  const int descriptor = open_file(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (descriptor < 0) return std::nullopt;
  struct stat status {};
  const bool ours = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == ::geteuid() &&
                    (status.st_mode & (S_IWGRP | S_IWOTH)) == 0 && status.st_size > 0;
  const auto size = static_cast<std::size_t>(status.st_size);
  void* const place = ours ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0) : MAP_FAILED;
  ::close(descriptor);
  if (place == MAP_FAILED) return std::nullopt;
  return MappedFile(std::string_view(static_cast<const char*>(place), size));
}

MappedFile::~MappedFile() {
  if (!bytes_.empty()) ::munmap(const_cast<char*>(bytes_.data()), bytes_.size());
}

}  // namespace moniker
