#include "eval/causes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.hpp"

namespace moniker::eval {
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

std::uint64_t sum(const std::map<std::string, std::uint64_t>& surfaces) {
  std::uint64_t all = 0;
  for (const auto& [surface, times] : surfaces) all += times;
  return all;
}

std::string words_of(const std::map<std::string, std::uint64_t>& surfaces) {
  std::vector<std::pair<std::string, std::uint64_t>> rows(surfaces.begin(), surfaces.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string list;
  for (const auto& [surface, times] : rows) {
    if (!list.empty()) list += "; ";
    list += on_one_line(surface);
    if (times > 1) list += fmt::format(" ({} times)", times);
  }
  return list;
}

std::string section(std::string_view title, const Misses::Surfaces& all) {
  std::string counts = fmt::format("### {}\n\n| label | cause | times |\n|---|---|---:|\n", title), words;
  for (const auto& [label, causes] : all) {
    for (const auto& [cause, surfaces] : causes) {
      counts += fmt::format("| {} | {} | {} |\n", label, cause_name(cause), sum(surfaces));
      words += fmt::format("- **{}, {}**: {}\n", label, cause_name(cause), words_of(surfaces));
    }
  }
  return counts + "\n" + words + "\n";
}

}  // namespace

std::string_view cause_name(Cause cause) { return names[static_cast<std::size_t>(cause)]; }

std::map<Cause, std::uint64_t> Misses::by_cause() const {
  std::map<Cause, std::uint64_t> sums;
  for (const auto& [label, causes] : missed) {
    for (const auto& [cause, surfaces] : causes) {
      sums[cause] += sum(surfaces);
    }
  }
  return sums;
}

Cause cause_of_silence(std::string_view surface, const CauseHint& hint) {
  if (surface.find('\n') != std::string_view::npos) return Cause::over_lines;
  if (without_capitals(surface)) return Cause::lower_case;
  return hint ? hint(surface) : Cause::other;
}

std::string misses_page(const Misses& misses, std::string_view corpus) {
  return fmt::format("## {}\n\n", corpus) + section("missed", misses.missed) +
         section("false alarms", misses.false_alarms);
}

}  // namespace moniker::eval
