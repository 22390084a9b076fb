#include "cli/ask_passphrase.hpp"
#include "cli/new_keys.hpp"
#include "cli/show.hpp"

namespace moniker::cli {
namespace {

Passphrase new_passphrase(const Arguments& arguments) {
  if (arguments.has("passphrase-file")) return read_passphrase(arguments.value("passphrase-file"));
  return arguments.has("passphrase") ? ask_new_passphrase() : Passphrase();
}

}  // namespace

int run_keygen(const Arguments& arguments, Terminal& terminal) {
  std::filesystem::path folder = arguments.value("folder", "keys");
  if (!arguments.rest.empty() && !arguments.has("folder"))
    folder = (std::filesystem::path(arguments.rest.front()) / "keys").lexically_normal();
  show(arguments, terminal,
       make_keys({.folder = folder,
                  .custodian_secret = arguments.value("custodian"),
                  .only = arguments.value("only"),
                  .passphrase = new_passphrase(arguments)}));
  return 0;
}

}  // namespace moniker::cli
