// Requests answered without a socket, over a small study that has been run.
#include "web/routes.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "steps/steps.hpp"
#include "unit/study/steps/small_study.hpp"

using namespace moniker;
using moniker::test::SmallStudy;
using moniker::web::Request;
using moniker::web::Response;

namespace {

/// A browser that has come in.
class Browser {
 public:
  explicit Browser(study::Review& review) : review_(review) {
    admission_.on_port(port);
    const std::string set = get("/", {{"token", admission_.token()}}).headers.at("Set-Cookie");
    cookie_ = set.substr(0, set.find(';'));
  }
  Response get(const std::string& path, std::map<std::string, std::string> query = {}) {
    return send({.method = "GET", .path = path, .query = std::move(query)});
  }
  Response post(const std::string& path, const std::string& body) {
    return send({.method = "POST",
                 .path = path,
                 .headers = {{"origin", "http://127.0.0.1:4321"}, {"content-type", "application/json"}},
                 .body = body});
  }
  Response send(Request request) {
    request.headers.try_emplace("host", "127.0.0.1:4321");
    if (!cookie_.empty()) request.headers.try_emplace("cookie", cookie_);
    return web::answer(request, admission_, port, review_);
  }
  void forget() { cookie_.clear(); }

 private:
  static constexpr int port = 4321;
  web::Admission admission_;
  study::Review& review_;
  std::string cookie_{};
};

nlohmann::json json_of(const Response& response) { return nlohmann::json::parse(response.body); }

}  // namespace

TEST_CASE("a review answers its page, its views and its decisions, and nobody else") {
  const SmallStudy small;
  study::run_study(*small.open());
  study::Review review(small.root(), {.run = small.options(), .reviewer = "Ann"});
  Browser browser(review);

  {  // the page and its files
    CHECK(browser.get("/").type == "text/html; charset=utf-8");
    CHECK(browser.get("/review.css").type == "text/css; charset=utf-8");
    CHECK(browser.get("/review_app.js").type == "text/javascript; charset=utf-8");
    for (const char* path : {"/moniker.yaml", "/../moniker.yaml", "/review_app.js/", "/keys/study.key", "//"})
      CHECK(browser.get(path).status == 404);
  }

  {  // every view
    for (const char* view : {"overview", "queue", "people", "left_alone", "sample", "team", "decisions"}) {
      INFO(view);
      const Response response = browser.get(std::string("/api/") + view);
      CHECK(response.status == 200);
      CHECK(response.headers.at("Cache-Control") == "no-store");
      CHECK(json_of(response).is_object());
    }
    const auto talk = json_of(browser.get("/api/talk", {{"transcript", "T02"}}));
    CHECK(talk["turns"].size() > 20);
    CHECK(browser.get("/api/why", {{"transcript", "T02"}, {"turn", "1"}, {"begin", "0"}}).status == 200);
  }

  {  // what is not there, and what is no question, says so without a word of any transcript
    CHECK(browser.get("/api/nothing").status == 404);
    CHECK(browser.get("/api/decide").status == 404);  // a decision is no question
    CHECK(json_of(browser.get("/api/talk", {{"transcript", "T99"}}))["what"] == "the study has no such transcript");
    CHECK(browser.get("/api/why", {{"transcript", "T02"}, {"turn", "-1"}}).status == 409);
    CHECK(browser.get("/api/why", {{"transcript", "T02"}, {"turn", "999999"}, {"begin", "0"}}).status == 409);
    for (const char* body : {"", "[]", "{", "{\"act\":\"burn\"}", "{\"act\":\"keep\",\"turn\":\"x\"}"})
      CHECK(browser.post("/api/decide", body).status == 409);
    CHECK(browser.post("/api/elsewhere", "{}").status == 409);
  }

  {  // a decision is somebody's, is told, and is undone
    const auto entry = json_of(browser.post("/api/decide", R"({"act":"keep","words":"garden"})"));
    CHECK(entry["by"] == "Ann");
    CHECK(json_of(browser.get("/api/decisions"))["decisions"].size() == 1);
    CHECK(browser.post("/api/decide", R"({"act":"undo","undoes":1})").status == 200);
    CHECK(json_of(browser.get("/api/decisions"))["decisions"][0]["undone_by"] == 2);
    CHECK(browser.post("/api/reviewer", R"({"name":""})").status == 200);
    CHECK(browser.post("/api/decide", R"({"act":"keep","words":"garden"})").status == 409);
  }

  {  // without its cookie it gets nothing
    browser.forget();
    for (const char* path : {"/", "/review_app.js", "/api/overview", "/api/talk", "/nothing"}) {
      INFO(path);
      const Response response = browser.get(path);
      CHECK(response.status == 403);
      CHECK(response.body == "open the address that `moniker review` printed\n");
    }
    CHECK(browser.post("/api/decide", R"({"act":"keep","words":"garden"})").status == 403);
  }
}
