// Portable documents (ISO 32000-1) hold where each letter is printed and not what a line is. Poppler's `pdftotext`
// makes lines of them; it is run as a program of its own, so that no broken document runs in ours, and what it says is
// read as plain text. Lines that come back at the top or the foot of pages are no talk, and are given behind it.
#include <algorithm>
#include <deque>
#include <map>
#include <vector>

#include "base/letters.hpp"
#include "base/run_program.hpp"
#include "moniker/error.hpp"
#include "read/formats/formats.hpp"
#include "read/turns/encoding.hpp"
#include "read/turns/line_reader.hpp"
#include "read/turns/side_text.hpp"
#include "read/turns/turn_reader.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t longest_pdf = std::size_t{64} << 20;
constexpr std::string_view ask_for_word = "ask for the transcript as .docx, or save its text as .txt";

[[noreturn]] void refuse_pdf(const Sink<Issue>& issues, IssueCode code, std::string what, std::string remedy) {
  issues({code, {}, 1});
  throw Error::input(std::move(what), std::move(remedy));
}

std::string text_of(std::string_view pdf, const Sink<Issue>& issues, const ReadOptions& options) {
  const auto end = run_program(options.pdf_to_text, {"-layout", "-enc", "UTF-8", "-eol", "unix", "-", "-"}, pdf);
  if (!end) {
    refuse_pdf(issues, IssueCode::format_unknown, "is a pdf, and the program that reads its text is not installed",
               "install Poppler (Debian: poppler-utils), or " + std::string(ask_for_word));
  }
  if (end->how == ProgramEnd::How::well) return end->output;
  const bool locked = pdf.find("/Encrypt") != std::string_view::npos;
  if (locked && end->how == ProgramEnd::How::badly) {
    refuse_pdf(issues, IssueCode::format_unknown, "is a password-protected pdf",
               "remove the password, or " + std::string(ask_for_word));
  }
  refuse_pdf(issues, IssueCode::format_broken,
             end->how == ProgramEnd::How::badly ? "is a damaged pdf" : "is a pdf that takes too long or holds too much",
             std::string(ask_for_word));
}

struct Page {
  std::vector<Line> lines{};
  bool said = false;  // has a letter
};

/// What stands in one line of the page is one line, and the space between its words a blank: without -layout wide
/// spaces are taken for columns, and lines change their places.
std::string with_single_blanks(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\t';
    if (!blank || (!line.empty() && line.back() != ' ')) line += blank ? ' ' : c;
  }
  return line;
}

/// Pages end in a form feed.
std::vector<Page> pages_of(const std::string& text, const Sink<Issue>& issues) {
  std::vector<Page> pages;
  std::uint64_t offset = 0;
  std::uint32_t lines_before = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\f', begin), text.size());
    Utf8Source clean(std::make_unique<MemorySource>(std::string_view(text).substr(begin, end - begin)), issues);
    LineReader lines(clean);
    Page page;
    while (auto line = lines.next()) {
      line->text = with_single_blanks(line->text);
      page.said = page.said || has_letter(line->text);
      line->at.line += lines_before;
      line->source += offset;
      page.lines.push_back(std::move(*line));
    }
    pages.push_back(std::move(page));
    lines_before += static_cast<std::uint32_t>(std::count(text.data() + begin, text.data() + end, '\n'));
    begin = end + 1;
    offset = begin;
  }
  return pages;
}

/// A line as it comes back on other pages: their numbers differ.
std::string without_numbers(std::string_view text) {
  std::string same;
  for (const char c : text) {
    if (c != ' ' && !(c >= '0' && c <= '9')) same += c;
  }
  return same;
}

bool is_blank_line(const Line& line) { return line.text.find_first_not_of(" \t") == std::string::npos; }

/// The first and the last line of a page that have words.
std::vector<Line*> edges_of(Page& page) {
  std::vector<Line*> edges;
  const auto worded = [](const Line& line) { return !is_blank_line(line); };
  const auto first = std::find_if(page.lines.begin(), page.lines.end(), worded);
  if (first == page.lines.end()) return edges;
  edges.push_back(&*first);
  const auto last = std::find_if(page.lines.rbegin(), page.lines.rend(), worded);
  if (&*last != &*first) edges.push_back(&*last);
  return edges;
}

/// Takes out of the pages what stands at the edge of more than half of them, and of three at least, or is a number
/// alone.
std::deque<SideText> take_margins(std::vector<Page>& pages) {
  std::map<std::string, std::size_t> seen;
  for (Page& page : pages) {
    for (const Line* edge : edges_of(page)) ++seen[without_numbers(edge->text)];
  }
  std::deque<SideText> side;
  for (Page& page : pages) {
    for (Line* edge : edges_of(page)) {
      const std::string same = without_numbers(edge->text);
      const std::size_t count = seen[same];
      if (count < 2 || (!same.empty() && (count < 3 || count * 2 <= pages.size()))) continue;
      side.push_back({Part::header, std::move(edge->text), edge->at.line});
      edge->text.clear();
    }
  }
  return side;
}

class PdfReader : public Reader {
 public:
  PdfReader(const std::string& text, const Sink<Issue>& issues, const ReadOptions& options)
      : issues_(issues), pages_(pages_of(text, issues)), turns_([this] { return next_line(); }, options, issues) {
    const auto said = std::count_if(pages_.begin(), pages_.end(), [](const Page& page) { return page.said; });
    if (said == 0) {
      refuse_pdf(issues, IssueCode::file_empty, "is a scan: a pdf of pictures of pages, without any text",
                 "have its text recognised and read over, and deliver that as .docx or .txt");
    }
    pictures_ = pages_.size() - static_cast<std::size_t>(said);
    side_ = take_margins(pages_);
    margins_ = side_.size();
  }

  std::optional<Utterance> next() override {
    if (auto turn = talk_ended_ ? std::nullopt : turns_.next()) return numbered(std::move(turn->utterance));
    if (!std::exchange(talk_ended_, true)) tell();
    if (side_.empty()) return std::nullopt;
    SideText side = std::move(side_.front());
    side_.pop_front();
    return numbered({.text = std::move(side.text), .at = {side.paragraph, 1}, .part = side.part});
  }

 private:
  Utterance numbered(Utterance utterance) {
    utterance.number = number_++;
    return utterance;
  }

  std::optional<Line> next_line() {
    while (page_ < pages_.size()) {
      if (line_ < pages_[page_].lines.size()) return std::move(pages_[page_].lines[line_++]);
      pages_[page_++].lines.clear();
      line_ = 0;
    }
    return std::nullopt;
  }

  void tell() {
    if (pictures_ > 0) issues_({IssueCode::document_pictures, {}, pictures_});
    if (margins_ > 0) issues_({IssueCode::document_headers_footers, {}, margins_});
  }

  Sink<Issue> issues_;
  std::vector<Page> pages_{};
  std::deque<SideText> side_{};
  std::size_t page_ = 0, line_ = 0, pictures_ = 0, margins_ = 0;
  std::uint64_t number_ = 0;
  bool talk_ended_ = false;
  TurnReader turns_;
};

}  // namespace

bool claims_pdf(const Head& head) { return head.bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos; }

std::unique_ptr<Reader> open_pdf(ByteSource& source, const Sink<Issue>& issues, const ReadOptions& options) {
  return open_pdf_text(text_of(read_all(source, longest_pdf), issues, options), issues, options);
}

std::unique_ptr<Reader> open_pdf_text(const std::string& text, const Sink<Issue>& issues, const ReadOptions& options) {
  return std::make_unique<PdfReader>(text, issues, options);
}

}  // namespace moniker::read
