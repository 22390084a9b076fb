// Letters after confusables.txt of Unicode Technical Standard 39, those that a font does not tell apart.
#include "base/look_alikes.hpp"

#include <algorithm>
#include <iterator>

namespace moniker {
namespace {

struct Span {
  char32_t first, last;
};
constexpr Span unseen_letters[] = {
    {0xAD, 0xAD},     {0x34F, 0x34F},   {0x61C, 0x61C},   {0x115F, 0x1160},   {0x17B4, 0x17B5},  {0x180B, 0x180F},
    {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x2800, 0x2800},   {0x3164, 0x3164},  {0xFE00, 0xFE0F},
    {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFC}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

struct Alike {
  char32_t letter, latin;
};
constexpr Alike alikes[] = {
    {U'Α', 'A'}, {U'Β', 'B'}, {U'Ε', 'E'}, {U'Ζ', 'Z'}, {U'Η', 'H'}, {U'Ι', 'I'}, {U'Κ', 'K'}, {U'Μ', 'M'}, {U'Ν', 'N'},
    {U'Ο', 'O'}, {U'Ρ', 'P'}, {U'Τ', 'T'}, {U'Υ', 'Y'}, {U'Χ', 'X'}, {U'α', 'a'}, {U'γ', 'y'}, {U'ε', 'e'}, {U'η', 'n'},
    {U'ι', 'i'}, {U'κ', 'k'}, {U'ν', 'v'}, {U'ο', 'o'}, {U'ρ', 'p'}, {U'τ', 't'}, {U'υ', 'u'}, {U'χ', 'x'}, {U'ϲ', 'c'},
    {U'ϳ', 'j'}, {U'Ѕ', 'S'}, {U'І', 'I'}, {U'Ї', 'I'}, {U'Ј', 'J'}, {U'А', 'A'}, {U'В', 'B'}, {U'Е', 'E'}, {U'Ё', 'E'},
    {U'К', 'K'}, {U'М', 'M'}, {U'Н', 'H'}, {U'О', 'O'}, {U'Р', 'P'}, {U'С', 'C'}, {U'Т', 'T'}, {U'У', 'Y'}, {U'Х', 'X'},
    {U'Ь', 'b'}, {U'а', 'a'}, {U'в', 'b'}, {U'е', 'e'}, {U'ё', 'e'}, {U'к', 'k'}, {U'м', 'm'}, {U'н', 'h'}, {U'о', 'o'},
    {U'п', 'n'}, {U'р', 'p'}, {U'с', 'c'}, {U'т', 't'}, {U'у', 'y'}, {U'х', 'x'}, {U'ѕ', 's'}, {U'і', 'i'}, {U'ї', 'i'},
    {U'ј', 'j'}, {U'ѵ', 'v'}, {U'Ү', 'Y'}, {U'һ', 'h'}, {U'Ӏ', 'I'}, {U'ӏ', 'l'}, {U'ԁ', 'd'}, {U'ԛ', 'q'}, {U'Ԛ', 'Q'},
    {U'Ԝ', 'W'}, {U'ԝ', 'w'}, {U'ո', 'n'}, {U'ս', 'u'}, {U'օ', 'o'}, {U'Ꭺ', 'A'}, {U'Ᏼ', 'B'}, {U'Ꮯ', 'C'}, {U'Ꭰ', 'D'},
    {U'Ꭼ', 'E'}, {U'Ꮐ', 'G'}, {U'Ꮋ', 'H'}, {U'Ꭻ', 'J'}, {U'Ꮶ', 'K'}, {U'Ꮮ', 'L'}, {U'Ꮇ', 'M'}, {U'Ꮲ', 'P'}, {U'Ꮪ', 'S'},
    {U'Ꭲ', 'T'}, {U'Ꮩ', 'V'}, {U'Ꮃ', 'W'}, {U'Ꮓ', 'Z'}, {U'ɑ', 'a'}, {U'ɡ', 'g'}, {U'ɩ', 'i'}, {U'ȷ', 'j'}, {U'ʋ', 'v'},
    {U'ꓐ', 'B'}, {U'ꓚ', 'C'}, {U'ꓓ', 'D'}, {U'ꓰ', 'E'}, {U'ꓖ', 'G'}, {U'ꓧ', 'H'}, {U'ꓲ', 'I'}, {U'ꓙ', 'J'}, {U'ꓗ', 'K'},
    {U'ꓡ', 'L'}, {U'ꓟ', 'M'}, {U'ꓠ', 'N'}, {U'ꓳ', 'O'}, {U'ꓑ', 'P'}, {U'ꓣ', 'R'}, {U'ꓢ', 'S'}, {U'ꓔ', 'T'}, {U'ꓴ', 'U'},
    {U'ꓪ', 'W'}, {U'ꓫ', 'X'}, {U'ꓬ', 'Y'}, {U'ꓜ', 'Z'}};

/// As phonetic writing has them, which people paste for small capitals.
constexpr Alike small_capitals[] = {{U'ᴀ', 'a'}, {U'ʙ', 'b'},   {U'ᴄ', 'c'}, {U'ᴅ', 'd'}, {U'ᴇ', 'e'},
                                    {U'ꜰ', 'f'}, {U'ɢ', 'g'},   {U'ʜ', 'h'}, {U'ɪ', 'i'}, {U'ᴊ', 'j'},
                                    {U'ᴋ', 'k'}, {U'ʟ', 'l'},   {U'ᴍ', 'm'}, {U'ɴ', 'n'}, {U'ᴏ', 'o'},
                                    {U'ᴘ', 'p'}, {U'ꞯ', 'q'}, {U'ʀ', 'r'}, {U'ꜱ', 's'}, {U'ᴛ', 't'},
                                    {U'ᴜ', 'u'}, {U'ᴠ', 'v'},   {U'ᴡ', 'w'}, {U'ʏ', 'y'}, {U'ᴢ', 'z'}};

/// Runs of decorated letters and digits in their order.
struct Row {
  char32_t first, last, plain;
};
constexpr Row decorated[] = {{0x2776, 0x277E, '1'},   {0x2780, 0x2788, '1'},   {0x278A, 0x2792, '1'},
                             {0x24F5, 0x24FD, '1'},   {0x1F110, 0x1F129, 'A'}, {0x249C, 0x24B5, 'a'},
                             {0x1F150, 0x1F169, 'A'}, {0x1F170, 0x1F189, 'A'}, {0x1FBF0, 0x1FBF9, '0'},
                             {0x660, 0x669, '0'},     {0x6F0, 0x6F9, '0'},     {0x966, 0x96F, '0'}};

template <std::size_t N>
char32_t latin_of(const Alike (&table)[N], char32_t c) {
  const auto* found = std::find_if(std::begin(table), std::end(table), [&](Alike one) { return one.letter == c; });
  return found == std::end(table) ? 0 : found->latin;
}

}  // namespace

bool is_unseen(char32_t c) {
  return std::any_of(std::begin(unseen_letters), std::end(unseen_letters),
                     [&](Span span) { return c >= span.first && c <= span.last; });
}

char32_t look_alike(char32_t c) { return latin_of(alikes, c); }

char32_t undecorated(char32_t c) {
  if (c < 0x250) return 0;
  for (const Row& row : decorated) {
    if (c >= row.first && c <= row.last) return row.plain + (c - row.first);
  }
  return latin_of(small_capitals, c);
}

char32_t regional_letter(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF ? 'A' + (c - 0x1F1E6) : 0; }

}  // namespace moniker
