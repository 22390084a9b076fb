#include <fmt/format.h>

#include "moniker/utterance.hpp"

std::string show(const moniker::Utterance& utterance) {
#ifdef WRONG
  return fmt::format("{}", utterance);
#else
  return fmt::format("{}", utterance.number);
#endif
}
