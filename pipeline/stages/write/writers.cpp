// The formats that are written. One more is one file, its function here and its row below.
#include "write/writer.hpp"

namespace moniker::write {

OpenWriter open_txt;
OpenWriter open_docx;
OpenWriter open_odt;
OpenWriter open_vtt;
OpenWriter open_srt;
OpenWriter open_csv;
OpenWriter open_html;
OpenWriter open_jsonl;
OpenWriter open_marked;

namespace {

constexpr WriteFormat table[] = {
    {"txt", ".txt", false, open_txt, "plain text, one paragraph a turn: NVivo, MAXQDA, ATLAS.ti, QualCoder"},
    {"docx", ".docx", false, open_docx, "Word, a heading with the speaker's ID before each turn: NVivo's auto coding"},
    {"odt", ".odt", false, open_odt, "OpenDocument, laid out as the .docx: LibreOffice"},
    {"vtt", ".vtt", true, open_vtt, "WebVTT captions with voices; only where the source has times"},
    {"srt", ".srt", true, open_srt, "SubRip captions, speakers before a colon; only where the source has times"},
    {"csv", ".csv", false, open_csv, "a table of speaker, start, end and text: spreadsheets and statistics"},
    {"html", ".html", false, open_html, "one page to read, without scripts or anything from elsewhere"},
    {"jsonl", ".jsonl", false, open_jsonl, "one JSON object a turn, for programs"},
};

}  // namespace

const WriteFormat& marked_format() {
  static constexpr WriteFormat format{"marked", ".marked.jsonl", false, open_marked,
                                      "the turns with what was replaced in them, for `moniker export`"};
  return format;
}

std::span<const WriteFormat> write_formats() { return table; }

const WriteFormat& write_format_named(std::string_view name, const std::string& file, Position at) {
  std::string known;
  for (const WriteFormat& row : table) {
    if (row.name == name) return row;
    known += (known.empty() ? "" : ", ") + std::string(row.name);
  }
  throw Error::usage("there is no output format \"" + std::string(name) + "\"", "choose from " + known, {file, at});
}

}  // namespace moniker::write
