// The two parts that say what the others of a package are: nothing in them tells who or when.
#include "write/office_package.hpp"

#include <fmt/format.h>

namespace moniker::write {

std::string office_content_types(const std::vector<OfficePart>& parts) {
  std::string xml =
      std::string(xml_heading) +
      R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>)";
  for (const OfficePart& part : parts)
    xml +=
        fmt::format(R"(<Override PartName="/{}" ContentType="application/vnd.openxmlformats-officedocument.{}+xml"/>)",
                    part.path, part.type);
  return xml + "</Types>\n";
}

std::string office_relations(const std::vector<OfficeRelation>& relations) {
  std::string xml = std::string(xml_heading) +
                    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
  for (std::size_t i = 0; i < relations.size(); ++i)
    xml += fmt::format(
        R"(<Relationship Id="rId{}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/>)",
        i + 1, relations[i].type, relations[i].target);
  return xml + "</Relationships>\n";
}

}  // namespace moniker::write
