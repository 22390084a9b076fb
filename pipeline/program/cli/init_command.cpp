#include "cli/new_keys.hpp"
#include "cli/show.hpp"
#include "config/init.hpp"

namespace moniker::cli {

int run_init(const Arguments& arguments, Terminal& terminal) {
  const study::InitPage page{arguments.rest.front(), arguments.has("example")};
  if (page.example) {
    study::init_example(page.folder);
    make_keys({.folder = page.folder / "keys", .custodian_secret = {}, .only = {}, .passphrase = {}});
  } else {
    study::init_study(page.folder);
  }
  show(arguments, terminal, page);
  return 0;
}

}  // namespace moniker::cli
