// LaTeX manuscripts, as far as their words are concerned: environments that quote, tables, headings; macros that only
// dress words are taken off, those that point elsewhere go with what they hold; the author's own are taken for what
// they stand for (tex_macros.cpp).
#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/manuscript.hpp"
#include "manuscript/tex_macros.hpp"

namespace moniker::custodian {
namespace {

using Names = std::set<std::string, std::less<>>;

const Names& pointing() {  // these go with their argument
  static const Names names{"cite",
                           "citep",
                           "citet",
                           "autocite",
                           "parencite",
                           "textcite",
                           "ref",
                           "label",
                           "pageref",
                           "cref",
                           "Cref",
                           "autoref",
                           "includegraphics",
                           "vspace",
                           "hspace",
                           "url",
                           "href",
                           "input",
                           "usepackage",
                           "cline",
                           "bibliography",
                           "bibliographystyle",
                           "documentclass",
                           "setlength",
                           "footnotemark",
                           "multirow",
                           "cmidrule",
                           "addlinespace",
                           "thanks",
                           "newcommand",
                           "renewcommand",
                           "pagestyle"};
  return names;
}
const Names& quoting() {
  static const Names names{"quote", "quotation", "displayquote", "verse", "adjustwidth", "quoting", "dialogue"};
  return names;
}
const Names& tables() {
  static const Names names{"tabular", "tabularx", "tabular*", "longtable", "tabulary"};
  return names;
}
/// These take nothing: brackets behind them are the paper's own words, "\\hfill[M02]".
const Names& switches() {
  static const Names names{"hfill",      "hfil",     "itshape",    "upshape",      "slshape",  "scshape",
                           "bfseries",   "mdseries", "rmfamily",   "sffamily",     "ttfamily", "normalfont",
                           "em",         "bf",       "it",         "rm",           "sc",       "tiny",
                           "scriptsize", "small",    "normalsize", "footnotesize", "large",    "Large",
                           "noindent",   "quad",     "qquad",      "raggedleft",   "strut",    "unskip"};
  return names;
}
const Names& headings() {
  static const Names names{"title",    "section",     "subsection",     "subsubsection", "paragraph",
                           "section*", "subsection*", "subsubsection*", "paragraph*",    "chapter"};
  return names;
}

class TexPaper {
 public:
  TexPaper(std::string_view text, const ManuscriptReading& reading) : text_(text), reading_(reading) {}

  Manuscript read() {
    const std::size_t begin = text_.find("\\begin{document}");
    if (begin != text_.npos) skip_to(begin + 16);
    while (at_ < text_.size()) step();
    end_block();
    paper_.format = "tex";
    return std::move(paper_);
  }

 private:
  enum class Group { plain, heading, quote };  // what a closing brace closes

  void skip_to(std::size_t to) {
    line_ += static_cast<std::uint32_t>(std::count(text_.data() + at_, text_.data() + to, '\n'));
    at_ = to;
  }

  void step() {
    const char c = text_[at_];
    if (c == '\\') return macro();
    if (c == '%') return skip_to(std::min(text_.find('\n', at_), text_.size()));
    if (c == '\n') return new_line();
    if (c == '&' && in_table_) return advance(1), next_cell();
    if (text_.substr(at_, 2) == "``") return advance(2), put("\u201C");
    if (text_.substr(at_, 2) == "''") return advance(2), put("\u201D");
    if (text_.substr(at_, 3) == "---") return advance(3), put("\u2014");
    if (text_.substr(at_, 2) == "--") return advance(2), put("\u2013");
    if (c == '`') return advance(1), put("\u2018");
    if (c == '\'') return advance(1), put("\u2019");
    advance(1);
    if (c == '}') return close_group();
    if (c == '~') return put(" ");
    if (c == '{') return groups_.push_back(Group::plain);
    if (c != '$') put(std::string_view(&c, 1));
  }

  void advance(std::size_t n) { at_ += n; }

  void new_line() {
    advance(1);
    ++line_;
    const std::size_t next = text_.find_first_not_of(" \t\r", at_);
    if (next != text_.npos && text_[next] == '\n' && !in_table_) return end_block();
    put("\n");
  }

  void macro() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && ((text_[end] | 32) >= 'a' && (text_[end] | 32) <= 'z')) ++end;
    if (end == at_ + 1) return sign();
    if (end < text_.size() && text_[end] == '*') ++end;
    const std::string name(text_.substr(at_ + 1, end - at_ - 1));
    skip_to(end);
    if (name == "begin" || name == "end") return environment(name == "begin", argument());
    if (name == "item") return item();
    if (name == "par") return end_block();
    if (name == "speak") return end_block(), put(argument() + ": ");
    if (name == "multicolumn") return argument(), argument(), void();
    if (name == "caption" && in_table_) return caption_within();
    if (headings().contains(name) || name == "caption") {
      end_block();
      kind_ = name == "caption" ? BlockKind::body : BlockKind::heading;
      caption_ = name == "caption";
      skip_optional();
      return open_group(Group::heading);
    }
    if (name == "enquote" || name == "textquote") return put("\u201C"), open_group(Group::quote);
    if (name == "ldots" || name == "dots" || name == "textellipsis") return put("\u2026");
    if (name == "textemdash") return put("\u2014");
    if (pointing().contains(name)) return void(take_arguments());
    if (!switches().contains(name)) skip_optional();
    if (at_ < text_.size() && text_[at_] == '[') put(" ");
    if (at_ < text_.size() && text_[at_] == ' ') advance(1), put(" ");
  }

