#pragma once
#include "review/review.hpp"
#include "web/admission.hpp"
#include "web/message.hpp"

namespace moniker::web {

/// Answers one request: what is refused, the way in, the page's files, the views, decisions. Never throws; whatever
/// goes wrong is told without a word of any transcript.
Response answer(const Request& request, Admission& admission, int port, study::Review& review);

}  // namespace moniker::web
