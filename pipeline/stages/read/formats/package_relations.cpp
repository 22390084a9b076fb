#include "read/formats/package_relations.hpp"

#include <algorithm>

#include "read/formats/xml_pull.hpp"

namespace moniker::read {
namespace {

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

std::vector<Relation> read_relations(const ZipPackage& package, const std::string& name, const std::string& folder) {
  std::vector<Relation> relations;
  if (!package.has(name)) return relations;
  const auto source = package.open(name);
  XmlPull xml(*source, "list of relationships of the document");
  while (xml.next()) {
    if (xml.event() != XmlPull::Event::start || xml.name() != "Relationship") continue;
    Relation relation{.type = xml.attribute("Type").value_or(""),
                      .target = xml.attribute("Target").value_or(""),
                      .id = xml.attribute("Id").value_or(""),
                      .external = xml.attribute("TargetMode") == "External"};
    relation.type.erase(0, relation.type.rfind('/') + 1);
    if (!relation.external) relation.target = resolve(folder, std::move(relation.target));
    relations.push_back(std::move(relation));
  }
  return relations;
}

}  // namespace

std::vector<Relation> relations_of(const ZipPackage& package, const std::string& part) {
  const std::string folder = part.substr(0, part.rfind('/') + 1);
  return read_relations(package, folder + "_rels/" + part.substr(folder.size()) + ".rels", folder);
}

std::uint64_t count_external(const ZipPackage& package) {
  std::uint64_t count = 0;
  for (const std::string& name : package.names()) {
    if (!name.ends_with(".rels")) continue;
    const auto relations = read_relations(package, name, "");
    count += static_cast<std::uint64_t>(
        std::count_if(relations.begin(), relations.end(), [](const Relation& r) { return r.external; }));
  }
  return count;
}

}  // namespace moniker::read
