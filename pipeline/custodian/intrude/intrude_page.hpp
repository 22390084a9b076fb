#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "base/style.hpp"
#include "intrude/intrude.hpp"

namespace moniker::custodian {

/// What is told of an intrusion. It holds words of the talk where they were asked for, and in the passages drawn.
struct IntrudePage {
  std::string study{};  // the folder, as it stands in commands
  Intrusion intrusion{};
  std::optional<intruder::Risk> above = intruder::Risk::low;  // nothing: every suspicion counts
  bool shows_text = false, shows_all = false;
  std::optional<std::uint64_t> leaks{};  // of the passages drawn, in how many a person found something

  bool counts(const intruder::Suspicion& one) const { return !above || one.risk > *above; }
  std::size_t counted() const;
  std::vector<const intruder::Suspicion*> told() const;
};

/// The very command, or what to do.
std::string remedy_of(const IntrudePage& page, const intruder::Suspicion& one);
/// "T03 turn 12", "T03 turns 12, 14 and 90", "out/T03.docx.age, docProps/core.xml".
std::string places_of(const intruder::Suspicion& one);

/// How many of an attack there are, of each risk: high first.
struct AttackCount {
  std::string_view name{}, asks{};
  std::size_t of_risk[3] = {0, 0, 0};  // by Risk
};
std::vector<AttackCount> counts_of(const Intrusion& intrusion);

/// "one-voice could not be tried: ..."
std::vector<std::string> untried_lines(const Intrusion& intrusion);

/// "0 of 120: at most 2.5 % of all passages, at 95 %", for the leaks that were found, or for 0 to 3.
std::vector<std::string> bounds_of(const IntrudePage& page);

std::string as_text(const IntrudePage& page, const Style& style);
nlohmann::ordered_json as_json(const IntrudePage& page);
std::string as_html(const IntrudePage& page);

}  // namespace moniker::custodian
