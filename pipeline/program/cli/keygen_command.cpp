#include "cli/ask_passphrase.hpp"
#include "cli/new_keys.hpp"
#include "cli/show.hpp"
#include "cli/would_write.hpp"

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
    folder = std::filesystem::path(arguments.rest.front()) / "keys";
  folder = folder.lexically_normal();
  if (!folder.has_filename()) folder = folder.parent_path();  // as a shell completes a folder's name
  NewKeys wanted{.folder = folder,
                 .custodian_secret = arguments.value("custodian"),
                 .only = arguments.value("only"),
                 .passphrase = {}};
  if (arguments.has("dry-run")) {
    const KeysPage page = keys_to_make(wanted);
    study::Changes changes;
    for (const KeysPage::File& file : page.files) changes.made.push_back(file.file.string());
    show_would_write(arguments, terminal, page, changes);
    return 0;
  }
  wanted.passphrase = new_passphrase(arguments);
  show(arguments, terminal, make_keys(wanted));
  return 0;
}

}  // namespace moniker::cli
