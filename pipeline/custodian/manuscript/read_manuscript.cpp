// A manuscript by its kind, and what all kinds of it have in common: lines joined into paragraphs, references left out.
#include <fmt/format.h>

#include <algorithm>

#include "base/byte_source.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "manuscript/manuscript.hpp"
#include "moniker/error.hpp"
#include "read/turns/encoding.hpp"

namespace moniker::custodian {
namespace {

constexpr std::size_t longest_manuscript = std::size_t{64} << 20;

std::string decoded(std::string bytes) {
  read::Utf8Source clean(std::make_unique<MemorySource>(bytes), [](const Issue&) {});
  return read_all(clean, longest_manuscript);
}

std::string ending_of(const std::filesystem::path& file) { return fold(file.extension().string()); }

Manuscript read_by_kind(const std::filesystem::path& file, const ManuscriptReading& reading) {
  std::string bytes = read_file(file, longest_manuscript);
  if (bytes.find("%PDF-") < 1024) return read_pdf_paper(bytes, reading);
  if (bytes.starts_with("PK")) {
    return bytes.find("mimetypeapplication/vnd.oasis.opendocument") < 200 ? read_odt_paper(file)
                                                                          : read_docx_paper(file);
  }
  const std::string ending = ending_of(file), text = decoded(std::move(bytes));
  if (ending == ".tex" || text.find("\\begin{document}") != std::string::npos) return read_tex_paper(text, reading);
  return read_text_paper(text, reading, ending == ".md" || ending == ".markdown");
}

/// Numbers and names in references are of other people's papers.
void leave_out_references(Manuscript& paper) {
  constexpr std::string_view headings[] = {"references",  "reference list",   "bibliography",
                                           "works cited", "literature cited", "literature"};
  bool out = false;
  std::erase_if(paper.blocks, [&](const Block& block) {
    std::string text = fold(block.text);
    const std::size_t letters = text.find_first_of("abcdefghijklmnopqrstuvwxyz");
    text = letters == std::string::npos ? "" : text.substr(letters);
    const bool named = std::find(std::begin(headings), std::end(headings), trimmed(text, " .:")) != std::end(headings);
    if (named && block.text.size() < 40)
      out = true;
    else if (block.kind == BlockKind::heading || block.table > 0)
      out = false;
    return out;
  });
}

/// "(7) ": behind the number of an example; 0 where none begins the text.
std::size_t example_end(std::string_view text, std::size_t number) {
  const std::string sign = fmt::format("({}) ", number);
  return text.starts_with(sign) ? sign.size() : 0;
}

}  // namespace

void leave_out_example_numbers(Manuscript& paper) {
  constexpr std::size_t least = 3;
  std::vector<Block*> examples;
  for (Block& block : paper.blocks) {
    if (block.kind != BlockKind::heading && block.kind != BlockKind::row &&
        example_end(block.text, examples.size() + 1))
      examples.push_back(&block);
  }
  for (std::size_t i = 0; i < examples.size() && examples.size() >= least; ++i)
    examples[i]->text.erase(0, example_end(examples[i]->text, i + 1));
}

std::string shown(const Place& place) {
  if (place.page > 0 && place.line > 0) return fmt::format("page {}, line {}", place.page, place.line);
  if (place.paragraph > 0) return fmt::format("paragraph {}", place.paragraph);
  return fmt::format("line {}", place.line);
}

std::string as_one_line(std::string_view text) {
  constexpr std::pair<char32_t, std::string_view> ligatures[] = {
      {0xFB00, "ff"}, {0xFB01, "fi"}, {0xFB02, "fl"}, {0xFB03, "ffi"}, {0xFB04, "ffl"}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const std::size_t length = std::max<std::size_t>(1, point.length);
    const auto* ligature = std::find_if(std::begin(ligatures), std::end(ligatures),
                                        [&](const auto& one) { return one.first == point.value; });
    if (ligature != std::end(ligatures))
      out += ligature->second;
    else if (is_space(point.value) || point.value < 0x20)
      out += out.empty() || out.back() == ' ' ? "" : " ";
    else if (point.value != 0xAD && point.length > 0)
      out += text.substr(at, length);
    at += length;
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void join_line(std::string& paragraph, std::string_view line, const words::NumberWords& numbers) {
  if (paragraph.empty() || line.empty()) {
    paragraph += line;
    return;
  }
  const bool hyphen = paragraph.size() > 1 && paragraph.back() == '-' &&
                      is_letter(code_point_before(paragraph, paragraph.size() - 1).value);
  if (!hyphen) {
    paragraph += paragraph.back() == ' ' ? "" : " ";
    paragraph += line;
    return;
  }
  const std::size_t begin = paragraph.find_last_of(" (", paragraph.size() - 2) + 1;
  const bool number =
      numbers[fold(paragraph.substr(begin, paragraph.size() - 1 - begin))].kind == words::NumberWord::Kind::tens;
  const char32_t next = code_point_at(line, 0).value;
  const bool compound = paragraph.find('-', begin) + 1 < paragraph.size();  // "face-to-" "face"
  if (is_lower(next) && !number && !compound) paragraph.pop_back();
  paragraph += line;
}

Manuscript read_manuscript(const std::filesystem::path& file, const ManuscriptReading& reading) {
  try {
    Manuscript paper = read_by_kind(file, reading);
    std::erase_if(paper.blocks, [](const Block& block) { return trimmed(block.text).empty(); });
    leave_out_references(paper);
    leave_out_example_numbers(paper);
    if (paper.blocks.empty())
      throw Error::input("holds no text", "give the manuscript as .docx, .odt, .tex, .md or .txt");
    return paper;
  } catch (const Error& error) {
    throw error.in(file.string());
  }
}

}  // namespace moniker::custodian
