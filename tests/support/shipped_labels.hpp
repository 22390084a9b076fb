#pragma once
#include <stdexcept>
#include <string>

#include "base/byte_source.hpp"
#include "moniker/label.hpp"
#include "rules/labels.hpp"

namespace moniker::test {

/// The labels as installed.
inline const Labels& shipped_labels() {
  static const Labels labels = [] {
    const std::string file = MONIKER_SOURCE_DIR "/rules/en-GB/labels.yaml";
    return rules::labels_of(rules::parse_rule_file(read_file(file), file).labels, "balanced", file);
  }();
  return labels;
}

inline const Label& shipped_label(std::string_view name) {
  const Label* const label = label_named(shipped_labels(), name);
  if (label == nullptr) throw std::invalid_argument("no such label is installed");
  return *label;
}

}  // namespace moniker::test
