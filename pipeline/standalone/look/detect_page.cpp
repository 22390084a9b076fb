// A finding: label, score, place, rule.
#include "look/detect_page.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "base/json_text.hpp"
#include "look/why_json.hpp"

namespace moniker::look {

std::string span_line(const DetectedSpan& span, std::string_view text, const std::string& shown, const SpanView& view) {
  std::string line = fmt::format("{:<12} {:.2f}  {}:{}:{}  {}", span.label, span.score, shown, span.at.line,
                                 span.at.column, span.rule);
  if (view.show_text) line.append("  ").append(text);
  return line + '\n';
}

namespace {

/// A score in thousandths, as a JSON library writes it: 0.95, 1.0.
void append_score(std::string& out, float score) {
  const auto thousandths = static_cast<int>(std::round(score * 1000));
  std::string places = fmt::format("{:03}", thousandths % 1000);
  while (places.size() > 1 && places.back() == '0') places.pop_back();
  append_number(out, thousandths / 1000);
  (out += '.') += places;
}

}  // namespace

std::string span_json(const DetectedSpan& span, std::string_view text, const rules::RuleSet& rules,
                      const SpanView& view) {
  std::string item;
  const auto number = [&](std::string_view name, auto value) { append_number(item += name, value); };
  const auto words = [&](std::string_view name, std::string_view value) { append_json(item += name, value); };
  number("{\"start\":", span.begin);
  number(",\"end\":", span.end);
  words(",\"label\":", span.label);
  append_score(item += ",\"score\":", span.score);
  words(",\"rule\":", span.rule);
  if (view.by_turn) number(",\"turn\":", span.turn), number(",\"line\":", span.at.line);
  if (!span.subtype.empty()) words(",\"subtype\":", span.subtype);
  if (span.doubtful) item += ",\"review\":true";
  if (view.show_text) words(",\"text\":", text);
  if (view.explain) (item += ",\"why\":") += why_json(rules, span.why).dump();
  return item += '}';
}

}  // namespace moniker::look
