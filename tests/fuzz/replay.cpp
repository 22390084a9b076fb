// Stands in for libFuzzer where there is none: all targets in one program. `fuzz_replay NAME FOLDER` runs a target's
// seeds; with INPUTS also so many that were changed at random, or as many as two seconds take. The changes follow from
// a fixed number, so what failed at one input fails there again, on any machine. `fuzz_replay FOLDER` runs the seeds of
// all, in folders called as they are.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#define TARGET(name) extern "C" int fuzz_##name(const std::uint8_t* data, std::size_t size);
#include "fuzz_targets.inc"
#undef TARGET

namespace {

struct Target {
  std::string_view name;
  int (*run)(const std::uint8_t*, std::size_t);
};
constexpr Target targets[] = {
#define TARGET(name) {#name, fuzz_##name},
#include "fuzz_targets.inc"
#undef TARGET
};

constexpr std::size_t longest = 64 * 1024;

/// What is being run, for whoever reads that it failed.
char at_hand[256] = "";

void tell_and_die(int signal) {
  const auto say = [](const char* text) { return ::write(STDERR_FILENO, text, std::strlen(text)); };
  if (say("this is no good: ") > 0 && say(at_hand) > 0 && say("\n") > 0) std::signal(signal, SIG_DFL);
  std::raise(signal);
}

void run(const Target& target, const std::string& input) {
  target.run(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::set<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.insert(entry.path());
  return files;
}

/// Runs every seed, and nothing at all; gives the seeds.
std::vector<std::string> run_seeds(const Target& target, const std::filesystem::path& folder) {
  std::vector<std::string> seeds;
  for (const auto& path : files_in(folder)) {
    std::ifstream file(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    std::snprintf(at_hand, sizeof at_hand, "%s", path.c_str());
    run(target, seeds.back());
  }
  std::snprintf(at_hand, sizeof at_hand, "%s of nothing", target.name.data());
  run(target, "");
  return seeds;
}

class Mutator {
 public:
  explicit Mutator(const std::vector<std::string>& seeds) : seeds_(seeds) {}

  std::string next() {
    std::string input = seeds_[below(seeds_.size())];
    for (std::size_t n = 1 + below(4); n > 0; --n) change(input);
    if (input.size() > longest) input.resize(longest);
    return input;
  }

 private:
  // Not std::uniform_int_distribution, which differs between libraries.
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

  std::string piece_of(const std::string& text) {
    const std::size_t begin = below(text.size());
    return text.substr(begin, below(std::min<std::size_t>(text.size() - begin, 64) + 1));
  }

  void change(std::string& input) {
    const std::size_t at = below(input.size() + 1);
    switch (below(6)) {
      case 0:
        input.insert(at, 1, static_cast<char>(random_() & 0xFF));
        break;
      case 1:
        input.erase(at, 1 + below(16));
        break;
      case 2:
        input.insert(at, piece_of(input));
        break;
      case 3:
        input.insert(at, piece_of(seeds_[below(seeds_.size())]));
        break;
      case 4:
        input.resize(at);
        break;
      default:
        if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
    }
  }

  const std::vector<std::string>& seeds_;
  std::mt19937_64 random_{20260312};
};

/// Gives how many.
std::size_t run_changed(const Target& target, std::vector<std::string> seeds, std::size_t most) {
  seeds.emplace_back();
  Mutator mutator(seeds);
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(2);
  std::size_t inputs = 0;
  for (; inputs < most && std::chrono::steady_clock::now() < until; ++inputs) {
    std::snprintf(at_hand, sizeof at_hand, "%s, changed input %zu", target.name.data(), inputs);
    run(target, mutator.next());
  }
  return inputs;
}

int replay_all(const std::filesystem::path& root) {
  std::size_t inputs = 0;
  for (const Target& target : targets) {
    const auto begun = std::chrono::steady_clock::now();
    const std::vector<std::string> seeds = run_seeds(target, root / target.name);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begun;
    std::printf("%-14s %5zu seeds %7.2f s\n", target.name.data(), seeds.size(), seconds.count());
    std::fflush(stdout);
    inputs += seeds.size();
  }
  std::printf("%zu targets, %zu seeds, nothing found\n", std::size(targets), inputs);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGBUS}) std::signal(signal, tell_and_die);
  if (count == 2) return replay_all(arguments[1]);
  const auto* const target = std::find_if(std::begin(targets), std::end(targets),
                                          [&](const Target& one) { return count > 2 && one.name == arguments[1]; });
  if (target == std::end(targets))
    return std::fprintf(stderr, "usage: %s NAME FOLDER-OF-SEEDS [INPUTS] | FOLDER\n", arguments[0]), 2;
  std::vector<std::string> seeds = run_seeds(*target, arguments[2]);
  if (seeds.empty()) return std::fprintf(stderr, "no seeds in %s\n", arguments[2]), 2;
  std::printf("%zu seeds\n", seeds.size());
  if (count > 3)
    std::printf("%zu changed inputs\n",
                run_changed(*target, std::move(seeds), std::strtoul(arguments[3], nullptr, 10)));
  return 0;
}
