#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "moniker/utterance.hpp"
#include "write/writer.hpp"

namespace moniker::write {

/// MAXQDA takes what stands before a colon for a speaker when the colon is among a paragraph's first 63
/// characters and one (help: "Focus group transcripts", import); QualCoder draws the same line.
inline constexpr std::size_t longest_label = 63;

/// The label as it may be written: capitals, digits, _ and -, at most 63 of them; empty stays empty. Throws
/// std::invalid_argument for anything else: it could be somebody's name.
std::string speaker_id(const std::string& speaker);

/// Throws std::invalid_argument unless it is talk, matter or a footnote.
void require_written_part(const Utterance& utterance);

/// Whether a paragraph that bears no label would be taken to have one.
bool looks_labelled(std::string_view paragraph);

/// Lines joined by a blank each: one turn, one paragraph. Every character that any program takes for a line's
/// end counts, and no other is changed.
std::string one_line(std::string_view text);

/// The paragraphs of a turn, in which no character ends a line; empty ones are left out.
std::vector<std::string> paragraphs(std::string_view text);

/// "T03, Living well": one paragraph, since an ID alone on a line is taken for a speaker by some.
std::string heading(const WriteHeader& header);

/// Names for what nobody is named for. They are written where a following paragraph would otherwise be taken
/// for the talk of whoever spoke last.
std::string_view label_of(Part part);

}  // namespace moniker::write
