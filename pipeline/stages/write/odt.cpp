// OpenDocument text (OASIS ODF 1.3): as the .docx, the speaker's ID as a heading, the talk below it. The
// mimetype stands first and stored, so that the file is known by its first bytes (part 2, 3.3). Keeps the
// document until finish().
#include "write/turn_text.hpp"
#include "write/writer.hpp"
#include "write/xml_builder.hpp"
#include "write/zip_package.hpp"

namespace moniker::write {
namespace {

constexpr std::string_view mimetype = "application/vnd.oasis.opendocument.text";
constexpr std::string_view manifest =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>
)";
constexpr std::string_view odt_styles =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3"><office:styles><style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt" fo:language="en" fo:country="GB"/></style:default-style><style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.2cm"/></style:style><style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Standard"><style:text-properties fo:font-size="16pt" fo:font-weight="bold"/></style:style><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Standard" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.1cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style></office:styles></office:document-styles>
)";

class ContentXml {
 public:
  ContentXml() {
    xml_.start("office:document-content")
        .attribute("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0")
        .attribute("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0")
        .attribute("office:version", "1.3");
    xml_.start("office:body").start("office:text");
  }

  void paragraph(const char* style, std::string_view text) {
    xml_.start("text:p").attribute("text:style-name", style);
    words(text);
    xml_.end();
  }
  void heading(std::string_view text) {
    xml_.start("text:h").attribute("text:style-name", "Heading_20_1").attribute("text:outline-level", "1");
    words(text);
    xml_.end();
  }
  std::string finish() { return xml_.finish(); }

 private:
  /// Blanks at a paragraph's ends and behind one another collapse (part 3, 6.1.2), so they are elements, as
  /// tabs are.
  void words(std::string_view text) {
    std::string run;
    const auto put = [&] {
      if (!run.empty()) xml_.text(run);
      run.clear();
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
      const bool collapses =
          text[at] == ' ' && (at == 0 || at + 1 == text.size() || text[at - 1] == ' ' || text[at - 1] == '\t');
      if (text[at] != '\t' && !collapses) {
        run += text[at];
        continue;
      }
      put();
      xml_.start(text[at] == '\t' ? "text:tab" : "text:s").end();
    }
    put();
  }

  XmlBuilder xml_{};
};

const PackageMould& odt_package() {
  static const PackageMould mould({{"mimetype", std::string(mimetype)},
                                   {"META-INF/manifest.xml", std::string(manifest)},
                                   {"content.xml", ""},
                                   {"styles.xml", std::string(odt_styles)}},
                                  2);
  return mould;
}

class OdtWriter : public Writer {
 public:
  OdtWriter(ByteSink& sink, const WriteHeader& header) : sink_(sink) {
    if (const std::string title = heading(header); !title.empty()) content_.paragraph("Title", title);
  }

  void take(const Utterance& utterance) override {
    require_written_part(utterance);
    if (utterance.part == Part::footnote) {
      footnotes_.push_back(utterance.text);
    } else if (utterance.part == Part::matter) {
      if (spoken_) content_.heading(label_of(Part::matter));
      body(utterance.text);
    } else {
      spoken_ = true;
      const std::string label = speaker_id(utterance.speaker);
      content_.heading(label.empty() ? label_of(Part::talk) : std::string_view(label));
      body(utterance.text);
    }
  }

  void finish() override {
    for (const std::string& footnote : footnotes_) {
      content_.heading(label_of(Part::footnote));
      body(footnote);
    }
    sink_.write(odt_package().fill(content_.finish()));
  }

 private:
  void body(const std::string& text) {
    for (const std::string& paragraph : paragraphs(text)) content_.paragraph("Standard", paragraph);
  }

  ByteSink& sink_;
  ContentXml content_{};
  std::vector<std::string> footnotes_{};
  bool spoken_ = false;
};

}  // namespace

std::unique_ptr<Writer> open_odt(ByteSink& sink, const WriteHeader& header) {
  return std::make_unique<OdtWriter>(sink, header);
}

}  // namespace moniker::write
