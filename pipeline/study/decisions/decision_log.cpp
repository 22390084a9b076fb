// A decision is kept at once, and logged by whoever holds the study's lock next.
#include "decisions/decision_log.hpp"

#include "base/keyed_hash.hpp"
#include "decisions/decision_book.hpp"

namespace moniker::study {
namespace {

constexpr const char* step = "decided";
constexpr const char* all_of_them = "all";

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

bool log_decisions(const std::vector<Decision>& all, Books& books) {
  const auto before = books.ledger.find(step, all_of_them);
  const std::uint64_t logged = before ? std::stoull(before->output) : 0;
  if (logged >= all.size()) return false;
  for (std::size_t i = logged; i < all.size(); ++i) {
    const Decision& decision = all[i];
    books.audit.add(audit::events::Decided{.number = decision.number,
                                           .act = std::string(act_name(decision.act)),
                                           .by = decision.by,
                                           .digest = digest_of_decision(decision),
                                           .label = unless_empty(decision.label),
                                           .transcript = unless_empty(decision.transcript)});
  }
  books.audit.sync();
  books.ledger.set(step, all_of_them, Digest{}, std::to_string(all.size()));
  return true;
}

}  // namespace moniker::study
