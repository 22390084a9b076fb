#include "opened/transcripts.hpp"

#include "base/bundle.hpp"
#include "opened/study_keys.hpp"

namespace moniker::study {

std::vector<Delivered> delivered(const StudyLayout& layout, const Secret<32>& registry_key, const ShardFiles& shard) {
  std::vector<Delivered> list;
  for (const auto& path : delivered_files(layout)) {
    Delivered item{.file = path.filename().string(), .place = path};
    item.key = file_key(registry_key, item.file);
    if (shard && !shard->contains(item.key)) continue;
    item.bytes = delivery_bytes(path);
    list.push_back(std::move(item));
  }
  return list;
}

Digest digest_of_file(const std::filesystem::path& file) {
  const auto source = open_delivery(file);
  Hasher hasher;
  std::string buffer(64 * 1024, '\0');
  while (const std::size_t n = source->read(buffer)) hasher.take(std::string_view(buffer).substr(0, n));
  return hasher.finish();
}

}  // namespace moniker::study
