#include <iostream>

#include "moniker/utterance.hpp"

void show(const moniker::Utterance& utterance) {
#ifdef WRONG
  std::cout << utterance;
#else
  std::cout << utterance.number;
#endif
}
