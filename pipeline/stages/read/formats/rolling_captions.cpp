#include "read/formats/rolling_captions.hpp"

#include <algorithm>
#include <vector>

#include "base/text.hpp"

namespace moniker::read {
namespace {

constexpr std::size_t most_compared = 200;  // of a caption that are compared

struct Word {
  std::string_view text{};
  std::size_t begin = 0;
  bool begins_line = false;
};

std::vector<Word> caption_words(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size() && words.size() < most_compared; ++at) {
    if (is_white(text[at])) continue;
    const std::size_t begin = at;
    while (at < text.size() && !is_white(text[at])) ++at;
    const std::size_t last = begin == 0 ? 0 : text.find_last_not_of(" \t", begin - 1);
    words.push_back({text.substr(begin, at - begin), begin, begin == 0 || (last < begin && text[last] == '\n')});
  }
  return words;
}

/// How many words at the end of `before` are those that `now` begins with: all of either, a whole line, or three and
/// more.
std::size_t overlap(const std::vector<Word>& before, const std::vector<Word>& now) {
  const auto same = [](const Word& a, const Word& b) { return a.text == b.text; };
  for (std::size_t n = std::min(before.size(), now.size()); n > 0; --n) {
    if (n < 3 && n != now.size() && n != before.size() && !before[before.size() - n].begins_line) continue;
    if (std::equal(now.begin(), now.begin() + static_cast<std::ptrdiff_t>(n),
                   before.end() - static_cast<std::ptrdiff_t>(n), same))
      return n;
  }
  return 0;
}

}  // namespace

void RollingCaptions::note(std::string_view text) {
  const auto before = caption_words(before_), now = caption_words(text);
  if (now.empty()) return;
  const std::size_t shared = overlap(before, now);
  ++captions_;
  again_ += shared > 0;
  partly_ += shared > 0 && shared < now.size();
  before_ = text;
}

std::size_t RollingCaptions::fresh(std::string_view text) {
  const auto before = caption_words(before_), now = caption_words(text);
  const std::size_t shared = overlap(before, now);
  if (!now.empty()) before_ = text;
  return shared == 0 ? 0 : shared == now.size() ? text.size() : now[shared].begin;
}

}  // namespace moniker::read
