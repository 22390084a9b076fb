// DDI Codebook 2.5: the study, its files, and the columns of the data list, as catalogues of data archives read it.
#include <fmt/format.h>

#include "deposit/prepared_deposit.hpp"
#include "write/xml_builder.hpp"

namespace moniker::custodian {
namespace {

std::string given(const std::string& text) { return text.empty() ? "Not given" : text; }

void ddi_citation(write::XmlBuilder& xml, const DepositSettings& says) {
  xml.start("citation").start("titlStmt").element("titl", given(says.title));
  if (!says.doi.empty()) xml.start("IDNo").attribute("agency", "DOI").text(says.doi).end();
  xml.end().start("rspStmt");
  for (const std::string& creator : says.creators) xml.element("AuthEnty", creator);
  xml.end().start("prodStmt").element("software", "moniker").end();
  xml.start("distStmt").element("distrbtr", given(says.publisher));
  xml.start("distDate").attribute("date", std::to_string(says.year)).text(std::to_string(says.year)).end().end();
  xml.end();
}

void ddi_study(write::XmlBuilder& xml, const PreparedDeposit& deposit) {
  const DepositSettings& says = deposit.settings;
  xml.start("stdyDscr");
  ddi_citation(xml, says);
  xml.start("stdyInfo");
  if (!says.keywords.empty()) {
    xml.start("subject");
    for (const std::string& keyword : says.keywords) xml.element("keyword", keyword);
    xml.end();
  }
  xml.element("abstract", given(says.abstract));
  xml.start("sumDscr").element("anlyUnit", "Individual").element("dataKind", "Text: transcripts of interviews").end();
  xml.end();
  xml.start("method").start("dataColl").element("collMode", "Interview or focus group");
  xml.element(
      "cleanOps",
      "Pseudonymised by the study; for this deposit named anew, made coarser by kind of identifier, and searched "
      "once more. Words of people who did not agree to archiving are left out.");
  xml.end().end();
  xml.start("dataAccs").start("useStmt").element("restrctn", access_level(deposit.access).readers);
  xml.element("conditions", says.licence.empty()
                                ? "Readers must not try to find out who participants are."
                                : says.licence + ". Readers must not try to find out who participants are.");
  xml.end().end().end();
}

}  // namespace

std::string ddi_xml(const PreparedDeposit& deposit) {
  write::XmlBuilder xml;
  xml.start("codeBook").attribute("xmlns", "ddi:codebook:2_5").attribute("version", "2.5");
  xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  xml.attribute("xsi:schemaLocation",
                "ddi:codebook:2_5 https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd");
  xml.attribute("xml:lang", deposit.language);
  ddi_study(xml, deposit);
  const auto file = [&](const std::string& id, const std::string& name, const std::string& holds, const char* type) {
    xml.start("fileDscr").attribute("ID", id).start("fileTxt").element("fileName", name).element("fileCont", holds);
    xml.element("fileType", type).end().end();
  };
  file("data-list", "data-list.csv", "Who speaks in which transcript, and what is known of them", "text/csv");
  for (const DepositTranscript& one : deposit.transcripts) {
    std::uint64_t words = 0;
    for (const auto& [id, n] : one.words) words += n;
    file(one.name, file_of(one, deposit),
         fmt::format("{} with {}, {} of theirs", one.group ? "Focus group" : "Interview",
                     counted(one.words.size(), "participant"), counted(words, "word")),
         deposit.marks == "xml" ? "application/tei+xml" : "text/plain");
  }
  xml.start("dataDscr");
  for (const ListColumn& column : list_columns(deposit)) {
    xml.start("var").attribute("name", column.name).attribute("files", "data-list");
    xml.element("labl", column.says);
    for (const std::string& value : column.values)
      xml.start("catgry").element("catValu", value).element("labl", value).end();
    if (!column.less.empty()) xml.element("notes", "Made coarser: " + column.less);
    xml.end();
  }
  xml.end();
  xml.start("otherMat").attribute("level", "study").attribute("type", "consent wording");
  xml.element("labl", "What participants agreed to").element("txt", "documentation/consent-wording.txt").end();
  return xml.finish();
}

}  // namespace moniker::custodian
