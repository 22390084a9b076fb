#include "seal/age_armor.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "moniker/error.hpp"
#include "seal/base64.hpp"

namespace moniker::seal {
namespace {

constexpr std::string_view begin_line = "-----BEGIN AGE ENCRYPTED FILE-----";
constexpr std::string_view end_line = "-----END AGE ENCRYPTED FILE-----";
constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t columns = 64, bytes_in_line = 48, most_blanks = 1024;

[[noreturn]] void refuse(std::uint32_t line, std::string_view what) {
  throw Error::integrity(fmt::format("the age armor is damaged: {}", what),
                         "fetch the file again and let no program change its lines", {.at = {.line = line}});
}

}  // namespace

ArmorSink::ArmorSink(ByteSink& sink) : sink_(sink) { sink_.write(fmt::format("{}\n", begin_line)); }

void ArmorSink::write(std::string_view bytes) {
  pending_.append(bytes);
  std::string lines;
  std::string_view rest = pending_;
  for (; rest.size() >= bytes_in_line; rest.remove_prefix(bytes_in_line)) {
    lines.append(base64(rest.substr(0, bytes_in_line), Padding::equals)).append(1, '\n');
  }
  pending_.erase(0, pending_.size() - rest.size());
  if (!lines.empty()) sink_.write(lines);
}

void ArmorSink::finish() {
  if (!pending_.empty()) sink_.write(base64(pending_, Padding::equals) + '\n');
  sink_.write(fmt::format("{}\n", end_line));
}

bool starts_armor(LineSource& source) {
  const std::string_view ahead = source.peek(most_blanks + begin_line.size());
  const std::size_t first = ahead.find_first_not_of(blanks);
  return first != ahead.npos && ahead.substr(first).starts_with("-----BEGIN");
}

ArmorSource::ArmorSource(LineSource& source) : source_(source) {
  std::string_view line;
  do line = next_line();
  while (line.find_first_not_of(blanks) == line.npos);
  if (line != begin_line) refuse(source_.line_number(), "its first line is not the BEGIN line of an age file");
}

std::string_view ArmorSource::next_line() {
  LineSource::Line line = source_.next_line(most_blanks);
  if (line.end == LineSource::End::limit) refuse(source_.line_number(), "a line is too long");
  if (line.end == LineSource::End::source && line.text != end_line) {
    refuse(source_.line_number(), "it ends without an END line");
  }
  if (line.end == LineSource::End::line_feed && line.text.ends_with('\r')) line.text.remove_suffix(1);
  return line.text;
}

void ArmorSource::next_bytes() {
  const std::string_view line = next_line();
  if (line == end_line) return expect_nothing_more();
  if (short_line_seen_) refuse(source_.line_number(), "a line follows one that is not full");
  if (line.empty()) refuse(source_.line_number(), "a line is empty");
  if (line.size() > columns) refuse(source_.line_number(), "a line has more than 64 characters");
  auto bytes = from_base64(line, Padding::equals);
  if (!bytes) refuse(source_.line_number(), "a line is not canonical base64");
  short_line_seen_ = bytes->size() < bytes_in_line;
  bytes_ = std::move(*bytes);
  taken_ = 0;
}

void ArmorSource::expect_nothing_more() {
  const std::string_view rest = source_.peek(most_blanks + 1);
  if (rest.find_first_not_of(blanks) != rest.npos || rest.size() > most_blanks) {
    refuse(source_.line_number() + 1, "something follows the END line");
  }
  ended_ = true;
}

std::size_t ArmorSource::read(std::span<char> into) {
  std::size_t done = 0;
  while (done < into.size()) {
    if (taken_ == bytes_.size()) {
      if (!ended_) next_bytes();
      if (ended_) break;
    }
    const std::size_t n = std::min(into.size() - done, bytes_.size() - taken_);
    std::copy_n(bytes_.data() + taken_, n, into.data() + done);
    taken_ += n;
    done += n;
  }
  return done;
}

}  // namespace moniker::seal
