// The views of a review as JSON, one function each: what the page gets is said here and nowhere else.
#include "review/views_json.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string_view>

#include "base/bounded_json.hpp"
#include "base/json_number.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

constexpr std::size_t most_doubts = 40;  // places of an item that are told with their sentences

double rounded(float score) { return std::round(static_cast<double>(score) * 100) / 100; }

ViewJson piece_json(const Piece& piece) {
  if (!piece.by && piece.label.empty()) return piece.was;
  ViewJson json{{"was", piece.was}, {"begin", piece.begin}};
  if (piece.by) json["by"] = *piece.by;
  if (piece.label.empty()) return json;
  json["label"] = piece.label;
  if (!piece.entity.empty()) json["entity"] = piece.entity;
  json["rule"] = piece.rule;
  json["score"] = rounded(piece.score);
  if (piece.doubtful) json["doubtful"] = true;
  return json;
}

std::string_view part_name(Part part) {
  constexpr std::string_view names[] = {"talk", "matter", "footnote", "header", "footer", "comment"};
  return names[static_cast<std::size_t>(part)];
}

/// Names with how often, most often first.
template <class Counts, class Name>
ViewJson counts_json(const Counts& counts, Name name) {
  std::vector<std::pair<std::string, std::uint64_t>> all;
  all.reserve(counts.size());
  for (const auto& [key, count] : counts) all.emplace_back(name(key), count);
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  ViewJson json = ViewJson::array();
  for (const auto& [key, count] : all) json.push_back({{"name", key}, {"count", count}});
  return json;
}

}  // namespace

ViewJson turn_json(const TalkTurn& turn) {
  ViewJson json{{"turn", turn.number}, {"speaker", turn.speaker}, {"now", turn.now}};
  if (turn.time) json["time"] = turn.time->begin.count();
  if (turn.part != Part::talk) json["part"] = part_name(turn.part);
  if (turn.left_out) json["left_out"] = true;
  json["pieces"] = ViewJson::array();
  for (const Piece& piece : turn.pieces) json["pieces"].push_back(piece_json(piece));
  return json;
}

ViewJson place_json(const ReviewedStudy& reviewed, const SeenPlace& place) {
  return {{"transcript", reviewed.transcripts[place.transcript].id},
          {"turn", place.turn},
          {"begin", place.begin},
          {"occurrence", place.occurrence},
          {"speaker", place.speaker},
          {"before", place.said.before},
          {"words", place.said.words},
          {"after", place.said.after}};
}

ViewJson thing_json(const ReviewedStudy& reviewed, const SeenThing& thing) {
  ViewJson json{
      {"entity", thing.entity}, {"label", thing.label}, {"mentions", thing.mentions}, {"doubtful", thing.doubtful}};
  json["forms"] = counts_json(thing.forms, [](const std::string& form) { return form; });
  json["transcripts"] =
      counts_json(thing.transcripts, [&](std::size_t number) { return reviewed.transcripts[number].id; });
  json["stands_there"] = counts_json(thing.stands_there, [](const std::string& by) { return by; });
  return json;
}

ViewJson item_json(const ReviewedStudy& reviewed, const Survey& survey, const QueueItem& item) {
  ViewJson json{{"key", item.key},
                {"kind", item.kind == QueueItem::Kind::who ? "who" : "doubtful"},
                {"entity", item.entity},
                {"label", item.label},
                {"settles", item.settles}};
  json["thing"] = item.thing ? thing_json(reviewed, *item.thing) : ViewJson();
  json["places"] = ViewJson::array();
  if (item.kind == QueueItem::Kind::who) {
    json["transcript"] = item.transcript;
    json["turn"] = item.turn;
    json["speaks"] = item.speaks;
    json["speaker"] = item.speaker;
    for (const std::string& name : item.could_be) {
      const auto known = survey.things.find({item.label, name});
      ViewJson other{{"name", name}};
      if (known != survey.things.end()) other["forms"] = thing_json(reviewed, known->second)["forms"];
      json["could_be"].push_back(std::move(other));
    }
    if (item.thing) {
      for (const SeenPlace& place : item.thing->first) json["places"].push_back(place_json(reviewed, place));
    }
    return json;
  }
  for (const SeenThing::Doubt& doubt : item.thing->doubts) {
    if (json["places"].size() == most_doubts) break;
    ViewJson place = place_json(reviewed, doubt.place);
    place["rule"] = doubt.rule;
    place["score"] = rounded(doubt.score);
    json["places"].push_back(std::move(place));
  }
  return json;
}

ViewJson entity_json(const ReviewedStudy& reviewed, const FoundEntity& entity) {
  ViewJson json{{"name", entity.name},           {"label", entity.label},
                {"subtype", entity.subtype},     {"registered", entity.registered},
                {"speaks_as", entity.speaks_as}, {"why", entity.why},
                {"asked", entity.asked}};
  if (entity.thing == nullptr) return json;
  json["thing"] = thing_json(reviewed, *entity.thing);
  for (const SeenPlace& place : entity.thing->first) json["places"].push_back(place_json(reviewed, place));
  return json;
}

ViewJson why_json(const WhyFound& why) {
  return {{"for", why.speaks_for}, {"against", why.against}, {"rules", why.rules}};
}

ViewJson decision_json(const Decision& decision, const std::string& words) {
  ViewJson json{
      {"number", decision.number}, {"act", act_name(decision.act)}, {"by", decision.by}, {"at", decision.when}};
  const auto say = [&](const char* name, const std::string& text) {
    if (!text.empty()) json[name] = text;
  };
  say("words", words);
  say("label", decision.label);
  say("transcript", decision.transcript);
  say("entity", decision.shown);
  if (decision.act != Act::signed_off) say("target", decision.target);  // that is a digest
  say("why", decision.why);
  if (decision.place) json["turn"] = decision.place->turn;
  if (decision.undoes) json["undoes"] = decision.undoes;
  if (decision.blind) json["blind"] = true;
  if (decision.undone_by) json["undone_by"] = decision.undone_by;
  return json;
}

Wish wish_from(const std::string& json) {
  try {
    const auto asked = parse_json(json);
    Wish wish{.act = act_named(asked.at("act").get<std::string>())};
    const auto text = [&](const char* name) { return asked.value(name, std::string()); };
    wish.words = text("words");
    wish.label = text("label");
    wish.transcript = text("transcript");
    wish.entity = text("entity");
    wish.speaker = text("speaker");
    wish.target = text("target");
    wish.why = text("why");
    if (asked.contains("turn")) wish.turn = whole_number<std::uint64_t>(asked["turn"]);
    wish.occurrence = whole_number(asked, "occurrence", 0U);
    wish.undoes = whole_number(asked, "undoes", std::uint64_t{0});
    if (asked.contains("seen")) wish.seen = whole_number<std::uint64_t>(asked["seen"]);
    wish.blind = asked.value("blind", false);
    return wish;
  } catch (const nlohmann::json::exception&) {  // its text would quote the request
    throw Error::usage("that is no decision", "reload the page");
  } catch (const std::out_of_range&) {
    throw Error::usage("there is no such decision", "reload the page");
  }
}

}  // namespace moniker::study
