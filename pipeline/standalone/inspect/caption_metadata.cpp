// WebVTT (W3C, https://www.w3.org/TR/webvtt1/) has a head, notes and names of cues, none of which is shown to anybody
// who watches: meeting programs put dates, names of meetings and numbers of accounts there.
#include "base/bundle.hpp"
#include "inspect/metadata.hpp"
#include "read/formats/timing_line.hpp"
#include "read/turns/encoding.hpp"
#include "read/turns/line_reader.hpp"

namespace moniker::inspect {

void caption_metadata(const std::filesystem::path& file, MetadataList& into) {
  read::Utf8Source source(open_delivery(file), [](Issue) {});
  read::LineReader lines(source);
  std::string before, note;
  bool head = true, blank = true, payload = false;
  while (const auto line = lines.next()) {
    const std::string& text = line->text;
    if (text.empty()) {
      head = payload = false;
      if (!note.empty()) into.add("note", std::exchange(note, {}));
    } else if (head) {
      if (const auto words = text.starts_with("WEBVTT") ? text.substr(6) : text; !words.empty())
        into.add("line of the head", words);
    } else if (!note.empty()) {
      note += ' ' + text;
    } else if (blank && text.starts_with("NOTE")) {
      note = text.size() > 5 ? text.substr(5) : " ";
    } else if (!payload && read::cue_time(text)) {
      payload = true;
      if (!before.empty()) into.add("name of a caption", before);
    }
    blank = text.empty();
    before = blank || payload || !note.empty() ? std::string() : text;
  }
  if (!note.empty()) into.add("note", note);
}

}  // namespace moniker::inspect
