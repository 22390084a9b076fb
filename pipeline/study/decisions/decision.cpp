// A decision as a line of JSON, and what two decisions have to do with each other.
#include "decisions/decision.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "base/bounded_json.hpp"
#include "base/json_number.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::pair<Act, std::string_view>, 9> act_names{{{Act::replace, "replace"},
                                                                     {Act::keep, "keep"},
                                                                     {Act::means, "means"},
                                                                     {Act::apart, "apart"},
                                                                     {Act::supersedes, "supersedes"},
                                                                     {Act::looked, "looked"},
                                                                     {Act::signed_off, "signed off"},
                                                                     {Act::assigned, "assigned"},
                                                                     {Act::undo, "undo"}}};

Json json_of(const HashedName& name) { return {name.label, name.hash, name.transcript}; }
HashedName hashed_name_from(const Json& json) {
  return {json.at(0).get<std::string>(), json.at(1).get<std::string>(), json.at(2).get<std::string>()};
}

bool is_of_words(Act act) { return act == Act::replace || act == Act::keep; }
bool is_of_names(Act act) { return act == Act::means || act == Act::apart; }

template <class T>
bool share(const std::vector<T>& one, const std::vector<T>& other) {
  return std::any_of(one.begin(), one.end(),
                     [&](const T& item) { return std::find(other.begin(), other.end(), item) != other.end(); });
}

}  // namespace

std::string_view act_name(Act act) { return act_names[static_cast<std::size_t>(act)].second; }

Act act_named(std::string_view name) {
  for (const auto& [act, spelled] : act_names) {
    if (spelled == name) return act;
  }
  throw std::out_of_range("no decision is called so");
}

bool same_object(const Decision& one, const Decision& other) {
  if (one.transcript != other.transcript) return false;
  if (is_of_words(one.act) && is_of_words(other.act)) return one.place == other.place && share(one.forms, other.forms);
  if (is_of_names(one.act) && is_of_names(other.act)) return share(one.names, other.names);
  if (one.act != other.act) return false;
  return one.act == Act::looked ? one.place == other.place : one.act != Act::undo;
}

bool contrary(const Decision& one, const Decision& other) {
  return same_object(one, other) &&
         (one.act != other.act || one.label != other.label || one.target != other.target || one.like != other.like);
}

bool covers(const Decision& later, const Decision& earlier) {
  const auto within = [](const auto& some, const auto& all) {
    return std::all_of(some.begin(), some.end(),
                       [&](const auto& item) { return std::find(all.begin(), all.end(), item) != all.end(); });
  };
  return same_object(earlier, later) && within(earlier.forms, later.forms) && within(earlier.names, later.names);
}

std::string to_line(const Decision& decision) {
  Json json{{"number", decision.number}, {"act", act_name(decision.act)}, {"before", decision.before}};
  const auto text = [&](const char* name, const std::string& value) {
    if (!value.empty()) json[name] = value;
  };
  for (const WordsDecided& form : decision.forms)
    json["forms"].push_back({{"words", form.words}, {"capital", form.capital}});
  text("label", decision.label);
  text("transcript", decision.transcript);
  text("file", decision.file);
  if (decision.place) {
    const PlaceInTalk& place = *decision.place;
    json["place"] = {{"turn", place.turn},
                     {"occurrence", place.occurrence},
                     {"said", place.said},
                     {"before", place.before},
                     {"after", place.after}};
  }
  for (const HashedName& name : decision.names) json["names"].push_back(json_of(name));
  text("target", decision.target);
  if (decision.like) json["like"] = json_of(*decision.like);
  text("shown", decision.shown);
  if (decision.undoes != 0) json["undoes"] = decision.undoes;
  if (decision.blind) json["blind"] = true;
  text("by", decision.by);
  text("when", decision.when);
  text("why", decision.why);
  return json.dump();
}

Decision decision_from(std::string_view line) {
  const Json json = parse_json<Json>(line);
  const auto text = [&](const char* name) { return json.value(name, std::string()); };
  Decision decision{.number = whole_number<std::uint64_t>(json.at("number")),
                    .act = act_named(json.at("act").get<std::string>())};
  for (const Json& form : json.value("forms", Json::array()))
    decision.forms.push_back({form.at("words").get<std::vector<std::string>>(), form.at("capital").get<bool>()});
  decision.label = text("label");
  decision.transcript = text("transcript");
  decision.file = text("file");
  if (json.contains("place")) {
    const Json& place = json.at("place");
    decision.place =
        PlaceInTalk{whole_number<std::uint64_t>(place.at("turn")), whole_number<std::uint32_t>(place.at("occurrence")),
                    place.at("said").get<std::string>(), place.at("before").get<std::string>(),
                    place.at("after").get<std::string>()};
  }
  for (const Json& name : json.value("names", Json::array())) decision.names.push_back(hashed_name_from(name));
  decision.target = text("target");
  if (json.contains("like")) decision.like = hashed_name_from(json.at("like"));
  decision.shown = text("shown");
  decision.undoes = whole_number(json, "undoes", std::uint64_t{0});
  decision.blind = json.value("blind", false);
  decision.by = text("by");
  decision.when = text("when");
  decision.why = text("why");
  decision.before = text("before");
  return decision;
}

}  // namespace moniker::study
