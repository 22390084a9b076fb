#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "detect/tokens.hpp"

namespace moniker {

/// Something wrong in an expression or a pattern: where in its text, what, and what helps.
struct PatternFault {
  std::size_t offset = 0;
  std::string what{}, remedy{};
};

/// A class by its name: words of its own, or an expression over other classes.
struct ClassMeaning {
  ClassSet own{};
  std::string is{};
};
using ClassNames = std::map<std::string, ClassMeaning, std::less<>>;

/// Questions about one word or phrase, written as expressions over classes and shapes: `cap&given&!function`,
/// `(title|kin)&!start`. Each distinct expression is compiled once and has a number; what it says of a word is
/// kept in a memo, because many rules ask the same.
class Predicates {
 public:
  using Id = std::uint16_t;
  /// One byte for each (word, expression): 0 not asked, 1 no, 2 yes. Sized by begin().
  using Memo = std::vector<std::uint8_t>;

  /// Throws PatternFault.
  Id compile(std::string_view expression, const ClassNames& names);

  void begin(const Words& words, Memo& memo) const { memo.assign(words.tokens.size() * roots_.size(), 0); }
  bool holds(Id id, const Words& words, std::size_t token, Memo& memo) const {
    std::uint8_t& known = memo[token * roots_.size() + id];
    if (known == 0) known = eval(roots_[id], words.tokens[token].classes, words.tokens[token].shape) ? 2 : 1;
    return known == 2;
  }
  /// Of a phrase: it must be of a class that the expression asks for, and has the capitals of its first and last word.
  bool holds_phrase(Id id, const Words& words, const Phrase& phrase) const;

 private:
  enum class Op : std::uint8_t { both, either, negate, shape, classes, any };
  struct Node {
    Op op = Op::any;
    std::uint32_t a = 0, b = 0;   // operands, or the shape bit
    ClassSet classes{};
  };
  friend class PredicateParser;
  bool eval(std::uint32_t node, const ClassSet& classes, std::uint32_t shape) const;
  void collect_wanted(std::uint32_t node, bool positive, ClassSet& wanted) const;

  std::vector<Node> nodes_{};
  std::vector<std::uint32_t> roots_{};
  std::vector<ClassSet> wanted_{};    // by root: the classes it asks for
  std::map<std::string, Id, std::less<>> known_{};
};

}  // namespace moniker
