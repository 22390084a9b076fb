#include "dossier/decisions_told.hpp"

#include <fmt/format.h>

#include <map>
#include <set>

#include "base/display_name.hpp"
#include "decide/decisions_page.hpp"
#include "decisions/decision_book.hpp"

namespace moniker::study {
namespace {

/// A passage is one however many read it, and missed something if one of them found it.
void tell_passages(const std::vector<Decision>& all, PassagesRead& passages) {
  using Passage = std::pair<std::string, std::uint64_t>;  // transcript and turn
  std::map<Passage, bool> seen;
  std::map<std::string, std::set<Passage>> by_reader;
  for (const Decision& decision : all) {
    if (decision.act != Act::looked || decision.undone_by != 0 || !decision.place) continue;
    const Passage passage{decision.transcript, decision.place->turn};
    seen[passage] |= !decision.label.empty();
    by_reader[decision.by].insert(passage);
  }
  passages.read = seen.size();
  for (const auto& [passage, missed] : seen) passages.missed += missed ? 1 : 0;
  for (const auto& [reader, read] : by_reader) passages.readers.emplace_back(reader, read.size());
}

constexpr std::string_view mend = "restore decisions/ from a copy, and find out who had access to it";

/// The chain of decisions tells of each but the last that it is gone; the log tells of the last.
void look_for_gone(const std::vector<Decision>& all, const LogAccount& log, Dossier& dossier) {
  for (auto one = log.decided.upper_bound(all.size()); one != log.decided.end(); ++one) {
    dossier.log.verified.faults.push_back(
        {0, fmt::format("decision {} is in the log and is gone", one->first), std::string(mend)});
  }
}

void compare_with_log(const Decision& decision, const LogAccount& log, Dossier& dossier) {
  const auto logged = log.decided.find(decision.number);
  if (logged == log.decided.end() || logged->second == digest_of_decision(decision)) return;
  dossier.log.verified.faults.push_back(
      {0, fmt::format("decision {} is not the one that the log names", decision.number), std::string(mend)});
}

}  // namespace

void tell_decisions_of(const std::vector<Decision>& all, const LogAccount& log, const Register& people,
                       Dossier& dossier) {
  const DisplayNames names(people);
  for (const Decision& decision : all) {
    compare_with_log(decision, log, dossier);
    if (decision.act == Act::looked) continue;
    dossier.decisions.push_back({.number = decision.number,
                                 .day = decision.when.substr(0, 10),
                                 .who = decision.by,
                                 .act = std::string(act_name(decision.act)),
                                 .what = told(decision),
                                 .why = names.holds_registered_name(decision.why) ? std::string() : decision.why,
                                 .undone = decision.undone_by != 0,
                                 .opinion = decision.blind});
  }
  look_for_gone(all, log, dossier);
  tell_passages(all, dossier.passages);
}

}  // namespace moniker::study
