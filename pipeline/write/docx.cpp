// Word, made for NVivo's auto coding by paragraph style: the speaker's ID stands alone in a "Heading 1"
// paragraph, the talk below it in plain ones. What nobody is named for gets a heading too once somebody has
// spoken, or it would be coded as theirs. Keeps the whole document, as XML, until finish(): a ZIP part's
// length comes before its bytes.
#include <libxml/xmlwriter.h>

#include <new>

#include "base/utf8.hpp"
#include "write/docx_parts.hpp"
#include "write/turn_text.hpp"
#include "write/writer_functions.hpp"
#include "write/zip_package.hpp"

namespace moniker {
namespace {

const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }

struct FreeBuffer {
  void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
};
struct FreeWriter {
  void operator()(xmlTextWriter* writer) const { xmlFreeTextWriter(writer); }
};

/// XML 1.0 (2.2 Char) has no room for other control characters, nor for U+FFFE and U+FFFF: a blank stands for
/// each.
std::string with_xml_characters(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const bool barred =
        (point.value < 0x20 && point.value != '\t') || point.value == 0xFFFE || point.value == 0xFFFF;
    if (barred || point.length == 0)
      out += ' ';
    else
      out += text.substr(at, point.length);
    at += std::max<std::uint32_t>(1, point.length);
  }
  return out;
}

/// word/document.xml, paragraph by paragraph. libxml2's functions give -1 when memory runs out.
class DocumentXml {
 public:
  DocumentXml()
      : buffer_(xmlBufferCreate()), writer_(buffer_ ? xmlNewTextWriterMemory(buffer_.get(), 0) : nullptr) {
    if (!writer_) throw std::bad_alloc();
    xmlBufferSetAllocationScheme(buffer_.get(), XML_BUFFER_ALLOC_DOUBLEIT);  // else each addition copies all
    must(xmlTextWriterStartDocument(writer_.get(), "1.0", "UTF-8", "yes"));
    start("w:document");
    attribute("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    start("w:body");
  }

  /// The style is named even where it is Normal: docx2txt knows a paragraph's end by its having properties.
  void paragraph(const char* style, std::string_view text) {
    start("w:p");
    start("w:pPr");
    start("w:pStyle");
    attribute("w:val", style);
    end();
    end();
    start("w:r");
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t tab = std::min(text.find('\t', at), text.size());
      if (tab > at) run_text(text.substr(at, tab - at));
      if (tab < text.size()) {
        start("w:tab");
        end();
      }
      at = tab + 1;
    }
    end();
    end();
  }

  std::string finish() {
    must(xmlTextWriterEndDocument(writer_.get()));
    writer_.reset();  // flushes
    return {reinterpret_cast<const char*>(xmlBufferContent(buffer_.get())),
            static_cast<std::size_t>(xmlBufferLength(buffer_.get()))};
  }

 private:
  static void must(int result) {
    if (result < 0) throw std::bad_alloc();
  }
  void start(const char* name) { must(xmlTextWriterStartElement(writer_.get(), xml(name))); }
  void end() { must(xmlTextWriterEndElement(writer_.get())); }
  void attribute(const char* name, const char* value) {
    must(xmlTextWriterWriteAttribute(writer_.get(), xml(name), xml(value)));
  }
  /// Without xml:space="preserve" outer blanks are dropped.
  void run_text(std::string_view text) {
    start("w:t");
    attribute("xml:space", "preserve");
    must(xmlTextWriterWriteString(writer_.get(), xml(with_xml_characters(text).c_str())));
    end();
  }

  std::unique_ptr<xmlBuffer, FreeBuffer> buffer_;
  std::unique_ptr<xmlTextWriter, FreeWriter> writer_;  // after the buffer it writes to
};

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
    sink_.write(zip_package({{"[Content_Types].xml", std::string(docx_content_types)},
                             {"_rels/.rels", std::string(docx_package_relations)},
                             {"word/document.xml", document_.finish()},
                             {"word/_rels/document.xml.rels", std::string(docx_document_relations)},
                             {"word/styles.xml", std::string(docx_styles)}}));
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

}  // namespace moniker
