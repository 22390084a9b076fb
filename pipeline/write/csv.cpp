// A table of talk for spreadsheets and statistics programs: RFC 4180, UTF-8, a row a turn. A cell that a
// spreadsheet would take for a formula gets an apostrophe before it
// (https://owasp.org/www-community/attacks/CSV_Injection): people say "=" seldom, but a transcript is no
// place from which to run programs.
#include "write/captions.hpp"
#include "write/turn_text.hpp"
#include "write/writer_functions.hpp"

namespace moniker {
namespace {

std::string cell(std::string_view text) {
  std::string out;
  if (!text.empty() && std::string_view("=+-@\t").find(text.front()) != std::string_view::npos) out = "'";
  out += text;
  if (out.find_first_of(",\"\n\r") == std::string::npos &&
      (out.empty() || (out.front() != ' ' && out.back() != ' ')))
    return out;
  std::string quoted = "\"";
  for (const char c : out) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + '"';
}

class CsvWriter : public Writer {
 public:
  explicit CsvWriter(ByteSink& sink) : sink_(sink) { sink_.write("speaker,start,end,text\r\n"); }

  void take(const Utterance& utterance) override {
    require_written_part(utterance);
    std::string speaker = speaker_id(utterance.speaker);
    if (utterance.part != Part::talk) speaker = label_of(utterance.part);
    std::string lines;
    for (const std::string& line : paragraphs(utterance.text)) lines += (lines.empty() ? "" : "\n") + line;
    const auto time = [&](bool begin) {
      if (!utterance.time) return std::string();
      return caption_clock(begin ? utterance.time->begin : utterance.time->end);
    };
    sink_.write(speaker + ',' + time(true) + ',' + time(false) + ',' + cell(lines) + "\r\n");
  }

  void finish() override {}

 private:
  ByteSink& sink_;
};

}  // namespace

std::unique_ptr<Writer> open_csv(ByteSink& sink, const WriteHeader&) {
  return std::make_unique<CsvWriter>(sink);
}

}  // namespace moniker
