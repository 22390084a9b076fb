// One decision at the start (UTF-16 or bytes); then blocks of one size whatever the source gives at once, so that a
// file is read alike however it comes. In a block, what is UTF-8 stays; the lines that hold anything else are heard
// first, then each is read in the page that is likeliest.
#include "read/turns/encoding.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/byte_set.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "moniker/error.hpp"
#include "read/turns/misread.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t judged_head = 4096, piece_size = 64 * 1024;

constexpr bool is_control(unsigned char c) { return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F; }

std::size_t nuls(std::string_view bytes, std::size_t from) {
  std::size_t count = 0;
  for (std::size_t i = from; i < bytes.size(); i += 2) count += bytes[i] == '\0';
  return count;
}

/// English in UTF-16 has a NUL in nearly every second byte; a third leaves room for dashes and quotes. Among
/// the low bytes NULs are rare, yet half of an emoji has one.
bool looks_utf16(std::string_view head, std::size_t high_byte) {
  const std::size_t units = head.size() / 2;
  return units >= 2 && nuls(head, high_byte) * 3 >= units && nuls(head, 1 - high_byte) * 8 <= nuls(head, high_byte);
}

/// There escapes are the format's own.
bool looks_json(std::string_view head) {
  const auto next = [&](std::size_t at) { return std::min(head.find_first_not_of(white_space, at), head.size()); };
  const std::size_t first = next(0), second = next(first + 1);
  if (first == head.size()) return false;
  return head[first] == '{' ||
         (head[first] == '[' && second < head.size() && (head[second] == '{' || head[second] == '"'));
}

bool looks_binary(std::string_view head) {
  const auto controls = std::count_if(head.begin(), head.end(), [](char c) {
    return is_control(static_cast<unsigned char>(c)) && c != '\f' && c != '\v';
  });
  return controls >= 4 && static_cast<std::size_t>(controls) * 32 > head.size();
}

}  // namespace

Utf8Source::Utf8Source(std::unique_ptr<ByteSource> raw, Sink<Issue> issues, KnowsWord knows)
    : raw_(std::move(raw)), issues_(std::move(issues)), knows_(std::move(knows)) {}

std::size_t Utf8Source::read(std::span<char> into) {
  std::size_t done = 0;
  while (done < into.size()) {
    if (taken_ == out_.size()) fill();
    if (taken_ == out_.size()) break;
    const std::size_t n = std::min(into.size() - done, out_.size() - taken_);
    std::copy_n(out_.data() + taken_, n, into.data() + done);
    done += n;
    taken_ += n;
  }
  return done;
}

void Utf8Source::fill() {
  out_.clear();
  taken_ = 0;
  while (out_.empty() && !(at_end_ && in_.empty())) {
    const std::size_t wanted = kind_ == Kind::undecided ? judged_head : piece_size;
    if (!at_end_) {
      read_up_to(*raw_, in_, wanted);
      at_end_ = in_.size() < wanted;
    }
    if (kind_ == Kind::undecided) decide();
    if (kind_ == Kind::bytes)
      decode_bytes();
    else
      decode_utf16();
  }
  if (out_.empty()) tell();
}

void Utf8Source::decide() {
  using namespace std::string_view_literals;
  const std::string_view all = in_, head = all.substr(0, judged_head);
  std::size_t mark = 0;
  if (head.starts_with("\xFF\xFE\0\0"sv) || head.starts_with("\0\0\xFE\xFF"sv)) {
    broken("is utf-32 text, which is not read");
  } else if (head.starts_with("\xEF\xBB\xBF")) {
    kind_ = Kind::bytes;
    mark = 3;
  } else if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
    kind_ = head[0] == '\xFF' ? Kind::utf16_little : Kind::utf16_big;
    mark = 2;
  } else if (looks_utf16(head, 1) || looks_utf16(head, 0)) {
    kind_ = looks_utf16(head, 1) ? Kind::utf16_little : Kind::utf16_big;
  } else {
    kind_ = Kind::bytes;
    if (looks_binary(head)) broken("holds control characters as no text does");
  }
  if (kind_ != Kind::bytes) converted_.count = 1;
  escapes_ = !keeps_escapes_ && !looks_json(head.substr(mark));
  in_.erase(0, mark);
}

