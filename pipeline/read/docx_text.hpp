#pragma once
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "read/docx_parts.hpp"
#include "read/xml_pull.hpp"

namespace moniker {

/// Words of one paragraph of a document, or of a piece of one that is too long to hold.
struct DocxParagraph {
  std::string text{};          // w:tab as \t, w:br as \n
  std::uint32_t number = 0;    // from 1, in the part
  std::uint32_t column = 1;    // of the first byte, in code points of the paragraph
  std::uint32_t emphasis = 0;  // leading bytes that are bold or have a character style; all in a heading
  bool continues = false;      // a further piece
  bool boxed = false;          // stood in a text box
};
using DocxCell = std::vector<DocxParagraph>;

/// What comes next in a part: a paragraph outside tables, or a row of a table. `table`: from 1, 0 outside.
struct DocxBlock {
  std::vector<DocxCell> cells{};  // one cell with one paragraph outside tables
  std::uint32_t table = 0;
};

/// What a part holds that is no plain text, with where it was seen first.
struct DocxTally {
  Issue insertions{.code = IssueCode::docx_insertions, .count = 0};
  Issue deletions{.code = IssueCode::docx_deletions, .count = 0};
  Issue comments{.code = IssueCode::docx_comments, .count = 0};
  Issue hidden{.code = IssueCode::docx_hidden_text, .count = 0};
};

/// The words of one part of a Word document, front to back; holds one paragraph or row (pieces of 64 KiB, at
/// most 1 MiB a row: a longer one comes as paragraphs).
///
/// Taken: runs, insertions, links' and fields' results, text boxes (once, from mc:Choice), equations' text.
/// Left out: deletions and what was moved away (counted), hidden text (counted), field instructions, soft
/// hyphens, properties and their history. Blanks at the ends of a w:t without xml:space="preserve" do not
/// count (ECMA-376 part 1, 17.3.3.31).
class DocxText {
 public:
  DocxText(XmlPull& xml, const DocxStyles& styles, DocxTally& tally)
      : xml_(xml), styles_(styles), tally_(tally) {}
  std::optional<DocxBlock> next();

 private:
  struct Paragraph {
    DocxParagraph out{};
    bool plain_seen = false;  // the emphasis has ended
    bool heading = false, hidden = false, bold = false, mark_deleted = false;
  };
  struct Run {
    bool bold = false, styled = false, hidden = false;
  };

  void start();
  void end();
  void start_word(std::string_view name);
  void start_paragraph();
  void end_paragraph();
  void paragraph_property(std::string_view name);
  void run_property(std::string_view name);
  bool leave_out(std::string_view name);
  void read_text();
  void put(std::string_view text);
  void give(DocxParagraph paragraph);
  void end_row();
  void count(Issue& issue);
  bool off() const;

  XmlPull& xml_;
  const DocxStyles& styles_;
  DocxTally& tally_;
  std::deque<DocxBlock> ready_{};
  std::vector<Paragraph> open_{};          // more than one inside a text box
  std::optional<DocxParagraph> joined_{};  // its end mark was deleted: it goes on with the next
  std::vector<bool> choices_{};            // per open mc:AlternateContent: a branch was taken
  Run run_{};
  bool in_run_ = false, in_paragraph_properties_ = false, row_deleted_ = false, row_long_ = false;
  std::uint32_t paragraphs_ = 0, tables_ = 0, table_depth_ = 0, boxes_ = 0;
  std::vector<DocxCell> row_{};
  std::size_t row_bytes_ = 0;
};

}  // namespace moniker
