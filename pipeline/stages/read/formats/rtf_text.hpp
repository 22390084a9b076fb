#pragma once
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "moniker/issue.hpp"
#include "read/formats/rtf_tokens.hpp"
#include "read/turns/code_page.hpp"
#include "read/turns/document_block.hpp"
#include "read/turns/side_text.hpp"

namespace moniker::read {

/// The words of rich text, front to back; holds one paragraph or row.
///
/// Taken: paragraphs, tables (a table in a cell is part of it), what fields show, text boxes. Notes,
/// comments, headers and footers go to `side`. Left out and counted: deleted and hidden text, entries of an index, and
/// every destination that says it may be left out (\*) and is not known here, where it has words. Left out: field
/// instructions, pictures, objects but for their result, list numbers that are no words. Throws Error{input} where
/// groups do not end, or bytes are none of their code page.
class RtfText {
 public:
  RtfText(ByteSource& source, DocumentTally& tally, std::deque<SideText>& side);
  std::optional<DocumentBlock> next();

 private:
  enum class Place : std::uint8_t { body, side, box, skipped, unknown, index, fonts, styles, info, author };
  struct State {  // what a group inherits, and what ends with it
    Place place = Place::body;
    Part part = Part::talk;                 // of Place::side
    bool opens = false;                     // its end is that of a note, a comment, a box...
    bool list = false, opens_list = false;  // a list's number
    bool told = false;                      // that words were left out
    bool bold = false, hidden = false, deleted = false, inserted = false, heading = false, in_table = false;
    int fallback = 1;   // characters that stand for one \u
    int code_page = 0;  // of the font; 0: the document's
  };
  struct Paragraph {
    DocumentParagraph out{};
    bool plain_seen = false;
  };

  void take(const RtfToken& token);
  void control(const RtfToken& token);
  bool is_left_out() const;
  bool destination(const std::string& word);
  void property(const RtfToken& token);
  void symbol(char c);
  void text(std::string_view bytes);
  void unicode(int number);
  void flush();  // bytes not yet decoded
  void put(std::string_view words);
  void end_paragraph();
  void end_cell();
  void end_row();
  void close();
  void give(DocumentParagraph paragraph);
  void enter(Place place, Part part = Part::talk);
  void count(Issue& issue) const;
  [[noreturn]] void refuse(std::string what) const;

  RtfTokens tokens_;
  DocumentTally& tally_;
  std::deque<SideText>& side_;
  CodePages pages_{};
  std::deque<DocumentBlock> ready_{};
  std::vector<State> states_{};
  std::vector<Paragraph> open_{};
  std::string bytes_{};  // of one code page
  int bytes_page_ = 0;
  int usual_page_ = 1252;
  int skip_ = 0;              // characters of a fallback still to come
  int high_ = 0;              // the first half of a pair
  bool fresh_ = false;        // nothing of the group has come yet
  bool ignorable_ = false;    // \* came last, and first in its group
  int font_ = 0, style_ = 0;  // that the table is describing
  std::string style_name_{}, list_text_{};
  std::map<int, int> font_pages_{};
  std::set<int> headings_{};
  std::vector<DocumentCell> row_{};
  std::size_t row_bytes_ = 0;
  bool cell_open_ = false, after_table_ = true, ended_ = false;
  std::uint32_t paragraphs_ = 0, tables_ = 0;
};

}  // namespace moniker::read
