#pragma once
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "read/formats/docx_branches.hpp"
#include "read/formats/docx_chunks.hpp"
#include "read/formats/docx_styles.hpp"
#include "read/formats/docx_tables.hpp"
#include "read/formats/xml_pull.hpp"
#include "read/turns/document_block.hpp"

namespace moniker::read {

/// What a part holds that is no plain text, with where it was seen first.
struct DocxTally {
  Issue insertions{.code = IssueCode::document_insertions, .count = 0};
  Issue deletions{.code = IssueCode::document_deletions, .count = 0};
  Issue comments{.code = IssueCode::document_comments, .count = 0};
  Issue hidden{.code = IssueCode::document_hidden_text, .count = 0};
  Issue chunks{.code = IssueCode::document_embedded_objects, .count = 0};  // imported and not read
  Issue imports{.code = IssueCode::docx_imported, .count = 0};             // imported and read; told to who asks
  Issue repaired{.code = IssueCode::encoding_repaired, .count = 0};
};

/// Words as they came: from the part's element of this number (XmlPull::elements), to this place in bytes of a
/// paragraph.
struct DocxPut {
  std::uint64_t element = 0;
  std::uint32_t paragraph = 0, begin = 0;
  std::string_view text{};  // valid until the next
};

/// The words of one part of a Word document, front to back; holds one paragraph or row (pieces of 64 KiB, at
/// most 1 MiB a row: a longer one comes as paragraphs).
///
/// Taken: runs, insertions, links' and fields' results, text boxes (once, from the branch that Word shows), equations'
/// text, imported chunks of html and plain text. Left out: deletions and what was moved away (counted), hidden text
/// (counted), field instructions, soft hyphens, properties and their history. Blanks at the ends of a w:t without
/// xml:space="preserve" do not count (ECMA-376 part 1, 17.3.3.31).
class DocxText {
 public:
  /// `shapes` of the part's tables, where a style hides some of their rows or cells.
  DocxText(XmlPull& xml, const DocxStyles& styles, const DocxTableShapes& shapes, DocxTally& tally)
      : xml_(xml), styles_(styles), tally_(tally), tables_open_(styles, shapes) {}
  std::optional<DocumentBlock> next();
  /// Whoever must say where words came from is told of all that are taken.
  void watch(Sink<DocxPut> puts) { puts_ = std::move(puts); }
  /// What the part imports stands where it is imported; outlives this.
  void import_from(DocxChunks& chunks) { chunks_ = &chunks; }

 private:
  struct Paragraph {
    DocumentParagraph out{};
    bool plain_seen = false;                                                   // the emphasis has ended
    bool heading = false, hidden = false, bold = false, mark_deleted = false;  // hidden: by its style
    bool listed = false;
  };
  struct Run {
    bool bold = false, styled = false;
    bool style_hidden = false;
    std::optional<bool> hidden{};  // what it says itself, which counts before any style
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
  void give(DocumentParagraph paragraph);
  void end_row();
  void count(Issue& issue);
  bool is_separator(std::string_view name) const;
  void count_words();
  void read_cell_properties();
  void read_chunk();
  void look_at_frame(std::string_view name);
  bool is_hidden() const;
  bool off() const;

  XmlPull& xml_;
  const DocxStyles& styles_;
  DocxTally& tally_;
  std::deque<DocumentBlock> ready_{};
  std::vector<Paragraph> open_{};              // more than one inside a text box
  std::optional<DocumentParagraph> joined_{};  // its end mark was deleted: it goes on with the next
  DocxTables tables_open_;
  DocxBranches branches_{};
  Run run_{};
  bool in_run_ = false, in_paragraph_properties_ = false, in_row_properties_ = false, row_deleted_ = false,
       row_long_ = false;
  bool frame_hidden_ = false;  // the drawing that is open is not shown
  std::uint32_t paragraphs_ = 0, tables_ = 0, table_depth_ = 0, boxes_ = 0;
  std::vector<DocumentCell> row_{};
  std::size_t row_bytes_ = 0;
  std::uint64_t element_ = 0;
  Sink<DocxPut> puts_{};
  DocxChunks* chunks_ = nullptr;
};

}  // namespace moniker::read
