// Manuscripts in plain text and Markdown: a blank line parts paragraphs, what is set in or marked by > is a block
// quotation, | or columns of blanks part the cells of a table, and a short line right above talk says who speaks.
#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/aligned_table.hpp"
#include "manuscript/manuscript.hpp"

namespace moniker::custodian {
namespace {

struct TextLine {
  std::string_view text{};  // without what sets it in
  std::size_t indent = 0;
  bool marked = false;  // by >
};

TextLine text_line(std::string_view line) {
  TextLine out;
  while (!line.empty() && (is_white(line.front()) || line.front() == '>')) {
    out.marked = out.marked || line.front() == '>';
    out.indent += line.front() == '\t' ? 4 : 1;
    line.remove_prefix(1);
  }
  out.text = trimmed(line);
  return out;
}

bool is_rule(std::string_view line) {
  return line.size() > 2 && line.find_first_not_of("-=_*|:+ ") == std::string_view::npos;
}

std::vector<std::string> piped_cells(std::string_view line) {
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  std::vector<std::string> cells;
  while (true) {
    const std::size_t end = std::min(line.find('|'), line.size());
    cells.push_back(as_one_line(line.substr(0, end)));
    if (end == line.size()) return cells;
    line.remove_prefix(end + 1);
  }
}

/// "^3,4^": where a citation ends that is set high; the same place where none begins.
std::size_t high_citation_end(std::string_view text, std::size_t at) {
  const std::size_t end = text[at] == '^' ? text.find('^', at + 1) : text.npos;
  if (end == text.npos || end < at + 2) return at;
  const std::string_view inside = text.substr(at + 1, end - at - 1);
  return inside.find_first_not_of("0123456789,-; \xE2\x80\x93") == inside.npos ? end + 1 : at;
}

std::string without_emphasis(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    i = high_citation_end(text, i);
    if (i >= text.size()) break;
    const char c = text[i];
    const auto word = [&](std::size_t at) { return at < text.size() && is_word(static_cast<unsigned char>(text[at])); };
    const bool within = c == '_' && i > 0 && word(i - 1) && word(i + 1);  // HCW_03
    if ((c != '*' && c != '`' && c != '_') || within) out += c;
  }
  return out;
}

constexpr std::size_t longest_speaker = 60, longest_turn_label = 16;

/// "C2, spouse" over 'It was next to the butter.': a short line of items that ends no sentence, right above talk.
bool is_speaker(std::string_view line, std::string_view next, bool set_in) {
  if (line.size() > longest_speaker || !is_upper(code_point_at(line, 0).value)) return false;
  const bool talk = next.starts_with('\'') || next.starts_with('"') || next.starts_with("\u2018") ||
                    next.starts_with("\u201C") || next.starts_with('`');
  // "N01, novice" right above what is set in
  const std::size_t digit = line.find_first_of("0123456789");
  if (set_in && digit < 16 && line.find_first_of(",(") > digit && line.find_first_of(",(") != line.npos &&
      std::string_view(".?!;,:'\"").find(line.back()) == line.npos)
    return true;
  // "VS01 (woman, mixed practice)"
  const std::size_t open = line.find(" (");
  const bool told = line.back() == ')' && open != line.npos && is_ascii_digit(line[open - 1]) && open < 16;
  return talk && (told || std::string_view(".?!;,'\")").find(line.back()) == std::string_view::npos) &&
         line.find_first_of("\"`") == std::string_view::npos;
}

/// "P3: It was.", "Rider 17: We did.", "INT: And?" on a line of its own, as transcripts have turns.
bool is_turn(std::string_view line, bool set_in) {
  const std::size_t colon = line.find(": ");
  if (colon == line.npos || colon == 0 || colon > longest_turn_label || line[0] < 'A' || line[0] > 'Z') return false;
  const std::string_view label = line.substr(0, colon);
  const bool numbered = is_ascii_digit(label.back()) && std::count(label.begin(), label.end(), ' ') < 2;
  const bool capitals =
      std::all_of(label.begin(), label.end(), [](char c) { return c == ' ' || (c >= 'A' && c <= 'Z'); });
  const bool word =
      set_in && label.find_first_not_of("abcdefghijklmnopqrstuvwxyz", 1) == label.npos;  // Moderator, Tomasz
  return numbered || capitals || word ||
         (label.find_first_of("0123456789") != label.npos && label.find(' ') == label.npos);
}

/// "\u2013 Ines, student", in a line of its own right under what she says.
bool is_line_of_speaker(std::string_view line) {
  constexpr std::size_t longest = 80;
  const bool dash = line.starts_with("\u2013 ") || line.starts_with("\u2014 ");
  return dash && line.size() < longest && std::string_view(".:?!").find(line.back()) == line.npos;
}

class TextPaper {
 public:
  TextPaper(const ManuscriptReading& reading, bool markdown) : reading_(reading), markdown_(markdown) {}

