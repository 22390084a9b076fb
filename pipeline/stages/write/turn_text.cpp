#include "write/turn_text.hpp"

#include <algorithm>
#include <stdexcept>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker::write {
namespace {

/// LF, VT, FF, CR, NEL and Unicode's line and paragraph separators.
bool ends_line(char32_t c) { return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_id_character(char c) { return (c >= 'A' && c <= 'Z') || is_ascii_digit(c) || c == '_' || c == '-'; }

}  // namespace

std::string speaker_id(const std::string& speaker) {
  if (!std::all_of(speaker.begin(), speaker.end(), is_id_character)) {
    throw std::invalid_argument("write: a speaker's label is no ID");
  }
  return speaker.substr(0, longest_label);
}

void require_written_part(const Utterance& utterance) {
  if (utterance.part != Part::talk && utterance.part != Part::matter && utterance.part != Part::footnote) {
    throw std::invalid_argument("write: a part that is never written out");
  }
}

bool looks_labelled(std::string_view paragraph) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < paragraph.size() && characters <= longest_label; ++characters) {
    const CodePoint point = code_point_at(paragraph, at);
    if (point.value == ':' || point.value == 0xFF1A) return true;
    at += std::max<std::uint32_t>(1, point.length);
  }
  return false;
}

std::vector<std::string> paragraphs(std::string_view text) {
  std::vector<std::string> out(1);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t length = std::max<std::uint32_t>(1, point.length);
    if (ends_line(point.value)) {
      if (!out.back().empty()) out.emplace_back();
    } else {
      out.back() += text.substr(at, length);
    }
    at += length;
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const std::string& line : paragraphs(text)) {
    const bool has_blank = out.empty() || out.back() == ' ' || line.front() == ' ';
    out += (has_blank ? "" : " ") + line;
  }
  return out;
}

std::string heading(const WriteHeader& header) {
  const bool both = !header.transcript.empty() && !header.study.empty();
  return header.transcript + (both ? ", " : "") + one_line(header.study);
}

std::string_view label_of(Part part) {
  switch (part) {
    case Part::matter:
      return "NOTE";
    case Part::footnote:
      return "FOOTNOTE";
    default:
      return "SPEAKER";
  }
}

}  // namespace moniker::write