/// Up to the end of the last line, where there is one: no word is judged by half.
void Utf8Source::decode_bytes() {
  const std::string_view all = in_;
  std::size_t end = all.size();
  if (!at_end_) {
    const std::size_t line = all.find_last_of("\r\n");
    end = line == std::string_view::npos ? all.size() : line + 1;
    for (int i = 0; line == std::string_view::npos && i < 64 && end > 64 && (all[end - 1] & 0x80) != 0; ++i) --end;
  }
  decode_lines(all.substr(0, end));
  in_.erase(0, end);
}

namespace {

/// Each line and its end.
template <class Take>
void for_each_line(std::string_view lines, const Take& take) {
  static constexpr ByteSet line_ends("\r\n");
  while (!lines.empty()) {
    const std::size_t end = std::min(line_ends.find(lines), lines.size() - 1) + 1;
    take(lines.substr(0, end));
    lines.remove_prefix(end);
  }
}

}  // namespace

void Utf8Source::decode_lines(std::string_view lines) {
  const auto invalid = [](std::string_view line) { return find_invalid_utf8(line) < line.size(); };
  if (!invalid(lines)) return put_repaired(lines);
  if (!judge_) judge_.emplace(knows_);
  for_each_line(lines, [&](std::string_view line) {
    if (invalid(line)) judge_->hear(line);
  });
  for_each_line(lines, [&](std::string_view line) {
    const PageJudge::Choice choice = invalid(line) ? judge_->choose(line) : PageJudge::Choice{};
    while (!line.empty()) {
      const std::size_t valid = std::min(find_invalid_utf8(line), line.size());
      put_repaired(line.substr(0, valid));
      line.remove_prefix(valid);
      if (line.empty()) break;
      convert_byte(static_cast<unsigned char>(line[0]), choice);
      line.remove_prefix(1);
    }
  });
}

void Utf8Source::convert_byte(unsigned char byte, const PageJudge::Choice& choice) {
  const char32_t value = choice.page->upper[byte - 0x80U];
  if (value == 0 || choice.implausible)
    broken(fmt::format("holds the byte {:#04x}, which is of no encoding that makes words of it", byte));
  if (converted_.count++ == 0) converted_.at = place_;
  if (choice.uncertain && uncertain_.count++ == 0) uncertain_.at = place_;
  std::string text;
  append_utf8(text, value);
  put_plain(text);
}

void Utf8Source::put_repaired(std::string_view valid) {
  if (!may_be_misread(valid)) return put(valid);
  if (!judge_) judge_.emplace(knows_);
  for_each_line(valid, [&](std::string_view line) {
    if (!may_be_misread(line)) return put(line);
    std::uint64_t repaired = 0, doubtful = 0;
    std::string meant = escapes_ ? unescaped(line, repaired) : std::string(line);
    meant = as_meant(meant, judge_->pages(), repaired);
    if (knows_) meant = words_as_meant(meant, judge_->pages(), knows_, repaired, doubtful);
    if (repaired > 0 && repaired_.count == 0) repaired_.at = place_;
    if (doubtful > 0 && uncertain_.count == 0) uncertain_.at = place_;
    repaired_.count += repaired;
    uncertain_.count += doubtful;
    put(meant);
  });
}

