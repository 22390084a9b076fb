#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/config.hpp"
#include "moniker/register.hpp"

namespace moniker::study {

/// A cell as a message may show it: every letter is an a or an A, every digit a 9, and a long one is cut.
std::string shape_of(std::string_view value);

/// Whether a cell holds a formula, or what a spreadsheet writes where one failed: `=Kay`, `#NAME?`, `#REF!`. Nobody is
/// called so, and a name that is read so would not be found.
bool is_formula(std::string_view value);

/// Whether a cell that should name somebody says that nobody is named: `N/A`, `-`, `unknown`.
bool says_nobody(std::string_view value);

/// A day, or what is wrong with the value ("letters in a date") and what to do about it.
struct DateCell {
  std::optional<std::chrono::year_month_day> day{};
  std::string_view fault{}, remedy{};
};

/// How the register writes its dates: 2026-03-12 always; 12/03/2026 where the study says which comes first, or only one
/// of both can be the month; 46093 as spreadsheets keep it.
struct DateForms {
  DateOrder order = DateOrder::unsaid;
  bool from_1904 = false;
};
DateCell read_date(std::string_view value, const DateForms& forms);

/// One entry of `sessions`, FILE=LABEL or FILE. Nothing, and why: it names no delivered file, or file and label are
/// parted by something else.
struct SessionCell {
  std::optional<Session> session{};
  std::string_view fault{}, remedy{};
};
SessionCell read_session(std::string_view entry);

/// The parts of a cell between any of `marks`, trimmed, the empty ones left out.
std::vector<std::string> parts_of(std::string_view cell, std::string_view marks);

}  // namespace moniker::study
