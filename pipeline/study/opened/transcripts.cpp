#include "opened/transcripts.hpp"

#include "base/bundle.hpp"
#include "moniker/error.hpp"
#include "opened/study_keys.hpp"

namespace moniker::study {

std::vector<Delivered> delivered(const StudyLayout& layout, const Secret<32>& registry_key, const ShardFiles& shard) {
  std::vector<Delivered> list;
  std::size_t number = 0;
  for (DeliveryEntry& entry : list_deliveries(layout).entries) {
    Delivered item{
        .file = std::move(entry.name), .place = std::move(entry.place), .odd = entry.odd, .number = number++};
    item.key = file_key(registry_key, item.file);
    if (shard && !shard->contains(item.key)) continue;
    std::error_code gone;
    if (!item.odd) item.bytes = entry.in_bundle ? delivery_bytes(item.place) : file_size(item.place, gone);
    if (gone) item.bytes = 0;
    list.push_back(std::move(item));
  }
  return list;
}

std::string shown_name_of(const Delivered& delivery, const Register& people) {
  return shown_name_of(delivery, DisplayNames(people));
}

std::string shown_name_of(const Delivered& delivery, const DisplayNames& names) {
  const bool odd_name = delivery.odd && delivery.odd->code == IssueCode::file_name_broken;
  return names.delivery(delivery.file, odd_name, delivery.number);
}

std::optional<Digest> content_of(const Delivered& delivery) {
  if (delivery.odd) return std::nullopt;
  try {
    return digest_of_file(delivery.place);
  } catch (const Error&) {
    return std::nullopt;
  }
}

}  // namespace moniker::study
