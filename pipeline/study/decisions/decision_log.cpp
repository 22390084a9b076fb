// A decision is kept at once, and logged by whoever holds the study's lock next.
#include "decisions/decision_log.hpp"

#include <charconv>

#include "base/bundle.hpp"
#include "base/keyed_hash.hpp"
#include "decisions/decision_book.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

constexpr const char* step = "decided";
constexpr const char* all_of_them = "all";

std::optional<std::string> unless_empty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

bool log_decisions(const StudyLayout& layout, const std::vector<Decision>& all, Books& books) {
  const auto before = books.ledger.find(step, all_of_them);
  std::uint64_t logged = 0;  // what is no number counts nothing: then all are logged once more
  if (before) std::from_chars(before->output.data(), before->output.data() + before->output.size(), logged);
  if (logged >= all.size()) return false;
  const LogMemory memory = read_log_memory(layout);  // the ledger may be lost; the log says once what was decided
  for (std::size_t i = logged; i < all.size(); ++i) {
    const Decision& decision = all[i];
    const auto known = memory.decided.find(decision.number);
    if (known != memory.decided.end() && known->second == digest_of_decision(decision)) continue;
    books.audit.add(audit::events::Decided{.number = decision.number,
                                           .act = std::string(act_name(decision.act)),
                                           .by = decision.by,
                                           .digest = digest_of_decision(decision),
                                           .label = unless_empty(decision.label),
                                           .transcript = unless_empty(decision.transcript),
                                           .sealed = hex(digest_of_file(layout.decision(decision.number)))});
  }
  books.audit.sync();
  books.ledger.set(step, all_of_them, Digest{}, std::to_string(all.size()));
  return true;
}

void require_decisions(const StudyLayout& layout, const std::vector<Decision>& all, const LogMemory& memory) {
  constexpr const char* restore = "restore the folder decisions/ from a backup: what people decided would be lost";
  for (const auto& [number, digest] : memory.decided) {
    const auto file = layout.decision(number).string();
    if (number == 0 || number > all.size())
      throw Error::integrity("the decision is in the log and is gone", restore, {file});
    if (digest_of_decision(all[number - 1]) != digest)
      throw Error::integrity("is not the decision that the log names", restore, {file});
  }
}

}  // namespace moniker::study
