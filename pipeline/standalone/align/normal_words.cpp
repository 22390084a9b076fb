// Three steps: the text is cut into pieces (words, numbers, signs); each piece becomes the words that are said; and
// what spans several words (a hundred and five, double seven, per cent) is brought to one form.
#include "align/normal_words.hpp"

#include <algorithm>
#include <utility>

#include "align/spoken_numbers.hpp"
#include "align/word_forms.hpp"
#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace moniker::align {
namespace {

constexpr std::size_t longest_mark = 200;  // bytes between brackets: beyond, somebody forgot to close them

/// Where a mark such as [inaudible 00:12] or (laughs) ends, or 0. In round brackets people also talk: two words at
/// most.
std::size_t mark_end(std::string_view text, std::size_t at) {
  const char open = text[at];
  if (open != '[' && open != '(') return 0;
  const std::string_view within = text.substr(at + 1, longest_mark);
  const std::size_t close = within.find(open == '[' ? ']' : ')');
  if (close == std::string_view::npos) return 0;
  const std::string_view inside = within.substr(0, close);
  if (open == '(' && std::count(inside.begin(), inside.end(), ' ') > 1) return 0;
  return at + 1 + close + 1;
}

/// Words of the signs that are said.
std::string_view said_sign(char32_t sign) {
  switch (sign) {
    case U'%':
      return "percent";
    case U'&':
      return "and";
    case U'\u00A3':
      return "pounds";
    case U'$':
      return "dollars";
    case U'\u20AC':
      return "euros";
    default:
      return {};
  }
}

class Cutter {
 public:
  Cutter(std::string_view text, std::vector<NormalWord>& out) : text_(text), out_(out) {}

  void cut() {
    while (at_ < text_.size()) {
      if (const std::size_t end = mark_end(text_, at_)) {
        at_ = end;
        continue;
      }
      const CodePoint point = code_point_at(text_, at_);
      if (is_ascii_digit(text_[at_]))
        number();
      else if (is_word(point.value) || starts_short_form(point))
        word();
      else
        sign(point);
    }
  }

 private:
  /// 'cause and 'em begin with an apostrophe; a quotation does too, and full_form drops that one.
  bool starts_short_form(const CodePoint& point) const {
    return is_apostrophe(point.value) && (at_ == 0 || text_[at_ - 1] == ' ') &&
           is_word(code_point_at(text_, at_ + point.length).value);
  }

  void word() {
    const std::size_t begin = at_;
    for (CodePoint point = code_point_at(text_, at_); at_ < text_.size(); point = code_point_at(text_, at_)) {
      const bool inner = is_apostrophe(point.value) && is_word(code_point_at(text_, at_ + point.length).value);
      if ((!is_word(point.value) && !inner) || is_ascii_digit(text_[at_])) break;
      at_ += point.length;
      if (at_ < text_.size() && text_[at_] == '.' && is_initial(begin)) ++at_;  // p.m., U.K.
    }
    std::string folded = fold(text_.substr(begin, at_ - begin));
    std::erase(folded, '.');
    add(folded_form(folded), begin);
  }

  static std::string folded_form(const std::string& folded) {
    const std::string full = full_form(folded);
    return full == folded && folded.starts_with('\'') ? full_form(folded.substr(1)) : full;
  }

  /// One letter, a point and another letter: the point belongs to the word.
  bool is_initial(std::size_t begin) const {
    const bool single = at_ - begin == 1 || text_[at_ - 2] == '.';
    return single && at_ + 1 < text_.size() && static_cast<unsigned char>(text_[at_ + 1]) < 0x80 &&
           is_letter(static_cast<char32_t>(text_[at_ + 1])) &&
           (at_ + 2 >= text_.size() || !is_word(code_point_at(text_, at_ + 2).value));
  }

  void number() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_ascii_digit(text_[at_]) || joins_digits())) ++at_;
    const std::string_view digits = text_.substr(begin, at_ - begin);
    if (digits == "00" && begin > 0 && text_[begin - 1] == ':') return;  // 7:00 is seven
    if (is_ordinal_ending()) {
      at_ += 2;
      add(said_ordinal(digits), begin);
    } else {
      add(said_number(digits), begin);
    }
    if (!money_.empty()) add(std::exchange(money_, {}), begin);
  }

  bool joins_digits() const {
    return (text_[at_] == ',' || text_[at_] == '.') && at_ + 1 < text_.size() && is_ascii_digit(text_[at_ + 1]);
  }

  bool is_ordinal_ending() const {
    const std::string ending = fold(text_.substr(at_, std::min<std::size_t>(2, text_.size() - at_)));
    return (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") &&
           !is_word(code_point_at(text_, at_ + 2).value);
  }

  void sign(const CodePoint& point) {
    const std::string_view said = said_sign(point.value);
    const std::size_t begin = at_;
    at_ += std::max<std::size_t>(1, point.length);
    if (said.empty()) return;
    const bool before_digits = at_ < text_.size() && is_ascii_digit(text_[at_]);
    if (said != "percent" && said != "and" && before_digits)
      money_ = said;  // £50 is said fifty pounds
    else
      add(std::string(said), begin);
  }

  void add(const std::string& words, std::size_t begin) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      if (end > at) out_.push_back({words.substr(at, end - at), begin});
      at = end + 1;
    }
  }

  std::string_view text_;
  std::vector<NormalWord>& out_;
  std::size_t at_ = 0;
  std::string money_{};
};

constexpr std::pair<std::string_view, std::string_view> digit_names[] = {
    {"zero", "oh"}, {"nought", "oh"}, {"naught", "oh"}};

/// What spans words. Reads ahead by one, so `words` ends with the last.
std::vector<NormalWord> spanned(std::vector<NormalWord> words, const WordOptions& options) {
  std::vector<NormalWord> out;
  out.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string& word = words[i].text;
    for (const auto& [name, same] : digit_names) {
      if (word == name) word = same;
    }
    const std::string_view next = i + 1 < words.size() ? std::string_view(words[i + 1].text) : std::string_view();
    if (!options.fillers && options.language.fillers.contains(word)) continue;
    if (word == "and" && !out.empty() && is_scale_word(out.back().text) && is_number_word(next)) continue;
    if (word == "a" && is_scale_word(next)) word = "one";
    if (word == "per" && next == "cent") {
      words[i + 1].text = "percent";
      words[i + 1].begin = words[i].begin;
      continue;
    }
    if ((word == "double" || word == "triple") && is_number_word(next) && !is_scale_word(next)) {
      for (int times = word == "double" ? 1 : 2; times > 0; --times) out.push_back({words[i + 1].text, words[i].begin});
      continue;
    }
    out.push_back({one_spelling(std::move(word)), words[i].begin});
  }
  return out;
}

}  // namespace

std::vector<NormalWord> normal_words(std::string_view text, const WordOptions& options) {
  std::vector<NormalWord> words;
  Cutter(text, words).cut();
  return spanned(std::move(words), options);
}

}  // namespace moniker::align
