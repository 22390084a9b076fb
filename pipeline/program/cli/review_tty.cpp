// The queue without a browser. A question is asked anew until it is answered or passed over; what is wrong with an
// answer is told, and decides nothing.
#include "cli/review_tty.hpp"

#include <fmt/format.h>

#include <istream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "base/json_number.hpp"
#include "base/shown_text.hpp"
#include "decide/desk.hpp"

namespace moniker::cli {
namespace {

using Json = study::Review::Json;
using study::Act;
using study::Wish;

std::string text_of(const Json& json, const char* name) { return shown_text(json.value(name, std::string())); }

/// How an item is called: by its commonest form, or by whom it stands for.
std::string title_of(const Json& item) {
  if (item["thing"].is_object() && !item["thing"]["forms"].empty()) return text_of(item["thing"]["forms"][0], "name");
  const std::string speaker = text_of(item, "speaker");
  return speaker.empty() ? text_of(item, "entity") : speaker;
}

class Asking {
 public:
  Asking(study::Review& review, Terminal& terminal, std::istream& answers)
      : review_(review), terminal_(terminal), answers_(answers) {}

  void run() {
    while (const std::optional<Json> item = next()) {
      show(*item);
      std::string typed;
      if (!std::getline(answers_, typed) || typed == "q") return;
      take(*item, typed);
    }
    terminal_.print("nothing is open\n");
  }

 private:
  std::optional<Json> next() {
    const Json queue = review_.queue();
    for (const Json& item : queue["items"]) {
      if (!item.contains("decided") && !passed_.contains(item["key"].get<std::string>())) return item;
    }
    return std::nullopt;
  }

  void show(const Json& item) {
    const Style& style = terminal_.out_style();
    std::string page = fmt::format("\n{}{}{}  {}, {} to settle\n", style.bold, title_of(item), style.plain,
                                   text_of(item, "label"), whole_number<std::uint64_t>(item["settles"]));
    std::size_t shown = 0;
    for (const Json& place : item["places"]) {
      if (shown++ == 5) break;
      page += fmt::format("  {}{}, turn {}{}  {}{}{}{}{}\n", style.dim, text_of(place, "transcript"),
                          whole_number<std::uint64_t>(place["turn"]) + 1, style.plain, text_of(place, "before"),
                          style.yellow, text_of(place, "words"), style.plain, text_of(place, "after"));
    }
    terminal_.print(page + choices(item));
  }

  static std::string choices(const Json& item) {
    std::string line;
    if (item["kind"] == "who") {
      std::size_t number = 0;
      for (const Json& one : item["could_be"]) line += fmt::format("{} {}, ", ++number, text_of(one, "name"));
      return line + "d somebody else, n not now, u undo, q leave: ";
    }
    return fmt::format("r replace as {}, k keep in clear, d somebody else, n not now, u undo, q leave: ",
                       text_of(item, "label"));
  }

  void take(const Json& item, const std::string& typed) {
    if (typed == "n") {
      passed_.insert(item["key"].get<std::string>());
      return;
    }
    const std::optional<Wish> wish = typed == "u" ? undoing() : wish_of(item, typed);
    if (!wish) return terminal_.say("that is none of these\n");
    try {
      const Json decided = review_.decide(*wish);
      if (wish->act != Act::undo) taken_.push_back(whole_number<std::uint64_t>(decided["number"]));
    } catch (const Error& error) {
      terminal_.complain(error.problem());
    }
  }

  std::optional<Wish> undoing() {
    if (taken_.empty()) return std::nullopt;
    const std::uint64_t last = taken_.back();
    taken_.pop_back();
    return Wish{.act = Act::undo, .undoes = last};
  }

  static std::optional<Wish> wish_of(const Json& item, const std::string& typed) {
    Wish wish;
    if (item["kind"] == "who" && item["speaks"].get<bool>()) {
      wish.speaker = item["speaker"].get<std::string>();
      wish.transcript = item["transcript"].get<std::string>();
    } else if (!item["entity"].get<std::string>().empty()) {
      wish.entity = item["entity"].get<std::string>();
    } else {
      wish.words = item["thing"]["forms"][0]["name"].get<std::string>();
    }
    if (typed == "d") {
      wish.act = Act::apart;
      return wish;
    }
    if (item["kind"] == "who") {
      const std::size_t number = typed.size() == 1 ? static_cast<std::size_t>(typed[0] - '1') : item.size();
      if (number >= item["could_be"].size()) return std::nullopt;
      wish.act = Act::means;
      wish.target = item["could_be"][number]["name"].get<std::string>();
      return wish;
    }
    if (typed != "r" && typed != "k") return std::nullopt;
    wish.act = typed == "r" ? Act::replace : Act::keep;
    if (typed == "r") wish.label = item["label"].get<std::string>();
    return wish;
  }

  study::Review& review_;
  Terminal& terminal_;
  std::istream& answers_;
  std::set<std::string> passed_{};
  std::vector<std::uint64_t> taken_{};
};

}  // namespace

void review_in_terminal(study::Review& review, Terminal& terminal, std::istream& answers) {
  Asking(review, terminal, answers).run();
}

}  // namespace moniker::cli
