#include "base/shared_folder.hpp"

#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <vector>

#include "base/layout.hpp"

namespace moniker {
namespace {

bool is_below_study(std::filesystem::path folder) {
  constexpr int deepest = 4;  // work/shards/1-of-4
  std::error_code failed;
  for (int depth = 0; depth < deepest && !folder.empty(); ++depth, folder = folder.parent_path()) {
    if (std::filesystem::exists(StudyLayout{folder}.config(), failed)) return true;
  }
  return false;
}

}  // namespace

bool is_shared_study_folder(const std::filesystem::path& folder) {
  struct stat facts {};
  const auto place = folder.empty() ? std::filesystem::path(".") : folder;
  if (::stat(place.c_str(), &facts) != 0) return false;
  const bool is_shared = (facts.st_mode & S_ISGID) != 0 && (facts.st_mode & 0777) == 0770;
  return is_shared && is_below_study(std::filesystem::absolute(place).lexically_normal());
}

unsigned mode_in(const std::filesystem::path& folder, unsigned mode) {
  return is_shared_study_folder(folder) ? mode | ((mode & 0700U) >> 3) : mode;
}

void give_mode(int descriptor, unsigned mode) {
  struct stat facts {};
  if (::fstat(descriptor, &facts) == 0 && (facts.st_mode & 0777) != mode) ::fchmod(descriptor, mode);
}

bool is_of_group(unsigned group) {
  if (::geteuid() == 0 || ::getegid() == group) return true;
  const int count = ::getgroups(0, nullptr);
  std::vector<gid_t> groups(static_cast<std::size_t>(std::max(count, 0)));
  const int got = ::getgroups(count, groups.data());
  return got > 0 && std::find(groups.begin(), groups.begin() + got, group) != groups.begin() + got;
}

}  // namespace moniker
