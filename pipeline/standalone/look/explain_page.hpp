#pragma once
#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "detect/explain.hpp"

namespace moniker::look {

/// A place as somebody types it: "talk.txt", "talk.txt:12", or "talk.txt:12:5", as `detect` prints places. A file of
/// just that name comes first.
struct Place {
  std::string file{};
  std::uint32_t line = 0;  // 0: every line
};
Place read_place(const std::string& operand);

/// Why: for a person who wonders about a turn, or about the one caption of it that holds the line. It shows the words,
/// as it is asked to.
struct ExplainPage {
  std::string file{};
  Utterance turn{};
  Position at{};
  ByteRange part{};  // what was asked about, in the turn's bytes
  std::vector<std::string> label_names{};
  detect::Explained explained{};
  std::vector<detect::UnclaimedWord> unclaimed{};      // of a line that was asked for
  std::map<std::uint64_t, std::uint32_t> taught_at{};  // turns that taught a name -> their lines
  std::string speaks{};                                // who speaks, and why; empty where nobody was asked
  std::map<std::uint32_t, std::string> meant{};        // first byte of a finding -> who is meant, and why
};
std::string as_text(const ExplainPage& page, const rules::RuleSet& rules, const Style& style);
nlohmann::ordered_json as_json(const ExplainPage& page, const rules::RuleSet& rules);

/// Reads the whole file, as names are learned all through it. Of every line, the turns in which something is found or
/// was nearly found. Throws Error{input} as reading does, and where nobody speaks at the place.
void explain(const rules::RuleSet& rules, const Register& people, const Place& place,
             const std::function<void(const ExplainPage&)>& take);

}  // namespace moniker::look
