#include "filter/line_feed.hpp"

#include <algorithm>
#include <cstring>
#include <limits>

namespace moniker::filter {
namespace {

constexpr std::size_t block = 256 * 1024;

}  // namespace

LineFeed::LineFeed(ByteSource& source, std::size_t longest)
    : source_(source), longest_(longest), buffer_(std::min(block, longest + 1), '\0') {}

/// Reads once more behind what is there; false at the end or when the longest line fills the buffer.
bool LineFeed::more() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ == buffer_.size()) {
    if (buffer_.size() > longest_) return false;
    buffer_.resize(std::min(2 * buffer_.size(), longest_ + 1));
  }
  const std::size_t got = source_.read(std::span(buffer_).subspan(end_));
  end_ += got;
  return got > 0;
}

bool LineFeed::next(Line& line) {
  if (inside_) drain([](std::string_view) {});
  for (std::size_t seen = 0;;) {
    const char* from = buffer_.data() + begin_;
    const auto* found = static_cast<const char*>(std::memchr(from + seen, '\n', end_ - begin_ - seen));
    seen = end_ - begin_;
    const std::size_t length = found != nullptr ? static_cast<std::size_t>(found - from) : seen;
    if (found == nullptr && length <= longest_ && more()) continue;
    if (found == nullptr && length == 0) return false;
    from = buffer_.data() + begin_;
    if (number_ < std::numeric_limits<std::uint32_t>::max()) ++number_;
    const bool overlong = length > longest_;
    line = {.text = {from, overlong ? longest_ : length}, .ended = found != nullptr && !overlong, .overlong = overlong};
    begin_ += line.text.size() + (line.ended ? 1 : 0);
    inside_ = overlong;
    return true;
  }
}

template <class Take>
void LineFeed::drain(Take take) {
  while (begin_ < end_ || more()) {
    const std::string_view there(buffer_.data() + begin_, end_ - begin_);
    const std::size_t length = std::min(there.find('\n'), there.size());
    take(there.substr(0, length));
    begin_ += length;
    if (length == there.size()) continue;
    ++begin_;
    break;
  }
  inside_ = false;
}

void LineFeed::pass_rest(ByteSink& to) {
  if (inside_) drain([&](std::string_view bytes) { to.write(bytes); });
}

}  // namespace moniker::filter
