// Stands in for libFuzzer in ordinary builds: runs every seed of a folder, then seeds changed at random for
// about two seconds. The changes follow from a fixed number, so what failed at one input fails there again.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t longest = 64 * 1024;

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::vector<std::string> seeds_in(const char* folder) {
  std::set<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.insert(entry.path());
  std::vector<std::string> seeds;
  for (const auto& path : files) {
    std::ifstream file(path, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
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

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return std::fprintf(stderr, "usage: %s FOLDER-OF-SEEDS\n", arguments[0]), 2;
  std::vector<std::string> seeds = seeds_in(arguments[1]);
  if (seeds.empty()) return std::fprintf(stderr, "no seeds in %s\n", arguments[1]), 2;
  for (const std::string& seed : seeds) run(seed);
  seeds.emplace_back();
  run("");
  Mutator mutator(seeds);
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(2);
  std::size_t inputs = 0;
  for (; std::chrono::steady_clock::now() < until; ++inputs) run(mutator.next());
  std::printf("%zu changed inputs\n", inputs);
  return 0;
}
