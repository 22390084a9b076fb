// Looks labels up among the taggers' kinds.
#include "rules/tagger_kinds.hpp"

#include <algorithm>

namespace moniker::rules {

std::optional<TaggerLabel> tagger_label(std::string_view label) {
  for (std::size_t kind = 0; kind < tagger_kinds.size(); ++kind) {
    const TagLabels& labels = tagger_kinds[kind].labels;
    const auto found = std::find(labels.begin(), labels.end(), label);
    if (found != labels.end()) return TaggerLabel{kind, static_cast<std::size_t>(found - labels.begin())};
  }
  return std::nullopt;
}

std::string tagger_labels() {
  std::string all;
  for (const TaggerKind& kind : tagger_kinds) {
    for (const std::string_view label : kind.labels) (all += all.empty() ? "" : ", ") += label;
  }
  return all;
}

}  // namespace moniker::rules
