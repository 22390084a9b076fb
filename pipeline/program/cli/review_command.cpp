#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "base/json_number.hpp"
#include "cli/command.hpp"
#include "cli/interrupts.hpp"
#include "cli/review_tty.hpp"
#include "cli/study_key.hpp"
#include "review/review.hpp"
#include "web/server.hpp"

namespace moniker::cli {
namespace {

study::ReviewOptions review_options(const Arguments& arguments, const Terminal& terminal) {
  return {.run = {.rules = terminal.rules_folder(arguments.value("rules")),
                  .cache = terminal.cache_folder(),
                  .key = study_key(arguments, terminal),
                  .clock = [] { return std::chrono::system_clock::now(); },
                  .by = Terminal::user()},
          .reviewer = arguments.value("reviewer"),
          .sample = arguments.number("sample", 120)};
}

web::ServerOptions server_options(const Arguments& arguments) {
  const unsigned port = arguments.number("port", 0);
  if (port > 65535) throw Error::usage("--port wants a number up to 65535", "leave it out for one that is free");
  return {.port = static_cast<int>(port), .idle = std::chrono::minutes(arguments.number("idle", 30))};
}

void review_in_browser(study::Review& review, const Arguments& arguments, Terminal& terminal) {
  Interrupts interrupts;
  web::Server server(review, server_options(arguments));
  terminal.print(fmt::format("open, once and in one browser\n\n  {}\n\n", server.address()));
  terminal.say(
      fmt::format("from another machine, begin with  ssh -L {0}:127.0.0.1:{0} THIS-MACHINE\n"
                  "it ends with Ctrl-C, and when nothing was asked for {1} minutes\n",
                  server.port(), arguments.number("idle", 30)));
  const web::Ended ended = server.serve([&] { return interrupts.came(); });
  terminal.say(ended == web::Ended::idle ? "nobody asked for anything any more: ended\n" : "ended\n");
}

/// What the queue asks, by numbers and pseudonyms alone: what goes to a pipe may end in a file.
nlohmann::ordered_json nameless(const nlohmann::ordered_json& item) {
  nlohmann::ordered_json told{{"kind", item["kind"]}, {"label", item["label"]}, {"settles", item["settles"]}};
  told["entity"] = item["entity"].get<std::string>().empty() ? nlohmann::ordered_json() : item["entity"];
  told["could_be"] = nlohmann::ordered_json::array();
  if (item.contains("could_be")) {
    for (const auto& one : item["could_be"]) told["could_be"].push_back(one["name"]);
  }
  told["places"] = nlohmann::ordered_json::array();
  for (const auto& place : item["places"])
    told["places"].push_back(
        {{"transcript", place["transcript"]}, {"turn", whole_number<std::uint64_t>(place["turn"]) + 1}});
  told["decided"] = item.contains("decided");
  return told;
}

int tell_queue(study::Review& review, Terminal& terminal) {
  auto items = nlohmann::ordered_json::array();
  std::size_t open = 0;
  const auto queue = review.queue();
  for (const auto& item : queue["items"]) {
    items.push_back(nameless(item));
    open += items.back()["decided"].get<bool>() ? 0 : 1;
  }
  terminal.print(
      nlohmann::ordered_json{{"open", open}, {"decided_since_run", review.waiting()}, {"items", items}}.dump(2) + "\n");
  return open > 0 ? 1 : 0;
}

}  // namespace

int run_review(const Arguments& arguments, Terminal& terminal) {
  study::ReviewOptions options = review_options(arguments, terminal);
  const bool tty = arguments.has("tty");
  for (const char* other : {"tty", "apply"}) {
    if (arguments.has("json") && arguments.has(other))
      throw Error::usage(fmt::format("--json and --{} do not go together", other),
                         "--json says what there is to ask, and ends");
  }
  if (tty && options.reviewer.empty()) options.reviewer = Terminal::user();
  study::Review review(arguments.rest.front(), std::move(options));
  if (arguments.has("json")) return tell_queue(review, terminal);
  if (tty) {
    review_in_terminal(review, terminal, std::cin);
  } else {
    review_in_browser(review, arguments, terminal);
  }
  if (arguments.has("apply") && review.waiting() > 0) review.apply();
  return 0;
}

}  // namespace moniker::cli
