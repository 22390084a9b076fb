#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/zip_package.hpp"
#include "read/formats/docx_styles.hpp"
#include "read/formats/xml_pull.hpp"

namespace moniker::read {

/// How many cells each row of a part's tables has, by the number of the table's element: which row is the last is known
/// only behind it.
using DocxTableShapes = std::map<std::uint64_t, std::vector<std::uint32_t>>;
DocxTableShapes read_table_shapes(const ZipPackage& package, const std::string& part);

/// The tables that are open at one place of a part, and whether what stands there is hidden by a row that is
/// (ECMA-376 part 1, 17.4.20), by a table's style, or by what that style says of some of its rows and cells (17.7.6).
class DocxTables {
 public:
  explicit DocxTables(const DocxStyles& styles, const DocxTableShapes& shapes) : styles_(styles), shapes_(shapes) {}
  void start_table(std::uint64_t element);
  void end_table();
  /// The properties of the table whose start was read last, to their end.
  void read_properties(XmlPull& xml);
  void start_row();
  void start_cell();
  void hide_row() {
    if (!open_.empty()) open_.back().row_hidden = true;
  }
  /// The properties of the cell that was begun last: how many columns it spans, and whether it goes on with the cell
  /// above it (17.4.84) or beside it (17.4.22), which is shown in its place.
  struct Merge {
    bool down = false, goes_down = false, across = false, goes_across = false;
  };
  void take_merge(std::uint32_t span, const Merge& merge);
  bool in_hidden_row() const;
  bool in_covered_cell() const;
  bool hidden_by_style() const;

 private:
  struct Open {
    std::string style{};
    std::uint32_t look = all_regions;  // those that count; all where nothing is said
    const std::vector<std::uint32_t>* shape = nullptr;
    std::uint32_t rows = 0, cells = 0;  // begun so far
    bool row_hidden = false;
    std::uint32_t column = 0, span = 0;          // of the cell
    std::vector<std::uint32_t> above{}, here{};  // columns at which cells are merged downwards
    bool across = false, covered = false;        // the cell before is merged; this one is covered
  };
  void read_look(const XmlPull& xml);
  std::uint32_t regions_of(const Open& table, const DocxTableStyle& style) const;

  const DocxStyles& styles_;
  const DocxTableShapes& shapes_;
  std::vector<Open> open_{};
};

}  // namespace moniker::read
