// A finding: label, score, place, rule.
#include "look/detect_page.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "look/why_json.hpp"

namespace moniker::look {

std::string span_line(const DetectedSpan& span, std::string_view text, const std::string& shown, const SpanView& view) {
  std::string line = fmt::format("{:<12} {:.2f}  {}:{}:{}  {}", span.label, span.score, shown, span.at.line,
                                 span.at.column, span.rule);
  if (view.show_text) line.append("  ").append(text);
  return line + '\n';
}

nlohmann::ordered_json span_json(const DetectedSpan& span, std::string_view text, const rules::RuleSet& rules,
                                 const SpanView& view) {
  nlohmann::ordered_json item = {{"start", span.begin},
                                 {"end", span.end},
                                 {"label", span.label},
                                 {"score", std::round(span.score * 1000) / 1000.0},
                                 {"rule", span.rule}};
  if (view.by_turn) item["turn"] = span.turn, item["line"] = span.at.line;
  if (!span.subtype.empty()) item["subtype"] = span.subtype;
  if (span.doubtful) item["review"] = true;
  if (view.show_text) item["text"] = text;
  if (view.explain) item["why"] = why_json(rules, span.why);
  return item;
}

}  // namespace moniker::look
