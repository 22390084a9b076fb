// A reader of RE2's syntax by descent. Whatever it is not sure of (octal escapes, \C, \Q, [:alpha:]) it does not read:
// what it returns has to match all that RE2 matches. Sets of characters are exact in ASCII; of all other characters a
// set holds all words' letters or none, all others or none. So the complement of a set holds both.
#include "rules/expression.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "rules/expression_classes.hpp"

namespace moniker::rules {
namespace {

struct Unread {};  // thrown and caught in this file alone

constexpr std::uint32_t most_repeats = 1000, most_depth = 100;

class ExpressionReader {
 public:
  explicit ExpressionReader(std::string_view text) : text_(text) {}

  Expression read() {
    Expression all = either();
    if (at_ < text_.size()) throw Unread{};  // a bracket too many
    return all;
  }

 private:
  bool here(std::string_view what) const { return text_.substr(at_).starts_with(what); }
  bool take(std::string_view what) {
    if (!here(what)) return false;
    at_ += what.size();
    return true;
  }
  char32_t next() {
    const CodePoint point = code_point_at(text_, at_);
    if (point.length == 0) throw Unread{};
    at_ += point.length;
    return point.value;
  }

  Expression either() {
    if (++depth_ > most_depth) throw Unread{};
    Expression all{.kind = Expression::Kind::either};
    const bool folded = fold_;
    do {
      all.parts.push_back(join());
    } while (take("|"));
    fold_ = folded;  // what (?i) said counts to the bracket's end
    --depth_;
    return all.parts.size() == 1 ? std::move(all.parts.front()) : all;
  }
  Expression join() {
    Expression all{.kind = Expression::Kind::join};
    while (at_ < text_.size() && !here("|") && !here(")")) {
      Expression part = repeated(atom());
      if (part.kind != Expression::Kind::nothing || part.text_begins) all.parts.push_back(std::move(part));
    }
    return all;
  }

  Expression repeated(Expression part) {
    for (std::uint32_t least = 1, most = 1; count(least, most);) {
      take("?");  // fewer rather than more: the same matches, and here all count
      Expression outer{.kind = Expression::Kind::repeat, .least = least, .most = most};
      outer.parts.push_back(std::move(part));
      part = std::move(outer);
    }
    return part;
  }
  bool count(std::uint32_t& least, std::uint32_t& most) {
    if (take("*")) return least = 0, most = Expression::without_end, true;
    if (take("+")) return least = 1, most = Expression::without_end, true;
    if (take("?")) return least = 0, most = 1, true;
    if (!take("{")) return false;
    least = most = number();
    if (take(",")) most = here("}") ? Expression::without_end : number();
    if (!take("}") || most < least) throw Unread{};
    return true;
  }
  std::uint32_t number() {
    std::uint32_t value = 0;
    if (at_ >= text_.size() || !is_ascii_digit(text_[at_])) throw Unread{};
    for (; at_ < text_.size() && is_ascii_digit(text_[at_]); ++at_) {
      value = value * 10 + static_cast<std::uint32_t>(text_[at_] - '0');
      if (value > most_repeats) throw Unread{};
    }
    return value;
  }

  Expression atom() {
    if (take("(")) return group();
    if (take("^")) return {.text_begins = !lines_};
    if (take("$")) return {};
    if (take(".")) return of(~Symbols());
    if (take("[")) return of(set());
    if (take("\\")) return escape();
    if (here("*") || here("+") || here("?") || here("{")) throw Unread{};
    return of(literal(next(), fold_));
  }
  static Expression of(const Symbols& one) { return {.kind = Expression::Kind::one, .one = one}; }

  Expression group() {
    const bool folded = fold_;
    if (take("?P<")) {
      const std::size_t end = text_.find('>', at_);
      if (end == std::string_view::npos) throw Unread{};
      at_ = end + 1;
    } else if (take("?")) {
      if (flags()) return {};  // (?i) alone: until the bracket around it ends
    }
    Expression inner = either();
    if (!take(")")) throw Unread{};
    fold_ = folded;
    return inner;
  }
  /// Whether nothing but flags stands in the bracket.
  bool flags() {
    for (bool on = true; !take(":");) {
      if (take(")")) return true;
      switch (next()) {
        case '-':
          on = false;
          break;
        case 'i':
          fold_ = on;
          break;
        case 'm':  // from here on ^ may be a line's begin, whatever the bracket
          lines_ = true;
          break;
        case 's':  // what . and $ say makes no difference here
        case 'U':
          break;
        default:
          throw Unread{};
      }
    }
    return false;
  }

