#include "cli/new_keys.hpp"
#include "cli/show.hpp"

namespace moniker::cli {

int run_keygen(const Arguments& arguments, Terminal& terminal) {
  std::filesystem::path folder = arguments.value("folder", "keys");
  if (!arguments.rest.empty() && !arguments.has("folder"))
    folder = std::filesystem::path(arguments.rest.front()) / "keys";
  show(
      arguments, terminal,
      make_keys({.folder = folder, .custodian_secret = arguments.value("custodian"), .only = arguments.value("only")}));
  return 0;
}

}  // namespace moniker::cli
