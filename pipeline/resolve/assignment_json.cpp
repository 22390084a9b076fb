#include "resolve/assignment_json.hpp"

#include <nlohmann/json.hpp>

#include "moniker/error.hpp"

namespace moniker {
namespace {

using Json = nlohmann::ordered_json;

Json entity_json(const Entity& e) {
  return Json::array({e.label, e.subtype, e.number, e.participant, e.form, e.gender});
}

Entity entity_from(const Json& json) {
  return {json.at(0), json.at(1), json.at(2).get<std::uint32_t>(), json.at(3), json.at(4), json.at(5)};
}

template <class Key, std::size_t... I>
Json key_json(const Key& key, std::index_sequence<I...>) {
  return Json::array({std::get<I>(key)...});
}

/// Rows of the key's parts and the index.
template <class Map>
Json rows_json(const Map& map) {
  using Key = typename Map::key_type;
  Json rows = Json::array();
  for (const auto& [key, index] : map) {
    Json row = key_json(key, std::make_index_sequence<std::tuple_size_v<Key>>());
    row.push_back(index);
    rows.push_back(std::move(row));
  }
  return rows;
}

template <class Key, std::size_t... I>
Key key_from(const Json& row, std::index_sequence<I...>) {
  return Key(row.at(I).template get<std::string>()...);
}

template <class Map>
void rows_from(const Json& rows, std::size_t entities, Map& map) {
  using Key = typename Map::key_type;
  constexpr std::size_t parts = std::tuple_size_v<Key>;
  for (const Json& row : rows) {
    const auto index = row.at(parts).get<std::uint32_t>();
    if (index >= entities) throw std::out_of_range("index");
    map.emplace(key_from<Key>(row, std::make_index_sequence<parts>()), index);
  }
}

}  // namespace

std::string to_json(const Assignment& assignment) {
  Json entities = Json::array();
  for (const Entity& entity : assignment.entities) entities.push_back(entity_json(entity));
  return Json({{"entities", std::move(entities)},
               {"transcripts", assignment.transcripts},
               {"people", assignment.people},
               {"speakers", rows_json(assignment.speakers)},
               {"forms", rows_json(assignment.forms)},
               {"local_forms", rows_json(assignment.local_forms)}})
      .dump();
}

Assignment assignment_from_json(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    Assignment assignment;
    for (const Json& entity : json.at("entities")) assignment.entities.push_back(entity_from(entity));
    const std::size_t count = assignment.entities.size();
    assignment.transcripts = json.at("transcripts").get<decltype(assignment.transcripts)>();
    assignment.people = json.at("people").get<decltype(assignment.people)>();
    for (const auto& [key, index] : assignment.people) {
      if (index >= count) throw std::out_of_range("index");
    }
    rows_from(json.at("speakers"), count, assignment.speakers);
    rows_from(json.at("forms"), count, assignment.forms);
    rows_from(json.at("local_forms"), count, assignment.local_forms);
    return assignment;
  } catch (const std::exception&) {  // the library's own words quote the text
    throw Error({.fault = Fault::integrity,
                 .file = {},
                 .at = {},
                 .what = "the assignment is damaged",
                 .remedy = "run `moniker assign` again"});
  }
}

}  // namespace moniker
