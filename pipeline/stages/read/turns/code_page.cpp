#include "read/turns/code_page.hpp"

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

}  // namespace moniker::read
