// The server's side may not reach the custodian's: a folder of study/ is not given custodian/'s include root, so the
// compiler knows no such header. Compiled with the roots of study/ (cmake/storeys.cmake).
#include "config/config.hpp"
#ifdef WRONG
#include "relink/relink.hpp"
#endif

int main() {}
