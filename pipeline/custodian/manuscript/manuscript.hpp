#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "words/number_words.hpp"

namespace moniker::custodian {

/// speaker: a line that says who talks in the block behind it, as a script has them.
enum class BlockKind : std::uint8_t { heading, body, quote, row, speaker };

/// Where people find a block again: in a pdf by page and line, in a document by paragraph, in a text by line; 0 where
/// that says nothing.
struct Place {
  std::uint32_t page = 0, paragraph = 0, line = 0;
};
std::string shown(const Place& place);  // "page 3, line 12", "paragraph 41", "line 12"

/// A paragraph, or a row of a table with its cells.
struct Block {
  BlockKind kind = BlockKind::body;
  std::string text{};  // one line of valid UTF-8; of a row its cells with tabs between
  std::vector<std::string> cells{};
  std::uint32_t table = 0;  // from 1; 0 outside
  bool caption = false;     // where the format says so
  Place at{};
};

/// A paper as it is read: hyphens at line ends, columns, page headers and numbers undone, its references left out.
struct Manuscript {
  std::string format{};
  std::vector<Block> blocks{};
};

struct ManuscriptReading {
  const words::NumberWords& numbers;               // "thirty-" and "one" over a line end keep their hyphen
  std::string pdf_to_text = "/usr/bin/pdftotext";  // Poppler's program, by its full path
};

/// Reads .docx, .odt, .pdf by their bytes; .tex and .md by their names, all else as plain text. Throws Error{input}.
Manuscript read_manuscript(const std::filesystem::path& file, const ManuscriptReading& reading);

// One reader each; what read_manuscript() is made of.
Manuscript read_docx_paper(const std::filesystem::path& file);
Manuscript read_odt_paper(const std::filesystem::path& file);
Manuscript read_pdf_paper(std::string_view bytes, const ManuscriptReading& reading);
Manuscript read_text_paper(std::string_view text, const ManuscriptReading& reading, bool markdown);
Manuscript read_tex_paper(std::string_view text, const ManuscriptReading& reading);

/// "(7) FG3-S7: Perhaps he liked it.": linguists number what was said; three from (1) on are such numbers.
void leave_out_example_numbers(Manuscript& paper);

/// A line put behind what came before it in a paragraph: a word that was cut is whole again.
void join_line(std::string& paragraph, std::string_view line, const words::NumberWords& numbers);

/// White space of all kinds as one blank, soft hyphens gone, ligatures as letters.
std::string as_one_line(std::string_view text);

}  // namespace moniker::custodian
