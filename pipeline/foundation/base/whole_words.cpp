// From left to right, with what is whole already at hand: what stands in a gap, behind a hyphen or in brackets is
// joined to it, or left as it is.
#include "base/whole_words.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/fold.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "base/word_gap.hpp"

namespace moniker {
namespace {

/// Makes words whole that a line's end or brackets cut, as far as words tell.
class WordJoiner {
 public:
  WordJoiner(SeenCharacters text, const KnownWords& known, std::string_view delivered)
      : in_(std::move(text)), known_(known), delivered_(delivered) {}

  SeenCharacters join() {
    out_.reserve(in_.size());
    while (at_ < in_.size()) {
      const char32_t c = in_[at_].value;
      if (!of_word(c) && !out_.empty() && is_plain_letter(out_.back().value) && at_gap()) continue;
      if (is_hyphen(c) && at_line_end()) continue;
      if ((c == '(' || c == '[' || c == '{') && at_bracket()) continue;
      out_.push_back(in_[at_++]);
    }
    return std::move(out_);
  }

 private:
  static bool of_word(char32_t c) { return is_plain_letter(c) || is_apostrophe(c); }

  std::string run(const SeenCharacters& units, std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) append_utf8(text, units[i].value);
    return text;
  }
  /// Where the word begins that the text so far ends with, with the hyphens inside it or without.
  std::size_t begin_of_word(bool hyphens) const {
    std::size_t at = out_.size();
    while (at > 0 && (of_word(out_[at - 1].value) || (hyphens && is_hyphen(out_[at - 1].value)))) --at;
    return at;
  }
  std::size_t end_of_word(std::size_t at, bool hyphens) const {
    while (at < in_.size() && (of_word(in_[at].value) || (hyphens && is_hyphen(in_[at].value)))) ++at;
    return at;
  }
  bool knows(const std::string& word) const { return !word.empty() && known_.word(fold(word)); }

  bool ordinary(const std::string& word) const { return !known_.ordinary || known_.ordinary(fold(word)); }
  bool is_name(const std::string& words) const { return known_.name && known_.name(fold(words)); }

  /// Two words are two, also where they sound like a name: "his car - men said", "Jo/Anna". A hyphen that ends the
  /// first says that they are one.
  bool parts_are_words(const std::string& before, const std::string& part, const WordGap& gap) const {
    const bool goes_on = is_upper(out_.back().value) || !is_upper(code_point_at(part, 0).value);
    if (!goes_on && (gap.blank || (knows(before) && knows(part)))) return true;
    return gap.blank && !is_hyphen(in_[at_].value) && ordinary(before) && ordinary(part);
  }

  /// Behind a word: whether it goes on behind what stands here. The longest name counts.
  bool at_gap() {
    constexpr std::size_t most_parts = 16;
    const WordGap first = word_gap_at(in_, at_, delivered_);
    if (first.end == 0) return false;
    const std::string before = run(out_, begin_of_word(false), out_.size());
    std::string whole = before;
    std::size_t part_begin = at_, end = 0;
    std::vector<std::pair<std::size_t, std::size_t>> parts, taken;
    for (WordGap gap = first; known_.name && gap.end != 0 && parts.size() < most_parts;) {
      const std::size_t part_end = end_of_word(gap.end, false);
      const std::string part = run(in_, gap.end, part_end);
      if (parts_are_words(before, part, gap)) break;
      whole += part;
      parts.emplace_back(gap.end, part_end);
      if (is_name(whole)) {
        taken = parts;
        end = part_end;
      }
      part_begin = part_end;
      gap = word_gap_at(in_, part_begin, delivered_);
    }
    if (!taken.empty()) {
      for (const auto& [from, to] : taken) {
        out_.insert(out_.end(), in_.begin() + static_cast<std::ptrdiff_t>(from),
                    in_.begin() + static_cast<std::ptrdiff_t>(to));
      }
      at_ = end;
      return true;
    }
    const std::string behind = run(in_, first.end, end_of_word(first.end, false));
    if (first.blank && is_name(before + " " + behind)) {
      out_.push_back({' ', in_[at_].begin});
      at_ = first.end;
      return true;
    }
    const bool smooth = is_upper(out_.back().value) || !is_upper(in_[first.end].value);
    if (!first.ornament || !smooth || (knows(before) && knows(behind))) return false;
    at_ = first.end;
    return true;
  }

