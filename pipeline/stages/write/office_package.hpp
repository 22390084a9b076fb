#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace moniker::write {

/// What opens every XML part.
constexpr std::string_view xml_heading = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                                         "\n";

/// A part of an Office Open XML package (ECMA-376 part 2) and what it is: "word/styles.xml", "wordprocessingml.styles".
struct OfficePart {
  std::string path{}, type{};
};
std::string office_content_types(const std::vector<OfficePart>& parts);

/// What a part points at: "styles", "styles.xml". Relations are called rId1, rId2, ... in their order.
struct OfficeRelation {
  std::string type{}, target{};
};
std::string office_relations(const std::vector<OfficeRelation>& relations);

}  // namespace moniker::write
