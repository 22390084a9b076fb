#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "disclosure/release.hpp"

namespace moniker::custodian {

/// What is printed in a cell; nothing where it is held back.
struct SheetCell {
  std::optional<std::int64_t> n{};
  std::optional<std::int64_t> percent{};
  bool empty = false;  // there is no such table
};
struct SheetRow {
  std::string characteristic{}, value{};  // a value is of the characteristic above it; without one: everybody
  std::vector<SheetCell> cells{};
};

/// A table of people as it is printed: rows are values, columns groups of people, the last all of them.
struct Sheet {
  std::string caption{};
  std::vector<std::string> groups{};
  std::vector<SheetRow> rows{};  // the first is everybody
  std::vector<std::string> notes{};
  bool holds_back() const;
};

/// What the counts are that may be printed, of every cell of a release; nothing where it is held back.
using Printable = std::map<disclosure::Cell, std::optional<std::int64_t>>;
Printable printable(const disclosure::Release& release);

/// The columns one below the other, those of `by` side by side.
Sheet sheet_of(const disclosure::People& people, const Printable& counts, const std::vector<std::size_t>& columns,
               std::optional<std::size_t> by);

/// "Twelve people took part: eight women and four men. By region they were Leeds (n = 7) and ..."
std::string sentence_of(const disclosure::People& people, const Printable& counts,
                        const std::vector<std::size_t>& columns, bool about);

/// A value as it is shown: what is not known is "not recorded".
std::string shown_value(const std::string& value);
/// A column as it is shown: "Service type" of service_type.
std::string shown_column(std::string name);

/// Tables and the sentence, for a file.
struct Printout {
  std::vector<Sheet> sheets{};
  std::string sentence{};
};
struct SheetFormat {
  std::string_view extension;  // ".md"
  std::string (*bytes)(const Printout& printout);
};
std::span<const SheetFormat> sheet_formats();
/// By the ending of a file's name. Throws Error{usage} naming the known ones.
const SheetFormat& sheet_format_of(const std::string& file);

/// "4 (33 %)", "–" where it is held back.
std::string cell_text(const SheetCell& cell);

}  // namespace moniker::custodian
