#include "read/turns/line_reader.hpp"

#include <algorithm>

#include "base/byte_set.hpp"
#include "base/utf8.hpp"

namespace moniker::read {

LineReader::LineReader(ByteSource& source, std::size_t longest, std::size_t block)
    : source_(source), longest_(std::max<std::size_t>(longest, 4)), block_(std::max<std::size_t>(block, 1)) {}

bool LineReader::more() {
  if (at_end_) return false;
  offset_ += at_;
  buffer_.erase(0, at_);
  at_ = 0;
  at_end_ = read_up_to(source_, buffer_, buffer_.size() + block_) == 0;
  return !at_end_;
}

std::optional<Line> LineReader::next() {
  static constexpr ByteSet line_ends("\r\n");
  std::size_t seen = 0;  // bytes after at_ that are known to hold no line end
  while (true) {
    const std::size_t end = line_ends.find(buffer_, at_ + seen);
    // A \r is judged only with its next byte at hand: it may be half of \r\n.
    const bool whole = end != std::string::npos && (buffer_[end] == '\n' || end + 1 < buffer_.size() || at_end_);
    const std::size_t length = (end == std::string::npos ? buffer_.size() : end) - at_;
    if (length > longest_) {
      std::size_t cut = longest_;
      while (cut > 1 && (static_cast<unsigned char>(buffer_[at_ + cut]) & 0xC0) == 0x80) --cut;
      return take(cut, false);
    }
    if (whole) return take(length, true);
    seen = length;
    if (!more()) break;
  }
  if (at_ == buffer_.size()) return std::nullopt;
  const std::size_t end = std::min(buffer_.find('\r', at_), buffer_.size());
  return take(end - at_, true);
}

Line LineReader::take(std::size_t length, bool ends) {
  Line line{.text = buffer_.substr(at_, length), .at = place_, .source = offset_ + at_, .continues = inside_};
  at_ += length;
  inside_ = !ends;
  if (!ends) {
    place_.column += static_cast<std::uint32_t>(count_code_points(line.text));
    return line;
  }
  ++place_.line;
  place_.column = 1;
  if (at_ < buffer_.size() && buffer_[at_] == '\r') ++at_;
  if (at_ < buffer_.size() && buffer_[at_] == '\n') ++at_;
  return line;
}

}  // namespace moniker::read
