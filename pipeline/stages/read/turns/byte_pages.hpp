#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/seen_text.hpp"

namespace moniker::read {

/// What the bytes from 0x80 on mean in a code page; 0 where it defines nothing.
struct BytePage {
  enum class Writes { western, central, turkish, cyrillic };
  int code_page = 0;
  Writes writes = Writes::western;
  std::array<char32_t, 128> upper{};
  /// The byte of a character; 0: the page has none.
  unsigned char byte_of(char32_t c) const;
};

/// The code pages in which transcripts are met, the likeliest first: Windows-1252, Mac Roman, DOS 850 and 437; of
/// central Europe Windows-1250, ISO 8859-2, DOS 852 and the Mac's; Windows-1254; of Cyrillic Windows-1251, KOI8-R and
/// DOS 866.
std::vector<BytePage> byte_pages();

struct PageScore;

/// Judges in which page bytes were written that are not UTF-8, by the words that they would make: letters stand within
/// words, capitals at their beginning, quotation marks and dashes about them, and known words are known.
class PageJudge {
 public:
  /// `knows` may be empty.
  explicit PageJudge(KnowsWord knows = {}) : pages_(byte_pages()), totals_(pages_.size()), knows_(std::move(knows)) {}
  const std::vector<BytePage>& pages() const { return pages_; }

  /// What a line says for each page, which is remembered of the whole file.
  void hear(std::string_view line);
  struct Choice {
    const BytePage* page = nullptr;
    bool uncertain = false;    // another page would make other words, as likely
    bool implausible = false;  // no page makes words of it
  };
  /// The page of a line: the file's, unless this line's words speak against it.
  Choice choose(std::string_view line) const;

 private:
  std::vector<PageScore> scores(std::string_view line) const;

  std::vector<BytePage> pages_;
  std::vector<int> totals_;
  KnowsWord knows_;
};

}  // namespace moniker::read
