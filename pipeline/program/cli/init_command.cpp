#include <fmt/format.h>

#include "cli/command.hpp"
#include "config/init.hpp"

namespace moniker::cli {

int run_init(const Arguments& arguments, Terminal& terminal) {
  const std::filesystem::path folder = arguments.rest.front();
  study::init_study(folder);
  terminal.print(
      fmt::format("{0}{1}{2} is ready. What comes next:\n\n"
                  "  1. moniker keygen {1}\n"
                  "  2. fill in {1}/participants.csv and {1}/moniker.yaml\n"
                  "  3. put the transcripts into {1}/incoming\n"
                  "  4. moniker check {1}\n"
                  "  5. moniker run {1}\n",
                  terminal.out_style().bold, folder.string(), terminal.out_style().plain));
  return 0;
}

}  // namespace moniker::cli
