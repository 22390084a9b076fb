// The package of a Word document: ECMA-376 part 2 (relationships) and part 1, 11.3 (which parts there are).
#include "read/formats/docx_parts.hpp"

#include <algorithm>
#include <set>

#include "read/formats/package_relations.hpp"
#include "read/formats/xml_pull.hpp"

namespace moniker::read {
namespace {

/// The document's text; empty where the package has none.
std::string main_part(const ZipPackage& package) {
  constexpr std::string_view usual = "word/document.xml";
  for (const Relation& relation : relations_of(package, "")) {
    if (relation.type != "officeDocument") continue;
    const std::string& main = relation.target;
    const bool other = main.find("workbook") != std::string::npos || main.find("presentation") != std::string::npos;
    if (package.has(main)) return other ? std::string() : main;
  }
  return package.has(std::string(usual)) ? std::string(usual) : std::string();
}

}  // namespace

bool is_docx(const ZipPackage& package) { return !main_part(package).empty(); }

DocxParts find_docx_parts(const ZipPackage& package) {
  DocxParts parts{.main = main_part(package)};
  struct Kind {
    std::string_view type;
    Part part;
  };
  constexpr Kind kinds[] = {{"footnotes", Part::footnote},
                            {"endnotes", Part::footnote},
                            {"comments", Part::comment},
                            {"header", Part::header},
                            {"footer", Part::footer}};
  const auto relations = relations_of(package, parts.main);
  for (const Kind& kind : kinds) {
    for (const Relation& relation : relations) {
      if (!relation.external && relation.type == kind.type && package.has(relation.target))
        parts.side.push_back({relation.target, kind.part});
    }
  }
  for (const Relation& relation : relations) {
    if (relation.type == "styles" && !relation.external && package.has(relation.target)) parts.styles = relation.target;
  }
  return parts;
}

namespace {

/// Properties with words in them that name people, places or the study.
std::uint64_t count_properties(const ZipPackage& package) {
  constexpr std::string_view telling[] = {"creator",  "lastModifiedBy", "title",   "subject", "description",
                                          "keywords", "category",       "Company", "Manager", "HyperlinkBase"};
  std::uint64_t count = 0;
  for (const std::string& name : package.names()) {
    if (!name.starts_with("docProps/") || !name.ends_with(".xml")) continue;
    const auto source = package.open(name);
    XmlPull xml(*source, "list of properties of the .docx");
    bool inside = false;
    while (xml.next()) {
      if (xml.event() == XmlPull::Event::start) {
        inside = std::find(std::begin(telling), std::end(telling), xml.name()) != std::end(telling);
        count += xml.name() == "property";  // custom.xml: whatever somebody added
      } else if (xml.event() == XmlPull::Event::text && inside) {
        count += xml.text().find_first_not_of(" \t\r\n") != std::string_view::npos;
        inside = false;
      } else {
        inside = false;
      }
    }
  }
  return count;
}

}  // namespace

namespace {

bool holds_object(std::string_view name) {
  return name.find("/embeddings/") != std::string::npos || name.find("/activeX/") != std::string::npos ||
         name.find("/charts/") != std::string::npos || name.find("/diagrams/data") != std::string::npos ||
         name.find("/pivotCacheDefinition") != std::string::npos || name.ends_with("vbaProject.bin");
}

/// By what they are called, and by what they are to the parts that hold them, whatever they are called.
void find_cargo(const ZipPackage& package, std::set<std::string>& pictures, std::set<std::string>& objects) {
  constexpr std::string_view of_pictures[] = {"image", "thumbnail"};
  constexpr std::string_view of_objects[] = {"oleObject", "package", "control", "chart", "diagramData", "vbaProject"};
  const auto among = [](std::string_view type, auto&& types) {
    return std::find(std::begin(types), std::end(types), type) != std::end(types);
  };
  std::set<std::string> chunks;  // told where they stand
  for (const std::string& part : package.names()) {
    for (const Relation& relation : relations_of(package, part)) {
      if (relation.external || !package.has(relation.target)) continue;
      if (relation.type == "aFChunk") chunks.insert(relation.target);
      if (among(relation.type, of_pictures)) pictures.insert(relation.target);
      if (among(relation.type, of_objects)) objects.insert(relation.target);
    }
  }
  for (const std::string& name : package.names()) {
    if (name.ends_with('/') || name.ends_with(".rels")) continue;
    if (name.find("/media/") != std::string::npos || name.starts_with("docProps/thumbnail")) pictures.insert(name);
    if (holds_object(name)) objects.insert(name);
  }
  for (const std::string& chunk : chunks) objects.erase(chunk);
}

}  // namespace

void report_docx_cargo(const ZipPackage& package, const Sink<Issue>& issues) {
  std::set<std::string> pictures, objects;
  find_cargo(package, pictures, objects);
  const auto tell = [&](IssueCode code, std::uint64_t count) {
    if (count > 0) issues({code, {}, count});
  };
  tell(IssueCode::document_pictures, pictures.size());
  tell(IssueCode::document_embedded_objects, objects.size());
  tell(IssueCode::document_external_links, count_external(package));
  tell(IssueCode::document_author_metadata, count_properties(package));
}

}  // namespace moniker::read
