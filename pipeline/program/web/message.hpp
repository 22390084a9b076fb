#pragma once
#include <map>
#include <string>

namespace moniker::web {

/// What a browser asks. Names of headers are in lower case; of two of one name the last counts.
struct Request {
  std::string method{}, path{};
  std::map<std::string, std::string> query{}, headers{};
  std::string body{};

  /// Empty where it was not sent.
  std::string header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
  }
  std::string asked(const std::string& name) const {
    const auto found = query.find(name);
    return found == query.end() ? std::string() : found->second;
  }
};

struct Response {
  int status = 200;
  std::string type = "text/plain; charset=utf-8";
  std::string body{};
  std::map<std::string, std::string> headers{};
};

}  // namespace moniker::web
