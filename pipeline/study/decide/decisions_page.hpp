#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "decisions/decision.hpp"

namespace moniker::study {

/// What was decided, a line a decision. Names nobody: what words were decided about is in no file of the study.
struct DecisionsPage {
  std::vector<Decision> decisions{};
};
std::string as_text(const DecisionsPage& page, const Style& style);
nlohmann::ordered_json as_json(const DecisionsPage& page);

/// One decision that was just taken, and what comes next.
struct DecidedPage {
  Decision decision{};
};
std::string as_text(const DecidedPage& page, const Style& style);
nlohmann::ordered_json as_json(const DecidedPage& page);

/// How many decisions were carried to a file, or over from one.
struct CarriedPage {
  std::size_t decisions = 0;
  bool over = false;
};
std::string as_text(const CarriedPage& page, const Style& style);
nlohmann::ordered_json as_json(const CarriedPage& page);

/// "replaced as PERSON, in T03, turn 12"
std::string told(const Decision& decision);

}  // namespace moniker::study
