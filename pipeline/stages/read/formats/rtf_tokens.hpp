#pragma once
#include <cstdint>
#include <string>

#include "base/byte_source.hpp"
#include "moniker/utterance.hpp"

namespace moniker::read {

/// A piece of rich text: { } \word12 \~ or bytes of text (also those of \'e9).
struct RtfToken {
  enum class Kind { open, close, control, symbol, text, end };
  Kind kind{};
  std::string bytes{};  // of text; the control's word; the symbol
  bool has_number = false;
  int number = 0;
};

/// Rich text front to back (Rich Text Format specification 1.9.1, "Basic entities"); holds one token of at
/// most 4 KiB. Line ends are none, pictures' \bin is skipped.
class RtfTokens {
 public:
  explicit RtfTokens(ByteSource& source) : source_(source), block_(64 * 1024, '\0') {}
  RtfToken next();
  Position at() const { return at_; }  // of the next byte; columns in bytes

 private:
  int peek();  // -1 at the end
  char take();
  RtfToken escaped();
  RtfToken word();
  void skip(std::uint64_t bytes);

  ByteSource& source_;
  std::string block_;
  std::size_t taken_ = 0, filled_ = 0;
  Position at_{1, 1};
};

}  // namespace moniker::read
