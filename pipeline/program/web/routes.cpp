// The table of what may be asked for. A row is a method, a path, and what of the review answers.
#include "web/routes.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/bounded_json.hpp"
#include "moniker/error.hpp"
#include "review/views_json.hpp"
#include "web/assets.hpp"
#include "web/guard.hpp"

namespace moniker::web {
namespace {

using study::Review;
using Json = Review::Json;

std::uint64_t number(const Request& request, const char* name) {
  const std::string text = request.asked(name);
  std::uint64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size())
    throw Error::usage("a number is missing in what was asked", "reload the page");
  return value;
}

Json why(Review& review, const Request& request) {
  return review.why(request.asked("transcript"), number(request, "turn"),
                    static_cast<std::uint32_t>(number(request, "begin")));
}

/// Words travel in a body, since addresses are remembered by browsers.
std::string text_of(const Request& request, const char* name) {
  const auto body = parse_any_json(request.body);
  if (!body.is_object() || !body.contains(name) || !body[name].is_string())
    throw Error::usage("something is missing in what was asked", "reload the page");
  return body[name].get<std::string>();
}

Json call_reviewer(Review& review, const Request& request) {
  review.call_reviewer(text_of(request, "name"));
  return {{"reviewer", text_of(request, "name")}};
}

struct Route {
  std::string_view method, path;
  Json (*answers)(Review&, const Request&);
};
constexpr Route routes[] = {
    {"GET", "/api/overview", [](Review& review, const Request&) { return review.overview(); }},
    {"GET", "/api/talk", [](Review& review, const Request& asks) { return review.talk(asks.asked("transcript")); }},
    {"GET", "/api/why", why},
    {"GET", "/api/queue", [](Review& review, const Request&) { return review.queue(); }},
    {"GET", "/api/people", [](Review& review, const Request&) { return review.people(); }},
    {"GET", "/api/left_alone", [](Review& review, const Request&) { return review.left_alone(); }},
    {"GET", "/api/sample", [](Review& review, const Request&) { return review.sample(); }},
    {"GET", "/api/team", [](Review& review, const Request&) { return review.team(); }},
    {"GET", "/api/decisions", [](Review& review, const Request&) { return review.decisions(); }},
    {"POST", "/api/elsewhere",
     [](Review& review, const Request& asks) { return review.elsewhere(text_of(asks, "words")); }},
    {"POST", "/api/reviewer", call_reviewer},
    {"POST", "/api/apply", [](Review& review, const Request&) { return review.apply(); }},
    {"POST", "/api/decide",
     [](Review& review, const Request& asks) { return review.decide(study::wish_from(asks.body)); }},
};

Response json(int status, const Json& document) {
  return {.status = status,
          .type = "application/json",
          .body = document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

Response ask(const Request& request, Review& review) {
  const auto* const route = std::find_if(std::begin(routes), std::end(routes), [&](const Route& one) {
    return one.path == request.path && one.method == request.method;
  });
  if (route == std::end(routes)) return {.status = 404, .body = "there is no such view\n"};
  try {
    return json(200, route->answers(review, request));
  } catch (const Error& error) {
    return json(409, {{"what", error.problem().what}, {"remedy", error.problem().remedy}});
  } catch (const std::exception&) {
    // The text of a foreign exception might quote what it stumbled over.
    return json(500, {{"what", "moniker met something that it has no words for"},
                      {"remedy", "reload the page, and give the command again"}});
  }
}

}  // namespace

Response answer(const Request& request, Admission& admission, int port, study::Review& review) {
  if (auto refused = refuse(request, port)) return guarded(std::move(*refused));
  if (auto cookie = let_in(request, admission, port)) return guarded(std::move(*cookie));
  if (auto refused = keep_out(request, admission)) return guarded(std::move(*refused));
  if (request.path.starts_with("/api/")) return guarded(ask(request, review));
  return guarded(request.method == "GET" ? asset(request.path) : Response{.status = 404});
}

}  // namespace moniker::web
