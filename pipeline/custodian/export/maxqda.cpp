// MAXQDA: focus groups and interviews as text with "ID04: " before each contribution, which its import of
// focus groups codes by speaker (at most 63 characters before the colon), and f4's time at the end of a
// paragraph; the same in one file for the preprocessor (#TEXT, #CODE, #ENDCODE: help, "Structured
// documents"); and tables of variables.
#include <fmt/format.h>

#include <algorithm>

#include "export/exporters.hpp"
#include "export/people_table.hpp"
#include "export/plain_text.hpp"
#include "write/xlsx_table.hpp"

namespace moniker::custodian {
namespace {

constexpr std::string_view groups = "Focus groups", interviews = "Interviews";

/// #00:10:10-2#, tenths of a second.
std::string closing_time(const Utterance& turn) {
  if (!turn.time) return {};
  const auto tenths = turn.time->end.count() / 100;
  return fmt::format(" #{:02}:{:02}:{:02}-{}#", tenths / 36'000, tenths / 600 % 60, tenths / 10 % 60, tenths % 10);
}

std::string paragraph(const ExportedTurn& one, bool spoken) {
  const std::string label = label_before(one, spoken);
  return (label.empty() ? "" : label + ": ") + on_one_line(one.turn.text) + closing_time(one.turn) + "\n";
}

std::string maxqda_document(const ExportedTranscript& transcript) {
  std::string text;
  bool spoken = false;
  for (const ExportedTurn& one : transcript.turns) {
    text += (text.empty() ? "" : "\n") + paragraph(one, spoken);
    spoken = spoken || one.turn.part == Part::talk;
  }
  return text;
}

/// "#" begins the preprocessor's own words, so talk that begins like one is set apart by a blank.
std::string guarded(const std::string& text) { return text.starts_with("#") ? " " + text : text; }

std::string structured(const ExportedStudy& study) {
  std::string text;
  for (const ExportedTranscript& transcript : study.transcripts) {
    text += "#TEXT " + transcript.name + "\n";
    bool spoken = false;
    for (const ExportedTurn& one : transcript.turns) {
      const bool coded = one.turn.part == Part::talk && !one.turn.speaker.empty();
      if (coded) text += "#CODE " + one.turn.speaker + "\n";
      text += guarded(paragraph(one, spoken));
      if (coded) text += "#ENDCODE\n";
      spoken = spoken || one.turn.part == Part::talk;
    }
  }
  return text;
}

const ExportedPerson* person_of(const ExportedStudy& study, const std::string& id) {
  const auto found =
      std::find_if(study.people.begin(), study.people.end(), [&](const ExportedPerson& p) { return p.id == id; });
  return found == study.people.end() ? nullptr : &*found;
}

/// A row a participant of a transcript: of the document where they are alone in it, else of the speaker.
TableRows variables(const ExportedStudy& study, bool of_speakers) {
  TableRows rows = {{"Document group", "Document name"}};
  rows[0].push_back(of_speakers ? "Speaker" : "Participant");
  rows[0].insert(rows[0].end(), study.columns.begin(), study.columns.end());
  for (const ExportedTranscript& transcript : study.transcripts) {
    const bool group = is_group(transcript, study);
    if (group != of_speakers) continue;
    for (const std::string& speaker : speakers_of(transcript)) {
      const ExportedPerson* person = person_of(study, speaker);
      if (!person) continue;
      rows.push_back({std::string(group ? groups : interviews), transcript.name, speaker});
      rows.back().insert(rows.back().end(), person->values.begin(), person->values.end());
    }
  }
  return rows;
}

}  // namespace

std::vector<ExportFile> export_maxqda(const ExportedStudy& study) {
  std::vector<ExportFile> files;
  for (const ExportedTranscript& transcript : study.transcripts) {
    const std::string folder(is_group(transcript, study) ? groups : interviews);
    files.push_back({folder + "/" + transcript.name + ".txt", maxqda_document(transcript)});
  }
  files.push_back({"structured.txt", structured(study)});
  for (const bool of_speakers : {false, true}) {
    const TableRows rows = variables(study, of_speakers);
    const std::string name = of_speakers ? "speaker-variables.xlsx" : "document-variables.xlsx";
    if (rows.size() > 1) files.push_back({name, write::xlsx_table("Variables", rows)});
  }
  return files;
}

std::string_view maxqda_readme() {
  return "How to bring this study into MAXQDA\n"
         "\n"
         "1. Import > Focus Group Transcripts: choose the files of \"Focus groups\" (and of \"Interviews\", if "
         "speakers shall be coded there\n"
         "   too). What stands before the first colon of a paragraph is its speaker, and becomes a code. Times "
         "stand at the end of a\n"
         "   paragraph as f4 writes them (#00:10:10-2#); say yes when MAXQDA asks whether to take them.\n"
         "2. Or all at once: Import > Structured Documents (Preprocessor): choose structured.txt. #TEXT begins a "
         "document, #CODE and\n"
         "   #ENDCODE frame what one speaker says.\n"
         "3. Variables > Import Document Variables: choose document-variables.xlsx. Documents are found by their "
         "group and name, so put\n"
         "   them into document groups called Interviews and Focus groups.\n"
         "4. speaker-variables.xlsx has the same for speakers of focus groups: Variables > Import Focus Group "
         "Speaker Variables.\n"
         "5. The coded places of what was replaced are in the REFI-QDA package: moniker export refi-qda.\n";
}

}  // namespace moniker::custodian
