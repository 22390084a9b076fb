// The analysis programs. One more is one file, its function here, and its row below with what the user is told to do.
#include "export/exporters.hpp"

#include <algorithm>

#include "moniker/error.hpp"

namespace moniker::custodian {

Export export_nvivo;
Export export_maxqda;
Export export_atlasti;
Export export_refi_qda;

namespace {

constexpr std::string_view nvivo_readme =
    "How to bring this study into NVivo\n"
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

constexpr std::string_view maxqda_readme =
    "How to bring this study into MAXQDA\n"
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

constexpr std::string_view atlasti_readme =
    "How to bring this study into ATLAS.ti\n"
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

constexpr std::string_view refi_readme =
    "How to open this study in a program that reads REFI-QDA\n"
    "\n"
    "study.qdpx is a project: texts, a case for each participant with the attributes that the study keeps as "
    "variables, sets for\n"
    "interviews and focus groups, codes for speakers and for kinds of words that were replaced, each coded "
    "where it stands.\n"
    "\n"
    "NVivo:     File > Open > study.qdpx, or Import > Project in an open project.\n"
    "MAXQDA:    Home > New Project, then REFI-QDA > Import REFI-QDA Project.\n"
    "ATLAS.ti:  New project > Import project > study.qdpx.\n"
    "QualCoder: Project > Import REFI-QDA project.\n"
    "\n"
    "codebook.qdc has the codes alone, to be merged into a project that is there already.\n";

constexpr Exporter table[] = {
    {"nvivo", export_nvivo, nvivo_readme},
    {"maxqda", export_maxqda, maxqda_readme},
    {"atlasti", export_atlasti, atlasti_readme},
    {"refi-qda", export_refi_qda, refi_readme},
};

}  // namespace

std::span<const Exporter> exporters() { return table; }

const Exporter& exporter_named(std::string_view name) {
  const auto row = std::find_if(std::begin(table), std::end(table), [&](const Exporter& e) { return e.name == name; });
  if (row != std::end(table)) return *row;
  std::string known;
  for (const Exporter& e : table) known += (known.empty() ? "" : ", ") + std::string(e.name);
  throw Error::usage("there is no export for \"" + std::string(name) + "\"", "choose from " + known);
}

}  // namespace moniker::custodian
