#include "export/plain_text.hpp"

#include "base/utf8.hpp"
#include "write/turn_text.hpp"

namespace moniker::custodian {

std::string on_one_line(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t length = std::max<std::size_t>(1, point.length);
    const bool ends = (point.value >= 0x0A && point.value <= 0x0D) || point.value == 0x85 || point.value == 0x2028 ||
                      point.value == 0x2029;
    if (ends)
      out += ' ';
    else
      out.append(text, at, length);
    at += length;
  }
  return out;
}

std::string label_before(const ExportedTurn& turn, bool spoken) {
  if (turn.turn.part == Part::talk) {
    return turn.turn.speaker.empty() ? std::string(write::label_of(Part::talk)) : turn.turn.speaker;
  }
  const bool labelled = turn.turn.part == Part::footnote || spoken || write::looks_labelled(turn.turn.text);
  return labelled ? std::string(write::label_of(turn.turn.part)) : std::string();
}

PlainText plain_text(const ExportedTranscript& transcript) {
  PlainText out;
  std::uint64_t at = 0;
  bool spoken = false;
  const auto put = [&](const std::string& text) {
    out.text += text;
    at += count_code_points(text);
  };
  for (const ExportedTurn& one : transcript.turns) {
    if (!out.text.empty()) put("\n");
    PlacedTurn placed{.whole = {at, at}, .speaker = one.turn.part == Part::talk ? one.turn.speaker : std::string()};
    const std::string label = label_before(one, spoken);
    if (!label.empty()) put(label + ": ");
    for (const ExportedMark& mark : one.marks) out.marks.push_back({{at + mark.begin, at + mark.end}, mark});
    put(on_one_line(one.turn.text));
    placed.whole.end = at;
    put("\n");
    out.turns.push_back(std::move(placed));
    spoken = spoken || one.turn.part == Part::talk;
  }
  return out;
}

}  // namespace moniker::custodian
