#pragma once
#include <set>
#include <string>

#include "base/zip_package.hpp"
#include "read/formats/docx_parts.hpp"

namespace moniker::read {

/// Styles by id, each with what it has from those it is based on: which make text bold, which hide it, and which are
/// a speaker's or a heading's.
struct DocxStyles {
  std::set<std::string> known{}, bold{}, hidden{}, heading{};
  std::string paragraph{}, run{}, table{};  // what counts where none is named, or one that is not there
  bool hidden_by_default = false;           // what has no style at all

  bool hides_paragraph(const std::string& id) const {
    const std::string& counts = known.contains(id) ? id : paragraph;
    return known.contains(counts) ? hidden.contains(counts) : hidden_by_default;
  }
  bool hides_run(const std::string& id) const { return hidden.contains(known.contains(id) ? id : run); }
  bool hides_table(const std::string& id) const { return hidden.contains(known.contains(id) ? id : table); }
};
DocxStyles read_docx_styles(const ZipPackage& package, const DocxParts& parts);

}  // namespace moniker::read
