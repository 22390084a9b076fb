#include "cli/asker.hpp"

#include "audit/reason.hpp"
#include "cli/identities.hpp"

namespace moniker::cli {
namespace {

/// What --reason says: it stands in the audit log for ever.
std::string nameless_reason(const Arguments& arguments, const study::StudyConfig& config) {
  std::string reason = arguments.value("reason");
  const bool known = !reason.empty() && std::filesystem::exists(config.register_file);
  if (known) audit::refuse_names(reason, study::read_register(config));
  return reason;
}

}  // namespace

custodian::Asker asker_of(const Arguments& arguments, const study::StudyConfig& config, std::string_view command) {
  return {.identities = custodians_identities(arguments, command),
          .by = Terminal::user(),
          .reason = nameless_reason(arguments, config),
          .signing_key = config.signing_key,
          .public_key = arguments.value("public-key", config.signing_public_key.string()),
          .witness = config.witness,
          .participant_prefix = config.participant_prefix,
          .transcript_prefix = config.transcript_prefix,
          .progress = {}};
}

}  // namespace moniker::cli