void Utf8Source::decode_utf16() {
  const std::size_t high = kind_ == Kind::utf16_little ? 1 : 0;
  const auto unit = [&](std::size_t at) {
    return static_cast<char32_t>(static_cast<unsigned char>(in_[at + high]) << 8 |
                                 static_cast<unsigned char>(in_[at + 1 - high]));
  };
  std::size_t at = 0;
  std::string text;
  const auto flush = [&] {
    put_repaired(text);
    text.clear();
  };
  for (; at + 2 <= in_.size(); at += 2) {
    char32_t value = unit(at);
    if (value >= 0xD800 && value < 0xE000) {
      if (at + 4 > in_.size() && !at_end_) break;
      const char32_t low = at + 4 <= in_.size() ? unit(at + 2) : 0;
      flush();
      if (value >= 0xDC00 || low < 0xDC00 || low >= 0xE000) broken("holds half of a utf-16 pair");
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
      at += 2;
    }
    append_utf8(text, value);
  }
  flush();
  in_.erase(0, at);
  if (at_end_ && !in_.empty()) broken("is utf-16 text that ends in the middle of a character");
}

namespace {

/// What control characters and line separators begin with.
constexpr ByteSet may_go() {
  std::array<char, 0x21 + 2> bytes{};
  std::size_t count = 0;
  for (unsigned c = 0; c <= 0x7F; ++c) {
    if (is_control(static_cast<unsigned char>(c))) bytes[count++] = static_cast<char>(c);
  }
  bytes[count++] = '\xC2';
  bytes[count++] = '\xE2';
  return ByteSet(std::string_view(bytes.data(), count));
}

}  // namespace

/// Puts out valid UTF-8 without its control characters.
void Utf8Source::put(std::string_view valid) {
  static constexpr ByteSet seldom = may_go();
  std::size_t from = 0;
  for (std::size_t i = seldom.find(valid); i < valid.size(); i = seldom.find(valid, i + 1)) {
    const auto c = static_cast<unsigned char>(valid[i]);
    const bool wide = c == 0xC2 && static_cast<unsigned char>(valid[i + 1]) < 0xA0;  // U+0080 to U+009F
    const bool separator =
        c == 0xE2 && (valid.substr(i).starts_with("\u2028") || valid.substr(i).starts_with("\u2029"));
    if (!is_control(c) && !wide && !separator) continue;
    put_plain(valid.substr(from, i - from));
    const bool line_end = separator || c == '\v' || c == '\f' || (wide && valid[i + 1] == '\x85');
    if (line_end)
      put_plain("\n");
    else
      drop_control();
    i += separator ? 2 : wide ? 1 : 0;
    from = i + 1;
  }
  put_plain(valid.substr(from));
}

void Utf8Source::put_plain(std::string_view clean) {
  out_.append(clean);
  if (clean.find('\r') == std::string_view::npos && !after_return_) {  // as nearly always
    const std::size_t line = clean.rfind('\n');
    if (line != std::string_view::npos) {
      place_.line += static_cast<std::uint32_t>(std::count(clean.begin(), clean.end(), '\n'));
      place_.column = 1;
      clean.remove_prefix(line + 1);
    }
    place_.column += static_cast<std::uint32_t>(count_code_points(clean));
    return;
  }
  for (const char c : clean) {
    if (c == '\n' && after_return_) {
      after_return_ = false;
      continue;
    }
    after_return_ = c == '\r';
    if (c == '\n' || c == '\r') {
      ++place_.line;
      place_.column = 1;
    } else {
      place_.column += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }
  }
}

void Utf8Source::drop_control() {
  if (controls_.count++ == 0) controls_.at = place_;
}

void Utf8Source::tell() {
  if (std::exchange(told_, true)) return;
  if (converted_.count > 0) issues_(converted_);
  if (repaired_.count > 0) issues_(repaired_);
  if (uncertain_.count > 0) issues_(uncertain_);
  if (controls_.count > 0) issues_(controls_);
}

void Utf8Source::broken(std::string what) {
  tell();
  issues_({IssueCode::encoding_broken, place_, 1});
  throw Error::input(std::move(what), "save the transcript as utf-8 text and deliver it again", {.at = place_});
}

}  // namespace moniker::read
