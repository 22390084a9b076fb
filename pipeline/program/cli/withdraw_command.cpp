#include <fmt/format.h>

#include <iostream>

#include "cli/show.hpp"
#include "cli/study_key.hpp"
#include "cli/study_operand.hpp"
#include "rights/withdrawal_page.hpp"

namespace moniker::cli {
namespace {

/// Typed, so that no slip takes somebody out.
bool confirmed(Terminal& terminal, const std::string& id) {
  terminal.say(fmt::format("This cannot be taken back. Type {} to go on: ", id));
  std::string typed;
  return std::getline(std::cin, typed) && typed == id;
}

}  // namespace

int run_withdraw(const Arguments& arguments, Terminal& terminal) {
  const auto [study, ids] = study_and_ids(arguments);
  if (ids.size() != 1) {
    throw Error::usage("withdraw takes one ID at a time", "give the command once for each");
  }
  const study::RunOptions options{.threads = arguments.number("threads", 0),
                                  .rules = terminal.rules_folder(arguments.value("rules")),
                                  .cache = terminal.cache_folder(),
                                  .key = study_key(arguments, terminal),
                                  .clock = [] { return std::chrono::system_clock::now(); },
                                  .shard = {},
                                  .withdrawing = ids.front(),
                                  .by = Terminal::user(),
                                  .progress = {}};
  const study::WithdrawRequest request{.id = ids.front(),
                                       .reason = arguments.value("reason", "consent withdrawn"),
                                       .by = Terminal::user(),
                                       .delete_deliveries = arguments.has("delete-deliveries")};
  const bool dry = arguments.has("dry-run");
  if (!dry && !arguments.has("yes") && !terminal.in_is_terminal())
    throw Error::usage("nobody is there to confirm it", "give --yes, or try --dry-run first");
  if (dry || !arguments.has("yes")) {
    const study::WithdrawalPage page{study::rehearse_withdrawal(study, options, request), true,
                                     request.delete_deliveries};
    if (dry) {
      show(arguments, terminal, page);
      return 0;
    }
    terminal.say(study::what_goes(page));
    if (!confirmed(terminal, request.id)) {
      throw Error::usage("not confirmed, and nothing was changed", "give the command again");
    }
  }
  const study::WithdrawalPage done{study::withdraw(study, options, request), false, request.delete_deliveries};
  show(arguments, terminal, done);
  return done.plan.deliveries.empty() && done.plan.register_line == 0 ? 0 : 1;
}

}  // namespace moniker::cli
