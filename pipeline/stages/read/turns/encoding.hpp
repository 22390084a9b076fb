#pragma once
#include <memory>
#include <string>

#include <optional>

#include "base/byte_source.hpp"
#include "moniker/issue.hpp"
#include "moniker/stage.hpp"
#include "read/turns/byte_pages.hpp"

namespace moniker::read {

/// Yields valid UTF-8 from bytes in UTF-8, UTF-16 (either order, with or without a byte order mark) or one of the
/// code pages of byte_pages.hpp, a piece at a time: memory does not grow with the source.
///
/// - The first 4 KiB decide between UTF-16 and bytes: without a mark, NULs at every second place mean UTF-16.
/// - In bytes, what is no valid UTF-8 is taken in the code page that makes the likeliest words of it (byte_pages.hpp),
/// by
///   what the file has shown so far and the line itself, wherever it stands, also megabytes after the start:
///   `encoding_converted` tells the first place and how many, `encoding_uncertain` where two pages are as likely.
/// - UTF-8 that was read in one of these pages and saved again, once or more often, words of one page that were read in
///   another, and letters written as programs write them, are put right and told (`encoding_repaired`); what is no word
///   and cannot be put right is `encoding_uncertain`.
/// - What no page makes words of, half a UTF-16 pair, UTF-32, or many control characters
///   at the start mean a file that is broken or no text: `encoding_broken` and Error{input}.
/// - Control characters are taken out, so that none can hide inside a name, and counted in
///   `control_characters`; vertical tab, form feed, NEL, and the line and
///   paragraph separators become line ends; line ends stay as they are.
///
/// Issues are given when the end is reached or the source breaks, each at most once. Lines and columns count
/// from 1, columns in code points.
class Utf8Source : public ByteSource {
 public:
  Utf8Source(std::unique_ptr<ByteSource> raw, Sink<Issue> issues, KnowsWord knows = {});
  std::size_t read(std::span<char> into) override;
  /// Before the first read: letters written as numbers stay so. In tables "=DE" is a sign and two letters.
  void keep_escapes() { keeps_escapes_ = true; }

 private:
  enum class Kind { undecided, bytes, utf16_little, utf16_big };

  void fill();
  void decide();
  void decode_bytes();
  void decode_utf16();
  void decode_lines(std::string_view lines);
  void convert_byte(unsigned char byte, const PageJudge::Choice& choice);
  void put_repaired(std::string_view valid);
  void put(std::string_view valid);
  void put_plain(std::string_view clean);
  void drop_control();
  void tell();
  [[noreturn]] void broken(std::string what);

  std::unique_ptr<ByteSource> raw_;
  Sink<Issue> issues_;
  Kind kind_ = Kind::undecided;
  std::string in_{}, out_{};  // not yet decoded; not yet taken
  std::size_t taken_ = 0;     // of out_
  bool at_end_ = false, told_ = false;
  bool keeps_escapes_ = false;
  bool escapes_ = true;        // what looks like one is of somebody's own making
  Position place_{1, 1};       // of what comes next
  bool after_return_ = false;  // the last byte put was \r
  KnowsWord knows_;
  std::optional<PageJudge> judge_{};  // made when a byte first needs it
  Issue converted_{.code = IssueCode::encoding_converted, .count = 0};
  Issue repaired_{.code = IssueCode::encoding_repaired, .count = 0};
  Issue uncertain_{.code = IssueCode::encoding_uncertain, .count = 0};
  Issue controls_{.code = IssueCode::control_characters, .count = 0};
};

}  // namespace moniker::read
