// Pieces are put together as long as something stands between them that a reader overlooks - whatever is no blank, a
// hyphen, a line's end, a page's number - and a name may begin so. The whole is looked up with each reading of its
// digits and signs. Two words with a plain blank between are two words, save where one of them was taken for half a
// name before.
#include "prove/cut_words.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "base/utf8.hpp"

namespace moniker::prove {
namespace {

constexpr std::size_t most_pieces = 16, most_readings = 64, longest_gap = 24, longest_tag = 40, shortest_name = 4;

/// What a digit or a sign is read as within a name.
std::string_view read_as(char32_t c) {
  struct Sign {
    char32_t sign;
    std::string_view letters;
  };
  static constexpr Sign signs[] = {{'0', "o"},
                                   {'1', "il"},
                                   {'2', "z"},
                                   {'3', "e"},
                                   {'4', "a"},
                                   {'5', "s"},
                                   {'6', "bg"},
                                   {'7', "t"},
                                   {'8', "b"},
                                   {'9', "g"},
                                   {'!', "il"},
                                   {'@', "ao"},
                                   {'$', "s"},
                                   {'|', "il"},
                                   {'+', "t"},
                                   {'(', "c"},
                                   {0x20AC, "e"},
                                   {0xA3, "l"},
                                   {0xA1, "i"},
                                   {'?', "aeiouycnsrltdbfghjkmpqvwxz"},
                                   {0xFFFD, "aeiouycnsrltdbfghjkmpqvwxz"}};
  for (const Sign& sign : signs) {
    if (sign.sign == c) return sign.letters;
  }
  return {};
}

bool is_digits(const TextWord& word) { return !word.folded.empty() && word.folded[0] >= '0' && word.folded[0] <= '9'; }

class CutSearch {
 public:
  CutSearch(const Talk& talk, const FormTable& names, bool plain_blanks)
      : talk_(talk), names_(names), plain_blanks_(plain_blanks) {}

  /// Those that begin before a place.
  std::vector<ByteRange> run(std::size_t before) {
    std::vector<ByteRange> found;
    for (std::size_t i = 0; i < talk_.words.size() && talk_.words[i].bytes.begin < before; ++i) {
      if (talk_.words[i].masked) continue;
      if (const std::size_t last = end_of_name(i); last != 0)
        found.push_back({talk_.words[i].bytes.begin, talk_.words[last].bytes.end});
    }
    return found;
  }

 private:
  using Readings = std::set<std::string>;

  /// The last piece of the name that begins with a word; 0: none does.
  std::size_t end_of_name(std::size_t first) const {
    if (!may_begin(talk_.words[first])) return 0;
    std::size_t at = first;
    Readings readings;
    for (std::size_t pieces = 1; pieces <= most_pieces; ++pieces) {
      if (pieces > 1) {
        const std::size_t next = next_piece(at);
        if (next == 0) return 0;
        if (pieces == 2) readings = readings_of(talk_.words[first]);
        readings = with(with_signs(std::move(readings), at, next), talk_.words[next]);
        at = next;
        if (names_any(readings, talk_.words[at])) return at;
        const bool long_enough = readings.empty() || readings.begin()->size() > names_.longest() + 3;
        if (long_enough || !may_begin(readings)) return 0;
      }
    }
    return 0;
  }

  /// Whatever is put to them, they stay its beginning.
  bool may_begin(const Readings& readings) const {
    return std::any_of(readings.begin(), readings.end(),
                       [&](const std::string& reading) { return names_.may_begin(reading); });
  }
  bool may_begin(const TextWord& word) const {
    return is_digits(word) || names_.may_begin(word.folded) || (!word.other.empty() && names_.may_begin(word.other));
  }

  static Readings readings_of(const TextWord& word) {
    if (is_digits(word)) return with({std::string()}, word);
    Readings readings{word.folded};
    if (!word.other.empty()) readings.insert(word.other);
    return readings;
  }

  static Readings with(const Readings& so_far, const TextWord& word) {
    Readings readings = so_far;
    if (!is_digits(word)) {
      Readings out;
      for (const std::string& reading : readings) {
        out.insert(reading + word.folded);
        if (!word.other.empty()) out.insert(reading + word.other);
      }
      return out;
    }
    for (const char digit : word.folded)
      readings = each_with(readings, read_as(static_cast<unsigned char>(digit)), false);
    return readings;
  }

  static Readings each_with(const Readings& so_far, std::string_view letters, bool or_none) {
    Readings out;
    for (const std::string& reading : so_far) {
      if (or_none) out.insert(reading);
      for (const char letter : letters) {
        if (out.size() >= most_readings) return out;
        out.insert(reading + letter);
      }
    }
    return out;
  }

  std::string_view gap(std::size_t a, std::size_t b) const {
    return talk_.text.substr(talk_.words[a].bytes.end, talk_.words[b].bytes.begin - talk_.words[a].bytes.end);
  }

  /// Signs between two pieces are letters or nothing.
  Readings with_signs(Readings readings, std::size_t a, std::size_t b) const {
    const std::string_view between = gap(a, b);
    std::size_t signs = 0;
    for (std::size_t at = 0; at < between.size() && ++signs <= 3;
         at += std::max(1U, code_point_at(between, at).length)) {
      const std::string_view letters = read_as(code_point_at(between, at).value);
      if (!letters.empty()) readings = each_with(readings, letters, true);
    }
    return readings;
  }

  bool names_any(const Readings& readings, const TextWord& last) const {
    return std::any_of(readings.begin(), readings.end(), [&](const std::string& reading) {
      const std::size_t ending = last.folded.size() - std::min(last.stem_size, last.folded.size());
      for (const std::string_view form :
           {std::string_view(reading), std::string_view(reading).substr(0, reading.size() - ending)}) {
        const auto* single = form.size() >= shortest_name ? names_.single(form) : nullptr;
        if (single && !single->ordinary) return true;
      }
      return false;
    });
  }

