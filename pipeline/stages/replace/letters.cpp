#include "replace/letters.hpp"

namespace moniker::replace {

std::string letters(std::uint32_t number) {
  constexpr std::uint32_t size = 26;
  std::string out;
  for (; number > 0; number = (number - 1) / size)
    out.insert(out.begin(), static_cast<char>('A' + (number - 1) % size));
  return out;
}

}  // namespace moniker::replace
