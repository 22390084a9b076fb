#include "rights/retention_page.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace moniker;
using namespace std::chrono;

namespace {

constexpr sys_days today = 2036y / January / 10;

study::RetentionItem item(const std::string& shown, std::optional<sys_days> due) {
  return {.kind = "deliveries", .shown = shown, .rule = "1 year", .due = due};
}

study::RetentionPage page() {
  study::RetentionPage page{.today = today};
  page.items = {item("late", today - days(3)), item("now", today), item("soon", today + days(5)), item("ever", {})};
  page.items[0].waits = "it is not sealed";
  return page;
}

}  // namespace

TEST_CASE("what has an end, soonest first as given, and why something is still there") {
  CHECK(as_text(page(), no_style) ==
        "  due                             what        which                             rule\n"
        "  2036-01-07  3 days overdue      deliveries  late                              1 year\n"
        "                                  not deleted: it is not sealed\n"
        "  2036-01-10  due today           deliveries  now                               1 year\n"
        "  2036-01-15  5 days left         deliveries  soon                              1 year\n"
        "  -           kept                deliveries  ever                              1 year\n");
}

TEST_CASE("overdue is what needs a person") {
  study::RetentionPage one{.today = today, .items = {item("now", today)}};
  CHECK_FALSE(one.overdue());
  one.today += days(1);
  CHECK(one.overdue());
}

TEST_CASE("what was deleted comes first, with its certificate") {
  study::RetentionPage done{.today = today};
  done.done.deleted = {item("gone", today)};
  done.done.certificate = "retention-2036-01-10";
  CHECK(as_text(done, no_style)
            .starts_with("deleted gone: 1 year\n"
                         "certificate, signed: certificates/retention-2036-01-10.json\n"));
  CHECK(as_json(done)["deleted"][0]["which"] == "gone");
}

TEST_CASE("states and days as JSON") {
  const auto json = as_json(page());
  CHECK(json["as_of"] == "2036-01-10");
  std::vector<std::string> states;
  for (const auto& one : json["items"]) states.push_back(one["state"].get<std::string>());
  CHECK(states == std::vector<std::string>{"overdue", "due", "later", "kept"});
  CHECK(json["items"][0]["days_left"] == -3);
  CHECK(json["items"][0]["waits"] == "it is not sealed");
  CHECK(json["items"][3]["due"].is_null());
}
