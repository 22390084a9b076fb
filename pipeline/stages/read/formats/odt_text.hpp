#pragma once
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "read/formats/odt_styles.hpp"
#include "read/formats/xml_pull.hpp"
#include "read/turns/document_block.hpp"
#include "read/turns/side_text.hpp"

namespace moniker::read {

/// The words of content.xml or styles.xml (OASIS ODF 1.3 part 3), front to back; holds one paragraph or row.
///
/// Taken: paragraphs, headings, lists, tables, text boxes, what fields show. Notes, comments, headers and
/// footers go to `side`. Left out: what tracked changes deleted (counted), hidden text (counted),
/// forms (counted), descriptions of pictures. White space collapses as 6.1.2 says.
class OdtText {
 public:
  enum class Form { package, flat };  // flat: properties, pictures and objects stand in the same file; counted
  OdtText(XmlPull& xml, OdtStyles& styles, DocumentTally& tally, std::deque<SideText>& side, Form form = Form::package)
      : xml_(xml), styles_(styles), tally_(tally), side_(side), form_(form) {}
  std::optional<DocumentBlock> next();

 private:
  struct Paragraph {
    DocumentParagraph out{};
    bool heading = false, plain_seen = false, after_blank = true;
    bool field_hides = false;  // a field in it that hides the whole
  };
  struct Span {  // what counts inside it: the innermost style that says something
    bool bold = false, hidden = false;
  };

  struct Aside {
    Part part{};
    std::size_t outside = 0;  // paragraphs that were open when it began
  };

  /// A table's columns as they are declared, and which of them the next cell stands in.
  struct Columns {
    std::vector<std::pair<std::size_t, std::size_t>> hidden{};  // first and behind the last
    std::size_t declared = 0, at = 0;
    int hidden_groups = 0;
  };

  bool reads() const;
  void start();
  void end();
  bool start_cargo(std::string_view name);
  void count_names();
  bool start_hidden(std::string_view name);
  void skip_counting(Issue& issue);
  void open_span(const OdtStyle& style, Span around);
  bool start_table(std::string_view name);
  bool start_hidden_cells(std::string_view name);
  std::size_t repeated(std::string_view attribute) const;
  bool start_aside(std::string_view name);
  void start_paragraph(bool heading);
  void end_paragraph();
  void put(std::string_view text);
  void put_blanks();
  void append(std::string_view text);
  void give(DocumentParagraph paragraph);
  void end_row();
  void count(Issue& issue) const;

  XmlPull& xml_;
  OdtStyles& styles_;
  DocumentTally& tally_;
  std::deque<SideText>& side_;
  Form form_;
  std::deque<DocumentBlock> ready_{};
  std::vector<Paragraph> open_{};  // more than one inside a note or a text box
  std::vector<Span> spans_{};
  std::vector<Aside> asides_{};
  std::vector<Columns> columns_{};  // of the tables that are open
  std::vector<DocumentCell> row_{};
  std::size_t row_bytes_ = 0;
  std::uint32_t paragraphs_ = 0, tables_ = 0, table_depth_ = 0, boxes_ = 0;
};

}  // namespace moniker::read
