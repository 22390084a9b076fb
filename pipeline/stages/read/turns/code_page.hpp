#pragma once
#include <iconv.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace moniker::read {

/// Bytes in one of Windows' code pages (by number; 65001 is UTF-8, 10000 Mac Roman, 28592 ISO 8859-2) as UTF-8, by the
/// C library's iconv.
class CodePages {
 public:
  /// Nothing where the bytes are none of that code page's, or this machine does not know it.
  std::optional<std::string> decode(int code_page, std::string_view bytes);

 private:
  struct Close {
    void operator()(void* converter) const { iconv_close(converter); }
  };
  using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, Close>;
  std::map<int, Converter> open_{};
};

/// Whether all bytes beyond ASCII make Chinese, Japanese or Korean in one of the encodings of these: characters that
/// stand together and beside no Latin letter.
bool is_east_asian(std::string_view line);

/// The code page that a Windows font's charset stands for; `usual` for the default one and unknown ones.
int code_page_of_charset(int charset, int usual);

}  // namespace moniker::read
