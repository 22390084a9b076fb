#include "base/bundle_manifest.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/csv.hpp"
#include "base/fold.hpp"
#include "moniker/error.hpp"

namespace moniker {
namespace {

constexpr std::string_view manifest_names[] = {"sha256sums",    "sha256sums.txt",     "sha256sum.txt", "sha256.txt",
                                               "checksums.txt", "checksums.csv",      "hashes.txt",    "manifest.txt",
                                               "manifest.csv",  "manifest-sha256.txt"};

std::optional<std::string> sum_of(std::string_view text) {
  std::string sum;
  for (const char c : text) sum += c >= 'A' && c <= 'F' ? static_cast<char>(c | 0x20) : c;
  const bool hex = sum.size() == 64 && sum.find_first_not_of("0123456789abcdef") == std::string::npos;
  return hex ? std::optional(sum) : std::nullopt;
}

/// With one kind of slash, and without "./", however it was written.
std::string plain_name(std::string_view name) {
  std::string plain(name);
  std::replace(plain.begin(), plain.end(), '\\', '/');
  while (plain.starts_with("./")) plain.erase(0, 2);
  return plain;
}

using Entry = std::pair<std::string, std::string>;  // file, sum

std::optional<Entry> entry_of_line(std::string_view line) {
  constexpr std::string_view bsd = "SHA256 (", bsd_spaced = "SHA256(";
  for (const std::string_view begin : {bsd, bsd_spaced}) {
    const std::size_t close = line.rfind(')');
    if (!line.starts_with(begin) || close == std::string_view::npos || close < begin.size()) continue;
    const std::size_t sum_at = line.find_first_not_of("= ", close + 1);
    const auto sum = sum_at == std::string_view::npos ? std::nullopt : sum_of(line.substr(sum_at));
    return sum ? std::optional(Entry{plain_name(line.substr(begin.size(), close - begin.size())), *sum}) : std::nullopt;
  }
  if (line.size() < 66 || (line[64] != ' ' && line[64] != '\t')) return std::nullopt;
  const auto sum = sum_of(line.substr(0, 64));
  const std::size_t name = line.find_first_not_of(" \t*", 64);
  return sum && name != std::string_view::npos ? std::optional(Entry{plain_name(line.substr(name)), *sum})
                                               : std::nullopt;
}

[[noreturn]] void refuse_row(Position at, std::string what) {
  throw Error::input(std::move(what), "ask for the bundle with a manifest as sha256sum writes it, a line a file",
                     {.at = at});
}

void add(std::map<std::string, std::string>& sums, Entry entry, std::uint32_t line) {
  if (!sums.insert(std::move(entry)).second) refuse_row({line, 1}, "the manifest of the bundle lists a file twice");
}

std::map<std::string, std::string> parse_table(std::string_view text) {
  std::map<std::string, std::string> sums;
  MemorySource source(text);
  CsvRows rows(source, {}, {.fault = Fault::input});
  std::optional<std::size_t> file, sum;
  while (const auto row = rows.next()) {
    if (!file) {
      for (std::size_t i = 0; i < row->cells.size(); ++i) {
        const std::string name = fold(row->cells[i].text);
        if (!file && (name.find("file") != std::string::npos || name == "name" || name == "path")) file = i;
        if (!sum && (name.find("sha") != std::string::npos || name.find("sum") != std::string::npos || name == "hash"))
          sum = i;
      }
      if (!file || !sum)
        refuse_row({row->line, 1}, "the manifest of the bundle has no columns for the file and its SHA-256 sum");
      continue;
    }
    if (std::max(*file, *sum) >= row->cells.size())
      refuse_row({row->line, 1}, "a row of the bundle's manifest ends early");
    const auto value = sum_of(row->cells[*sum].text);
    if (!value)
      refuse_row(row->cells[*sum].at,
                 "the manifest of the bundle has something in a sum's place that is no SHA-256 sum");
    add(sums, {plain_name(row->cells[*file].text), *value}, row->line);
  }
  return sums;
}

}  // namespace

bool names_manifest(std::string_view file) {
  const std::string name = fold(file);
  return name.ends_with(".sha256") ||
         std::find(std::begin(manifest_names), std::end(manifest_names), name) != std::end(manifest_names);
}

std::map<std::string, std::string> parse_manifest(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::string_view first = text.substr(0, text.find('\n'));
  if (first.find(',') != std::string_view::npos && !entry_of_line(first)) return parse_table(text);
  std::map<std::string, std::string> sums;
  for (std::uint32_t line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view here = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (here.ends_with('\r')) here.remove_suffix(1);
    if (here.find_first_not_of(" \t") == std::string_view::npos || here.starts_with('#') || here.starts_with(';'))
      continue;
    auto entry = entry_of_line(here);
    if (!entry) refuse_row({line, 1}, "a line of the bundle's manifest is no SHA-256 sum and a file");
    add(sums, std::move(*entry), line);
  }
  return sums;
}

}  // namespace moniker
