#include "export/whole_folder.hpp"

#include "base/atomic_file.hpp"
#include "base/remove_files.hpp"
#include "moniker/error.hpp"

namespace moniker::custodian {
namespace {

/// Beside the folder, so that it can be renamed; a package that was interrupted is begun again there.
std::filesystem::path aside(const std::filesystem::path& folder) {
  const auto whole = (folder.has_filename() ? folder : folder.parent_path()).lexically_normal();
  return whole.parent_path() / ("." + whole.filename().string() + ".moniker-unfinished");
}

}  // namespace

void check_whole_folder(const std::filesystem::path& folder) {
  std::error_code none;
  if (!std::filesystem::exists(folder, none)) return;
  remove_stale(folder);  // of an export that was killed
  if (std::filesystem::is_directory(folder, none) && std::filesystem::is_empty(folder, none)) return;
  throw Error::usage("is there already and is not empty", "name a folder that is empty or not there",
                     {folder.string()});
}

void check_path_inside(const std::filesystem::path& path) {
  bool inside = path.is_relative() && !path.empty();
  for (const auto& step : path) inside = inside && step != ".." && step != "." && !step.empty();
  if (!inside) throw Error::integrity("a file of the package would lead out of it", "report this: nothing was written");
}

void write_whole_folder(const std::filesystem::path& folder,
                        const std::function<void(const std::filesystem::path& aside)>& fill) {
  const auto target = std::filesystem::absolute(folder);
  const auto unfinished = aside(target);
  remove_whole(unfinished);
  try {
    fill(unfinished);
    rename_whole(unfinished, target);  // also over one that is empty
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove_all(unfinished, ignored);
    throw;
  }
  sync_folder(unfinished.parent_path());
}

}  // namespace moniker::custodian
