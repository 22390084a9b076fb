#pragma once
#include <string>
#include <string_view>

#include "look/detect_text.hpp"

namespace moniker::look {

/// How findings are told.
struct SpanView {
  bool show_text = false;  // the words too; they identify
  bool by_turn = false;    // of a transcript: with turn and line
  bool explain = false;    // with the claims of all rules
};

/// A finding as a line for people, in a document that is shown as `shown`.
std::string span_line(const DetectedSpan& span, std::string_view text, const std::string& shown, const SpanView& view);
/// The same as an object of JSON.
std::string span_json(const DetectedSpan& span, std::string_view text, const rules::RuleSet& rules,
                      const SpanView& view);

}  // namespace moniker::look
