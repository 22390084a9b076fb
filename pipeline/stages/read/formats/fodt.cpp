// OpenDocument text as one flat XML file (OASIS ODF 1.3 part 3, 3.1.2): properties, styles with headers and footers,
// then the text, all in one stream. Pictures stand in it as text that is no talk, and objects as documents of their
// own.
#include <deque>

#include "base/text.hpp"
#include "read/formats/formats.hpp"
#include "read/formats/odt_text.hpp"
#include "read/turns/document_turns.hpp"

namespace moniker::read {
namespace {

constexpr std::string_view save_flat = "open the document in a word processor, save it again as .odt and deliver that";

class FlatOdtReader : public Reader {
 public:
  FlatOdtReader(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options)
      : xml_(source, "text of the .fodt", save_flat, XmlPull::Doctype::bare),
        text_(xml_, styles_, tally_, side_, OdtText::Form::flat),
        turns_([this] { return text_.next(); }, side_, tally_, options, issues) {}

  std::optional<Utterance> next() override { return turns_.next(); }

 private:
  OdtStyles styles_{};
  DocumentTally tally_{};
  std::deque<SideText> side_{};
  XmlPull xml_;
  OdtText text_;
  DocumentTurns turns_;
};

}  // namespace

bool claims_fodt(const Head& head) {
  const std::string_view text = trimmed(head.text);
  return text.starts_with("<") && text.find("<office:document") != std::string_view::npos &&
         text.find("office:mimetype=\"application/vnd.oasis.opendocument.text\"") != std::string_view::npos;
}

std::unique_ptr<Reader> open_fodt(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<FlatOdtReader>(source, issues, options);
}

}  // namespace moniker::read
