#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/byte_sink.hpp"
#include "base/byte_source.hpp"

namespace moniker::filter {

/// Lines of a source that is read in blocks, each where it stands in the buffer. Only "\n" ends a line. Holds one
/// block, or as much of one line as `longest` allows.
class LineFeed {
 public:
  struct Line {
    std::string_view text{};  // without its "\n"; valid until the next call
    bool ended = false;       // "\n" followed; false for the rest behind the last one
    bool overlong = false;    // it goes on behind `longest` bytes: see pass_rest()
  };
  LineFeed(ByteSource& source, std::size_t longest);

  /// False at the end. What is left of an overlong line is skipped.
  bool next(Line& line);
  /// Of an overlong line: gives on all behind `text`, without the "\n".
  void pass_rest(ByteSink& to);
  /// Of the line that next() gave last; from 1.
  std::uint32_t number() const { return number_; }

 private:
  bool more();
  template <class Take>
  void drain(Take take);

  ByteSource& source_;
  std::size_t longest_;
  std::string buffer_;
  std::size_t begin_ = 0, end_ = 0;  // what is in the buffer and was not given yet
  std::uint32_t number_ = 0;
  bool inside_ = false;  // of an overlong line
};

}  // namespace moniker::filter
