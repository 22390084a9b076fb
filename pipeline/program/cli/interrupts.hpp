#pragma once
#include <csignal>

namespace moniker::cli {

/// Ctrl-C and a polite request to end, which wait from now on until somebody asks for them: what is under way is not
/// cut off. Made before threads are started, which inherit it.
class Interrupts {
 public:
  Interrupts();
  bool came();

 private:
  sigset_t signals_;
};

}  // namespace moniker::cli
