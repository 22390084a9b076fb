#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "align/verdict.hpp"
#include "base/style.hpp"

namespace moniker::align {

/// A transcript compared with captions of the same talk, as `moniker check --against` tells it. Without `show_text` it
/// names places by time and line and people by their labels' shape, never by words.
struct AgainstPage {
  const words::Language& language;  // outlives it: whose labels are roles
  std::string transcript{}, captions{};
  std::size_t passages = 10;  // how many to show
  bool show_text = false;
  double most_errors = 0.25;  // five minutes with more than twice that are set off
  TalkComparison seen{};
  std::vector<Concern> concerns{};
};
std::string as_text(const AgainstPage& page, const Style& style);
nlohmann::ordered_json as_json(const AgainstPage& page);

}  // namespace moniker::align
