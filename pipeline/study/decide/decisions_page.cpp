#include "decide/decisions_page.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

std::string where_told(const Decision& decision) {
  if (decision.transcript.empty()) return {};
  if (!decision.place) return fmt::format(" in {}", decision.transcript);
  return fmt::format(" in {}, turn {}", decision.transcript, decision.place->turn + 1);
}

std::string what_told(const Decision& decision) {
  const std::string of = decision.shown.empty() ? "words" : decision.shown;
  switch (decision.act) {
    case Act::replace:
      return fmt::format("{} replaced as {}", of, decision.label);
    case Act::keep:
      return of + " kept";
    case Act::means:
      return fmt::format("{} is {}", decision.shown.empty() ? "a name" : decision.shown,
                         decision.target.empty() ? "the same as another name" : decision.target);
    case Act::apart:
      return (decision.shown.empty() ? "a name" : decision.shown) + " is somebody of their own";
    case Act::supersedes:
      return "stands in the place of " + decision.target;
    case Act::looked:
      return decision.label.empty() ? "a passage read, nothing missed" : "a passage read, missed: " + decision.label;
    case Act::signed_off:
      return "signed off";
    case Act::assigned:
      return "to be reviewed by " + decision.target;
    case Act::undo:
      return fmt::format("decision {} undone", decision.undoes);
  }
  return {};
}

}  // namespace

std::string told(const Decision& decision) { return what_told(decision) + where_told(decision); }

std::string as_text(const DecisionsPage& page, const Style& style) {
  if (page.decisions.empty()) return "Nothing was decided yet.\n";
  std::string text;
  for (const Decision& d : page.decisions) {
    const bool over = d.undone_by != 0;
    text += fmt::format("{}{:>4}  {}  {}{}{}{}\n", over ? style.dim : "", d.number, d.when.substr(0, 10), told(d),
                        d.by.empty() ? "" : ", by " + d.by,
                        over      ? fmt::format(" (undone by {})", d.undone_by)
                        : d.blind ? " (an opinion)"
                                  : "",
                        over ? style.plain : "");
    if (!d.why.empty()) text += fmt::format("      {}{}{}\n", style.dim, d.why, style.plain);
  }
  return text;
}

Json as_json(const DecidedPage& page) {
  const Decision& d = page.decision;
  Json json{{"number", d.number}, {"act", act_name(d.act)}, {"by", d.by}, {"when", d.when}};
  const auto text = [&](const char* name, const std::string& value) {
    if (!value.empty()) json[name] = value;
  };
  text("of", d.shown);
  text("label", d.label);
  text("transcript", d.transcript);
  if (d.place) json["turn"] = d.place->turn + 1;
  text("target", d.target);
  if (d.undoes != 0) json["undoes"] = d.undoes;
  if (d.undone_by != 0) json["undone_by"] = d.undone_by;
  text("why", d.why);
  return json;
}

Json as_json(const DecisionsPage& page) {
  Json list = Json::array();
  for (const Decision& decision : page.decisions) list.push_back(as_json(DecidedPage{decision}));
  return list;
}

std::string as_text(const CarriedPage& page, const Style&) {
  return fmt::format("{} decision{} {}\n", page.decisions, page.decisions == 1 ? "" : "s",
                     page.over ? "taken over" : "written");
}

Json as_json(const CarriedPage& page) { return {{page.over ? "taken_over" : "written", page.decisions}}; }

std::string as_text(const DecidedPage& page, const Style& style) {
  return fmt::format(
      "{}decision {}{}: {}\n  `moniker run` makes the outputs follow; `moniker decide STUDY undo {}` takes it back\n",
      style.bold, page.decision.number, style.plain, told(page.decision), page.decision.number);
}

}  // namespace moniker::study