  Expression escape() {
    if (at_ >= text_.size()) throw Unread{};
    if (std::string_view("bBAz").find(text_[at_]) != std::string_view::npos) return ++at_, Expression{};
    if (const auto named = named_set()) return of(*named);
    return of(literal(escaped_literal(), fold_));
  }
  /// \d \S \pL \P{Lu} behind the stroke; nothing where it is a character.
  std::optional<Symbols> named_set() {
    const char c = text_[at_];
    if (c != 'p' && c != 'P') {
      const auto perl = perl_class(c, fold_);
      if (perl) ++at_;
      return perl;
    }
    ++at_;
    std::string_view name = text_.substr(at_, 1);
    if (take("{")) {
      const std::size_t end = text_.find('}', at_);
      if (end == std::string_view::npos) throw Unread{};
      name = text_.substr(at_, end - at_);
      at_ = end + 1;
    } else {
      next();
    }
    bool other = c == 'P';
    if (name.starts_with('^')) other = !other, name.remove_prefix(1);
    const auto set = unicode_class(name, other, fold_);
    if (!set) throw Unread{};
    return set;
  }
  char32_t escaped_literal() {
    const char c = text_[at_];
    constexpr std::string_view letters = "ntrfva";
    constexpr std::array<char32_t, 6> meanings = {'\n', '\t', '\r', '\f', '\v', '\a'};
    if (const std::size_t found = letters.find(c); found != std::string_view::npos) return ++at_, meanings[found];
    if (take("x{")) {
      const std::size_t end = text_.find('}', at_);
      if (end == std::string_view::npos) throw Unread{};
      return hex(end - at_, 1);
    }
    if (take("x")) return hex(2, 0);
    if (static_cast<unsigned char>(c) >= 0x80 || is_ascii_digit(c) || is_letter(static_cast<char32_t>(c)))
      throw Unread{};
    return ++at_, static_cast<char32_t>(c);
  }
  char32_t hex(std::size_t digits, std::size_t behind) {
    char32_t value = 0;
    if (digits == 0 || digits > 6 || at_ + digits > text_.size()) throw Unread{};
    for (const std::size_t end = at_ + digits; at_ < end; ++at_) {
      const char c = text_[at_];
      const char small = static_cast<char>(c | 0x20);
      if (!is_ascii_digit(c) && (small < 'a' || small > 'f')) throw Unread{};
      value = value * 16 + static_cast<char32_t>(is_ascii_digit(c) ? c - '0' : small - 'a' + 10);
    }
    at_ += behind;
    return value;
  }

  /// What stands in square brackets, the first of which is taken.
  Symbols set() {
    const bool other = take("^");
    Symbols all;
    bool first = true;
    for (; first || !take("]"); first = false) {
      if (at_ >= text_.size() || here("[:")) throw Unread{};
      if (take("\\")) {
        if (at_ >= text_.size()) throw Unread{};
        if (const auto named = named_set()) {
          all |= *named;
          continue;
        }
        --at_;
      }
      const char32_t low = set_end();
      char32_t high = low;
      if (here("-") && !here("-]")) {
        take("-");
        high = set_end();
      }
      if (high < low) throw Unread{};
      all |= range(low, high, fold_);
    }
    return other ? complement(all) : all;
  }
  char32_t set_end() { return take("\\") ? (at_ < text_.size() ? escaped_literal() : throw Unread{}) : next(); }

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint32_t depth_ = 0;
  bool fold_ = false, lines_ = false;
};

}  // namespace

std::optional<Expression> read_expression(std::string_view pattern) {
  try {
    return ExpressionReader(pattern).read();
  } catch (const Unread&) {
    return std::nullopt;
  }
}

bool is_anchored(const Expression& expression) {
  const auto& parts = expression.parts;
  switch (expression.kind) {
    case Expression::Kind::nothing:
      return expression.text_begins;
    case Expression::Kind::one:
      return false;
    case Expression::Kind::join:
      return std::any_of(parts.begin(), parts.end(), is_anchored);
    case Expression::Kind::either:
      return std::all_of(parts.begin(), parts.end(), is_anchored);
    case Expression::Kind::repeat:
      break;
  }
  return expression.least > 0 && is_anchored(parts.front());
}

}  // namespace moniker::rules
