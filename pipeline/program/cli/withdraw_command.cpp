#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/command.hpp"
#include "cli/study_operand.hpp"
#include "rights/certificate.hpp"
#include "rights/withdraw.hpp"

namespace moniker::cli {
namespace {

void add_lines(std::string& text, std::string_view title, const std::vector<std::string>& items) {
  if (items.empty()) return;
  text += fmt::format("  {}\n", title);
  for (const std::string& item : items) text += fmt::format("    {}\n", item);
}

std::string in_words(const study::WithdrawalPlan& plan, bool dry, bool delete_deliveries) {
  std::string text;
  add_lines(text, dry ? "would remove" : "removed", plan.remove);
  add_lines(text,
            dry ? "would rewrite, with [WITHDRAWN] for their turns and their name"
                : "rewritten, with [WITHDRAWN] for their turns and their name",
            plan.rewrite);
  add_lines(text,
            dry ? "would remove, as the delivered transcript is gone and nothing here can open them"
                : "removed, as the delivered transcript is gone and nothing here can open them",
            plan.unmendable);
  add_lines(text,
            dry && delete_deliveries ? "would delete of what was delivered"
                                     : "delivered files of theirs, for you to delete (or --delete-deliveries)",
            plan.deliveries);
  if (plan.register_line > 0)
    text += fmt::format("  remove their row from the register: line {}\n", plan.register_line);
  return text.empty() ? "  nothing of theirs is here\n" : text;
}

nlohmann::ordered_json as_json(const study::WithdrawalPlan& plan, bool dry) {
  return {{"participant", plan.id},
          {"dry_run", dry},
          {"done_before", plan.before},
          {"removed", plan.remove},
          {"rewritten", plan.rewrite},
          {"removed_unmendable", plan.unmendable},
          {"deliveries_left", plan.deliveries},
          {"register_line", plan.register_line},
          {"certificate", plan.certificate}};
}

/// Typed, so that no slip takes somebody out.
bool confirmed(Terminal& terminal, const std::string& id) {
  terminal.say(fmt::format("This cannot be taken back. Type {} to go on: ", id));
  std::string typed;
  return std::getline(std::cin, typed) && typed == id;
}

void tell(const Arguments& arguments, Terminal& terminal, const study::WithdrawalPlan& plan, bool dry) {
  if (arguments.has("json")) {
    terminal.print(as_json(plan, dry).dump(2) + "\n");
    return;
  }
  if (plan.before) {
    terminal.print(fmt::format("{} has withdrawn already; nothing was left to do: {}\n", plan.id, plan.certificate));
    if (plan.register_line > 0)
      terminal.print(fmt::format("  remove their row from the register: line {}\n", plan.register_line));
    return;
  }
  terminal.print(fmt::format("{}{}{}\n", terminal.out_style().bold, plan.id, terminal.out_style().plain));
  terminal.print(in_words(plan, dry, arguments.has("delete-deliveries")));
  if (!dry) terminal.print(fmt::format("  certificate, signed: {}\n", plan.certificate));
  terminal.print(fmt::format("  {}\n", study::deletion_remark));
}

}  // namespace

int run_withdraw(const Arguments& arguments, Terminal& terminal) {
  const auto [study, ids] = study_and_ids(arguments);
  if (ids.size() != 1) {
    throw Error({.fault = Fault::usage,
                 .file = {},
                 .at = {},
                 .what = "withdraw takes one ID at a time",
                 .remedy = "give the command once for each"});
  }
  const study::RunOptions options{.threads = arguments.number("threads", 0),
                                  .rules = terminal.rules_folder(arguments.value("rules")),
                                  .cache = terminal.cache_folder(),
                                  .clock = [] { return std::chrono::system_clock::now(); },
                                  .shard = {},
                                  .progress = {}};
  const study::WithdrawRequest request{.id = ids.front(),
                                       .reason = arguments.value("reason", "consent withdrawn"),
                                       .by = Terminal::user(),
                                       .delete_deliveries = arguments.has("delete-deliveries")};
  const bool dry = arguments.has("dry-run");
  if (dry || !arguments.has("yes")) {
    const study::WithdrawalPlan plan = study::plan_withdrawal(*study::open_study(study, options), request.id);
    if (dry) {
      tell(arguments, terminal, plan, true);
      return 0;
    }
    if (!terminal.in_is_terminal()) {
      throw Error({.fault = Fault::usage,
                   .file = {},
                   .at = {},
                   .what = "nobody is there to confirm it",
                   .remedy = "give --yes, or try --dry-run first"});
    }
    terminal.say(in_words(plan, true, request.delete_deliveries));
    if (!confirmed(terminal, request.id)) {
      throw Error({.fault = Fault::usage,
                   .file = {},
                   .at = {},
                   .what = "not confirmed, and nothing was changed",
                   .remedy = "give the command again"});
    }
  }
  const study::WithdrawalPlan done = study::withdraw(study, options, request);
  tell(arguments, terminal, done, false);
  return done.deliveries.empty() && done.register_line == 0 ? 0 : 1;
}

}  // namespace moniker::cli
