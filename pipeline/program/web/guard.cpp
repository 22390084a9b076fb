// The page is for one person at one browser. Whatever else can reach the port - another page in that browser, a name
// that was made to point at this machine, somebody else's account on it - is stopped here, before anything is looked
// at. Hosts and origins are compared whole; a request that says nothing of its origin may only read.
#include "web/guard.hpp"

#include <fmt/format.h>

namespace moniker::web {
namespace {

Response refused(int status, std::string why) { return {.status = status, .body = std::move(why) + "\n"}; }

bool is_own_host(const std::string& host, int port) {
  return host == fmt::format("127.0.0.1:{}", port) || host == fmt::format("localhost:{}", port);
}

}  // namespace

std::optional<Response> refuse(const Request& request, int port) {
  const std::string host = request.header("host"), origin = request.header("origin");
  const std::string site = request.header("sec-fetch-site");
  if (!is_own_host(host, port)) return refused(421, "this is not the host that you asked for");
  if (!origin.empty() && origin != "http://" + host) return refused(403, "another page may not ask this");
  if (!site.empty() && site != "same-origin" && site != "none") return refused(403, "another page may not ask this");
  if (request.method != "GET" && request.method != "POST") return refused(405, "only GET and POST");
  if (request.body.size() > longest_body) return refused(413, "that is too long");
  if (request.method == "POST") {
    if (origin.empty()) return refused(403, "a decision has to say which page it comes from");
    if (!request.header("content-type").starts_with("application/json")) return refused(415, "only JSON");
  }
  return std::nullopt;
}

std::optional<Response> let_in(const Request& request, Admission& admission, int port) {
  if (request.method != "GET" || request.path != "/" || !request.query.contains("token")) return std::nullopt;
  const std::optional<std::string> cookie = admission.exchange(request.asked("token"));
  if (!cookie) return refused(403, "this address was used already, or never was one: start `moniker review` again");
  return Response{.status = 303,
                  .headers = {{"Location", "/"},
                              {"Set-Cookie", fmt::format("{}={}; HttpOnly; SameSite=Strict; Path=/",
                                                         Admission::cookie_name(port), *cookie)}}};
}

std::optional<Response> keep_out(const Request& request, const Admission& admission) {
  if (admission.knows(request.header("cookie"))) return std::nullopt;
  return refused(403, "open the address that `moniker review` printed");
}

Response guarded(Response response) {
  auto& headers = response.headers;
  headers["Content-Security-Policy"] =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; "
      "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
  headers["Cache-Control"] = "no-store";
  headers["X-Content-Type-Options"] = "nosniff";
  headers["X-Frame-Options"] = "DENY";
  headers["Referrer-Policy"] = "no-referrer";
  headers["Cross-Origin-Opener-Policy"] = "same-origin";
  headers["Cross-Origin-Resource-Policy"] = "same-origin";
  headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), clipboard-read=()";
  return response;
}

}  // namespace moniker::web
