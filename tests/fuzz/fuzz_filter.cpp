// A line of JSON from anybody: what the filter's walk over it takes and refuses is what a whole parser takes and
// refuses, the text it finds is the parser's text, and the text is found in the bytes from which it was said to come.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "read/formats/json_fields.hpp"
#include "read/formats/json_text.hpp"

using namespace moniker::read;

namespace {

using namespace moniker;

void require(bool holds) {
  if (!holds) std::abort();
}

/// Every character alone, by the place it came from, makes the text again.
void check_places(std::string_view written, const JsonText& decoded) {
  const std::string& text = decoded.text();
  std::string again;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = at + code_point_at(text, at).length;
    const std::size_t from = decoded.source_of(at), to = decoded.source_of(next);
    require(from < to && to <= written.size());
    JsonText one;
    require(!one.decode(written.substr(from, to - from)));
    again += one.text();
    at = next;
  }
  require(again == text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  if (find_invalid_utf8(line) != std::string_view::npos ||
      line.find_first_of(std::string_view("\0\n", 2)) != std::string_view::npos)
    return 0;
  static const JsonFields fields({{"text", false}});
  std::vector<JsonField> found;
  const auto fault = fields.find(line, found);
  require(!fault || (fault->offset <= size && !fault->what.empty()));
  const auto parsed = nlohmann::json::parse(line, nullptr, false);
  const bool surrogates = line.find("\\u") != std::string_view::npos;
  // The parser refuses half pairs wherever they stand, looks at the last of two fields, and overflows at 1e999.
  if (fault) {
    const bool good = parsed.is_object() && parsed.contains("text") && parsed["text"].is_string();
    const bool excused = fault->what.find("no string") != std::string_view::npos ||
                         fault->what.find("nested") != std::string_view::npos || line.starts_with("\xEF\xBB\xBF");
    require(!good || excused);
    return 0;
  }
  if (!surrogates && line.find_first_of("eE.0123456789") == std::string_view::npos) require(!parsed.is_discarded());
  for (const JsonField& field : found) {
    const std::string_view written = line.substr(field.begin, field.end - field.begin);
    JsonText decoded;
    if (decoded.decode(written)) continue;
    require(field.escaped || decoded.text() == written);
    std::string again = "\"";
    append_json_text(again, decoded.text());
    require(nlohmann::json::parse(again + "\"") == decoded.text());
    check_places(written, decoded);
    if (&field == &found.back() && !parsed.is_discarded()) require(parsed["text"] == decoded.text());
  }
  return 0;
}
