#include "replace/keyed_name.hpp"

namespace moniker::replace {
namespace {

constexpr std::string_view alphabet = "BCDFGHJKMPQRTVWXY2346789";
constexpr std::size_t half = 6;  // characters from each 8 bytes: 2^64 is 10^11 times 24^6, so none is likelier
static_assert(alphabet.size() == 24);

}  // namespace

std::string keyed_name(const Digest& keyed) {
  std::string name;
  name.reserve(2 * half);
  for (std::size_t from = 0; from < 16; from += 8) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8 | keyed[from + i];
    for (std::size_t i = 0; i < half; ++i, number /= alphabet.size()) name += alphabet[number % alphabet.size()];
  }
  return name;
}

}  // namespace moniker::replace
