// Letters after confusables.txt of Unicode Technical Standard 39, those that a font does not tell apart.
#include "base/look_alikes.hpp"

#include <algorithm>
#include <iterator>

namespace moniker {
namespace {

struct Span {
  char32_t first, last;
};
constexpr Span unseen[] = {{0xAD, 0xAD},       {0x34F, 0x34F},    {0x61C, 0x61C},   {0x115F, 0x1160}, {0x17B4, 0x17B5},
                           {0x180B, 0x180F},   {0x200B, 0x200F},  {0x202A, 0x202E}, {0x2060, 0x206F}, {0x2800, 0x2800},
                           {0x3164, 0x3164},   {0xFE00, 0xFE0F},  {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFC},
                           {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

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
    {U'Ԝ', 'W'}, {U'ԝ', 'w'}, {U'ո', 'n'}, {U'ս', 'u'}, {U'օ', 'o'}};

}  // namespace

bool is_unseen(char32_t c) {
  return std::any_of(std::begin(unseen), std::end(unseen),
                     [&](Span span) { return c >= span.first && c <= span.last; });
}

char32_t look_alike(char32_t c) {
  const auto* found = std::find_if(std::begin(alikes), std::end(alikes), [&](Alike one) { return one.letter == c; });
  return found == std::end(alikes) ? 0 : found->latin;
}

}  // namespace moniker
