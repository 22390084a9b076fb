#include "read/turns/code_page.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace moniker::read {
namespace {

struct CharsetRow {
  int charset, code_page;
};
/// Rich Text Format specification 1.9.1, "Font table"; symbols' fonts (2) have no letters.
constexpr CharsetRow charsets[] = {{0, 1252},   {2, 1252},   {77, 10000}, {128, 932},  {129, 949},
                                   {130, 1361}, {134, 936},  {136, 950},  {161, 1253}, {162, 1254},
                                   {163, 1258}, {177, 1255}, {178, 1256}, {186, 1257}, {204, 1251},
                                   {222, 874},  {238, 1250}, {254, 437},  {255, 850}};

std::string name_of(int code_page) {
  if (code_page == 65001) return "UTF-8";
  if (code_page == 10000) return "MACINTOSH";
  if (code_page == 10029) return "MAC-CENTRALEUROPE";
  if (code_page == 10007) return "MAC-CYRILLIC";
  if (code_page == 28595) return "ISO-8859-5";
  if (code_page == 20866) return "KOI8-R";
  if (code_page == 28592) return "ISO-8859-2";
  return "CP" + std::to_string(code_page);
}

}  // namespace

int code_page_of_charset(int charset, int usual) {
  for (const CharsetRow& row : charsets) {
    if (row.charset == charset) return row.code_page;
  }
  return usual;
}

std::optional<std::string> CodePages::decode(int code_page, std::string_view bytes) {
  auto at = open_.find(code_page);
  if (at == open_.end()) {
    const iconv_t opened = iconv_open("UTF-8", name_of(code_page).c_str());
    if (opened == reinterpret_cast<iconv_t>(-1)) return std::nullopt;
    at = open_.emplace(code_page, Converter(opened)).first;
  }
  iconv(at->second.get(), nullptr, nullptr, nullptr, nullptr);  // forget what went before
  std::string out(bytes.size() * 4, '\0');
  std::string in(bytes);
  char *from = in.data(), *to = out.data();
  std::size_t left = in.size(), room = out.size();
  if (iconv(at->second.get(), &from, &left, &to, &room) == static_cast<std::size_t>(-1) || left > 0)
    return std::nullopt;
  out.resize(out.size() - room);
  return out;
}

bool is_east_asian(std::string_view line) {
  CodePages pages;
  for (const int code_page : {932, 936, 950, 949}) {
    const auto text = pages.decode(code_page, line);
    if (!text) continue;
    std::size_t together = 0, most = 0;
    bool others = false;
    char32_t last = ' ';
    for (std::size_t at = 0; at < text->size();) {
      const CodePoint point = code_point_at(*text, at);
      at += std::max<std::uint32_t>(1, point.length);
      const bool one =
          (point.value >= 0x3000 && point.value < 0xA000) || (point.value >= 0xAC00 && point.value < 0xD7B0);
      const bool latin = point.value < 0x80 && is_letter(point.value);
      together = one ? together + 1 : 0;
      most = std::max(most, together);
      const bool beside_latin = last < 0x80 ? one && is_letter(last) : latin;
      others = others || beside_latin || (point.value >= 0x80 && !one);
      last = point.value;
    }
    if (most >= 2 && !others) return true;
  }
  return false;
}

}  // namespace moniker::read
