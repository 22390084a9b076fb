#pragma once
#include <zip.h>

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

// Word documents made on the spot: a package with the few parts that a test needs.

namespace reading {

/// The bytes of a zip archive with these parts, in this order.
inline std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  if (!buffer) throw std::runtime_error("no zip buffer");
  zip_source_keep(buffer);
  zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, nullptr);
  if (!archive) throw std::runtime_error("no zip archive");
  for (const auto& [name, content] : parts) {
    zip_source_t* part = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), part, 0);
    if (index < 0) throw std::runtime_error("no zip part");
    if (name == "mimetype") zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("zip archive not written");
  zip_stat_t status;
  zip_source_stat(buffer, &status);
  std::string bytes(status.size, '\0');
  zip_source_open(buffer);
  if (zip_source_read(buffer, bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size())) {
    throw std::runtime_error("zip archive not read back");
  }
  zip_source_close(buffer);
  zip_source_free(buffer);
  return bytes;
}

inline const std::string spaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";

/// `root` as "w:hdr", "w:comments"...
inline std::string part_of(const std::string& root, const std::string& content) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<" + root + spaces + ">" + content + "</" +
         root + ">";
}

inline std::string relation(const std::string& type, const std::string& target, const std::string& mode = "") {
  static int number = 0;
  return "<Relationship Id=\"rId" + std::to_string(++number) +
         "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\"" +
         target + "\"" + (mode.empty() ? "" : " TargetMode=\"" + mode + "\"") + "/>";
}

inline std::string relations(const std::string& rows) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + rows +
         "</Relationships>";
}

struct Docx {
  std::string body{};                                         // inside w:body
  std::string related{};                                      // relationships of the document
  std::vector<std::pair<std::string, std::string>> others{};  // further parts
  std::string bytes() const {
    std::vector<std::pair<std::string, std::string>> parts = {
        {"[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
        {"_rels/.rels", relations(relation("officeDocument", "word/document.xml"))},
        {"word/document.xml", part_of("w:document", "<w:body>" + body + "<w:sectPr/></w:body>")},
        {"word/_rels/document.xml.rels", relations(related)}};
    parts.insert(parts.end(), others.begin(), others.end());
    return zip_of(parts);
  }
};

// Pieces of WordprocessingML; text must be fit for XML.
inline std::string text(const std::string& words) { return "<w:t xml:space=\"preserve\">" + words + "</w:t>"; }
inline std::string run(const std::string& words, const std::string& properties = "") {
  return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + text(words) + "</w:r>";
}
inline std::string bold(const std::string& words) { return run(words, "<w:b/>"); }
inline std::string paragraph(const std::string& runs, const std::string& properties = "") {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + runs + "</w:p>";
}
inline std::string said_line(const std::string& line) { return paragraph(run(line)); }
inline std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::string xml = "<w:tbl><w:tblPr/><w:tblGrid/>";
  for (const auto& row : rows) {
    xml += "<w:tr>";
    for (const auto& cell : row)
      xml += "<w:tc><w:tcPr/>" + (cell.starts_with("<w:") ? cell : said_line(cell)) + "</w:tc>";
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>";
}

}  // namespace reading
