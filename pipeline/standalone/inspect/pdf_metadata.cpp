// Portable documents name who made them in a dictionary of information (ISO 32000-1, 14.3.3) and may hold notes, files,
// forms and scripts beside their text. What stands in compressed objects is counted as such and not looked into.
#include <array>
#include <utility>

#include "base/bundle.hpp"
#include "base/utf8.hpp"
#include "inspect/metadata.hpp"

namespace moniker::inspect {
namespace {

constexpr std::size_t longest_pdf_read = std::size_t{64} << 20, longest_pdf_value = 1000;

constexpr auto pdf_fields = std::to_array<std::pair<std::string_view, std::string_view>>({{"/Author", "author"},
                                                                                          {"/Title", "title"},
                                                                                          {"/Subject", "subject"},
                                                                                          {"/Keywords", "keywords"},
                                                                                          {"/Creator", "program"},
                                                                                          {"/Producer", "program"},
                                                                                          {"/Company", "company"}});

constexpr auto pdf_things =
    std::to_array<std::pair<std::string_view, std::string_view>>({{"/Image", "picture"},
                                                                  {"/EmbeddedFile", "embedded file"},
                                                                  {"/JavaScript", "script"},
                                                                  {"/URI", "link"},
                                                                  {"/FreeText", "note"},
                                                                  {"/Popup", "note"},
                                                                  {"/Highlight", "note"},
                                                                  {"/AcroForm", "form"},
                                                                  {"/Encrypt", "encryption"},
                                                                  {"/ObjStm", "compressed part"}});

bool ends_pdf_name(std::string_view bytes, std::size_t at) {
  return at >= bytes.size() || std::string_view(" \t\r\n()<>[]{}/%").find(bytes[at]) != std::string_view::npos;
}

/// Bytes of a text string: UTF-16 where it says so, else taken as Latin-1 (7.9.2.2).
std::string pdf_text(std::string_view bytes) {
  std::string text;
  const bool wide = bytes.starts_with("\xFE\xFF");
  for (std::size_t at = wide ? 2 : 0; at + (wide ? 1 : 0) < bytes.size(); at += wide ? 2 : 1) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(bytes[i])); };
    const char32_t unit = wide ? (byte(at) << 8) + byte(at + 1) : byte(at);
    if (unit >= 0x20 && (unit < 0xD800 || unit > 0xDFFF)) append_utf8(text, unit);
  }
  return text;
}

/// `(literal)`, with its escapes resolved, or `<hex>`; empty for anything else (7.3.4).
std::string pdf_string(std::string_view rest) {
  std::string bytes;
  const std::size_t begin = rest.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  if (rest[begin] == '<') {
    std::string digits;
    for (const char c : rest.substr(begin + 1, rest.find('>', begin) - begin - 1)) {
      if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')) digits += c;
    }
    for (std::size_t i = 0; i + 1 < digits.size() && bytes.size() < longest_pdf_value; i += 2)
      bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
    return pdf_text(bytes);
  }
  if (rest[begin] != '(') return {};
  int depth = 0;
  for (std::size_t at = begin; at < rest.size() && bytes.size() < longest_pdf_value; ++at) {
    if (rest[at] == '\\' && at + 1 < rest.size()) {
      bytes += rest[++at];
      continue;
    }
    if (rest[at] == '(' && depth++ == 0) continue;
    if (rest[at] == ')' && --depth == 0) break;
    bytes += rest[at];
  }
  return pdf_text(bytes);
}

}  // namespace

void pdf_metadata(const std::filesystem::path& file, MetadataList& into) {
  const std::string all = read_all(*open_delivery(file), longest_pdf_read);
  const std::string_view bytes = all;
  for (std::size_t at = bytes.find('/'); at != std::string_view::npos; at = bytes.find('/', at + 1)) {
    const std::string_view rest = bytes.substr(at, 16 * 1024);
    for (const auto& [name, kind] : pdf_fields) {
      if (rest.starts_with(name) && ends_pdf_name(rest, name.size()))
        into.add(kind, pdf_string(rest.substr(name.size())));
    }
    for (const auto& [name, kind] : pdf_things) {
      if (rest.starts_with(name) && ends_pdf_name(rest, name.size())) into.count(kind);
    }
  }
}

}  // namespace moniker::inspect
