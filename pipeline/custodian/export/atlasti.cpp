// ATLAS.ti: "@ID04: talk", which its focus group coding finds without taking "for example:" for a speaker,
// each turn below its time as #hh:mm:ss.s#; and a table of what is known of the participants.
#include <fmt/format.h>

#include "export/exporters.hpp"
#include "export/people_table.hpp"
#include "export/plain_text.hpp"
#include "write/xlsx_table.hpp"

namespace moniker::custodian {
namespace {

std::string time_line(const Utterance& turn) {
  if (!turn.time) return {};
  const auto tenths = turn.time->begin.count() / 100;
  return fmt::format("#{:02}:{:02}:{:02}.{}#\n", tenths / 36'000, tenths / 600 % 60, tenths / 10 % 60, tenths % 10);
}

std::string atlasti_document(const ExportedTranscript& transcript) {
  std::string text;
  bool spoken = false;
  for (const ExportedTurn& one : transcript.turns) {
    const std::string label = label_before(one, spoken);
    if (!text.empty()) text += '\n';
    text += time_line(one.turn) + (label.empty() ? "" : "@" + label + ": ") + on_one_line(one.turn.text) + "\n";
    spoken = spoken || one.turn.part == Part::talk;
  }
  return text;
}

}  // namespace

std::vector<ExportFile> export_atlasti(const ExportedStudy& study) {
  std::vector<ExportFile> files;
  for (const ExportedTranscript& transcript : study.transcripts) {
    const std::string folder = is_group(transcript, study) ? "focus-groups/" : "interviews/";
    files.push_back({folder + transcript.name + ".txt", atlasti_document(transcript)});
  }
  if (!study.people.empty())
    files.push_back({"participants.xlsx", write::xlsx_table("Participants", people_table(study, "Participant"))});
  return files;
}

std::string_view atlasti_readme() {
  return "How to bring this study into ATLAS.ti\n"
         "\n"
         "1. Import & Export > Import > Documents: choose the files of interviews/ and focus-groups/.\n"
         "2. Search & Code > Focus Group Coding: choose the documents and the pattern @Name:. Each ID becomes a "
         "code with what that person\n"
         "   says. Times stand above each turn as #hh:mm:ss.s#.\n"
         "3. participants.xlsx has a row for each ID, for document groups and code groups by role, gender or "
         "whatever the study keeps.\n"
         "4. The coded places of what was replaced, and the participants' attributes, are in the REFI-QDA "
         "package, which ATLAS.ti\n"
         "   imports as well: moniker export refi-qda.\n";
}

}  // namespace moniker::custodian
