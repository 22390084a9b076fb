#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "words/tokens.hpp"

namespace moniker::rules {

/// Something wrong in an expression or a pattern: where in its text, what, and what helps.
struct PatternFault {
  std::size_t offset = 0;
  std::string what{}, remedy{};
};

/// A class by its name: words of its own, or an expression over other classes.
struct ClassMeaning {
  words::ClassSet own{};
  std::string is{};
};
using ClassNames = std::map<std::string, ClassMeaning, std::less<>>;

/// Questions about one word or phrase, written as expressions over classes and shapes: `cap&given&!function`,
/// `(title|kin)&!start`. Each distinct expression is compiled once and has a number; what it says of a word is
/// kept in a memo, because many rules ask the same.
class Predicates {
 public:
  using Id = std::uint16_t;

  /// Words of the same classes and shape are of one kind, and answer every question alike. There are some thousand
  /// kinds in a long transcript, so an answer is worked out once and looked up ever after.
  struct Kind {
    words::ClassSet classes{};
    std::uint32_t shape = 0;
    std::vector<std::uint8_t> answers{};  // by Id: 0 not asked, 1 no, 2 yes
    bool indexed = false;
    std::vector<std::uint32_t> lists{};  // the caller's rules that can begin with such a word
    std::vector<std::uint64_t> first{},
        second{};  // the caller's patterns, a bit each, whose first or second word it can be
  };
  /// The kinds met so far, and those of the words at hand. Belongs to one thread and goes with one vocabulary.
  struct Memo {
    struct Hash {
      std::size_t operator()(const std::pair<words::ClassSet, std::uint32_t>& key) const {
        return std::hash<words::ClassSet>{}(key.first) * 31 + key.second;
      }
    };
    /// A word is of one kind for each way in which its place changes its shape.
    static constexpr std::size_t ways = 16;
    std::unordered_map<std::pair<words::ClassSet, std::uint32_t>, std::uint32_t, Hash> numbers{};
    std::deque<Kind> kinds{};
    std::vector<std::array<std::uint16_t, ways>>
        of_word{};  // by Word::number: a kind's number, plus 1; 0: not asked yet
    std::uint32_t epoch = 0;
    std::vector<Kind*> of{};  // by token
  };

  void save(ArchiveWriter& archive) const;
  /// What was compiled before; more cannot be.
  static Predicates from(ArchiveReader& archive);

  /// Throws PatternFault.
  Id compile(std::string_view expression, const ClassNames& names);

  /// Makes the memo ready for these words.
  void begin(const words::Words& words, Memo& memo) const;
  bool holds(Id id, std::size_t token, Memo& memo) const {
    Kind& kind = *memo.of[token];
    std::uint8_t& known = kind.answers[id];
    if (known == 0) known = eval(roots_[id], kind.classes, kind.shape) ? 2 : 1;
    return known == 2;
  }
  /// Of a word by itself, were it written in this shape.
  bool would_hold(Id id, const words::ClassSet& classes, std::uint32_t shape) const {
    return eval(roots_[id], classes, shape);
  }
  /// Of a phrase: it must be of a class that the expression asks for, and has the capitals of its first and last word.
  bool holds_phrase(Id id, const words::Words& words, const words::Phrase& phrase) const;

 private:
  std::uint32_t kind_of(const words::Token& token, Memo& memo) const;
  enum class Op : std::uint8_t { both, either, negate, shape, classes, any };
  struct Node {
    Op op = Op::any;
    std::uint32_t a = 0, b = 0;  // operands, or the shape bit
    words::ClassSet classes{};
  };
  friend class PredicateParser;
  bool eval(std::uint32_t node, const words::ClassSet& classes, std::uint32_t shape) const;
  void collect_wanted(std::uint32_t node, bool positive, words::ClassSet& wanted) const;

  std::vector<Node> nodes_{};
  std::vector<std::uint32_t> roots_{};
  std::vector<words::ClassSet> wanted_{};  // by root: the classes it asks for
  std::map<std::string, Id, std::less<>> known_{};
};

}  // namespace moniker::rules
