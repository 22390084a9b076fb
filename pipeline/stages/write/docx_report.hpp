#pragma once
#include <string>
#include <variant>
#include <vector>

namespace moniker::write {

/// What a page for people is made of, from its top.
struct ReportHeading {
  std::string text{};
};
struct ReportParagraph {
  std::string text{};
};
/// The first row is the heading, and comes again on every page. Rows have as many cells as it has.
struct ReportTable {
  std::vector<std::vector<std::string>> rows{};
};
using ReportBlock = std::variant<ReportHeading, ReportParagraph, ReportTable>;

/// A Word document of them. The same blocks give the same bytes.
std::string docx_report(const std::string& title, const std::vector<ReportBlock>& blocks);

/// The same as Markdown: pipes round cells, and nothing that a cell holds is markup.
std::string markdown_report(const std::string& title, const std::vector<ReportBlock>& blocks);

}  // namespace moniker::write
