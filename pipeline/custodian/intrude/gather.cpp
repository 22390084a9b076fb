// From what was opened to what an intruder sees. Marks are code points in a sealed file, and bytes here.
#include "intrude/gather.hpp"

#include <algorithm>
#include <set>

#include "base/csv.hpp"
#include "base/csv_cell.hpp"
#include "base/utf8.hpp"

namespace moniker::custodian {
namespace {

std::uint32_t byte_of(std::string_view text, std::uint64_t code_points) {
  std::size_t at = 0;
  for (; code_points > 0 && at < text.size(); --code_points)
    at += std::max<std::uint32_t>(1, code_point_at(text, at).length);
  return static_cast<std::uint32_t>(at);
}

intruder::SeenTurn seen_turn(const ExportedTurn& turn) {
  intruder::SeenTurn seen{.speaker = turn.turn.speaker, .text = turn.turn.text};
  for (const ExportedMark& mark : turn.marks)
    seen.marks.push_back(
        {{byte_of(turn.turn.text, mark.begin), byte_of(turn.turn.text, mark.end)}, mark.label, mark.entity});
  std::sort(seen.marks.begin(), seen.marks.end(),
            [](const auto& a, const auto& b) { return a.bytes.begin < b.bytes.begin; });
  return seen;
}

std::string named_cell(const std::vector<CsvRow>& rows, const CsvRow& row, std::string_view column) {
  for (std::size_t i = 0; i < rows.front().cells.size() && i < row.cells.size(); ++i) {
    if (rows.front().cells[i].text == column) return std::string(without_guard(row.cells[i].text));
  }
  return {};
}

std::vector<std::string> cut_aliases(const std::string& cell) {
  std::vector<std::string> aliases;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find(';', at), cell.size());
    const std::size_t begin = std::min(cell.find_first_not_of(' ', at), end);
    if (end > begin) aliases.push_back(cell.substr(begin, end - begin));
    at = end + 1;
  }
  return aliases;
}

}  // namespace

intruder::SeenOutputs seen_outputs(const ExportedStudy& study) {
  intruder::SeenOutputs seen{.participant_prefix = study.participant_prefix, .columns = study.columns};
  std::set<std::string> speakers;
  for (const ExportedTranscript& transcript : study.transcripts) {
    intruder::SeenTranscript& one = seen.transcripts.emplace_back();
    one.name = transcript.name;
    for (const ExportedTurn& turn : transcript.turns) one.turns.push_back(seen_turn(turn));
    for (std::string& speaker : speakers_of(transcript)) speakers.insert(std::move(speaker));
  }
  for (const ExportedPerson& person : study.people) {
    if (is_numbered_id(person.id, study.participant_prefix) && speakers.contains(person.id))
      seen.people.push_back({person.id, person.values});
  }
  return seen;
}

std::vector<intruder::Original> originals_of(std::string_view csv, const std::string& file) {
  const auto rows = parse_csv(csv, file);
  std::vector<intruder::Original> originals;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto cell = [&](std::string_view column) { return named_cell(rows, rows[i], column); };
    intruder::Original one{.pseudonym = cell("pseudonym"),
                           .label = cell("label"),
                           .name = cell("name"),
                           .number = cell("study_number"),
                           .aliases = cut_aliases(cell("aliases")),
                           .form = cell("form"),
                           .surrogate = cell("surrogate")};
    if (!one.label.empty()) originals.push_back(std::move(one));
  }
  return originals;
}

}  // namespace moniker::custodian
