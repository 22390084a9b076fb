// WebVTT's file structure, https://www.w3.org/TR/webvtt1/#webvtt-parser-algorithm-collect-a-block: a line
// with --> is always the time of a cue, whatever stands round it, so no words can hide in a note.
#include "read/formats/cue_blocks.hpp"

#include <algorithm>
#include <array>

#include "base/letters.hpp"
#include "base/text.hpp"
#include "read/formats/timing_line.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t longest_payload = 64 * 1024;

bool is_blank(const Line& line) { return trimmed(line.text, blanks).empty(); }
bool has_arrow(const Line& line) { return is_timing_line(line.text); }

/// How many braces and comments of a style sheet a line opens, less those that it closes.
int style_depth(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    depth += rest[0] == '{' || rest.starts_with("/*") ? 1 : rest[0] == '}' || rest.starts_with("*/") ? -1 : 0;
  }
  return depth;
}

/// "Confidence: 0.83" and "Kind: captions" are fields of programs; "Kate came late", "Zed" and "With: Kate Shaw" are
/// not.
bool is_note(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    const std::string_view one = text.substr(at, end - at);
    words += has_letter(one) && one.find_first_of(":=") == std::string_view::npos;
    at = end + 1;
  }
  return words > 1 || (words == 1 && text.find(':') == std::string_view::npos);
}

/// "Kate Shaw" of `7 "Kate Shaw" (123456)`, as Webex numbers its captions.
std::string_view speaker_of_id(std::string_view id) {
  id = trimmed(id, blanks);
  const std::size_t open = id.find('"'), close = id.rfind('"');
  if (open == std::string_view::npos || close <= open + 1 || !is_number(trimmed(id.substr(0, open), blanks))) return {};
  const std::string_view account = trimmed(id.substr(close + 1), blanks);
  const bool number = account.size() > 2 && account.front() == '(' && account.back() == ')' &&
                      is_number(account.substr(1, account.size() - 2));
  return account.empty() || number ? id.substr(open + 1, close - open - 1) : std::string_view();
}

}  // namespace

CueBlocks::CueBlocks(ByteSource& source, CueDialect dialect, Sink<Issue> issues)
    : lines_(source), dialect_(dialect), issues_(std::move(issues)) {}

std::optional<Line> CueBlocks::line() {
  if (!again_) return lines_.next();
  std::optional<Line> line = std::move(again_);
  again_.reset();
  return line;
}

void CueBlocks::skip_head() {
  begun_ = true;
  if (dialect_ == CueDialect::srt) return;
  for (auto one = line(); one && !is_blank(*one); one = line()) {
    if (!has_arrow(*one)) {
      constexpr std::string_view magic = "WEBVTT";
      const std::string_view text = one->text;
      note(*one, text.substr(text.starts_with(magic) ? magic.size() : 0));
      continue;
    }
    again_ = std::move(one);
    return;
  }
}

/// Skips a block of notes, style or regions; false where it is none or ends in a cue. In a style sheet an empty line
/// ends nothing before its braces are closed; before the first caption regions were once written "Region: id=...".
bool CueBlocks::skip_note(const Line& first) {
  if (dialect_ == CueDialect::srt) return false;
  const std::string_view text = trimmed(first.text, blanks);
  const bool note_block = text == "NOTE" || text.starts_with("NOTE ") || text.starts_with("NOTE\t");
  const bool style = text == "STYLE" || (!cued_ && text == "Style:");
  const bool region = text == "REGION" || (!cued_ && text.starts_with("Region:") && text.find('=') != text.npos);
  const bool more = !note_block && !style && !region && goes_on_with_head(text);
  if (!note_block && !style && !region && !more) return false;
  constexpr std::string_view mark = "NOTE";
  if (note_block) note(first, text.substr(mark.size()));
  if (!more) head_ = note_block ? Head::note : style ? Head::style : Head::region;
  const bool sheet = head_ == Head::style;
  int depth = more ? style_depth(text) : 0;
  for (auto one = line(); one && (!is_blank(*one) || (sheet && depth > 0)); one = line()) {
    if (!has_arrow(*one)) {
      if (note_block) note(*one, one->text);
      depth += style_depth(one->text);
      continue;
    }
    again_ = std::move(one);
    break;
  }
  return true;
}

