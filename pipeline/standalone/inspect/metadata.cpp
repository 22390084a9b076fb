// What formats tell beside their talk. One more is one file, its function here and its row below.
#include "inspect/metadata.hpp"

#include <algorithm>

#include "base/bundle.hpp"

namespace moniker::inspect {

ReadMetadata package_metadata;
ReadMetadata caption_metadata;
ReadMetadata annotation_metadata;
ReadMetadata rich_text_metadata;
ReadMetadata pdf_metadata;

namespace {

struct Keeper {
  std::string_view format;
  ReadMetadata* read;
};

// Formats that are not here keep none.
constexpr Keeper table[] = {
    {"docx", package_metadata},   {"odt", package_metadata},   {"xlsx", package_metadata}, {"vtt", caption_metadata},
    {"eaf", annotation_metadata}, {"rtf", rich_text_metadata}, {"pdf", pdf_metadata},
};

/// A package that no reader takes (a presentation, a broken document) tells as much as one that is taken.
bool is_package(const std::filesystem::path& file) {
  const auto source = open_delivery(file);
  char head[4];
  return source->read(head) == 4 && std::string_view(head, 4) == "PK\x03\x04";
}

}  // namespace

Metadatum& MetadataList::of(std::string_view kind) {
  const auto found = std::find_if(list_.begin(), list_.end(), [&](const Metadatum& m) { return m.kind == kind; });
  if (found != list_.end()) return *found;
  return list_.emplace_back(Metadatum{.kind = std::string(kind)});
}

void MetadataList::add(std::string_view kind, std::string_view value) {
  constexpr std::size_t most_values = 20;
  const auto begin = value.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return;
  value = value.substr(begin, value.find_last_not_of(" \t\r\n") + 1 - begin);
  Metadatum& datum = of(kind);
  ++datum.count;
  if (datum.values.size() < most_values &&
      std::find(datum.values.begin(), datum.values.end(), value) == datum.values.end()) {
    datum.values.emplace_back(value);
  }
}

std::vector<std::string_view> formats_with_metadata() {
  std::vector<std::string_view> formats;
  for (const Keeper& keeper : table) formats.push_back(keeper.format);
  return formats;
}

std::vector<Metadatum> metadata_of(std::string_view format, const std::filesystem::path& file) {
  MetadataList list;
  try {
    const auto keeper =
        std::find_if(std::begin(table), std::end(table), [&](const Keeper& k) { return k.format == format; });
    if (keeper != std::end(table))
      keeper->read(file, list);
    else if (format.empty() && is_package(file))
      package_metadata(file, list);
  } catch (const Error&) {
    list.count("unreadable part");
  }
  return list.take();
}

}  // namespace moniker::inspect
