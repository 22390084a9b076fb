#pragma once
#include <optional>
#include <string>

#include "project/project_texts.hpp"
#include "steps/rewriter.hpp"

namespace moniker::study {

/// A source's Word document, kept in place as `write: [docx: preserve]` keeps one (docs/docx-preserve.md). Nothing
/// where it is none, cannot be kept and proved, or does not say, rewritten, exactly what the source's text says now:
/// `letters` of that.
std::optional<std::string> formatted_text(const ApplyShared& shared, ProjectSearch& search,
                                          const detect::DecidedWords& decided, const std::string& file,
                                          const std::string& document, const std::string& letters);

}  // namespace moniker::study
