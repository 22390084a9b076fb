// YAML's and TOML's blocks above a text (https://jekyllrb.com/docs/front-matter/): fields at the line's beginning, each
// once, and lists or longer values set in below them.
#include "read/turns/front_matter.hpp"

#include <set>

#include "base/text.hpp"
#include "read/turns/label.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t longest_block = 200;  // lines

/// "title" of "title: The slate", "title = ..."; empty for any other line.
std::string_view field_of_line(std::string_view line, bool toml) {
  const std::size_t end = line.find(toml ? '=' : ':');
  if (end == std::string_view::npos || end == 0 || end > 60) return {};
  if (!toml && end + 1 < line.size() && !is_white(line[end + 1])) return {};
  return trimmed(line.substr(0, end));
}

bool is_set_in(std::string_view line) {
  return is_blank(line.front()) || line.starts_with("- ") || line.front() == '#' || line.front() == '[' ||
         line.front() == ']' || line == "-";
}

bool is_field(std::string_view field, const words::Language& language) {
  return (field.front() >= 'a' && field.front() <= 'z') || is_head_field(field, language);
}

}  // namespace

std::size_t front_matter(const std::deque<Line>& lines, const words::Language& language) {
  std::size_t at = 0;
  while (at < lines.size() && trimmed(lines[at].text).empty()) ++at;
  if (at == lines.size()) return 0;
  const std::string mark(trimmed(lines[at].text));
  if (mark != "---" && mark != "+++") return 0;
  std::set<std::string, std::less<>> fields;
  std::size_t known = 0;
  for (++at; at < lines.size() && at < longest_block; ++at) {
    const std::string_view line = lines[at].text;
    const std::string_view words = trimmed(line);
    if (words == mark || (words == "..." && mark == "---")) return known > 0 && known * 2 >= fields.size() ? at + 1 : 0;
    if (words.empty() || is_set_in(line)) continue;
    const std::string_view field = field_of_line(line, mark == "+++");
    if (field.empty() || !fields.emplace(field).second) return 0;
    known += is_field(field, language);
  }
  return 0;
}

bool is_of_program(std::string_view line) {
  line = line.substr(0, line.find_last_not_of(" \t") + 1);
  return line.starts_with("Transcribed by https://") || line.ends_with(" started transcription") ||
         line.ends_with(" stopped transcription");
}

}  // namespace moniker::read
