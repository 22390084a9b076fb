// The package of a Word document: ECMA-376 part 2 (relationships) and part 1, 11.3 (which parts there are).
#include "read/docx_parts.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "moniker/error.hpp"
#include "read/xml_pull.hpp"

namespace moniker {
namespace {

struct Relation {
  std::string type{}, target{};  // the last step of the type's name: "header", "officeDocument"
  bool external = false;
};

std::vector<Relation> read_relations(const ZipPackage& package, const std::string& name) {
  std::vector<Relation> relations;
  if (!package.has(name)) return relations;
  const auto source = package.open(name);
  XmlPull xml(*source, "list of relationships of the .docx");
  while (xml.next()) {
    if (xml.event() != XmlPull::Event::start || xml.name() != "Relationship") continue;
    std::string type = xml.attribute("Type").value_or("");
    type.erase(0, type.rfind('/') + 1);
    relations.push_back(
        {std::move(type), xml.attribute("Target").value_or(""), xml.attribute("TargetMode") == "External"});
  }
  return relations;
}

/// `target` as seen from the folder that holds the relationship's owner.
std::string resolve(std::string folder, std::string target) {
  if (target.starts_with('/')) return target.substr(1);
  while (target.starts_with("../")) {
    target.erase(0, 3);
    folder.erase(folder.find_last_of('/', folder.size() < 2 ? 0 : folder.size() - 2) + 1);
  }
  if (target.starts_with("./")) target.erase(0, 2);
  return folder + target;
}

std::string folder_of(const std::string& name) { return name.substr(0, name.rfind('/') + 1); }

/// The document's text; empty where the package has none.
std::string main_part(const ZipPackage& package) {
  constexpr std::string_view usual = "word/document.xml";
  for (const Relation& relation : read_relations(package, "_rels/.rels")) {
    if (relation.type != "officeDocument") continue;
    const std::string main = resolve("", relation.target);
    const bool other =
        main.find("workbook") != std::string::npos || main.find("presentation") != std::string::npos;
    if (package.has(main)) return other ? std::string() : main;
  }
  return package.has(std::string(usual)) ? std::string(usual) : std::string();
}

bool is_off(const std::optional<std::string>& value) {
  return value == "0" || value == "false" || value == "off" || value == "none";
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
  const std::string folder = folder_of(parts.main);
  const auto relations =
      read_relations(package, folder + "_rels/" + parts.main.substr(folder.size()) + ".rels");
  for (const Kind& kind : kinds) {
    for (const Relation& relation : relations) {
      const std::string name = resolve(folder, relation.target);
      if (!relation.external && relation.type == kind.type && package.has(name))
        parts.side.push_back({name, kind.part});
    }
  }
  for (const Relation& relation : relations) {
    const std::string name = resolve(folder, relation.target);
    if (relation.type == "styles" && !relation.external && package.has(name)) parts.styles = name;
  }
  return parts;
}

DocxStyles read_docx_styles(const ZipPackage& package, const DocxParts& parts) {
  DocxStyles styles;
  if (parts.styles.empty()) return styles;
  const auto source = package.open(parts.styles);
  XmlPull xml(*source, "style sheet of the .docx");
  std::string id;
  while (xml.next()) {
    if (xml.event() != XmlPull::Event::start || xml.space() != XmlSpace::word) continue;
    const std::string_view name = xml.name();
    if (name == "style") {
      id = xml.attribute("styleId").value_or("");
    } else if (name == "docDefaults" || name == "latentStyles" || name == "tblStylePr") {
      xml.skip();
    } else if (name == "name") {
      const std::string called = fold(xml.attribute("val").value_or(""));
      if (called.starts_with("heading") || called.find("speaker") != std::string::npos)
        styles.heading.insert(id);
    } else if (name == "basedOn") {
      const std::string base = xml.attribute("val").value_or("");
      for (auto* set : {&styles.bold, &styles.hidden, &styles.heading}) {
        if (set->contains(base)) set->insert(id);
      }
    } else if (name == "b" || name == "vanish") {
      auto& set = name == "b" ? styles.bold : styles.hidden;
      if (is_off(xml.attribute("val")))
        set.erase(id);
      else
        set.insert(id);
    }
  }
  return styles;
}

namespace {

std::uint64_t count_external(const ZipPackage& package) {
  std::uint64_t count = 0;
  for (const std::string& name : package.names()) {
    if (!name.ends_with(".rels")) continue;
    const auto relations = read_relations(package, name);
    count += static_cast<std::uint64_t>(
        std::count_if(relations.begin(), relations.end(), [](const Relation& r) { return r.external; }));
  }
  return count;
}

/// Properties with words in them that name people, places or the study.
std::uint64_t count_properties(const ZipPackage& package) {
  constexpr std::string_view telling[] = {"creator",     "lastModifiedBy", "title",    "subject",
                                          "description", "keywords",       "category", "Company",
                                          "Manager",     "HyperlinkBase"};
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

void report_docx_cargo(const ZipPackage& package, const Sink<Issue>& issues) {
  std::uint64_t pictures = 0, objects = 0;
  for (const std::string& name : package.names()) {
    if (name.ends_with('/')) continue;
    pictures += name.find("/media/") != std::string::npos || name.starts_with("docProps/thumbnail");
    objects += name.find("/embeddings/") != std::string::npos ||
               name.find("/activeX/") != std::string::npos || name.find("/afchunk") != std::string::npos ||
               name.find("/charts/") != std::string::npos || name.find("/diagrams/") != std::string::npos ||
               name.ends_with("vbaProject.bin");
  }
  const auto tell = [&](IssueCode code, std::uint64_t count) {
    if (count > 0) issues({code, {}, count});
  };
  tell(IssueCode::docx_pictures, pictures);
  tell(IssueCode::docx_embedded_objects, objects);
  tell(IssueCode::docx_external_links, count_external(package));
  tell(IssueCode::docx_author_metadata, count_properties(package));
}

}  // namespace moniker
