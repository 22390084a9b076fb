#include "web/server.hpp"

#include <fmt/format.h>
#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

#include "moniker/error.hpp"
#include "web/guard.hpp"
#include "web/routes.hpp"

namespace moniker::web {
namespace {

constexpr const char* loopback = "127.0.0.1";
constexpr std::size_t threads = 8;  // a browser keeps six connections open

std::string lower(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return name;
}

Request request_of(const httplib::Request& asked) {
  Request request{.method = asked.method, .path = asked.path, .body = asked.body};
  for (const auto& [name, value] : asked.params) request.query[name] = value;
  for (const auto& [name, value] : asked.headers) request.headers[lower(name)] = value;
  return request;
}

void put(const Response& response, httplib::Response& out) {
  out.status = response.status;
  for (const auto& [name, value] : response.headers) out.set_header(name, value);
  out.set_content(response.body, response.type);
}

}  // namespace

struct Server::State {
  study::Review& review;
  ServerOptions options;
  Admission admission{};
  httplib::Server http{};
  int port = 0;
  std::mutex one_at_a_time{};
  std::atomic<std::chrono::steady_clock::rep> asked{};  // when somebody with the right to did, last

  State(study::Review& of, ServerOptions with) : review(of), options(with) {}

  void take(const httplib::Request& asked_for, httplib::Response& out) {
    const std::lock_guard lock(one_at_a_time);
    const Response response = answer(request_of(asked_for), admission, port, review);
    if (response.status < 400) touch();
    put(response, out);
  }
  void touch() { asked = std::chrono::steady_clock::now().time_since_epoch().count(); }
  bool is_idle() const {
    const std::chrono::steady_clock::duration last(asked.load());
    return std::chrono::steady_clock::now().time_since_epoch() - last > options.idle;
  }
};

Server::Server(study::Review& review, ServerOptions options) : state_(std::make_unique<State>(review, options)) {
  httplib::Server& http = state_->http;
  http.new_task_queue = [] { return new httplib::ThreadPool(threads); };
  http.set_payload_max_length(longest_body);
  http.set_keep_alive_max_count(1000);
  http.set_keep_alive_timeout(2);
  http.set_read_timeout(5, 0);
  http.set_write_timeout(5, 0);
  http.set_socket_options([](auto) {});  // nobody else may listen on the same port
  // Every request goes the same way, before the library looks for anything itself; a body is read first.
  const auto take = [this](const httplib::Request& asked, httplib::Response& out) { state_->take(asked, out); };
  http.set_pre_routing_handler([take](const httplib::Request& asked, httplib::Response& out) {
    if (asked.method == "POST") return httplib::Server::HandlerResponse::Unhandled;
    take(asked, out);
    return httplib::Server::HandlerResponse::Handled;
  });
  http.Post(".*", take);
  http.set_error_handler([](const httplib::Request&, httplib::Response& out) {
    if (!out.body.empty()) return;
    put(guarded({.status = out.status, .body = "that was not understood\n"}), out);
  });
  http.set_exception_handler([](const httplib::Request&, httplib::Response& out, std::exception_ptr) {
    put(guarded({.status = 500, .body = "moniker met something that it has no words for: reload the page\n"}), out);
  });
  const bool bound = options.port == 0 ? (state_->port = http.bind_to_any_port(loopback)) > 0
                                       : http.bind_to_port(loopback, state_->port = options.port);
  if (!bound)
    throw Error::usage(fmt::format("nobody can listen on port {} of this machine", options.port),
                       "choose another with --port");
  state_->admission.on_port(state_->port);
}

Server::~Server() = default;

std::string Server::address() const {
  return fmt::format("http://{}:{}/?token={}", loopback, state_->port, state_->admission.token());
}

int Server::port() const { return state_->port; }

Ended Server::serve(const std::function<bool()>& stop) {
  state_->touch();
  std::atomic<bool> over{false};
  std::thread answering([&] {
    state_->http.listen_after_bind();
    over = true;
  });
  // What is not running yet cannot be stopped.
  while (!state_->http.is_running() && !over) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  while (!over && !state_->is_idle() && !stop()) std::this_thread::sleep_for(std::chrono::milliseconds(200));
  const Ended ended = state_->is_idle() ? Ended::idle : Ended::stopped;
  state_->http.stop();
  answering.join();
  return ended;
}

}  // namespace moniker::web
