// Quotation marks and brackets of a paragraph. A single mark is an apostrophe too: it opens only behind a blank, and
// closes where no letter follows and the sentence may end.
#include "manuscript/spans.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker::custodian {
namespace {

std::uint32_t byte32(std::size_t at) { return static_cast<std::uint32_t>(at); }

bool opens_here(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char32_t before = code_point_before(text, at).value;
  return !is_word(before) && before != U'.' && before != U',' && before != U'?' && before != U'!';
}

std::optional<QuotedSpan> between(std::string_view text, std::size_t at, std::string_view open,
                                  std::string_view close) {
  const std::size_t begin = at + open.size(), end = text.find(close, begin);
  if (end == text.npos) return std::nullopt;
  return QuotedSpan{{byte32(begin), byte32(end)}, {byte32(at), byte32(end + close.size())}};
}

/// Where a single mark closes: the first one that stands behind a sentence's sign or before a bracket; else the first
/// that ends a word which is no plural.
std::optional<QuotedSpan> between_single(std::string_view text, std::size_t at, std::string_view open,
                                         std::string_view close) {
  const std::size_t begin = at + open.size();
  std::optional<std::size_t> fallback;
  for (std::size_t end = text.find(close, begin); end != text.npos; end = text.find(close, end + close.size())) {
    const std::size_t behind = end + close.size();
    if (is_word(code_point_at(text, behind).value) || end == begin) continue;
    const char before = text[end - 1];
    const std::size_t next = skip_blanks(text, behind);
    const bool ended =
        std::string_view(".,?!").find(before) != std::string_view::npos || text.substr(0, end).ends_with("\u2026");
    const bool followed = next >= text.size() || text[next] == '(' || text[next] == '[' ||
                          std::string_view(".,;:)").find(text[behind]) != std::string_view::npos;
    if (ended || followed) return QuotedSpan{{byte32(begin), byte32(end)}, {byte32(at), byte32(behind)}};
    if (before != 's' && !fallback) fallback = end;
  }
  if (!fallback) return std::nullopt;
  return QuotedSpan{{byte32(begin), byte32(*fallback)}, {byte32(at), byte32(*fallback + close.size())}};
}

std::optional<QuotedSpan> quote_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\u201C")) return between(text, at, "\u201C", "\u201D");
  if (rest.starts_with("\u00AB")) return between(text, at, "\u00AB", "\u00BB");
  if (!opens_here(text, at)) return std::nullopt;
  if (rest.starts_with("\"")) return between(text, at, "\"", "\"");
  if (rest.starts_with("\u2018")) return between_single(text, at, "\u2018", "\u2019");
  if (rest.starts_with("'") && is_letter(code_point_at(text, at + 1).value)) return between_single(text, at, "'", "'");
  return std::nullopt;
}

}  // namespace

std::vector<QuotedSpan> quotes_in(std::string_view text) {
  std::vector<QuotedSpan> spans;
  for (std::size_t at = 0; at < text.size();) {
    const auto span = quote_at(text, at);
    if (span) spans.push_back(*span);
    at = span ? span->whole.end : at + 1;
  }
  return spans;
}

std::vector<QuotedSpan> brackets_in(std::string_view text) {
  std::vector<QuotedSpan> spans;
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '(' || c == '[') open.push_back(at);
    if ((c != ')' && c != ']') || open.empty()) continue;
    const std::size_t begin = open.back();
    open.pop_back();
    if (!open.empty()) continue;
    spans.push_back({{byte32(begin + 1), byte32(at)}, {byte32(begin), byte32(at + 1)}});
  }
  return spans;
}

std::size_t words_in(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool word = is_word(point.value) || (inside && is_apostrophe(point.value));
    words += word && !inside;
    inside = word;
    at += std::max<std::size_t>(1, point.length);
  }
  return words;
}

}  // namespace moniker::custodian
