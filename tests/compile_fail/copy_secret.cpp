#include "base/secret.hpp"

moniker::Secret<32> moved(moniker::Secret<32>& secret) {
#ifdef WRONG
  return secret;  // a copy: two places to wipe
#else
  return std::move(secret);
#endif
}
