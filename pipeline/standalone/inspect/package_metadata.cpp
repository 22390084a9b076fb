// Office Open XML (ECMA-376) and OpenDocument (OASIS ODF 1.3) keep the same things in different places: properties in
// parts of their own, authors at every comment and revision, pictures and objects as files. What is here is what both
// programs are known to write; names of parts are compared with those of the standards.
#include <algorithm>
#include <array>
#include <utility>

#include "base/bundle.hpp"
#include "base/zip_package.hpp"
#include "inspect/metadata.hpp"
#include "read/formats/xml_pull.hpp"

namespace moniker::inspect {
namespace {

using Names = std::pair<std::string_view, std::string_view>;

/// Properties with a text, by element: docProps/core.xml, docProps/app.xml and ODF's meta.xml.
constexpr auto properties = std::to_array<Names>({
    {"creator", "author"},
    {"initial-creator", "author"},
    {"lastModifiedBy", "last modified by"},
    {"printed-by", "printed by"},
    {"Company", "company"},
    {"Manager", "manager"},
    {"title", "title"},
    {"subject", "subject"},
    {"description", "description"},
    {"keywords", "keywords"},
    {"keyword", "keywords"},
    {"category", "category"},
    {"contentStatus", "status"},
    {"created", "created"},
    {"creation-date", "created"},
    {"modified", "modified"},
    {"date", "modified"},
    {"lastPrinted", "printed"},
    {"print-date", "printed"},
    {"Template", "template"},
    {"HyperlinkBase", "link base"},
    {"Application", "program"},
    {"generator", "program"},
    {"TotalTime", "minutes of editing"},
    {"editing-duration", "time of editing"},
    {"user-defined", "custom property"},
    {"lpwstr", "custom property"},
    {"filetime", "custom property"},
    {"i4", "custom property"},
    {"bool", "custom property"},
});

/// Things that are parts of their own, by where they lie.
constexpr auto things = std::to_array<Names>({
    {"word/media/", "picture"},
    {"xl/media/", "picture"},
    {"ppt/media/", "picture"},
    {"Pictures/", "picture"},
    {"word/embeddings/", "embedded object"},
    {"xl/embeddings/", "embedded object"},
    {"Object ", "embedded object"},
    {"ObjectReplacements/", "embedded object"},
    {"docProps/thumbnail", "thumbnail"},
    {"Thumbnails/", "thumbnail"},
    {"customXml/item", "custom XML part"},
    {"word/vbaProject", "macro"},
    {"xl/vbaProject", "macro"},
    {"Basic/", "macro"},
    {"word/afchunk", "embedded document"},
});

std::string_view named(std::span<const Names> table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Names& row) { return row.first == name; });
  return found == table.end() ? std::string_view() : found->second;
}

void read_properties(read::XmlPull& xml, MetadataList& into) {
  std::string_view kind;
  std::string name, text;
  while (xml.next()) {
    switch (xml.event()) {
      case read::XmlPull::Event::start:
        if (xml.name() == "property" || xml.name() == "user-defined") name = xml.attribute("name").value_or("");
        kind = named(properties, xml.name());
        text.clear();
        break;
      case read::XmlPull::Event::text:
        text += xml.text();
        break;
      case read::XmlPull::Event::end:
        if (kind == "custom property" && !name.empty()) text = name + " = " + text;
        if (!kind.empty()) into.add(kind, text);
        kind = {};
        break;
    }
  }
}

/// Who commented and who revised, wherever it says so; revisions by Word and by LibreOffice.
void read_authors(read::XmlPull& xml, MetadataList& into) {
  bool creator = false;
  while (xml.next()) {
    if (xml.event() == read::XmlPull::Event::start) {
      creator = xml.name() == "creator";  // of office:annotation and office:change-info
      if (xml.name() == "rsid") into.count("mark of an editing session");
      const auto author = xml.attribute("author");
      if (!author) continue;
      const bool listed = xml.name() == "person", comment = xml.name() == "comment";
      into.add(listed ? "person in the list of editors" : comment ? "comment author" : "revision author", *author);
    } else if (xml.event() == read::XmlPull::Event::text && creator) {
      into.add("comment or revision author", xml.text());
    }
  }
}

void read_links(read::XmlPull& xml, MetadataList& into) {
  while (xml.next()) {
    if (xml.event() != read::XmlPull::Event::start || xml.name() != "Relationship") continue;
    if (xml.attribute("TargetMode") == "External") into.add("link to outside", xml.attribute("Target").value_or("?"));
  }
}

void read_part(const ZipPackage& package, const std::string& name, MetadataList& into) {
  const bool is_property = name.starts_with("docProps/") || name == "meta.xml";
  const bool has_authors = name.starts_with("word/") || name == "content.xml" || name.starts_with("xl/comments") ||
                           name.starts_with("xl/threadedComments") || name.starts_with("xl/persons");
  if (!name.ends_with(".xml") && !name.ends_with(".rels")) return;
  if (!is_property && !has_authors && !name.ends_with(".rels")) return;
  try {
    const auto source = package.open(name);
    read::XmlPull xml(*source, "a part");
    if (name.ends_with(".rels"))
      read_links(xml, into);
    else if (is_property)
      read_properties(xml, into);
    else
      read_authors(xml, into);
  } catch (const Error&) {
    into.count("unreadable part");
  }
}

}  // namespace

void package_metadata(const std::filesystem::path& file, MetadataList& into) {
  const auto source = open_delivery(file);
  const ZipPackage package(*source);
  for (const std::string& name : package.names()) read_part(package, name, into);
  for (const std::string& name : package.names()) {
    if (name.ends_with('/')) continue;
    const auto thing =
        std::find_if(things.begin(), things.end(), [&](const Names& row) { return name.starts_with(row.first); });
    if (thing != things.end()) into.count(thing->second);
  }
}

}  // namespace moniker::inspect
