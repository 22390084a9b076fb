#include "run/transcripts.hpp"

#include "base/byte_source.hpp"

namespace moniker {

std::vector<Delivered> delivered(const OpenedStudy& study) {
  std::vector<Delivered> list;
  for (const auto& path : delivered_files(study.layout)) {
    Delivered item{.file = path.filename().string()};
    if (study.options.shard && !study.shard_files.contains(file_key(study, item.file))) continue;
    std::error_code ignored;
    item.bytes = std::filesystem::file_size(path, ignored);
    list.push_back(std::move(item));
  }
  return list;
}

Digest digest_of_file(const std::filesystem::path& file) {
  FileSource source(file);
  Hasher hasher;
  std::string buffer(64 * 1024, '\0');
  while (const std::size_t n = source.read(buffer)) hasher.take(std::string_view(buffer).substr(0, n));
  return hasher.finish();
}

}  // namespace moniker
