#pragma once
#include <map>
#include <string>
#include <vector>

#include "config/config.hpp"
#include "moniker/register.hpp"
#include "words/date_words.hpp"

namespace moniker::study {

/// What the register's attributes mean where people write one thing in several ways: 58.0 and "58 years" are 58; Male,
/// male and M are one. Every such reading is told, and so is what a band cannot be made of. Made once, only read then.
class AttributeValues {
 public:
  AttributeValues() = default;  // every value is itself
  AttributeValues(const Register& people, const std::vector<ColumnRule>& columns, const words::DateWords& words);
  const std::string& of(const std::string& column, const std::string& value) const;
  /// By column and line of the register; no value is quoted.
  const std::vector<std::string>& notes() const { return notes_; }

 private:
  struct Cell {
    std::string value{};
    std::uint32_t line = 0;
  };
  void join_spellings(const ColumnRule& column, const std::vector<Cell>& cells);
  void read_numbers(const ColumnRule& column, const std::vector<Cell>& cells, const words::DateWords& words);
  void note(const std::string& column, const std::string& what, const std::vector<std::uint32_t>& lines);

  std::map<std::string, std::map<std::string, std::string>> meant_{};  // by column: value as written, as meant
  std::vector<std::string> notes_{};
};

}  // namespace moniker::study
