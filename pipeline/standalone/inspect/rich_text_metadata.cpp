// Rich text keeps a document's properties in its \info group, and who changed or commented what beside the
// text (Rich Text Format specification 1.9.1, "Information group", "Track changes", "Comments
// (annotations)").
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/bundle.hpp"
#include "inspect/metadata.hpp"
#include "read/formats/rtf_tokens.hpp"
#include "read/turns/code_page.hpp"

namespace moniker::inspect {
namespace {

constexpr auto kinds = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"author", "author"},
    {"operator", "last modified by"},
    {"manager", "manager"},
    {"company", "company"},
    {"title", "title"},
    {"subject", "subject"},
    {"keywords", "keywords"},
    {"doccomm", "description"},
    {"hlinkbase", "linked folder"},
    {"generator", "program"},
    {"revtbl", "revision author"},
    {"atnauthor", "comment author"},
    {"bkmkstart", "bookmark"},
    {"template", "template"},
});

struct Group {
  std::string_view kind{};
  std::string value{};
};

/// Values are read as the document's usual code page has them.
void close(std::vector<Group>& groups, read::CodePages& pages, MetadataList& into) {
  Group group = std::move(groups.back());
  groups.pop_back();
  while (group.value.ends_with(';')) group.value.pop_back();
  if (group.kind.empty() || group.value.empty() || group.value == "Unknown") return;  // the first of every \revtbl
  into.add(group.kind, pages.decode(1252, group.value).value_or(std::string()));
}

}  // namespace

void rich_text_metadata(const std::filesystem::path& file, MetadataList& into) {
  constexpr std::size_t longest = 1000, deepest = 1000;
  const auto source = open_delivery(file);
  read::RtfTokens tokens(*source);
  read::CodePages pages;
  std::vector<Group> groups;
  for (read::RtfToken token = tokens.next(); token.kind != read::RtfToken::Kind::end; token = tokens.next()) {
    if (token.kind == read::RtfToken::Kind::open) {
      if (groups.size() == deepest) return;
      groups.push_back({.kind = groups.empty() ? std::string_view() : groups.back().kind});
    } else if (token.kind == read::RtfToken::Kind::close) {
      if (!groups.empty()) close(groups, pages, into);
    } else if (groups.empty()) {
      continue;
    } else if (token.kind == read::RtfToken::Kind::control) {
      const auto row = std::find_if(kinds.begin(), kinds.end(), [&](const auto& k) { return k.first == token.bytes; });
      if (row != kinds.end()) groups.back().kind = row->second;
      if (token.bytes == "pict") into.count("picture");
      if (token.bytes == "objdata") into.count("embedded object");
    } else if (token.kind == read::RtfToken::Kind::text && !groups.back().kind.empty() &&
               groups.back().value.size() < longest) {
      groups.back().value += token.bytes;
    }
  }
}

}  // namespace moniker::inspect
