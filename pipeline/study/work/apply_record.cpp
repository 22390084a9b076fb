#include "work/apply_record.hpp"

#include <nlohmann/json.hpp>

#include "base/bounded_json.hpp"
#include "base/json_number.hpp"
#include "base/layout.hpp"
#include "moniker/error.hpp"
#include "work/kept_json.hpp"

namespace moniker::study {

std::string to_json(const ApplyRecord& record) {
  nlohmann::ordered_json places = nlohmann::ordered_json::array();
  for (const DoubtfulPlace& place : record.places) places.push_back({place.turn, place.by, place.rule});
  nlohmann::ordered_json json{{"places", places},
                              {"outputs", record.outputs},
                              {"doubtful", record.doubtful},
                              {"replaced", record.replaced},
                              {"proof", kept_json(record.proof)},
                              {"left_out", record.left_out},
                              {"masked", record.masked}};
  if (record.names) json["names"] = *record.names;
  return json.dump();
}

ApplyRecord apply_record_from_json(const std::string& text) {
  try {
    const auto json = parse_json<nlohmann::ordered_json>(text);
    ApplyRecord record;
    record.outputs = json.at("outputs").get<std::vector<std::string>>();
    record.doubtful = whole_number<std::uint64_t>(json.at("doubtful"));
    for (const auto& [label, count] : json.at("replaced").items())
      record.replaced[label] = whole_number<std::uint64_t>(count);
    for (const auto& place : json.at("places"))
      record.places.push_back(
          {whole_number<std::uint64_t>(place.at(0)), place.at(1).get<std::string>(), place.at(2).get<std::string>()});
    record.proof = issues_from(json.at("proof"));
    record.left_out = whole_number<std::uint64_t>(json.at("left_out"));
    record.masked = whole_number(json, "masked", std::uint64_t{0});
    if (json.contains("names")) record.names = json.at("names").get<std::set<std::string>>();
    return record;
  } catch (const std::exception&) {
    throw Error::integrity("an entry of the ledger is damaged",
                           "delete work/ledger.sqlite and run again: it is only a memory of what is done",
                           {StudyLayout{}.ledger().string()});
  }
}

}  // namespace moniker::study
