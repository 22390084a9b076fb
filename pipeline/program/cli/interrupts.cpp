#include "cli/interrupts.hpp"

#include <ctime>

namespace moniker::cli {

Interrupts::Interrupts() {
  sigemptyset(&signals_);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals_, signal);
  pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
}

bool Interrupts::came() {
  const timespec at_once{};
  return sigtimedwait(&signals_, nullptr, &at_once) > 0;
}

}  // namespace moniker::cli
