#include "seal/line_source.hpp"

#include <algorithm>

namespace moniker::seal {

std::string_view LineSource::peek(std::size_t count) {
  count = std::min(count, buffer_size / 2);
  if (end_ - begin_ < count) {
    std::copy(buffer_.get() + begin_, buffer_.get() + end_, buffer_.get());
    end_ -= begin_;
    begin_ = 0;
    end_ += source_.read({buffer_.get() + end_, buffer_size - end_});
  }
  return {buffer_.get() + begin_, std::min(count, end_ - begin_)};
}

LineSource::Line LineSource::next_line(std::size_t limit) {
  ++line_number_;
  const std::string_view ahead = peek(limit + 1);
  const std::size_t length = ahead.find('\n');
  if (length != ahead.npos) {
    skip(length + 1);
    return {ahead.substr(0, length), End::line_feed};
  }
  const bool goes_on = ahead.size() > limit;
  skip(std::min(limit, ahead.size()));
  return {ahead.substr(0, limit), goes_on ? End::limit : End::source};
}

std::size_t LineSource::read(std::span<char> into) {
  const std::size_t here = std::min(into.size(), end_ - begin_);
  std::copy_n(buffer_.get() + begin_, here, into.data());
  begin_ += here;
  return here == into.size() ? here : here + source_.read(into.subspan(here));
}

}  // namespace moniker::seal
