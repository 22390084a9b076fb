#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/secret.hpp"

namespace moniker::web {

/// Who may look: whoever brings the one-time token, and from then on the browser that got a cookie for it. Neither is
/// kept longer than the program runs. Compared in constant time. One thread at a time.
class Admission {
 public:
  Admission();
  /// 64 hex digits, for the address that is printed.
  std::string token() const;
  /// The cookie's value, for the right token, once; nothing for anything else.
  std::optional<std::string> exchange(std::string_view token);
  /// Whether a `Cookie` header holds what was given for the token.
  bool knows(std::string_view cookies) const;
  /// Browsers keep cookies by host and not by port, so the port is in its name.
  static std::string cookie_name(int port);
  void on_port(int port) { port_ = port; }

 private:
  Secret<32> token_, cookie_;
  bool exchanged_ = false;
  int port_ = 0;
};

}  // namespace moniker::web
