#include "base/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/atomic_file.hpp"
#include "base/bundle.hpp"
#include "moniker/error.hpp"

namespace moniker {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& folder, std::string what, std::string remedy) {
  throw Error::input(std::move(what), std::move(remedy), {folder.string()});
}

/// What is no regular file is refused and not named: its name may be a person's.
void check_kind(const std::filesystem::path& folder, std::filesystem::file_type type) {
  switch (type) {
    case std::filesystem::file_type::regular:
      return;
    case std::filesystem::file_type::directory:
      refuse(folder, "holds a folder, and folders in it are not read", "move the files up into it, or the folder away");
    case std::filesystem::file_type::symlink:
      refuse(folder, "holds a symbolic link, and links are not followed", "put the file itself there");
    default:
      refuse(folder, "holds something that is neither a file nor a folder", "move it away");
  }
}

/// Registers and reports call a delivery by its name alone, wherever it lies. Not told: the name, it may be a person's.
void refuse_namesakes(const std::filesystem::path& folder, const std::vector<std::filesystem::path>& files) {
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto [first, added] = places.emplace(files[i].filename().string(), i);
    if (added) continue;
    refuse(folder,
           fmt::format("deliveries {} and {} of it have the same name, of which one is in a bundle", first->second + 1,
                       i + 1),
           "take one of the two away, or have it packed under another name");
  }
}

}  // namespace

ShardLayout StudyLayout::shard(unsigned number, unsigned count) const {
  return {.folder = shards() / fmt::format("{}-of-{}", number, count)};
}

void make_folders(const StudyLayout& layout) {
  for (const auto& folder : {layout.root, layout.incoming(), layout.keys(), layout.work(), layout.out(),
                             layout.linkage(), layout.audit(), layout.reports()}) {
    make_private_folder(folder);
  }
}

std::vector<std::filesystem::path> delivered_files(const StudyLayout& layout) {
  const auto folder = layout.incoming();
  const auto type = std::filesystem::symlink_status(folder).type();
  if (type != std::filesystem::file_type::directory) {
    refuse(folder, "there is no such folder", "make it and put the delivered transcripts into it");
  }
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().filename().native().starts_with('.')) continue;
    check_kind(folder, entry->symlink_status().type());
    for (auto& delivery : deliveries_in(entry->path())) files.push_back(std::move(delivery));
  }
  if (error) refuse(folder, "cannot list the folder: " + error.message(), "check the folder's permissions");
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.native() < b.native(); });
  refuse_namesakes(folder, files);
  return files;
}

}  // namespace moniker
