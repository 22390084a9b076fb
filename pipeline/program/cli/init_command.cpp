#include "cli/new_keys.hpp"
#include "cli/show.hpp"
#include "cli/would_write.hpp"
#include "config/init.hpp"

namespace moniker::cli {

int run_init(const Arguments& arguments, Terminal& terminal) {
  const study::InitPage page{arguments.rest.front(), arguments.has("example")};
  const NewKeys keys{.folder = page.folder / "keys", .custodian_secret = {}, .only = {}, .passphrase = {}};
  if (arguments.has("dry-run")) {
    study::Changes changes{.made = study::files_to_init(page.folder, page.example)};
    if (page.example) {
      for (const KeysPage::File& key : keys_to_make(keys).files) changes.made.push_back(key.file.string());
    }
    show_would_write(arguments, terminal, page, changes);
    return 0;
  }
  if (page.example) {
    study::init_example(page.folder);
    make_keys(keys);
  } else {
    study::init_study(page.folder);
  }
  show(arguments, terminal, page);
  return 0;
}

}  // namespace moniker::cli
