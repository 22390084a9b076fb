// DataCite's metadata schema 4: what a DOI is registered with. What nobody said is told by DataCite's words for it
// (appendix 3 of its documentation): :tba, :unav.
#include "deposit/prepared_deposit.hpp"
#include "write/xml_builder.hpp"

namespace moniker::custodian {
namespace {

std::string_view or_unavailable(const std::string& text) { return text.empty() ? std::string_view(":unav") : text; }

}  // namespace

std::string datacite_xml(const PreparedDeposit& deposit) {
  const DepositSettings& says = deposit.settings;
  const AccessLevel& level = access_level(deposit.access);
  write::XmlBuilder xml;
  xml.start("resource").attribute("xmlns", "http://datacite.org/schema/kernel-4");
  xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  xml.attribute("xsi:schemaLocation",
                "http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.5/metadata.xsd");
  xml.start("identifier").attribute("identifierType", "DOI").text(says.doi.empty() ? ":tba" : says.doi).end();
  xml.start("creators");
  for (const std::string& creator : says.creators.empty() ? std::vector<std::string>{":unav"} : says.creators)
    xml.start("creator").element("creatorName", creator).end();
  xml.end();
  xml.start("titles").element("title", or_unavailable(says.title)).end();
  xml.element("publisher", or_unavailable(says.publisher));
  xml.element("publicationYear", std::to_string(says.year));
  xml.start("resourceType").attribute("resourceTypeGeneral", "Dataset").text("Interview transcripts").end();
  if (!says.keywords.empty()) {
    xml.start("subjects");
    for (const std::string& keyword : says.keywords) xml.element("subject", keyword);
    xml.end();
  }
  xml.element("language", deposit.language);
  xml.start("formats");
  for (const char* format : {deposit.marks == "xml" ? "application/tei+xml" : "text/plain", "text/csv"})
    xml.element("format", format);
  xml.end();
  xml.start("rightsList");
  if (!says.licence.empty()) xml.element("rights", says.licence);
  xml.start("rights").attribute("rightsURI", level.rights_address).text(level.rights).end().end();
  xml.start("descriptions");
  xml.start("description").attribute("descriptionType", "Abstract").text(or_unavailable(says.abstract)).end();
  xml.start("description").attribute("descriptionType", "Methods");
  xml.text("Transcripts of those alone who agreed to archiving; pseudonymised, and made coarser for this deposit.")
      .end();
  xml.end();
  return xml.finish();
}

}  // namespace moniker::custodian
