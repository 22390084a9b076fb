#pragma once
#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "review/review.hpp"

namespace moniker::web {

struct ServerOptions {
  int port = 0;                        // 0: any that is free
  std::chrono::seconds idle{30 * 60};  // without a request, before it ends
};

/// Why a server ended.
enum class Ended { idle, stopped };

/// A review on 127.0.0.1, for one browser. It answers one request at a time.
class Server {
 public:
  /// Listens at once. Throws Error{usage} where the port is taken.
  Server(study::Review& review, ServerOptions options);
  ~Server();
  /// What to open: once, and by one browser.
  std::string address() const;
  int port() const;
  /// Answers until nobody has asked for `idle`, or `stop` says so, which is asked a few times a second.
  Ended serve(const std::function<bool()>& stop);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace moniker::web
