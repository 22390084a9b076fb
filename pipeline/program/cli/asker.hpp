#pragma once
#include <string_view>

#include "cli/command.hpp"
#include "config/config.hpp"
#include "outputs/asker.hpp"

namespace moniker::cli {

/// Who gave the command, with the keys of -i, --public-key and moniker.yaml, and --reason where the command takes one.
/// Throws Error{usage} where no key is given, and for a reason that holds a name of the study's register.
custodian::Asker asker_of(const Arguments& arguments, const study::StudyConfig& config, std::string_view command);

}  // namespace moniker::cli