  void take(std::string_view raw, std::uint32_t number) {
    TextLine line = text_line(raw);
    if (markdown_ && is_front_matter(line.text, number)) return;
    const bool piped = std::count(line.text.begin(), line.text.end(), '|') >= 2;
    const bool tabbed = line.text.find('\t') != std::string_view::npos;
    if (line.text.empty()) return end();
    if (is_rule(line.text)) {
      if (!piped && open_ && block_.text.size() < 100) block_.kind = BlockKind::heading;
      if (!piped) end();
      return;
    }
    if (piped || tabbed) return row(line.text, piped, number);
    in_table_ = false;
    if (line.text.starts_with('#')) return heading(line.text, number);
    const bool note = markdown_ && line.text.starts_with("[^") && line.text.find("]:") < 20;
    if (note) end(), in_note_ = true;
    const bool quote = line.marked || (line.indent >= 3 && !in_note_);
    if (open_ && lines_ == 1 && is_speaker(block_.text, line.text, quote && block_.kind == BlockKind::body)) {
      block_.kind = BlockKind::speaker;
      end();
    }
    if (open_ && quote != (block_.kind == BlockKind::quote)) end();
    if (open_ && is_turn(block_.text, quote) && is_turn(line.text, quote)) end();
    if (!open_) {
      block_ = {.kind = quote ? BlockKind::quote : BlockKind::body, .at = {.line = number}};
      open_ = true;
      lines_ = 0;
      spoken_ = dashes_ = false;
    }
    ++lines_;
    const bool speaker = is_line_of_speaker(line.text);
    spoken_ = speaker && lines_ > 1 && !dashes_;
    dashes_ = dashes_ || speaker;
    const bool item = markdown_ && (line.text.starts_with("* ") || line.text.starts_with("+ "));
    join_line(
        block_.text,
        (item ? "- " : "") + as_one_line(markdown_ ? without_emphasis(line.text.substr(item ? 2 : 0)) : line.text),
        reading_.numbers);
  }

  void take_row(std::vector<std::string> cells, std::uint32_t number) {
    const bool goes_on = in_table_;
    if (!goes_on) end(), ++tables_;
    in_table_ = true;
    Block block{.kind = BlockKind::row, .cells = std::move(cells), .table = tables_, .at = {.line = number}};
    for (std::size_t i = 0; i < block.cells.size(); ++i) block.text += (i > 0 ? "\t" : "") + block.cells[i];
    paper_.blocks.push_back(std::move(block));
  }

  Manuscript finish() {
    end();
    for (Block& block : paper_.blocks) {
      if (block.kind == BlockKind::body && block.text.size() < 60 &&
          block.text.find_first_of(".,;:()\"") == std::string::npos)
        block.kind = BlockKind::heading;
    }
    paper_.format = markdown_ ? "md" : "txt";
    return std::move(paper_);
  }

 private:
  /// What stands between --- and --- at a paper's head is said to programs.
  bool is_front_matter(std::string_view line, std::uint32_t number) {
    const bool fence = line == "---";
    if (number == 1 && fence) return in_front_ = true;
    if (!in_front_) return false;
    if (fence || line == "...") in_front_ = false;
    return true;
  }

  void end() {
    in_note_ = false;
    if (open_ && spoken_ && block_.kind == BlockKind::body) block_.kind = BlockKind::quote;
    if (open_) paper_.blocks.push_back(std::move(block_));
    block_ = {};
    open_ = in_table_ = false;
  }

  void heading(std::string_view text, std::uint32_t number) {
    end();
    paper_.blocks.push_back(
        {.kind = BlockKind::heading,
         .text = as_one_line(without_emphasis(text.substr(std::min(text.find_first_not_of('#'), text.size())))),
         .at = {.line = number}});
  }

  void row(std::string_view text, bool piped, std::uint32_t number) {
    std::string with_pipes(text);
    if (!piped) std::replace(with_pipes.begin(), with_pipes.end(), '\t', '|');
    take_row(piped_cells(markdown_ ? without_emphasis(with_pipes) : with_pipes), number);
  }

  const ManuscriptReading& reading_;
  bool markdown_;
  Manuscript paper_{};
  Block block_{};
  bool open_ = false, in_table_ = false, in_front_ = false;
  bool in_note_ = false;  // what is set in under [^1]: is the note's
  std::uint32_t tables_ = 0;
  std::size_t lines_ = 0;  // of the block that is open
  bool dashes_ = false;    // whether a line of it begins with a dash
  bool spoken_ = false;    // whether only the last does, and says who speaks
};

/// "Table 2. Potters by region": the table may follow at once.
bool is_caption(std::string_view line) { return line.starts_with("Table ") || line.starts_with("TABLE "); }

}  // namespace

Manuscript read_text_paper(std::string_view text, const ManuscriptReading& reading, bool markdown) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  TextPaper paper(reading, markdown);
  for (std::size_t i = 0; i < lines.size();) {
    const bool begins = i == 0 || trimmed(lines[i - 1]).empty() || is_caption(trimmed(lines[i - 1]));
    const auto table = begins ? aligned_table(lines, i) : std::vector<std::vector<std::string>>{};
    for (std::size_t r = 0; r < table.size(); ++r) {
      if (!table[r].empty()) paper.take_row(table[r], static_cast<std::uint32_t>(i + r + 1));
    }
    if (table.empty()) paper.take(lines[i], static_cast<std::uint32_t>(i + 1));
    i += std::max<std::size_t>(1, table.size());
  }
  return paper.finish();
}

}  // namespace moniker::custodian
