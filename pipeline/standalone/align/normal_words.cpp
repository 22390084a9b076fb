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

class Cutter {
 public:
  Cutter(std::string_view text, const words::Language& language, std::vector<NormalWord>& out)
      : text_(text), language_(language), out_(out) {}

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

  std::string folded_form(const std::string& folded) const {
    const std::string full = full_form(folded, language_.spellings);
    return full == folded && folded.starts_with('\'') ? full_form(folded.substr(1), language_.spellings) : full;
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
      add(said_ordinal(digits, language_.numbers), begin);
    } else {
      add(said_number(digits, language_.numbers), begin);
    }
    if (!behind_number_.empty()) add(std::exchange(behind_number_, {}), begin);
  }

  bool joins_digits() const {
    return (text_[at_] == ',' || text_[at_] == '.') && at_ + 1 < text_.size() && is_ascii_digit(text_[at_ + 1]);
  }

  bool is_ordinal_ending() const {
    const std::string ending = fold(text_.substr(at_, std::min<std::size_t>(2, text_.size() - at_)));
    return language_.numbers.endings.contains(ending) && !is_word(code_point_at(text_, at_ + 2).value);
  }

  void sign(const CodePoint& point) {
    const std::size_t begin = at_;
    at_ += std::max<std::size_t>(1, point.length);
    if (text_[begin] == ' ') return;
    const words::SaidSign* sign = words::find_word(language_.spellings.signs, text_.substr(begin, at_ - begin));
    if (!sign) return;
    if (sign->behind_number && at_ < text_.size() && is_ascii_digit(text_[at_]))
      behind_number_ = sign->said;  // £50 is said fifty pounds
    else
      add(sign->said, begin);
  }

  void add(const std::string& words, std::size_t begin) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      if (end > at) out_.push_back({words.substr(at, end - at), begin});
      at = end + 1;
    }
  }

  std::string_view text_;
  const words::Language& language_;
  std::vector<NormalWord>& out_;
  std::size_t at_ = 0;
  std::string behind_number_{};
};

using Kind = words::NumberWord::Kind;

/// What spans words, each with the next; and one spelling of each.
class Spans {
 public:
  Spans(std::vector<NormalWord> words, const WordOptions& options)
      : words_(std::move(words)), options_(options), language_(options.language) {}

  std::vector<NormalWord> spanned() {
    out_.reserve(words_.size());
    next_ = says_at(0);
    for (at_ = 0; at_ < words_.size(); ++at_) take();
    return std::move(out_);
  }

 private:
  void take() {
    NormalWord& word = words_[at_];
    const words::NumberWord says = std::exchange(next_, says_at(at_ + 1));
    if (says.kind == Kind::small && says.value == 0) word.text = language_.numbers.oh;
    if (!options_.fillers && language_.fillers.contains(word.text)) return;
    const bool scale_next = next_.kind == Kind::scale;
    if (says.kind == Kind::joining && behind_scale_ && goes_on_number(next_)) return;
    if (says.kind == Kind::article && scale_next && !language_.numbers.empty())
      word.text = language_.numbers.cardinals[1];
    if (joins_next(word)) return;
    if (says.kind == Kind::times && goes_on_number(next_) && !scale_next) {
      for (std::uint64_t times = 1; times < says.value; ++times) put(words_[at_ + 1].text, word.begin, next_);
      return;
    }
    put(one_spelling(std::move(word.text), language_.spellings), word.begin, says);
  }

  /// "per cent" is "percent".
  bool joins_next(const NormalWord& word) {
    const words::Spellings::Pairs* seconds = words::find_word(language_.spellings.joined, word.text);
    if (!seconds || at_ + 1 == words_.size()) return false;
    NormalWord& next = words_[at_ + 1];
    for (const auto& [second, joined] : *seconds) {
      if (second != next.text) continue;
      next = {joined, word.begin};
      next_ = says_at(at_ + 1);
      return true;
    }
    return false;
  }

  words::NumberWord says_at(std::size_t at) const {
    return at < words_.size() ? language_.numbers[words_[at].text] : words::NumberWord{};
  }
  void put(std::string text, std::size_t begin, const words::NumberWord& says) {
    behind_scale_ = says.kind == Kind::scale;
    out_.push_back({std::move(text), begin});
  }

  std::vector<NormalWord> words_;
  const WordOptions& options_;
  const words::Language& language_;
  std::vector<NormalWord> out_{};
  std::size_t at_ = 0;
  words::NumberWord next_{};
  bool behind_scale_ = false;
};

}  // namespace

std::vector<NormalWord> normal_words(std::string_view text, const WordOptions& options) {
  std::vector<NormalWord> words;
  Cutter(text, options.language, words).cut();
  return Spans(std::move(words), options).spanned();
}

}  // namespace moniker::align
