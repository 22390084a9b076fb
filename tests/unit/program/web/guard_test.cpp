// What the page's server refuses before it looks at anything, as a table.
#include "web/guard.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace moniker::web;

namespace {

constexpr int port = 4321;

Request asked(std::string method, std::map<std::string, std::string> headers, std::string body = "{}") {
  Request request{
      .method = std::move(method), .path = "/api/decide", .headers = std::move(headers), .body = std::move(body)};
  if (request.method == "GET") request.body.clear();
  request.headers.try_emplace("host", "127.0.0.1:4321");
  return request;
}

const std::string here = "http://127.0.0.1:4321", json = "application/json";

struct Case {
  const char* says;
  Request request;
  int status;  // 0: it may go on
};

}  // namespace

TEST_CASE("requests are refused for whom they come from and where they go") {
  const std::vector<Case> cases = {
      {"a plain read", asked("GET", {}), 0},
      {"typed into the address line", asked("GET", {{"sec-fetch-site", "none"}}), 0},
      {"by the page itself", asked("GET", {{"origin", here}, {"sec-fetch-site", "same-origin"}}), 0},
      {"through a tunnel, by the other name",
       asked("POST", {{"host", "localhost:4321"}, {"origin", "http://localhost:4321"}, {"content-type", json}}), 0},
      {"a decision", asked("POST", {{"origin", here}, {"content-type", json + "; charset=utf-8"}}), 0},
      {"a name that was made to point here", asked("GET", {{"host", "evil.example:4321"}}), 421},
      {"another port's name", asked("GET", {{"host", "127.0.0.1:4322"}}), 421},
      {"no port", asked("GET", {{"host", "127.0.0.1"}}), 421},
      {"no host", asked("GET", {{"host", ""}}), 421},
      {"a longer name", asked("GET", {{"host", "127.0.0.1:4321.evil.example"}}), 421},
      {"another page", asked("GET", {{"origin", "https://evil.example"}}), 403},
      {"another page of this machine", asked("GET", {{"origin", "http://127.0.0.1:8080"}}), 403},
      {"a page of no origin", asked("GET", {{"origin", "null"}}), 403},
      {"the same host by another scheme", asked("GET", {{"origin", "https://127.0.0.1:4321"}}), 403},
      {"a link on another page", asked("GET", {{"sec-fetch-site", "cross-site"}}), 403},
      {"another port of the same host", asked("GET", {{"sec-fetch-site", "same-site"}}), 403},
      {"a decision that says no origin", asked("POST", {{"content-type", json}}), 403},
      {"a decision of another page", asked("POST", {{"origin", "http://evil.example"}, {"content-type", json}}), 403},
      {"a form", asked("POST", {{"origin", here}, {"content-type", "text/plain"}}), 415},
      {"a body that is too long",
       asked("POST", {{"origin", here}, {"content-type", json}}, std::string(longest_body + 1, ' ')), 413},
      {"another method", asked("PUT", {}), 405},
      {"a question about what may be asked", asked("OPTIONS", {{"origin", here}}), 405},
      {"a trace", asked("TRACE", {}), 405},
  };
  for (const Case& one : cases) {
    INFO(one.says);
    const auto refused = refuse(one.request, port);
    CHECK((refused ? refused->status : 0) == one.status);
  }
}

TEST_CASE("the address that was printed gives a cookie and leads to the page") {
  Admission admission;
  admission.on_port(port);
  const Request printed{.method = "GET", .path = "/", .query = {{"token", admission.token()}}};
  const auto way_in = let_in(printed, admission, port);
  REQUIRE(way_in);
  CHECK(way_in->status == 303);
  CHECK(way_in->headers.at("Location") == "/");
  const std::string cookie = way_in->headers.at("Set-Cookie");
  CHECK(cookie.find("; HttpOnly; SameSite=Strict; Path=/") != std::string::npos);
  CHECK(cookie.find(admission.token()) == std::string::npos);
  CHECK(let_in(printed, admission, port)->status == 403);  // once
  Request later{.method = "GET", .path = "/", .headers = {{"cookie", cookie.substr(0, cookie.find(';'))}}};
  CHECK_FALSE(let_in(later, admission, port));
  CHECK_FALSE(keep_out(later, admission));
  later.headers.clear();
  CHECK(keep_out(later, admission)->status == 403);
}

TEST_CASE("every answer tells the browser to keep nothing and to load nothing from elsewhere") {
  const Response response = guarded({.body = "words"});
  CHECK(response.body == "words");
  CHECK(response.headers.at("Cache-Control") == "no-store");
  CHECK(response.headers.at("X-Content-Type-Options") == "nosniff");
  CHECK(response.headers.at("Referrer-Policy") == "no-referrer");
  const std::string& policy = response.headers.at("Content-Security-Policy");
  CHECK(policy.find("default-src 'none'") == 0);
  CHECK(policy.find("frame-ancestors 'none'") != std::string::npos);
  CHECK(policy.find("unsafe") == std::string::npos);
  CHECK(policy.find("http") == std::string::npos);
}
