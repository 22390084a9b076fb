// The custodian's side holds no study.key, and sees nothing that does.
#include "relink/relink.hpp"
#ifdef WRONG
#include "keys/keys.hpp"
#endif

int main() {}
