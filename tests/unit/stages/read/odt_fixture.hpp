#pragma once
#include "docx_fixture.hpp"

// OpenDocument texts made on the spot.

namespace reading {

struct Odt {
  std::string body{};    // inside office:text
  std::string styles{};  // inside office:automatic-styles of content.xml
  std::string pages{};   // inside the master page of styles.xml
  std::vector<std::pair<std::string, std::string>> others{};
  std::string doctype{};  // of content.xml

  static std::string names() {
    return " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
           " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
           " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
           " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
           " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
           " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
           " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
           " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
           " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";
  }

  /// The same as one file; `meta` inside office:meta.
  std::string flat(const std::string& meta = "") const {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document" + names() +
           " office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:meta>" + meta +
           "</office:meta><office:automatic-styles>" + styles + "</office:automatic-styles><office:master-styles>" +
           "<style:master-page>" + pages + "</style:master-page></office:master-styles><office:body><office:text>" +
           body + "</office:text></office:body></office:document>";
  }

  std::string bytes() const {
    std::vector<std::pair<std::string, std::string>> parts = {
        {"mimetype", "application/vnd.oasis.opendocument.text"},
        {"content.xml", doctype + "<office:document-content" + names() + "><office:automatic-styles>" + styles +
                            "</office:automatic-styles><office:body><office:text>" + body +
                            "</office:text></office:body></office:document-content>"},
        {"styles.xml", "<office:document-styles" + names() + "><office:master-styles><style:master-page>" + pages +
                           "</style:master-page></office:master-styles></office:document-styles>"}};
    for (const auto& [name, content] : others) {
      const bool xml = name.ends_with(".xml");
      parts.push_back({name, xml ? "<root" + names() + ">" + content + "</root>" : content});
    }
    return zip_of(parts);
  }
};

inline std::string odt_paragraph(const std::string& content, const std::string& style = "") {
  return "<text:p" + (style.empty() ? "" : " text:style-name=\"" + style + "\"") + ">" + content + "</text:p>";
}
inline std::string odt_span(const std::string& style, const std::string& content) {
  return "<text:span text:style-name=\"" + style + "\">" + content + "</text:span>";
}
inline std::string odt_style(const std::string& name, const std::string& properties) {
  const std::string said = "><style:text-properties " + properties + "/></style:style>";
  const std::string head = "<style:style style:name=\"" + name + "\" style:family=";
  return head + "\"text\"" + said + head + "\"paragraph\"" + said;
}

}  // namespace reading
