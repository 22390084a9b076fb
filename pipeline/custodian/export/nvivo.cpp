// NVivo: a Word file a transcript, the speaker's ID a heading of its own for "Auto Code by Paragraph Style",
// and a classification sheet whose first column has the same IDs (NVivo help, "Automatic coding in
// documents", "Import classification sheets").
#include "export/exporters.hpp"
#include "export/people_table.hpp"
#include "write/writer.hpp"
#include "write/xlsx_table.hpp"

namespace moniker::custodian {

std::vector<ExportFile> export_nvivo(const ExportedStudy& study) {
  std::vector<ExportFile> files;
  for (const ExportedTranscript& transcript : study.transcripts) {
    MemorySink sink;
    const auto writer =
        write::write_format_named("docx", {}, {}).open(sink, {.transcript = transcript.name, .study = study.title});
    for (const ExportedTurn& one : transcript.turns) writer->take(one.turn);
    writer->finish();
    files.push_back({"transcripts/" + transcript.name + ".docx", sink.bytes()});
  }
  if (study.people.empty()) return files;
  const TableRows rows = people_table(study, "Participant");  // the classification's name stands in A1
  files.push_back({"classification-sheet.csv", as_csv(rows)});
  files.push_back({"classification-sheet.txt", as_tabbed(rows)});
  files.push_back({"classification-sheet.xlsx", write::xlsx_table("Participant", rows)});
  return files;
}

std::string_view nvivo_readme() {
  return "How to bring this study into NVivo\n"
         "\n"
         "1. Import > Files: choose all of transcripts/. They are Word files; each speaker's ID is a heading of "
         "its own.\n"
         "2. Select the imported files, then Auto Code > \"Speaker name\"; or, by paragraph style, choose Heading "
         "1. Each ID becomes a\n"
         "   case (or code) with what that person says.\n"
         "3. Import > Classification Sheets: choose classification-sheet.xlsx (Windows), or "
         "classification-sheet.csv (Mac). The name of\n"
         "   the classification, Participant, stands in its first cell; its first column has the IDs of the "
         "headings. Let values be\n"
         "   text, and blank cells be unassigned.\n"
         "4. The coded places of what was replaced are in the REFI-QDA package: moniker export refi-qda.\n";
}

}  // namespace moniker::custodian
