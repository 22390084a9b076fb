// What was told the last time, as a row of the ledger, which is a memory of the study's own: deleting it means that
// all is told as new, and never that something is kept back. The row's hash is keyed by study.key, so that nobody else
// can have the study believe that a trouble was told already.
#include "nights/night_memory.hpp"

#include <nlohmann/json.hpp>

#include "base/bounded_json.hpp"
#include "base/keyed_hash.hpp"
#include "moniker/error.hpp"

namespace moniker::study {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* night_step = "night";
constexpr const char* night_name = "told";
constexpr std::size_t part_digits = 16;

[[noreturn]] void refuse_memory() {
  throw Error::integrity("what the last night told is not as this study wrote it",
                         "somebody changed work/ledger.sqlite: find out who; then delete it, and run again", {});
}

Digest mark_of(const Secret<32>& roots, std::string_view text) { return keyed_hash(roots, "night told", text); }

}  // namespace

std::string to_json(const NightMemory& memory) {
  Json made = Json::object(), waits = Json::array();
  for (const auto& [transcript, of] : memory.made) made[transcript] = of;
  for (const auto& [what, told] : memory.waits) {
    waits.push_back({{"kind", what.first}, {"transcript", what.second}, {"since", told.since}, {"parts", told.parts}});
  }
  return Json{{"day", memory.day}, {"made", std::move(made)}, {"waits", std::move(waits)}}.dump();
}

NightMemory night_memory_from_json(const std::string& text) {
  try {
    const Json json = parse_json<Json>(text);
    NightMemory memory{.day = json.at("day").get<std::string>()};
    for (const auto& [transcript, of] : json.at("made").items()) memory.made[transcript] = of.get<std::string>();
    for (const Json& one : json.at("waits")) {
      memory.waits[{one.at("kind").get<std::string>(), one.at("transcript").get<std::string>()}] = {
          one.at("since").get<std::string>(), one.at("parts").get<std::vector<std::string>>()};
    }
    return memory;
  } catch (const nlohmann::json::exception&) {
    refuse_memory();
  }
}

std::string hash_of_part(const Secret<32>& roots, std::string_view part) {
  return hex(keyed_hash(roots, "night part", part)).substr(0, part_digits);
}

std::optional<NightMemory> read_night_memory(const Ledger& ledger, const Secret<32>& roots) {
  const auto row = ledger.find(night_step, night_name);
  if (!row) return std::nullopt;
  if (row->input != mark_of(roots, row->output)) refuse_memory();
  return night_memory_from_json(row->output);
}

void keep_night_memory(Ledger& ledger, const Secret<32>& roots, const NightMemory& memory) {
  const std::string text = to_json(memory);
  ledger.set(night_step, night_name, mark_of(roots, text), text);
  ledger.settle();
}

}  // namespace moniker::study