  /// The word that may go on with what this one begins; 0: none.
  std::size_t next_piece(std::size_t i) const {
    const auto& words = talk_.words;
    if (i + 1 >= words.size() || words[i + 1].masked) return 0;
    const bool apart = words[i].bytes.end + 1 == words[i + 1].bytes.begin && talk_.text[words[i].bytes.end] == ' ';
    if (apart && !plain_blanks_ && words[i + 1].folded[0] > '9' && words[i + 1].folded[0] != 'p') return 0;
    const std::string_view rest = talk_.text.substr(words[i].bytes.end, longest_gap + longest_tag);
    if (const std::size_t tags = tags_length(rest); tags != 0) {
      const std::size_t behind = words[i].bytes.end + tags;
      for (std::size_t k = i + 1; k < words.size() && words[k].bytes.begin <= behind; ++k) {
        if (words[k].bytes.begin == behind && !words[k].masked) return k;
      }
    }
    if (const std::size_t next = behind_page(i); next != 0) return next;
    return is_cut(gap(i, i + 1), is_digits(words[i]) || is_digits(words[i + 1])) ? i + 1 : 0;
  }

  /// "</i>", "[b]", "[sic]"; how long they are together.
  static std::size_t tags_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && (text[length] == '<' || text[length] == '[')) {
      const std::size_t end = text.find(text[length] == '<' ? '>' : ']', length);
      if (end == std::string_view::npos || end - length > longest_tag) break;
      length = end + 1;
    }
    return length;
  }

  /// Whether a reader may overlook it.
  bool is_cut(std::string_view between, bool beside_digits) const {
    if (between.empty() || beside_digits) return between.empty() && beside_digits;
    if (between == " ") return plain_blanks_;
    if (between.size() > longest_gap) return false;
    std::size_t blanks = 0, odd = 0, marks = 0, others = 0;
    for (std::size_t at = 0; at < between.size(); at += std::max(1U, code_point_at(between, at).length)) {
      const char32_t c = code_point_at(between, at).value;
      if (c == ' ')
        ++blanks;
      else if (is_space(c))
        ++odd;
      else if (c == '-' || c == '>' || c == '|' || c == '(' || c == ')' || c == '[' || c == ']' || c == 0xAC ||
               (c >= 0x2010 && c <= 0x2015))
        ++marks;
      else
        ++others;
    }
    if (blanks + odd == 0) return others + marks <= 12;
    return others == 0 && (odd > 0 || marks > 0) && marks <= 6;
  }

  /// Over a page's number: "Kath-\n12\nerine", "Kath- Page 3 of 10 erine"; 0: none.
  std::size_t behind_page(std::size_t i) const {
    const auto& words = talk_.words;
    if (is_digits(words[i])) return 0;
    std::size_t next = i + 1, numbers = 0;
    for (; next < words.size() && next <= i + 5; ++next) {
      const std::string_view folded = words[next].folded;
      if (words[next].masked || gap(next - 1, next).size() > longest_gap) return 0;
      if (is_digits(words[next]))
        ++numbers;
      else if (folded != "page" && folded != "pg" && folded != "p" && folded != "of")
        break;
    }
    const bool sound = numbers > 0 && next < words.size() && !words[next].capital && !is_digits(words[next]);
    const auto blank = [](std::string_view between) {
      return between.find_first_of(" \n\t") != std::string_view::npos;
    };
    return sound && blank(gap(i, i + 1)) && blank(gap(next - 1, next)) ? next : 0;
  }

  const Talk& talk_;
  const FormTable& names_;
  const bool plain_blanks_;
};

/// The bytes about a place, up to blanks and at most so many.
ByteRange surroundings(std::string_view text, ByteRange place) {
  constexpr std::size_t reach = 48, most = 96;
  std::size_t begin = place.begin, end = place.end;
  while (begin > 0 && place.begin - begin < reach) --begin;
  while (begin > 0 && place.begin - begin < most && text[begin - 1] != ' ') --begin;
  while (end < text.size() && end - place.end < reach) ++end;
  while (end < text.size() && end - place.end < most && text[end] != ' ') ++end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::vector<ByteRange> cut_names(const Talk& talk, const FormTable& names) {
  return CutSearch(talk, names, false).run(talk.text.size());
}

std::vector<ByteRange> half_replaced(std::string_view delivered, const std::vector<ByteRange>& replaced,
                                     const FormTable& names) {
  std::vector<ByteRange> found;
  const std::vector<ByteRange> none;
  for (const ByteRange place : replaced) {
    const ByteRange about = surroundings(delivered, place);
    const std::string_view text = delivered.substr(about.begin, about.size());
    const Talk talk{text, text_words(text, {}), none};
    for (const ByteRange name : CutSearch(talk, names, true).run(place.end - about.begin)) {
      const ByteRange at{about.begin + name.begin, about.begin + name.end};
      if (!at.overlaps(place)) continue;
      const bool left = std::any_of(talk.words.begin(), talk.words.end(), [&](const TextWord& word) {
        const ByteRange bytes{about.begin + word.bytes.begin, about.begin + word.bytes.end};
        if (word.folded.size() < 2) return false;  // "she was a Barker", beside an Anna Barker
        const auto next = std::partition_point(replaced.begin(), replaced.end(),
                                               [&](ByteRange one) { return one.end <= bytes.begin; });
        return at.holds(bytes) && (next == replaced.end() || !next->overlaps(bytes));
      });
      if (left && (found.empty() || found.back().begin != at.begin)) found.push_back(at);
    }
  }
  return found;
}

}  // namespace moniker::prove
