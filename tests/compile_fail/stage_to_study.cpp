// No stage knows moniker.yaml.
#include "check/checker.hpp"
#ifdef WRONG
#include "config/config.hpp"
#endif

int main() {}
