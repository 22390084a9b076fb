#include "eval/gold.hpp"

#include <nlohmann/json.hpp>

#include "base/bounded_json.hpp"
#include "base/json_number.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"

namespace moniker::eval {
namespace {

using Json = nlohmann::json;

[[noreturn]] void refuse(const std::string& file, std::uint32_t line, std::string what, std::string remedy) {
  throw Error::input(std::move(what), std::move(remedy), {file, {line, 0}});
}

[[noreturn]] void not_a_document(const std::string& file, std::uint32_t line, bool gold) {
  refuse(file, line, gold ? "not a JSON object with id, text and spans" : "not a JSON object with id and spans",
         "a line is one document: see `moniker help eval`");
}

/// The next line that is not empty, as JSON. Nothing at the end.
std::optional<Json> next_line(std::istream& stream, const std::string& file, std::uint32_t& number, bool gold) {
  for (std::string line; std::getline(stream, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    Json json = parse_any_json<Json>(line);
    if (!json.is_object() || !json.contains("id") || !json.contains("spans")) not_a_document(file, number, gold);
    return json;
  }
  if (stream.bad()) refuse(file, number, "the file cannot be read to its end", "see to the disk it lies on");
  return std::nullopt;
}

/// Begin, end and label, which gold and predictions share.
template <class Span>
Span span_from(const Json& json) {
  Span span;
  span.begin = whole_number<std::uint32_t>(json.at("start"));
  span.end = whole_number<std::uint32_t>(json.at("end"));
  span.label = json.at("label").get<std::string>();
  if (span.begin >= span.end) throw std::out_of_range("span");
  return span;
}

GoldSpan gold_span_from(const Json& json) {
  auto span = span_from<GoldSpan>(json);
  span.type = json.value("type", span.type);
  const auto entity = json.find("entity");
  if (entity != json.end() && !entity->is_null())
    span.entity = entity->is_string() ? entity->get<std::string>() : entity->dump();
  return span;
}

bool within(const std::string& text, const GoldSpan& span) {
  const auto boundary = [&](std::uint32_t at) {
    return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
  };
  return boundary(span.begin) && boundary(span.end);
}

}  // namespace

std::optional<GoldDocument> GoldReader::next() {
  const auto json = next_line(stream_, file_, line_, true);
  if (!json) return std::nullopt;
  GoldDocument document;
  try {
    document.id = json->at("id").get<std::string>();
    document.text = json->at("text").get<std::string>();
    document.source = json->value("source", std::string());
    for (const Json& span : json->at("spans")) document.spans.push_back(gold_span_from(span));
  } catch (const std::exception&) {  // the library's own words quote the line
    not_a_document(file_, line_, true);
  }
  if (!ids_.insert(document.id).second)
    refuse(file_, line_, "the document's id stands twice", "give each document its own id");
  for (const GoldSpan& span : document.spans) {
    if (!within(document.text, span)) {
      refuse(file_, line_, "a span lies outside the text or within a character",
             "offsets count UTF-8 bytes, end exclusive");
    }
  }
  return document;
}

std::map<std::string, std::vector<PredictedSpan>> read_predictions(std::istream& stream, const std::string& file) {
  std::map<std::string, std::vector<PredictedSpan>> predictions;
  std::uint32_t line = 0;
  while (const auto json = next_line(stream, file, line, false)) {
    std::vector<PredictedSpan> spans;
    std::string id;
    try {
      id = json->at("id").get<std::string>();
      for (const Json& span : json->at("spans")) spans.push_back(span_from<PredictedSpan>(span));
    } catch (const std::exception&) {
      not_a_document(file, line, false);
    }
    if (!predictions.emplace(std::move(id), std::move(spans)).second) {
      refuse(file, line, "the document's id stands twice", "give each document its own id");
    }
  }
  return predictions;
}

}  // namespace moniker::eval
