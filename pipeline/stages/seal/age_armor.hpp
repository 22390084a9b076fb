#pragma once
#include <string>
#include <string_view>

#include "base/byte_sink.hpp"
#include "seal/line_source.hpp"

namespace moniker::seal {

/// ASCII armor (https://c2sp.org/age, "ASCII armor"; RFC 7468 in its strict form): base64 in lines of 64
/// characters between a BEGIN and an END line, for files that travel as text.

class ArmorSink : public ByteSink {
 public:
  explicit ArmorSink(ByteSink& sink);
  void write(std::string_view bytes) override;
  /// The last line and the END line; without it no reader accepts the armor.
  void finish();

 private:
  ByteSink& sink_;
  std::string pending_;  // fewer than the 48 bytes of a line
};

/// Whether armor stands here, after blanks or none; leaves `source` where it was.
bool starts_armor(LineSource& source);

/// The bytes within the armor. Throws Error{integrity} at whatever is not canonical: the same bytes have one
/// armor only, but for CRLF line ends and up to 1,024 blanks before and after.
class ArmorSource : public ByteSource {
 public:
  explicit ArmorSource(LineSource& source);
  std::size_t read(std::span<char> into) override;

 private:
  std::string_view next_line();
  void next_bytes();
  void expect_nothing_more();

  LineSource& source_;
  std::string bytes_;  // of the line at hand
  std::size_t taken_ = 0;
  bool short_line_seen_ = false, ended_ = false;
};

}  // namespace moniker::seal
