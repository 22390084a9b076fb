// One layout that NVivo ("code by speaker name"), MAXQDA ("focus group"), ATLAS.ti ("Name:") and QualCoder
// all read: UTF-8 without BOM, LF, one paragraph a turn, a blank line between, "ID04: talk" with the label at
// the very start, and no other paragraph that could be taken to begin with a label. Paragraphs before the
// first turn stay unlabelled, as heading; later ones get a label of their own, or they would be coded as the
// last speaker's words.
#include "write/turn_text.hpp"
#include "write/writer.hpp"

namespace moniker::write {
namespace {

class TxtWriter : public Writer {
 public:
  TxtWriter(ByteSink& sink, const WriteHeader& header) : sink_(sink) {
    if (const std::string title = heading(header); !title.empty()) unlabelled(Part::matter, title);
  }

  void take(const Utterance& utterance) override {
    require_written_part(utterance);
    const std::string text = one_line(utterance.text);
    if (utterance.part == Part::footnote) {
      footnotes_.push_back(text);
    } else if (utterance.part == Part::matter) {
      unlabelled(Part::matter, text);
    } else {
      spoken_ = true;
      const std::string label = speaker_id(utterance.speaker);
      paragraph(label.empty() ? label_of(Part::talk) : label, text);
    }
  }

  void finish() override {
    for (const std::string& footnote : footnotes_) unlabelled(Part::footnote, footnote);
  }

 private:
  void unlabelled(Part part, const std::string& text) {
    paragraph(spoken_ || looks_labelled(text) ? label_of(part) : std::string_view(), text);
  }

  void paragraph(std::string_view label, const std::string& text) {
    if (!first_) sink_.write("\n");
    first_ = false;
    if (!label.empty()) sink_.write(std::string(label) + (text.empty() ? ":" : ": "));
    sink_.write(text + '\n');
  }

  ByteSink& sink_;
  std::vector<std::string> footnotes_{};  // kept back, they come last
  bool first_ = true, spoken_ = false;
};

}  // namespace

std::unique_ptr<Writer> open_txt(ByteSink& sink, const WriteHeader& header) {
  return std::make_unique<TxtWriter>(sink, header);
}

}  // namespace moniker::write
