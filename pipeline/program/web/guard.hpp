#pragma once
#include <optional>

#include "web/admission.hpp"
#include "web/message.hpp"

namespace moniker::web {

/// Requests are larger than this only in malice: the largest is a decision.
constexpr std::size_t longest_body = 16 * 1024;

/// What is refused whoever asks: another host's name (a page that had its name point here), another page's request, a
/// method that nothing is for, a body that is too long. Nothing: it may go on.
std::optional<Response> refuse(const Request& request, int port);

/// The answer to the address that was printed: a cookie for the token, and the page's own address. Nothing where no
/// token was brought.
std::optional<Response> let_in(const Request& request, Admission& admission, int port);

/// The same for whoever has no cookie.
std::optional<Response> keep_out(const Request& request, const Admission& admission);

/// An answer with what every answer says to the browser: keep nothing, run and load nothing but what comes from here,
/// stand in no other page, tell nobody where one came from.
Response guarded(Response response);

}  // namespace moniker::web
