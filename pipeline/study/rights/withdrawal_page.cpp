// What goes, what is rewritten, and what is left for a person to do.
#include "rights/withdrawal_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "rights/certificate.hpp"

namespace moniker::study {

using Json = nlohmann::ordered_json;

namespace {

void add_lines(std::string& text, std::string_view title, const std::vector<std::string>& items) {
  if (items.empty()) return;
  text += fmt::format("  {}\n", title);
  for (const std::string& item : items) text += fmt::format("    {}\n", item);
}

/// What goes is told once, above.
Changes not_told(Changes changes, const WithdrawalPlan& plan) {
  std::erase_if(changes.removed, [&](const std::string& file) {
    const auto names = [&](const std::vector<std::string>& told) {
      return std::find(told.begin(), told.end(), file) != told.end();
    };
    return names(plan.remove) || names(plan.unmendable);
  });
  return changes;
}

std::string register_row(const WithdrawalPlan& plan) {
  if (plan.register_line == 0) return {};
  return fmt::format("  remove their row from the register: line {}\n", plan.register_line);
}

}  // namespace

std::string what_goes(const WithdrawalPage& page) {
  const WithdrawalPlan& plan = page.plan;
  const bool dry = page.dry;
  std::string text;
  add_lines(text, dry ? "would remove" : "removed", plan.remove);
  add_lines(text,
            dry ? "would rewrite, with [WITHDRAWN] for their turns and their name"
                : "rewritten, with [WITHDRAWN] for their turns and their name",
            plan.rewrite);
  add_lines(text, "would seal anew, as what is known of names changes without them", plan.rewrite_too);
  add_lines(text,
            dry ? "would remove, as the delivered transcript is gone and nothing here can open them"
                : "removed, as the delivered transcript is gone and nothing here can open them",
            plan.unmendable);
  add_lines(text,
            dry && page.delete_deliveries ? "would delete of what was delivered"
                                          : "delivered files of theirs, for you to delete (or --delete-deliveries)",
            plan.deliveries);
  text += register_row(plan);
  if (text.empty()) text = "  nothing of theirs is here\n";
  return plan.writes ? text + as_text(not_told(*plan.writes, plan), Style{}) : text;
}

std::string as_text(const WithdrawalPage& page, const Style& style) {
  const WithdrawalPlan& plan = page.plan;
  if (plan.before) {
    return fmt::format("{} has withdrawn already; nothing was left to do: {}\n", plan.id, plan.certificate) +
           register_row(plan);
  }
  std::string text = fmt::format("{}{}{}\n", style.bold, plan.id, style.plain) + what_goes(page);
  if (!page.dry) text += fmt::format("  certificate, signed: {}\n", plan.certificate);
  return text + fmt::format("  {}\n", deletion_remark);
}

Json as_json(const WithdrawalPage& page) {
  const WithdrawalPlan& plan = page.plan;
  Json page_json{{"participant", plan.id},
                 {"dry_run", page.dry},
                 {"done_before", plan.before},
                 {"removed", plan.remove},
                 {"rewritten", plan.rewrite},
                 {"removed_unmendable", plan.unmendable},
                 {"deliveries_left", plan.deliveries},
                 {"register_line", plan.register_line},
                 {"certificate", plan.certificate}};
  if (plan.writes) {
    page_json["rewritten_too"] = plan.rewrite_too;
    page_json["writes"] = as_json(*plan.writes);
  }
  return page_json;
}

}  // namespace moniker::study
