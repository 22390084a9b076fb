#include "cli/reason_option.hpp"

#include "base/display_name.hpp"

namespace moniker::cli {

std::string nameless_reason(const Arguments& arguments, const study::StudyConfig& config) {
  std::string reason = arguments.value("reason");
  const bool known = !reason.empty() && std::filesystem::exists(config.register_file);
  if (known && holds_registered_name(reason, study::read_register(config))) {
    throw Error::usage("the reason holds a name of the study's people",
                       "say it without: it stands in the audit log for ever");
  }
  return reason;
}

}  // namespace moniker::cli
