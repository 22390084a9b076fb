#pragma once
#include <string_view>

namespace moniker::write {

/// The unchanging parts of the smallest .docx that word processors open without repair (ECMA-376 part
/// 1, 11.3.10 and part 2): no document properties, no settings, no fonts, no revision ids, nothing that tells
/// who or when.
extern const std::string_view docx_content_types;
extern const std::string_view docx_package_relations;
extern const std::string_view docx_document_relations;
/// Normal, Title and Heading 1. The style ids are Word's own, so that NVivo offers "Heading 1" for auto
/// coding.
extern const std::string_view docx_styles;

}  // namespace moniker::write
