// A table of talk for spreadsheets and statistics programs: RFC 4180, UTF-8, a row a turn. A
// transcript is no place from which to run programs: see csv_cell.
#include "base/csv_cell.hpp"
#include "write/captions.hpp"
#include "write/turn_text.hpp"
#include "write/writer.hpp"

namespace moniker::write {
namespace {

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
    sink_.write(speaker + ',' + time(true) + ',' + time(false) + ',' + csv_cell(lines) + "\r\n");
  }

  void finish() override {}

 private:
  ByteSink& sink_;
};

}  // namespace

std::unique_ptr<Writer> open_csv(ByteSink& sink, const WriteHeader&) { return std::make_unique<CsvWriter>(sink); }

}  // namespace moniker::write
