#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace moniker::coded {

/// How a program counts the places of a text. The standard says code points; and some programs count what Windows
/// calls characters, a line's end of two as one, or the mark that a file begins with.
struct Counting {
  bool utf16 = false;            // a character beyond the first 65,536 is two
  bool line_end_is_one = false;  // CR LF
  bool counts_mark = false;      // U+FEFF before the text
  bool operator==(const Counting&) const = default;
};

/// A text's places in one way of counting.
class Units {
 public:
  /// `marked`: the mark stood before the text, which is without it.
  Units(std::string_view text, Counting counting, bool marked);
  std::int64_t size() const { return static_cast<std::int64_t>(starts_.size()) - 1 + before_; }
  /// The byte at which a unit begins; nothing where there is none such. Of the mark before the text, the text's first.
  std::optional<std::uint32_t> byte_of(std::int64_t unit) const;
  /// The same; of a unit outside of the text its nearer end.
  std::uint32_t nearest_byte(std::int64_t unit) const;
  bool is_mark(std::int64_t unit) const { return unit >= 0 && unit < before_; }
  std::int64_t unit_of(std::uint32_t byte) const;

 private:
  std::int64_t before_ = 0;
  std::vector<std::uint32_t> starts_{};  // and the end
};

/// Coded ranges of one text, as its project tells them.
struct CountedRanges {
  std::string_view text{};
  bool marked = false;
  std::vector<std::pair<std::int64_t, std::int64_t>> ranges{};
};

/// How a project counts, by its own ranges: in the way by which the fewest lie outside their texts, and of those the
/// one by which the fewest begin or end inside a word; of several, the standard's first.
Counting counting_of(const std::vector<CountedRanges>& sources);

}  // namespace moniker::coded
