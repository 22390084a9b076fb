#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/zip_package.hpp"
#include "read/formats/docx_parts.hpp"

namespace moniker::read {

/// The parts of a table that its style may say something of, those first that count last (17.7.6.6).
enum class DocxRegion : unsigned {
  whole,
  odd_columns,
  even_columns,
  odd_rows,
  even_rows,
  first_row,
  last_row,
  first_column,
  last_column,
  north_west,
  north_east,
  south_west,
  south_east
};
inline constexpr unsigned docx_regions = 13;
inline constexpr std::uint32_t all_regions = (1U << docx_regions) - 1;

/// What a table's style says of its parts.
struct DocxTableStyle {
  std::array<std::optional<bool>, docx_regions> hidden{};  // of their words
  std::uint32_t rows_hidden = 0;                           // regions whose rows are not shown
  std::uint32_t row_band = 1, column_band = 1;             // rows and columns of one band
};

/// Styles by id, each with what it has from those it is based on: which make text bold, which hide it, and which are
/// a speaker's or a heading's.
struct DocxStyles {
  std::set<std::string> known{}, bold{}, hidden{}, heading{};
  std::map<std::string, DocxTableStyle> tables{};  // those that hide some of their parts
  std::string paragraph{}, run{}, table{};         // what counts where none is named, or one that is not there
  bool hidden_by_default = false;                  // what has no style at all

  bool hides_paragraph(const std::string& id) const {
    const std::string& counts = known.contains(id) ? id : paragraph;
    return known.contains(counts) ? hidden.contains(counts) : hidden_by_default;
  }
  bool hides_run(const std::string& id) const { return hidden.contains(known.contains(id) ? id : run); }
  const DocxTableStyle* regions_of_table(const std::string& id) const {
    const auto found = tables.find(known.contains(id) ? id : table);
    return found == tables.end() ? nullptr : &found->second;
  }
  bool hides_table(const std::string& id) const { return hidden.contains(known.contains(id) ? id : table); }
};
DocxStyles read_docx_styles(const ZipPackage& package, const DocxParts& parts);

}  // namespace moniker::read
