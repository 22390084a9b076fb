#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/formats/json_fields.hpp"
#include "read/turns/text_turns.hpp"

namespace moniker::read {

/// A JSON string decoded, which still knows where each of its characters came from. Kept and filled again, so that it
/// allocates only while texts get longer.
class JsonText {
 public:
  /// `written`: between the quotation marks, syntactically sound. Fault: half a surrogate pair, or a NUL; its offset is
  /// into `written`.
  std::optional<LineFault> decode(std::string_view written);
  const std::string& text() const { return text_; }
  /// Where the character at byte `at` of text() begins in what was written; of the end, the end.
  std::size_t source_of(std::size_t at) const;

 private:
  struct Unit {
    char32_t value = 0;
    std::size_t length = 0;  // of the escape, in bytes; 0: half a pair
  };
  static Unit unit_at(std::string_view written, std::size_t at);

  std::string text_{};
  std::vector<SourceRun> runs_{};  // ascending; empty: nothing was escaped
};

/// Appends `text` as it stands within the quotation marks of a JSON string; all but what must be is left as it is.
void append_json_text(std::string& out, std::string_view text);

}  // namespace moniker::read
