// The one way to take files away, whether they must be gone for ever or only out of the way, and to rename what is
// whole.
#include "base/remove_files.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <set>

#include "base/atomic_file.hpp"
#include "base/system_call.hpp"
#include "moniker/error.hpp"

namespace moniker {
namespace {

[[noreturn]] void not_removed(const std::string& shown, const std::string& why) {
  throw Error::input("cannot remove it: " + why,
                     "check the disk and the folder's permissions, and give the command again", {shown});
}

}  // namespace

void remove_for_good(const std::vector<std::filesystem::path>& files, const std::string& shown) {
  std::set<std::filesystem::path> folders;
  for (const std::filesystem::path& file : files) {
    const bool gone = retried([&] { return ::unlink(file.c_str()); }) != 0;
    if (gone && errno != ENOENT && errno != ENOTDIR) not_removed(shown, std::strerror(errno));
    // Also of one that is gone already: whoever took it away may not have lived to make that durable.
    if (file.has_parent_path() && std::filesystem::exists(file.parent_path())) folders.insert(file.parent_path());
  }
  try {
    for (const std::filesystem::path& folder : folders) sync_folder(folder);
  } catch (const Error& error) {
    not_removed(shown, error.problem().what);  // without the folder's name, which may be somebody's too
  }
}

void remove_whole(const std::filesystem::path& place) {
  std::error_code failed;
  do {
    std::filesystem::remove_all(place, failed);
  } while (failed == std::errc::interrupted);
  if (failed) not_removed(place.string(), failed.message());
}

void rename_whole(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (retried([&] { return ::rename(from.c_str(), to.c_str()); }) == 0) return;
  throw Error::input(fmt::format("cannot rename it: {}", std::strerror(errno)),
                     "check the disk and the folder's permissions, and give the command again", {from.string()});
}

}  // namespace moniker
