// Word, made for NVivo's auto coding by paragraph style: the speaker's ID stands alone in a "Heading 1"
// paragraph, the talk below it in plain ones. What nobody is named for gets a heading too once somebody has
// spoken, or it would be coded as theirs. Keeps the whole document, as XML, until finish(): a ZIP part's
// length comes before its bytes. The package is the smallest that word processors open without repair (ECMA-376 part 1,
// 11.3.10 and part 2): no document properties, no settings, no fonts, no revision ids.
#include "write/docx_styles.hpp"
#include "write/office_package.hpp"
#include "write/turn_text.hpp"
#include "write/writer.hpp"
#include "write/xml_builder.hpp"
#include "write/zip_package.hpp"

namespace moniker::write {
namespace {

/// word/document.xml, paragraph by paragraph.
class DocumentXml {
 public:
  DocumentXml() {
    xml_.start("w:document")
        .attribute("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main")
        .start("w:body");
  }

  /// The style is named even where it is Normal: docx2txt knows a paragraph's end by its having properties.
  void paragraph(const char* style, std::string_view text) {
    xml_.start("w:p").start("w:pPr").start("w:pStyle").attribute("w:val", style).end().end().start("w:r");
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t tab = std::min(text.find('\t', at), text.size());
      // Without xml:space="preserve" outer blanks are dropped.
      if (tab > at) xml_.start("w:t").attribute("xml:space", "preserve").text(text.substr(at, tab - at)).end();
      if (tab < text.size()) xml_.start("w:tab").end();
      at = tab + 1;
    }
    xml_.end().end();
  }

  std::string finish() { return xml_.finish(); }

 private:
  XmlBuilder xml_{};
};

const PackageMould& docx_package() {
  static const PackageMould mould(
      {{"[Content_Types].xml", office_content_types({{"word/document.xml", "wordprocessingml.document.main"},
                                                     {"word/styles.xml", "wordprocessingml.styles"}})},
       {"_rels/.rels", office_relations({{"officeDocument", "word/document.xml"}})},
       {"word/document.xml", ""},
       {"word/_rels/document.xml.rels", office_relations({{"styles", "styles.xml"}})},
       {"word/styles.xml", std::string(docx_styles)}},
      2);
  return mould;
}

class DocxWriter : public Writer {
 public:
  DocxWriter(ByteSink& sink, const WriteHeader& header) : sink_(sink) {
    if (const std::string title = heading(header); !title.empty()) document_.paragraph("Title", title);
  }

  void take(const Utterance& utterance) override {
    require_written_part(utterance);
    if (utterance.part == Part::footnote) {
      footnotes_.push_back(utterance.text);
    } else if (utterance.part == Part::matter) {
      if (spoken_) document_.paragraph("Heading1", label_of(Part::matter));
      body(utterance.text);
    } else {
      spoken_ = true;
      const std::string label = speaker_id(utterance.speaker);
      document_.paragraph("Heading1", label.empty() ? label_of(Part::talk) : label);
      body(utterance.text);
    }
  }

  void finish() override {
    for (const std::string& footnote : footnotes_) {
      document_.paragraph("Heading1", label_of(Part::footnote));
      body(footnote);
    }
    sink_.write(docx_package().fill(document_.finish()));
  }

 private:
  void body(const std::string& text) {
    for (const std::string& paragraph : paragraphs(text)) document_.paragraph("Normal", paragraph);
  }

  ByteSink& sink_;
  DocumentXml document_{};
  std::vector<std::string> footnotes_{};
  bool spoken_ = false;
};

}  // namespace

std::unique_ptr<Writer> open_docx(ByteSink& sink, const WriteHeader& header) {
  return std::make_unique<DocxWriter>(sink, header);
}

}  // namespace moniker::write