/// An empty line between two rules of a style sheet or two lines of a region ends the block, says the standard; what
/// follows is no talk all the same.
bool CueBlocks::goes_on_with_head(std::string_view text) const {
  if (cued_ || head_ == Head::none || head_ == Head::note) return false;
  if (head_ == Head::style) {
    constexpr std::string_view begins = ":@/.#}";
    return text.find('{') != text.npos || (begins.find(text.front()) != begins.npos && text.size() > 1) || text == "}";
  }
  constexpr auto settings =
      std::to_array<std::string_view>({"id", "width", "lines", "height", "regionanchor", "viewportanchor", "scroll"});
  const std::string_view name = text.substr(0, std::min(text.find_first_of(":="), text.size()));
  return name.size() < text.size() && std::find(settings.begin(), settings.end(), name) != settings.end();
}

void CueBlocks::note(const Line& line, std::string_view text) {
  if (is_note(text) && notes_.count++ == 0) notes_.at = line.at;
}

std::optional<CueBlock> CueBlocks::next() {
  if (!begun_) skip_head();
  CueBlock block;
  if (std::exchange(unfinished_, false)) {
    block.time = last_;
    block.continues = true;
    read_payload(block);
    return block;
  }
  while (auto first = line()) {
    if (is_blank(*first) || skip_note(*first)) continue;
    if (!has_arrow(*first)) {
      auto second = line();
      const bool id = second && has_arrow(*second) && !first->continues;
      if (!id) {
        if (!wordless_) malformed(*first);
        block.time = wordless_ ? last_ : TimeSpan{last_.end, last_.end};  // an empty line stood between time and words
        block.continues = !wordless_;
        block.stray = !wordless_ && head_ != Head::none;
        block.lines.push_back(std::move(*first));
        again_ = std::move(second);
        read_payload(block);
        return block;
      }
      block.speaker = speaker_of_id(first->text);
      first = std::move(second);
    }
    read_time(*first, block);
    read_payload(block);
    return block;
  }
  return std::nullopt;
}

void CueBlocks::read_time(const Line& line, CueBlock& block) {
  const auto time = cue_time(line.text);
  if (!time || time->end < time->begin) malformed(line);
  block.time = time.value_or(TimeSpan{last_.end, last_.end});
  if (block.time.end < block.time.begin) block.time.end = block.time.begin;
  last_ = block.time;
  cued_ = true;
  head_ = Head::none;
  const std::size_t words = words_behind_times(line.text);
  if (words == std::string::npos) return;
  Line said{.text = line.text.substr(words), .at = line.at, .source = line.source + words};
  said.at.column += static_cast<std::uint32_t>(words);
  block.lines.push_back(std::move(said));
}

void CueBlocks::read_payload(CueBlock& block) {
  read_lines(block);
  wordless_ = block.lines.empty() && !block.continues;
}

void CueBlocks::read_lines(CueBlock& block) {
  std::size_t bytes = 0;
  const std::size_t beside = block.lines.size();  // of the time
  while (auto one = line()) {
    if (is_blank(*one) && !one->continues) return;
    if (has_arrow(*one)) {
      const bool numbered = block.lines.size() > beside && is_number(trimmed(block.lines.back().text, blanks));
      if (numbered) block.lines.pop_back();
      if (block.lines.size() > beside) malformed(*one);
      again_ = std::move(one);
      return;
    }
    bytes += one->text.size();
    block.lines.push_back(std::move(*one));
    if (bytes <= longest_payload) continue;
    unfinished_ = true;
    return;
  }
}

}  // namespace moniker::read
