#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace moniker {

/// The one normal form in which names are compared, everywhere: compatibility-decomposed, marks dropped,
/// case folded, l-stroke, o-slash and the like to their plain letters, every apostrophe to ' and every
/// hyphen to -. White space runs become one blank; zero-width characters vanish. ASCII takes a fast path.
std::string fold(std::string_view text);

/// The folded words of a text: runs of letters, digits and inner apostrophes or hyphens.
std::vector<std::string> folded_words(std::string_view text);

/// The same one by one, for text by the gigabyte: no word is copied. Keeps its memory from text to text.
class FoldedWords {
 public:
  void read(std::string_view text);
  /// False at the end. Valid until the next read().
  bool next(std::string_view& word);

 private:
  std::string folded_{};
  std::size_t at_ = 0;
};

}  // namespace moniker
