#include "eval/causes.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.hpp"

namespace moniker {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Cause::count_)> names{
    "boundary", "wrong label", "over lines", "lower case", "ambiguous word", "in no list", "other"};

/// Letters, and not one of them a capital. Codes and numbers are not lower case.
bool without_capitals(std::string_view surface) {
  bool letters = false;
  for (std::size_t at = 0; at < surface.size();) {
    const CodePoint c = code_point_at(surface, at);
    if (is_upper(c.value) || is_digit(c.value)) return false;
    letters |= is_letter(c.value);
    at += std::max<std::size_t>(1, c.length);
  }
  return letters;
}

std::string on_one_line(std::string text) {
  for (char& c : text) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  }
  return text;
}

void add_rows(std::string& table, std::string_view kind, std::string_view cause, const std::string& label,
              const std::map<std::string, std::uint64_t>& surfaces) {
  std::vector<std::pair<std::string, std::uint64_t>> rows(surfaces.begin(), surfaces.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  for (const auto& [surface, times] : rows) {
    for (const std::string_view cell : {kind, cause, std::string_view(label)}) (table += cell) += '\t';
    table += std::to_string(times) + '\t' + on_one_line(surface) + '\n';
  }
}

}  // namespace

std::string_view cause_name(Cause cause) { return names[static_cast<std::size_t>(cause)]; }

std::map<Cause, std::uint64_t> Misses::by_cause() const {
  std::map<Cause, std::uint64_t> sums;
  for (const auto& [label, causes] : missed) {
    for (const auto& [cause, surfaces] : causes) {
      for (const auto& [surface, times] : surfaces) sums[cause] += times;
    }
  }
  return sums;
}

Cause cause_of_silence(std::string_view surface, const CauseHint& hint) {
  if (surface.find('\n') != std::string_view::npos) return Cause::over_lines;
  if (without_capitals(surface)) return Cause::lower_case;
  return hint ? hint(surface) : Cause::other;
}

std::string misses_table(const Misses& misses) {
  std::string table = "kind\tcause\tlabel\ttimes\tsurface\n";
  for (const auto& [label, causes] : misses.missed) {
    for (const auto& [cause, surfaces] : causes)
      add_rows(table, "missed", cause_name(cause), label, surfaces);
  }
  for (const auto& [label, surfaces] : misses.false_alarms)
    add_rows(table, "false alarm", "", label, surfaces);
  return table;
}

}  // namespace moniker
