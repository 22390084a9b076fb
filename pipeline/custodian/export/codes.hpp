#pragma once
#include <string>
#include <vector>

#include "outputs/exported_study.hpp"
#include "write/xml_builder.hpp"

namespace moniker::custodian {

/// A code of the study's codebook: who speaks, and what stands for something, by label and subtype.
struct ExportedCode {
  std::string path{};  // "Speakers", "Speakers/ID04", "Replaced/ORG/ward": also what its GUID is made from
  std::string name{}, says{};
  bool codable = false;
  std::vector<ExportedCode> children{};
};
std::vector<ExportedCode> codes_of(const ExportedStudy& study);

std::string path_of_speaker(const std::string& speaker);
std::string path_of_mark(const ExportedMark& mark);

/// <Codes> of a project and of a codebook are written alike.
void write_codes(write::XmlBuilder& xml, const std::vector<ExportedCode>& codes, const std::string& space);

/// The codebook alone (.qdc, urn:QDA-XML:codebook:1.0).
std::string refi_codebook(const ExportedStudy& study);

}  // namespace moniker::custodian