  /// At a hyphen: whether the word goes on behind the line's end. Then the hyphen is left out, or the line's end.
  bool at_line_end() {
    std::size_t next = at_ + 1;
    bool line = false;
    while (next < in_.size() && is_white(static_cast<char>(std::min<char32_t>(in_[next].value, 0x7F)))) {
      line = line || in_[next].value == '\n';
      ++next;
    }
    if (next == at_ + 1 || next == in_.size() || !is_letter(in_[next].value)) return false;
    const std::size_t begin = begin_of_word(false);
    if (out_.size() - begin < 2) return false;  // "I- it was"
    const std::string first = run(out_, begin, out_.size()), second = run(in_, next, end_of_word(next, false));
    if (fold(second).starts_with(fold(first))) return false;  // "Kath- Katherine"
    const bool goes_on = is_lower(in_[next].value) || (is_upper(out_.back().value) && line);
    const bool both = knows(first) && knows(second);
    bool whole = (line || (goes_on && !both)) && knows(first + second);
    bool hyphen = false;
    if (!whole && line) {
      hyphen = knows(run(out_, begin_of_word(true), out_.size()) + "-" + run(in_, next, end_of_word(next, true))) ||
               (both && goes_on && is_lower(out_[begin].value));
      whole = !hyphen && goes_on && !both;
    }
    if (hyphen) out_.push_back(in_[at_]);
    if (whole || hyphen) at_ = next;
    return whole || hyphen;
  }

  /// At an opening bracket: whether what stands in it is a part of the word about it. Then the brackets are left out.
  bool at_bracket() {
    constexpr std::size_t longest = 24;
    const std::size_t inner = at_ + 1, close = end_of_word(inner, false);
    if (close == inner || close - inner > longest || close == in_.size()) return false;
    const char32_t opening = in_[at_].value, closing = in_[close].value;
    if (closing != (opening == '(' ? U')' : opening == '[' ? U']' : U'}')) return false;
    const std::size_t end = end_of_word(close + 1, false), begin = begin_of_word(false);
    const std::string before = run(out_, begin, out_.size()), inside = run(in_, inner, close),
                      after = run(in_, close + 1, end);
    if (before.empty() && after.empty()) return false;
    if (!knows(before + inside + after)) {
      const auto breaks_case = [](char32_t left, char32_t right) { return !is_upper(left) && is_upper(right); };
      if (!before.empty() && breaks_case(out_.back().value, in_[inner].value)) return false;
      if (!after.empty() && breaks_case(in_[close - 1].value, in_[close + 1].value)) return false;
      if (is_apostrophe(after.empty() ? 0 : in_[close + 1].value) || is_apostrophe(in_[close - 1].value)) return false;
      const bool words = (before.empty() || knows(before)) && knows(inside) && (after.empty() || knows(after));
      if (words) return false;  // "Kate(laughs)"
    }
    const std::uint32_t opens = in_[at_].begin;
    const std::size_t first = out_.size();
    out_.insert(out_.end(), in_.begin() + static_cast<std::ptrdiff_t>(inner),
                in_.begin() + static_cast<std::ptrdiff_t>(close));
    out_[first].begin = opens;
    at_ = close + 1;
    return true;
  }

  const SeenCharacters in_;
  const KnownWords& known_;
  std::string_view delivered_;
  SeenCharacters out_{};
  std::size_t at_ = 0;
};

}  // namespace

SeenCharacters whole_words(SeenCharacters text, const KnownWords& known, std::string_view delivered) {
  return WordJoiner(std::move(text), known, delivered).join();
}

}  // namespace moniker
