#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "rehearsal/rehearsal.hpp"
#include "steps/opened_study.hpp"

namespace moniker::study {

struct WithdrawRequest {
  std::string id{}, reason{}, by{};
  bool delete_deliveries = false;
};

/// What a withdrawal comes to, before or after it is done.
struct WithdrawalPlan {
  std::string id{};
  std::vector<std::string> remove{};       // out/T05.txt.age, work/...
  std::vector<std::string> rewrite{};      // transcripts of others in which their turns go: T01
  std::vector<std::string> rewrite_too{};  // of a rehearsal: others that change, since names that they taught go
  std::vector<std::string> unmendable{};   // of those whose delivered file is gone: outputs that are removed
  std::vector<std::string> deliveries{};   // of theirs, fit to be shown, that still lie in incoming/
  std::uint32_t register_line = 0;         // the row that should go; 0: it is gone
  std::string certificate{};               // certificates/ID04-2026-11-23.json; empty before
  bool before = false;                     // it was done by an earlier command, and nothing was left to do
  std::optional<Changes> writes{};         // of a rehearsal: every file of the study that it would write
};

/// Changes nothing. Throws Error{usage} for an ID that nobody of the register has.
WithdrawalPlan plan_withdrawal(OpenedStudy& opened, const std::string& id);

/// The same, and all that the withdrawal would write, found by doing it to a copy.
WithdrawalPlan rehearse_withdrawal(const std::filesystem::path& folder, const RunOptions& options,
                                   const WithdrawRequest& request);

/// Takes a participant out: their interviews' outputs, linkage and work files go, their turns elsewhere become
/// [WITHDRAWN], the ID is never given again, and a signed certificate says so. Interrupted at any instant, the same
/// call finishes; so does any `run`, but for the certificate.
WithdrawalPlan withdraw(const std::filesystem::path& folder, const RunOptions& options, const WithdrawRequest& request);

}  // namespace moniker::study
