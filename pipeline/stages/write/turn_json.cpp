#include "write/turn_json.hpp"

#include "write/turn_text.hpp"

namespace moniker::write {

nlohmann::ordered_json turn_json(const Utterance& utterance) {
  require_written_part(utterance);
  nlohmann::ordered_json line;
  line["n"] = utterance.number;
  line["speaker"] = speaker_id(utterance.speaker);
  line["start"] = nullptr;
  line["end"] = nullptr;
  if (utterance.time) {
    line["start"] = utterance.time->begin.count();
    line["end"] = utterance.time->end.count();
  }
  return line;
}

std::string_view part_name(Part part) {
  return part == Part::talk ? "talk" : part == Part::matter ? "matter" : "footnote";
}

}  // namespace moniker::write
