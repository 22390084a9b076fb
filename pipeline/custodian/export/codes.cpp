#include "export/codes.hpp"

#include <map>
#include <set>

#include "export/guid.hpp"

namespace moniker::custodian {
namespace {

constexpr std::string_view speakers_root = "Speakers", marks_root = "Replaced";

void write_code(write::XmlBuilder& xml, const ExportedCode& code, const std::string& space) {
  xml.start("Code").attribute("guid", guid_of(space, "code", code.path)).attribute("name", code.name);
  xml.attribute("isCodable", code.codable ? "true" : "false");
  if (!code.says.empty()) xml.element("Description", code.says);
  for (const ExportedCode& child : code.children) write_code(xml, child, space);
  xml.end();
}

void write_members(write::XmlBuilder& xml, const ExportedCode& code, const std::string& space) {
  if (code.codable) xml.start("MemberCode").attribute("guid", guid_of(space, "code", code.path)).end();
  for (const ExportedCode& child : code.children) write_members(xml, child, space);
}

}  // namespace

std::string path_of_speaker(const std::string& speaker) { return std::string(speakers_root) + "/" + speaker; }

std::string path_of_mark(const ExportedMark& mark) {
  return std::string(marks_root) + "/" + mark.label + (mark.subtype.empty() ? "" : "/" + mark.subtype);
}

std::vector<ExportedCode> codes_of(const ExportedStudy& study) {
  std::set<std::string> speakers;
  std::map<std::string, std::set<std::string>> labels;
  for (const ExportedTranscript& transcript : study.transcripts) {
    for (const std::string& speaker : speakers_of(transcript)) speakers.insert(speaker);
    for (const ExportedTurn& turn : transcript.turns) {
      for (const ExportedMark& mark : turn.marks) {
        auto& subtypes = labels[mark.label];
        if (!mark.subtype.empty()) subtypes.insert(mark.subtype);
      }
    }
  }
  std::vector<ExportedCode> codes;
  if (!speakers.empty()) {
    ExportedCode root{.path = std::string(speakers_root), .name = std::string(speakers_root), .says = "who speaks"};
    for (const std::string& speaker : speakers)
      root.children.push_back({.path = path_of_speaker(speaker), .name = speaker, .codable = true});
    codes.push_back(std::move(root));
  }
  if (!labels.empty()) {
    ExportedCode root{.path = std::string(marks_root),
                      .name = std::string(marks_root),
                      .says = "words that stand for others, which would have told who somebody is"};
    for (const auto& [label, subtypes] : labels) {
      ExportedCode code{.path = path_of_mark({.label = label}), .name = label, .codable = true};
      for (const std::string& subtype : subtypes)
        code.children.push_back(
            {.path = path_of_mark({.label = label, .subtype = subtype}), .name = subtype, .codable = true});
      root.children.push_back(std::move(code));
    }
    codes.push_back(std::move(root));
  }
  return codes;
}

void write_codes(write::XmlBuilder& xml, const std::vector<ExportedCode>& codes, const std::string& space) {
  xml.start("Codes");
  for (const ExportedCode& code : codes) write_code(xml, code, space);
  xml.end();
}

std::string refi_codebook(const ExportedStudy& study) {
  write::XmlBuilder xml;
  xml.start("CodeBook").attribute("xmlns", "urn:QDA-XML:codebook:1.0").attribute("origin", "moniker");
  const auto codes = codes_of(study);
  write_codes(xml, codes, study.space);
  xml.start("Sets");  // may be left out, but not every reader knows that
  for (const ExportedCode& root : codes) {
    xml.start("Set").attribute("guid", guid_of(study.space, "code set", root.path)).attribute("name", root.name);
    write_members(xml, root, study.space);
    xml.end();
  }
  return xml.finish();
}

}  // namespace moniker::custodian
