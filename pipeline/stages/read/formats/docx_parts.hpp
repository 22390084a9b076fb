#pragma once
#include <string>
#include <vector>

#include "base/zip_package.hpp"
#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "moniker/utterance.hpp"

namespace moniker::read {

/// A part of the document beside its main text that holds words.
struct DocxSidePart {
  std::string name{};  // in the archive
  Part part{};
};

/// What the package's relationships say. `main` is the document's text; the others follow in the order
/// footnotes, endnotes, comments, headers, footers.
struct DocxParts {
  std::string main{}, styles{};  // `styles` is empty where there are none
  std::vector<DocxSidePart> side{};
};
bool is_docx(const ZipPackage& package);
/// Of a package that is one.
DocxParts find_docx_parts(const ZipPackage& package);

/// Reports what travels in the package beside its words: pictures, embedded objects and macros, links to
/// outside, and properties that name authors, companies or titles. Counts only.
void report_docx_cargo(const ZipPackage& package, const Sink<Issue>& issues);

}  // namespace moniker::read
