#include "cli/show.hpp"
#include "config/init.hpp"

namespace moniker::cli {

int run_init(const Arguments& arguments, Terminal& terminal) {
  const study::InitPage page{arguments.rest.front()};
  study::init_study(page.folder);
  show(arguments, terminal, page);
  return 0;
}

}  // namespace moniker::cli
