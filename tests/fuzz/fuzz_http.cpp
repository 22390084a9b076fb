// Requests to the page of a review from anybody, answered without a socket: a line "METHOD PATH", a parameter or a
// header a line ("?turn=1", "host: ..."), an empty line, the body. {TOKEN} and {COOKIE} stand for what only the browser
// has that was let in. Whoever has no cookie sees nothing of the study; nothing ends unforeseen; every answer says what
// all must say.
#include <nlohmann/json.hpp>

#include "fuzz/few_study.hpp"
#include "fuzz/fuzzing.hpp"
#include "web/routes.hpp"

using namespace moniker;

namespace {

constexpr int port = 4321;

struct Page {
  fuzz::FewStudy few;
  study::Review review{few.root(), {.run = few.options(), .reviewer = "Ann", .sample = 4}};
  web::Admission admission{};
  std::string token = admission.token(), cookie{};

  Page() {
    admission.on_port(port);
    cookie = web::Admission::cookie_name(port) + "=" + admission.exchange(token).value();
  }
};

void exchange(std::string& text, std::string_view mark, const std::string& by) {
  for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at + by.size()))
    text.replace(at, mark.size(), by);
}

std::string take_line(std::string& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string line = rest.substr(0, end);
  rest.erase(0, end + 1);
  return line;
}

web::Request request_of(std::string text) {
  web::Request request;
  const std::string first = take_line(text);
  request.method = first.substr(0, first.find(' '));
  request.path = first.substr(std::min(first.find(' ') + 1, first.size()));
  for (std::string line = take_line(text); !line.empty(); line = take_line(text)) {
    const bool asks = line.front() == '?';
    const std::size_t at = std::min(line.find(asks ? '=' : ':'), line.size());
    const std::string name = line.substr(asks ? 1 : 0, at - (asks ? 1 : 0));
    const std::size_t value = std::min(line.find_first_not_of(' ', at + 1), line.size());
    (asks ? request.query : request.headers)[name] = line.substr(value);
  }
  request.body = std::move(text);
  return request;
}

/// Few of them, so that the thousandth request finds what the first one found.
void forget_decisions(const StudyLayout& layout) {
  if (std::filesystem::exists(layout.decision(8))) std::filesystem::remove_all(layout.decisions());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Page page;
  std::string text(fuzz::text_of(data, size));
  exchange(text, "{TOKEN}", page.token);
  exchange(text, "{COOKIE}", page.cookie);
  const web::Request request = request_of(std::move(text));
  if (request.path == "/api/apply") return 0;  // that is a run
  const web::Response response = web::answer(request, page.admission, port, page.review);
  fuzz::hold(response.status >= 200 && response.status < 500);
  for (const char* header : {"Content-Security-Policy", "Cache-Control", "X-Content-Type-Options", "X-Frame-Options"})
    fuzz::hold(response.headers.contains(header));
  const bool known = page.admission.knows(request.header("cookie"));
  fuzz::hold(known || response.status >= 400);  // the token was used
  if (response.type == "application/json") {
    fuzz::hold(known && nlohmann::json::accept(response.body));
  } else {
    for (const char* name : {"Brown", "Lloyd", "Shaw"}) fuzz::hold(response.body.find(name) == std::string::npos);
  }
  forget_decisions(page.few.layout());
  return 0;
}