  /// Of a longtable: no row of it, but a paragraph before.
  void caption_within() {
    const std::string words = as_one_line(argument());
    if (!words.empty())
      paper_.blocks.push_back({.kind = BlockKind::body, .text = words, .caption = true, .at = {.line = line_}});
  }

  /// "\\item[Tomasz:] No, shorter.": whoever takes a turn.
  void item() {
    end_block();
    if (at_ >= text_.size() || text_[at_] != '[') return;
    const std::size_t end = text_.find(']', at_);
    if (end == text_.npos || end - at_ > 60) return skip_optional();
    const std::string label = as_one_line(text_.substr(at_ + 1, end - at_ - 1));
    skip_to(end + 1);
    if (label.empty() || label.find_first_of("\\{}$") != label.npos || !is_word(code_point_at(label, 0).value)) return;
    put(label + (label.ends_with(':') ? " " : ": "));
  }

  void sign() {
    const char c = at_ + 1 < text_.size() ? text_[at_ + 1] : ' ';
    advance(2);
    if (c == '\\') {
      skip_optional();
      return in_table_ ? end_row() : put("\n");
    }
    if (std::string_view("%&#_${}").find(c) != std::string_view::npos) put(std::string_view(&c, 1));
    if (c == ' ' || c == ',') put(" ");
  }

  void skip_optional() {
    while (at_ < text_.size() && text_[at_] == '[') skip_to(std::min(text_.find(']', at_), text_.size() - 1) + 1);
  }

  std::string argument() {
    skip_optional();
    if (at_ >= text_.size() || text_[at_] != '{') return {};
    const std::size_t close = braces_end(text_, at_), begin = at_ + 1;
    const bool closed = close > at_;
    skip_to(closed ? close : text_.size());
    return std::string(text_.substr(begin, at_ - begin - closed));
  }

  std::string take_arguments() {
    std::string last;
    do last = argument();
    while (at_ < text_.size() && (text_[at_] == '{' || text_[at_] == '['));
    return last;
  }

  void open_group(Group group) {
    if (at_ < text_.size() && text_[at_] == '{') advance(1), groups_.push_back(group);
  }

  void close_group() {
    const Group group = groups_.empty() ? Group::plain : groups_.back();
    if (!groups_.empty()) groups_.pop_back();
    if (group == Group::heading) end_block();
    if (group == Group::quote) put("\u201D");
  }

  void environment(bool begins, const std::string& name) {
    if (tables().contains(name)) {
      if (begins) {
        end_block();
        while (at_ < text_.size() && (text_[at_] == '{' || text_[at_] == '[')) argument();
        ++tables_;
        cells_.assign(1, {});
      } else {
        end_row();
      }
      in_table_ = begins;
      return;
    }
    end_block();
    if (quoting().contains(name)) quote_depth_ += begins ? 1 : quote_depth_ > 0 ? -1 : 0;
    if (name == "adjustwidth" && begins) argument(), argument();
    if (begins) skip_optional();  // [noitemsep]
    if (name == "thebibliography") skip_to(text_.size());
    if (name == "document" && !begins) skip_to(text_.size());
  }

  void next_cell() { cells_.emplace_back(); }

  void end_row() {
    Block row{.kind = BlockKind::row, .table = tables_, .at = {.line = line_}};
    for (const std::string& cell : cells_) {
      row.cells.push_back(as_one_line(cell));
      row.text += (row.cells.size() > 1 ? "\t" : "") + row.cells.back();
    }
    cells_.assign(1, {});
    if (row.text.find_first_not_of('\t') != std::string::npos) paper_.blocks.push_back(std::move(row));
  }

  void put(std::string_view words) {
    if (in_table_) {
      cells_.back() += words;
      return;
    }
    if (block_.empty() && trimmed(words).empty()) return;
    if (block_.empty()) begun_ = line_;
    block_ += words;
  }

  void end_block() {
    if (in_table_) return;
    std::string joined;
    for (std::string_view rest = block_; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      join_line(joined, as_one_line(rest.substr(0, end)), reading_.numbers);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const BlockKind kind = quote_depth_ > 0 && kind_ == BlockKind::body ? BlockKind::quote : kind_;
    paper_.blocks.push_back({.kind = kind, .text = std::move(joined), .caption = caption_, .at = {.line = begun_}});
    block_.clear();
    caption_ = false;
    kind_ = BlockKind::body;
  }

  std::string_view text_;
  const ManuscriptReading& reading_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1, begun_ = 1, tables_ = 0;
  Manuscript paper_{};
  std::string block_{};
  BlockKind kind_ = BlockKind::body;
  std::vector<std::string> cells_{1};
  std::vector<Group> groups_{};
  int quote_depth_ = 0;
  bool in_table_ = false, caption_ = false;
};

}  // namespace

Manuscript read_tex_paper(std::string_view text, const ManuscriptReading& reading) {
  const std::string plain = with_macros_expanded(text);
  return TexPaper(plain, reading).read();
}

}  // namespace moniker::custodian
