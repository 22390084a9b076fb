#pragma once
#include "unit/stages/detect/small_rules.hpp"

// A handful of rules, so that a target starts at once.
namespace moniker::fuzz {

constexpr const char* few_labels = R"(
labels:
  PERSON: {means: person, balanced: 0.5, review: 0.3, operator: redact}
  LOCATION: {means: place, balanced: 0.5, review: 0.3, operator: redact}
)";

constexpr const char* few_rules = R"(
rules:
  - {id: title-and-name, kind: regex, label: PERSON, score: 0.9, pattern: '(?:Mr|Mrs) [A-Z][a-z]+'}
  - {id: town, kind: regex, label: LOCATION, score: 0.4, pattern: '[A-Z][a-z]+ton'}
)";

}  // namespace moniker::fuzz
