#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/byte_source.hpp"

namespace moniker::seal {

/// A source whose first part is lines and whose rest is bytes: an age header and its payload, or armor. Holds
/// one buffer of 16 KiB.
class LineSource : public ByteSource {
 public:
  explicit LineSource(ByteSource& source) : source_(source) {}

  enum class End { line_feed, source, limit };  // what ended a line: "limit" means that it goes on
  struct Line {
    std::string_view text{};  // without its line feed; valid until the next call
    End end = End::source;
  };
  /// The next line, or as much of it as `limit` (at most half of the buffer) allows.
  Line next_line(std::size_t limit);
  /// The next bytes, left where they are; fewer than `count` (at most half of the buffer) at the end only.
  std::string_view peek(std::size_t count);
  void skip(std::size_t count) { begin_ += count; }
  std::size_t read(std::span<char> into) override;
  /// The number, from 1, of the line that next_line() gave last.
  std::uint32_t line_number() const { return line_number_; }

 private:
  static constexpr std::size_t buffer_size = 16 * 1024;
  ByteSource& source_;
  std::unique_ptr<char[]> buffer_ = std::make_unique_for_overwrite<char[]>(buffer_size);  // never cleared
  std::size_t begin_ = 0, end_ = 0;
  std::uint32_t line_number_ = 0;
};

}  // namespace moniker::seal
