#include <cstdio>
#include <exception>

#include "dialogue/writing.hpp"

namespace {

void run(dialogue::Options options) {
  if (options.own.empty()) options.own = MONIKER_SOURCE_DIR "/tests/bench/dialogue";
  if (options.lists.empty()) options.lists = MONIKER_SOURCE_DIR "/rules/lists";
  if (options.list) return dialogue::write_list(options);
  if (options.rules) return dialogue::write_rules(options);
  dialogue::Interviews interviews(options.seed, options.own, options.lists);
  if (!options.study.empty()) return dialogue::write_study(interviews, options);
  if (!options.files.empty()) return dialogue::write_files(interviews, options, options.files);
  dialogue::write_one(interviews, options);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    run(dialogue::read_options({argv + 1, argv + argc}));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "dialogue: %s\n%s", error.what(), dialogue::usage);
    return 2;
  }
  return 0;
}
