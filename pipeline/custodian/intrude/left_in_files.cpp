// What files hold beside the talk: properties, comments, titles, names of authors. A finished output should hold none
// of it; this reads them as somebody would who unpacks them.
#include <algorithm>

#include "base/byte_source.hpp"
#include "base/zip_package.hpp"
#include "intrude/gather.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_part = std::size_t{1} << 26;
constexpr std::string_view telling_attributes[] = {"author",  "initials", "title", "descr",
                                                   "creator", "target",   "href",  "alt"};

std::string bytes_of(ByteSource& source) {
  std::string bytes;
  char buffer[16384];
  while (const std::size_t size = source.read(buffer)) {
    if (bytes.size() + size > longest_part) break;
    bytes.append(buffer, size);
  }
  return bytes;
}

bool is_marked_up(std::string_view bytes) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != bytes.npos && bytes[first] == '<';
}

/// "w:author" is author.
bool tells_of_people(std::string_view attribute) {
  const std::size_t colon = attribute.rfind(':');
  if (colon != attribute.npos) attribute.remove_prefix(colon + 1);
  return std::find(std::begin(telling_attributes), std::end(telling_attributes), attribute) !=
         std::end(telling_attributes);
}

void add_attributes_of(std::string_view tag, std::string& told) {
  for (std::size_t at = 0; (at = tag.find("=\"", at)) != tag.npos;) {
    const std::size_t end = std::min(tag.find('"', at + 2), tag.size());
    const std::size_t blank = tag.find_last_of(" \t\r\n", at);
    const std::size_t begin = blank == tag.npos ? 0 : blank + 1;
    if (tells_of_people(tag.substr(begin, at - begin))) told.append("\n").append(tag.substr(at + 2, end - at - 2));
    at = std::min(end + 1, tag.size());
  }
}

/// A tag that parts words: all but those within a line.
bool parts_lines(std::string_view tag) {
  const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/", 1));
  constexpr std::string_view within[] = {"w:t", "/w:t", "w:r", "/w:r", "w:rPr", "/w:rPr", "text:span", "/text:span",
                                         "b",   "/b",   "i",   "/i",   "span",  "/span",  "em",        "/em"};
  return std::find(std::begin(within), std::end(within), name) == std::end(within);
}

std::string without_tags(std::string_view bytes) {
  std::string text, told;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t open = std::min(bytes.find('<', at), bytes.size());
    text.append(bytes.substr(at, open - at));
    if (open == bytes.size()) break;
    const std::size_t close = std::min(bytes.find('>', open), bytes.size());
    const std::string_view tag = bytes.substr(open + 1, close - open - 1);
    add_attributes_of(tag, told);
    if (parts_lines(tag)) text += '\n';
    at = close + 1;
  }
  return text + told;
}

}  // namespace

std::vector<intruder::SeenPart> parts_of(const std::string& name, const std::string& transcript, std::string bytes) {
  std::vector<intruder::SeenPart> parts;
  const auto add = [&](std::string part, const std::string& text) {
    parts.push_back({transcript, std::move(part), is_marked_up(text) ? without_tags(text) : text});
  };
  if (!bytes.starts_with("PK\x03\x04")) {
    add(name, bytes);
    return parts;
  }
  MemorySource source(std::move(bytes));
  const ZipPackage package(source);
  std::string names;
  for (const std::string& member : package.names()) {
    names += member + "\n";
    add(name + ", " + member, bytes_of(*package.open(member)));
  }
  add(name + ", names of its members", names);
  return parts;
}

}  // namespace moniker::custodian
